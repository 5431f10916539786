import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contributions } from './contribution.ts'
import { type DriverTarget, ownNetMigration, planOutcome, usedDrivers } from './drivers.ts'
import { childWomanRatio, childWomanRatioOf, factorsOf, fertilityOf, NATIONAL_FACTORS } from './fertility.ts'
import { influences } from './influence.ts'
import { outlines } from './outline.ts'
import { fiveYearsOf, valueOn } from './path.ts'
import { groupsOf, type Population, sum, totalOf } from './population.ts'
import { fertilityToKeep, migrationToKeep, peopleIn } from './promise.ts'
import type { StepRates } from './rates.ts'
import {
  type Outset,
  ownFertility,
  PATTERN_1,
  runScenario,
  type ScenarioYear,
  simulation1,
  simulation2,
} from './scenario.ts'

const GROUPS = groupsOf(90)
const list = (of: (age: number) => number, length = GROUPS) => Array.from({ length }, (_, age) => of(age))
const base: Population = {
  male: list((age) => Math.round(900 + 300 * Math.sin(age) - 40 * Math.max(0, age - 12))),
  female: list((age) => Math.round(920 + 300 * Math.sin(age) - 30 * Math.max(0, age - 13))),
}
/** The young leave, some of their parents' age come back. */
const leaving = (age: number) => (age === 2 || age === 3 ? -0.2 : age === 6 ? 0.04 : 0)
const rates: StepRates = {
  survival: {
    male: list((age) => 1 - 0.0006 * 1.5 ** age, GROUPS - 1),
    female: list((age) => 1 - 0.0003 * 1.5 ** age, GROUPS - 1),
  },
  migration: { male: list(leaving, GROUPS - 1), female: list(leaving, GROUPS - 1) },
  childWomanRatio: 0.2,
  maleShare: 0.5127,
}
const outset: Outset = { base, year: 2020, steps: Array.from({ length: 6 }, () => rates) }
const last = (years: readonly ScenarioYear[]) => years.at(-1) as ScenarioYear
const totalIn = (years: readonly ScenarioYear[]) => totalOf(last(years).people)
const near = (actual: number, expected: number, within: number) =>
  expect(Math.abs(actual - expected), `${actual} ≠ ${expected}`).toBeLessThanOrEqual(within)

describe('道すじと換算', () => {
  const path = [
    { year: 2030, value: 2.1 },
    { year: 2020, value: 1.5 },
  ]
  test.each([
    ['始まりより前', 2010, 1.5],
    ['始まり', 2020, 1.5],
    ['途中', 2025, 1.8],
    ['着いた年', 2030, 2.1],
    ['着いたあと', 2045, 2.1],
  ])('%s（%i年）', (_, year, value) => {
    near(valueOn(path, year), value, 1e-12)
  })
  test('5年間の合計は、翌年から5年目まで', () => {
    near(
      fiveYearsOf(
        [
          { year: 2021, value: 1 },
          { year: 2025, value: 5 },
        ],
        2020,
      ),
      15,
      1e-12,
    )
  })
  test.each([
    [1980, 6.29],
    [1985, 6.87],
    [2015, 7.51],
    [2045, 7.51],
  ])('%i年の換算率は %f（年のあいだは直線、先は最後のまま）', (year, factor) => {
    near(fertilityOf(1, year), factor, 1e-9)
    near(childWomanRatioOf(fertilityOf(0.23, year), year), 0.23, 1e-12)
  })
})

describe('版の換算率', () => {
  const nation = [2015, 2020, 2050].map((year) => ({ year, people: base }))
  test('測った年はそのまま、その先は版の仮定 ÷ 全国の子ども女性比。知らない版や全国の表がなければ最後の率', () => {
    const factors = factorsOf('平成30年推計', nation)
    expect(factors.slice(0, 5)).toEqual(NATIONAL_FACTORS)
    expect(factors.slice(5).map(({ year }) => year)).toEqual([2020, 2050])
    near(valueOn(factors, 2050) * childWomanRatio(base), 1.435, 1e-9)
    expect(factorsOf('平成30年推計', [])).toEqual(NATIONAL_FACTORS)
    expect(factorsOf('架空の推計', nation)).toEqual(NATIONAL_FACTORS)
    expect(factorsOf(undefined, nation)).toEqual(NATIONAL_FACTORS)
  })
})

