import { describe, expect, test } from 'vitest'
import { decimal } from '../shared/decimal.ts'
import { fromDecimal, print, printPercent } from '../shared/rational.ts'
import { type FiscalYear, fiscalYear } from '../shared/year.ts'
import { elapsedShare, expectedValue, type Path, pace, requiredPerYear } from './pace.ts'

const of = (text: string) => fromDecimal(decimal(text))
const path = (
  baseline: string,
  from: number | 'not-stated',
  target: string,
  to: number,
  ...milestones: [number, string][]
): Path => ({
  baseline: of(baseline),
  from: from === 'not-stated' ? from : fiscalYear(from),
  target: of(target),
  to: fiscalYear(to),
  milestones: milestones.map(([year, value]) => ({ year: fiscalYear(year), value: of(value) })),
})
const firms = path('114', 2015, '154', 2019)
const expected = (way: Path, year: number) => {
  const read = expectedValue(way, fiscalYear(year))
  return read.ok ? print(read.value) : read.why
}

describe('目安（道すじの値）', () => {
  test.each(
    // biome-ignore format: 表として読む
    [
      // 道すじ, 年, 目安
      ['基準年より前は平ら',             firms,                                      2013, '114'],
      ['基準年',                         firms,                                      2015, '114'],
      ['企業立地 3年目/4年',             firms,                                      2018, '144'],
      ['目標年',                         firms,                                      2019, '154'],
      ['目標年の後も100%を超えない',     firms,                                      2025, '154'],
      ['割り切れない年も正確に',         path('0', 2020, '3', 2025),                 2022, '1.2'],
      ['減らす目標',                     path('397', 2015, '0', 2019),               2016, '297.75'],
      ['負から正へ',                     path('-37', 2014, '400', 2019),             2017, '225.2'],
      ['見出しのH27でなく自分のH24から', path('2325', 2012, '2541', 2019),           2019, '2,541'],
      ['見出しのH27でなく自分のH24から', path('2325', 2012, '2541', 2019),           2015, '2,417.57'],
      ['中間目標の年はその値',           path('0', 2020, '100', 2024, [2022, '30']), 2022, '30'],
      ['中間目標のない年は直線',         path('0', 2020, '100', 2024, [2022, '30']), 2023, '75'],
      ['000は基準年の記載がない',        path('-1', 'not-stated', '65', 2027),       2025, 'baseline-year-not-stated'],
      ['目標年が基準年より後でない',     path('1', 2020, '2', 2020),                 2020, 'target-year-not-after-baseline'],
    ] as const,
  )('%s', (_, way, year, value) => expect(expected(way, year)).toBe(value))

  test('多摩市の20/40/60/80/100%は、5年の計画のこの直線', () => {
    const way = path('0', 2014, '100', 2019)
    expect([2015, 2016, 2017, 2018, 2019].map((year) => expected(way, year))).toEqual([
      '20',
      '40',
      '60',
      '80',
      '100',
    ])
  })

  test('式は読む人の算数で書く', () => {
    expect(expectedValue(firms, fiscalYear(2013)).working[0]?.expression).toBe('114＋40×0/4')
    expect(expectedValue(firms, fiscalYear(2025)).working[0]?.expression).toBe('114＋40×4/4')
    expect(expectedValue(firms, fiscalYear(2018)).working[0]).toMatchObject({
      expression: '114＋40×3/4',
      result: '144',
    })
    expect(expectedValue(path('397', 2015, '0', 2019), fiscalYear(2016)).working[0]?.expression).toBe(
      '397−397×1/4',
    )
  })
})

describe('進み具合', () => {
  const read = (way: Path, value: string, year: number) => {
    const measured = pace(way, of(value), fiscalYear(year))
    return measured.ok ? printPercent(measured.value) : measured.why
  }
  test.each([
    ['企業立地の148は目安の113.3%', firms, '148', 2018, '113.3%'],
    ['減らす目標の200は99.2%', path('397', 2015, '0', 2019), '200', 2017, '99.2%'],
    ['悪くなれば負', path('-37', 2014, '400', 2019), '-70', 2017, '−12.6%'],
    ['基準年にはまだ何も求められない', firms, '120', 2015, 'nothing-expected-yet'],
    [
      '中間目標が基準より悪い年に比は使わない',
      path('0', 2020, '100', 2024, [2021, '-10']),
      '-20',
      2021,
      'nothing-expected-yet',
    ],
    ['000は基準年の記載がない', path('-1', 'not-stated', '65', 2027), '30', 2025, 'baseline-year-not-stated'],
  ] as const)('%s', (_, way, value, year, said) => expect(read(way, value, year)).toBe(said))

  test('経過割合', () => {
    const share = elapsedShare(firms, 2018 as FiscalYear)
    expect(share.ok && printPercent(share.value)).toBe('75.0%')
  })

  test.each([
    ['企業立地は残り1年で6件', '154', 2019, '148', 2018, '6', '(154−148)÷1'],
    ['転入超過は毎年235人', '400', 2019, '-70', 2017, '235', '(400−(−70))÷2'],
  ] as const)('残り1年あたり: %s', (_, target, to, actual, year, value, expression) => {
    const need = requiredPerYear(of(target), fiscalYear(to), of(actual), fiscalYear(year))
    expect(need.ok && print(need.value)).toBe(value)
    expect(need.working[0]?.expression).toBe(expression)
  })
  test('残りの年がなければ、ない', () => {
    expect(requiredPerYear(of('1'), fiscalYear(2019), of('0'), fiscalYear(2019))).toMatchObject({
      why: 'no-year-left',
    })
  })
})
