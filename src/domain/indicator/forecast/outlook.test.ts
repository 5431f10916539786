import { describe, expect, test } from 'vitest'
import { indicator, known, missing, promise } from '#test/support/indicators.ts'
import { decimal } from '../../shared/decimal.ts'
import { fiscalYear } from '../../shared/year.ts'
import type { Actual } from '../actual.ts'
import { type Outlook, outlookOf } from './outlook.ts'

const END = fiscalYear(2027)
const FOUR = [known(2020, '100'), known(2021, '104'), known(2022, '107'), known(2023, '112')]

function outlook(...given: Parameters<typeof outlookOf>): Outlook {
  const told = outlookOf(...given)
  if (!told.ok) throw new Error(told.why)
  return told.value
}

describe('指標の見通し', () => {
  test('目標の年度まで。判定と同じ意味で届くかを問う', () => {
    const up = outlook(indicator(), promise('100', 2020, '120', 2025), FOUR, END)
    expect(up.to).toBe(2025)
    expect(up.forecast.years.map(({ year }) => year)).toEqual([2024, 2025])
    expect(up.forecast.chance).toBeGreaterThan(0.2)
    const down = outlook(indicator({ better: 'lower' }), promise('130', 2019, '120', 2025), FOUR, END)
    expect((up.forecast.chance ?? 0) + (down.forecast.chance ?? 0)).toBeGreaterThan(0.9)
  })

  test.each([
    // 何が足りないか                       指標                         約束                                              理由
    ['目標がない', {}, promise('100', 2020, '120', 2025, { targets: [] }), 'target-not-stated'],
    ['判定しない', {}, promise('100', 2020, '120', 2025, { kind: 'none' }), 'never-judged'],
    [
      '向きの記載がなく、目標が基準より下',
      { better: 'not-stated' },
      promise('120', 2019, '110', 2025),
      'direction-not-stated',
    ],
    ['保つ目標で、幅がない', { better: 'steady' }, promise('110', 2019, '110', 2025), 'no-tolerance'],
    ['完了の目標', {}, promise('100', 2020, '120', 2025, { kind: 'complete' }), 'complete'],
  ] as const)('%s → 幅は出すが、見込みは出さない', (_, over, commitment, why) => {
    const told = outlook(indicator(over), commitment, FOUR, END)
    expect(told.noChance).toBe(why)
    expect(told.forecast.chance).toBeUndefined()
    expect(told.forecast.years.length).toBeGreaterThan(0)
  })

  test('目標がなければ、計画の終わりまで', () => {
    expect(outlook(indicator(), promise('100', 2020, '120', 2025, { targets: [] }), FOUR, END).to).toBe(2027)
  })

  test('保つ目標は、許容差の内を問う', () => {
    const steady = promise('110', 2019, '110', 2025, { tolerance: decimal('15') })
    expect(outlook(indicator({ better: 'steady' }), steady, FOUR, END).tolerance).toBe(15)
    expect(outlook(indicator({ better: 'steady' }), steady, FOUR, END).forecast.chance).toBeGreaterThan(0.5)
  })

  test.each<readonly [string, readonly Actual[], number, number | undefined]>([
    ['基準値の年度に実績がなければ、基準値も値のうち', FOUR.slice(1), 4, 2020],
    ['実績があれば、実績をとる', FOUR, 4, undefined],
    [
      'その年度に値がない理由があれば、足さない',
      [missing(2020, 'no-survey'), ...FOUR.slice(1)],
      3,
      undefined,
    ],
    [
      '新しい系列だけを使い、古い基準値は混ぜない',
      [known(2020, '90', { vintage: '旧' }), ...FOUR.map((each) => ({ ...each, vintage: '新' }))],
      4,
      undefined,
    ],
  ])('%s', (_, actuals, points, baselineYear) => {
    const told = outlook(indicator(), promise('99', 2020, '120', 2025), actuals, END)
    expect(told.forecast.method.points).toBe(points)
    expect(told.baselineYear).toBe(baselineYear)
  })

  test.each([
    ['値が二つ', FOUR.slice(2), promise('not-stated', 'not-stated', '120', 2025), 'fewer-than-three-points'],
    ['終わった指標', [...FOUR, missing(2024, 'ended')], promise('100', 2020, '120', 2026), 'ended'],
    ['目標の年度の値がもうある', FOUR, promise('100', 2020, '110', 2023), 'year-not-ahead'],
  ] as const)('%s → まだ言えない', (_, actuals, commitment, why) => {
    expect(outlookOf(indicator(), commitment, actuals, END)).toMatchObject({ ok: false, why })
  })

  test('累計は累計として', () => {
    const told = outlook(
      indicator({ accumulation: 'cumulative' }),
      promise('100', 2020, '130', 2026),
      FOUR,
      END,
    )
    expect(told.forecast.method).toMatchObject({ kind: 'cumulative', onIncrements: true })
  })
})