describe('シナリオ', () => {
  test('パターン1は、率をそのまま使った推計。先は延ばしたと分かる', () => {
    const years = runScenario(outset, PATTERN_1, 2060)
    expect(years.map(({ year, held }) => [year, held]).slice(-3)).toEqual([
      [2050, false],
      [2055, true],
      [2060, true],
    ])
  })

  test('目標の合計特殊出生率がいまの率なら、シミュレーション1はパターン1と同じ', () => {
    const own = childWomanRatioOf(ownFertility(outset), 2020)
    const same = { ...outset, steps: outset.steps.map((step) => ({ ...step, childWomanRatio: own })) }
    const sim1 = runScenario(same, simulation1(same, ownFertility(same), 2030), 2050)
    runScenario(same, PATTERN_1, 2050).forEach(({ people }, at) => {
      near(totalOf((sim1[at] as ScenarioYear).people), totalOf(people), 1e-6)
    })
  })

  test('シミュレーション2では、だれも移らない', () => {
    for (const { told } of runScenario(outset, simulation2(outset, 2.1, 2030), 2050).slice(1))
      expect(sum([...(told?.migrants.male ?? []), ...(told?.migrants.female ?? [])])).toBe(0)
  })

  test('影響度の境', () => {
    const of = (people: number): Population => ({ male: [people], female: [0] })
    const table = [
      // シミュ1  シミュ2  自然  社会
      [99, 98, 1, 1],
      [100, 100, 2, 2],
      [105, 115.5, 3, 3],
      [110, 132, 4, 4],
      [115, 149.5, 5, 5],
    ] as const
    for (const [sim1, sim2, natural, social] of table)
      expect(influences(of(100), of(sim1), of(sim2))).toMatchObject({ natural, social })
  })
})

describe('計画の目標で動かす', () => {
  const fertility: DriverTarget = { driver: 'fertility-rate', points: [{ year: 2030, value: 2 }] }
  const net: DriverTarget = { driver: 'net-migration', points: [{ year: 2030, value: 0 }] }
  const births: DriverTarget = { driver: 'births', points: [{ year: 2030, value: 300 }] }
  const arrivals: DriverTarget = {
    driver: 'arrivals',
    baseline: { year: 2020, value: 20 },
    points: [{ year: 2030, value: 60 }],
  }

  test('寄与の合計は、推計との差にちょうど等しい', () => {
    for (const targets of [[fertility, net], [births, arrivals], [net, births], [fertility]]) {
      const { contributions: each, beyondPublished } = planOutcome(outset, targets, 2050)
      near(sum(each.map(({ people }) => people)), beyondPublished, 1e-6)
      expect(each.every(({ people }) => people > 0)).toBe(true)
    }
  })

  test('目標を並べる順に、結果も寄与もよらない', () => {
    const [one, other] = [
      planOutcome(outset, [fertility, net], 2050),
      planOutcome(outset, [net, fertility], 2050),
    ]
    near(one.people, other.people, 1e-9)
    near(one.contributions[0]?.people ?? 0, other.contributions[1]?.people ?? 1, 1e-9)
  })

  test('出生数を目標にすると、5年間の0–4歳は出生数の合計', () => {
    const { years } = planOutcome(outset, [births], 2050)
    const { male, female } = last(years).people
    near((male[0] ?? 0) + (female[0] ?? 0), 1500, 1e-6)
  })

  test('社会増減を目標にすると、移った人の数はそのとおり', () => {
    const { years } = planOutcome(outset, [net], 2050)
    const told = last(years).told
    near(sum([...(told?.migrants.male ?? []), ...(told?.migrants.female ?? [])]), 0, 1e-6)
    expect(years.some(({ emptied }) => emptied)).toBe(false)
  })

  test('移住者数は、基準より増えた分だけが加わる', () => {
    const { years, published } = planOutcome(outset, [arrivals], 2050)
    const moved = ({ told }: ScenarioYear) =>
      sum([...(told?.migrants.male ?? []), ...(told?.migrants.female ?? [])])
    const [first, before] = [years[1] as ScenarioYear, published[1] as ScenarioYear]
    near(moved(first) - moved(before), 4 + 8 + 12 + 16 + 20, 1e-6)
  })

  test('いまの社会増減を目標にすれば、初めの5年は推計と同じ', () => {
    const same = { ...net, points: [{ year: 2030, value: ownNetMigration(outset) }] }
    const { years, published } = planOutcome(outset, [same], 2025)
    near(totalIn(years), totalIn(published), 1e-6)
  })

  test('出られる人より多くは出られず、そうなったことが分かる', () => {
    const gone = { ...net, points: [{ year: 2025, value: -100_000 }] }
    const { years } = planOutcome(outset, [gone], 2030)
    expect(years.some(({ emptied }) => emptied)).toBe(true)
    for (const { people } of years)
      expect(Math.min(...people.male, ...people.female)).toBeGreaterThanOrEqual(0)
  })

  test('同じことを言う目標は、くわしい方だけを使い、理由を残す', () => {
    const empty: DriverTarget = { driver: 'births', points: [] }
    const { used, unused } = usedDrivers([births, arrivals, fertility, net, net, empty])
    expect(used).toEqual([fertility, net])
    expect(unused.map(({ why }) => why)).toEqual([
      'rate-says-it',
      'net-migration-says-it',
      'listed-twice',
      'no-value',
    ])
  })

  test('寄与は順序の平均（手計算できる例）', () => {
    // 出生だけで10、移動だけで20、両方なら40: 10+(40−20) の半分と 20+(40−10) の半分。
    const worth: Readonly<Record<string, number>> = { '': 0, a: 10, b: 20, ab: 40 }
    expect(contributions(['a', 'b'], (present) => worth[present.join('')] ?? 0)).toEqual([15, 25])
    expect(contributions([], () => 7)).toEqual([])
  })
})

