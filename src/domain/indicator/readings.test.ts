import { describe, expect, test } from 'vitest'
import { indicator, known, promise } from '#test/support/indicators.ts'
import { print, printPercent } from '../shared/rational.ts'
import { fiscalYear } from '../shared/year.ts'
import type { Measured } from './progress.ts'
import { readingsOf } from './readings.ts'
import { DEFAULT_SCHEME } from './schemes/all.ts'

const share = (read: Measured) => (read.ok ? printPercent(read.value) : read.why)
const amount = (read: Measured) => (read.ok ? print(read.value) : read.why)
const read = (
  commitment: ReturnType<typeof promise>,
  value: string,
  better: 'higher' | 'lower' = 'higher',
) => {
  const readings = readingsOf({
    indicator: indicator({ better }),
    commitment,
    actuals: [known(2018, value)],
    evaluationYear: fiscalYear(2018),
    scheme: DEFAULT_SCHEME,
  })
  if (!readings.ok) return readings.why
  const { achievement, progress, expected, pace, margin, requiredPerYear } = readings.value
  return [
    share(achievement),
    share(progress),
    amount(expected),
    share(pace),
    amount(margin),
    amount(requiredPerYear),
  ]
}

describe('一つの指標の読み', () => {
  test.each(
    // biome-ignore format: 表として読む
    [
      // 指標, 約束, 値, 向き, [達成率, 進捗率, 目安, 進み, 余裕, 残り1年あたり]
      ['企業立地 148',                      promise('114', 2015, '154', 2019),                   '148',  'higher', ['96.1%', '85.0%', '144', '113.3%', '−6', '6']],
      ['待機児童 100',                      promise('397', 2015, '0', 2019),                     '100',  'lower',  ['target-is-zero', '74.8%', '99.25', '99.7%', '−100', '−100']],
      ['出生数 7,200',                      promise('7039', 2014, '7000', 2019, {}, 'at-least'), '7200', 'higher', ['no-rate-for-kept-target', 'no-rate-for-kept-target', 'no-rate-for-kept-target', 'no-rate-for-kept-target', '200', 'no-rate-for-kept-target']],
      ['社会増加数 30（基準年の記載なし）', promise('-1', 'not-stated', '65', 2027),             '30',   'higher', ['46.2%', '47.0%', 'baseline-year-not-stated', 'baseline-year-not-stated', '−35', '3.89']],
      ['基準値の記載なし',                  promise('not-stated', 2015, '154', 2019),            '148',  'higher', ['96.1%', 'baseline-not-stated', 'baseline-not-stated', 'baseline-not-stated', '−6', '6']],
    ] as const,
  )('%s', (_, commitment, value, better, expected) => {
    expect(read(commitment, value, better)).toEqual(expected)
  })

  test('目標がなければ読みもない', () => {
    expect(read(promise('1', 2015, '2', 2019, { targets: [] }), '1')).toBe('target-not-stated')
  })
})