describe('約束から逆に求める', () => {
  test('求めた率・社会増減で、約束の人口になる', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.9, max: 1.2, noNaN: true }), (ratio) => {
        const people = totalIn(runScenario(outset, PATTERN_1, 2050)) * ratio
        const fertility = fertilityToKeep(outset, PATTERN_1, { people, year: 2050 }, 2030)
        const migration = migrationToKeep(outset, PATTERN_1, { people, year: 2050 })
        if (fertility.ok) near(fertility.value.people, people, 0.1)
        expect(migration.ok).toBe(true)
        if (migration.ok) near(migration.value.people, people, 0.1)
      }),
      { numRuns: 20 },
    )
    const now = totalIn(runScenario(outset, PATTERN_1, 2050))
    expect(fertilityToKeep(outset, PATTERN_1, { people: now, year: 2050 }, 2030).ok).toBe(true)
  })

  test.each([
    ['どんな出生率でも届かない', 1_000_000, 2050, 'promise-out-of-reach'],
    ['子どもが一人も生まれなくても多い', 100, 2050, 'promise-below-reach'],
    ['基準より前の年', 20_000, 2015, 'year-not-after-base'],
  ])('%s約束は、そう言う', (_, people, year, why) => {
    expect(fertilityToKeep(outset, PATTERN_1, { people, year }, 2030)).toMatchObject({ ok: false, why })
  })

  test('5年の刻みでない年は、間を直線でつなぐ', () => {
    const years = runScenario(outset, PATTERN_1, 2030)
    const [, five, ten] = years.map(({ people }) => totalOf(people)) as [number, number, number]
    near(peopleIn(years, 2027), five + (ten - five) * 0.4, 1e-9)
    near(peopleIn(years, 2020), totalOf(base), 1e-9)
  })
})

describe('年ごとのまとめ', () => {
  const of = (young: number, working: number, old: number): Population => ({
    male: [young, 0, 0, working, ...list(() => 0, 9), old],
    female: list(() => 0, 14),
  })
  test.each([
    // 総数・老年の動き                      段階
    ['人口が減っていない', of(10, 50, 50), 0],
    ['人口は減り、老年は増える', of(10, 40, 45), 1],
    ['老年は横ばい', of(10, 40, 40), 2],
    ['老年は1割未満の減', of(10, 40, 37), 2],
    ['老年は1割以上の減', of(10, 40, 36), 3],
  ] as const)('人口減少段階: %s', (_, people, stage) => {
    const [, then] = outlines([
      { year: 2020, people: of(20, 50, 40) },
      { year: 2050, people },
    ])
    expect(then?.stage).toBe(stage)
  })

  test('指数は初めの年を100とし、従属人口指数は生産年齢100人あたり', () => {
    const [first, then] = outlines([
      { year: 2020, people: of(20, 50, 40) },
      { year: 2050, people: of(10, 40, 44) },
    ])
    expect(first?.index).toEqual({ total: 100, young: 100, working: 100, old: 100 })
    expect(then).toMatchObject({
      total: 94,
      young: 10,
      dependency: 135,
      index: { young: 50, working: 80, old: 110 },
    })
  })
})
