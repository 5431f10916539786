import { describe, expect, test } from 'vitest'
import { childWomanRatio, fertilityOf } from '#domain/population/fertility.ts'
import { type Population, threeGroups, totalOf } from '#domain/population/population.ts'
import type { StepRates } from '#domain/population/rates.ts'
import type { StatisticsTable } from '#domain/population/statistics.ts'
import { projectPopulation } from '#domain/population/step.ts'
import { readPopulationFile } from '#readers/population-file.ts'
import { samplePopulation } from '../../scripts/sample-population.ts'
import { samplePlan, sampleText } from './sample.ts'

const text = sampleText('shirube/population')
const { tables = [], findings } = readPopulationFile(text)
const [census, projection, rates] = tables as [StatisticsTable, StatisticsTable, StatisticsTable]
const peopleIn = (table: StatisticsTable, year: number): Population => {
  const found = table.people.find((each) => each.year === year)
  if (!found) throw new Error(`no ${year}`)
  return { male: found.male, female: found.female }
}
const plans = ['1', '1-revised', '2', '3'].map((edition) => samplePlan(`shirube/shirube-strategy-${edition}`))

describe('しるべ市の人口', () => {
  test('作り直しても一字一句同じで、架空と書いてある', () => {
    expect(findings).toEqual([])
    expect(text).toBe(samplePopulation())
    for (const { heading } of tables) expect([heading.title, heading.source].join()).toMatch(/架空.*架空/)
  })

  test('1980年から2020年の国勢調査と、2020年から2050年の推計', () => {
    const years = (table: StatisticsTable) => table.people.map(({ year }) => year)
    expect(years(census)).toEqual([1980, 1985, 1990, 1995, 2000, 2005, 2010, 2015, 2020])
    expect(years(projection)).toEqual([2020, 2025, 2030, 2035, 2040, 2045, 2050])
    expect(peopleIn(projection, 2020)).toEqual(peopleIn(census, 2020))
  })

  test('計画に印刷された人口と同じ', () => {
    const stated = (plan: (typeof plans)[number], id: string) =>
      plan.figures.find((each) => each.id === id)?.value
    for (const plan of plans)
      expect(totalOf(peopleIn(census, 2015))).toBe(Number(stated(plan, 'population-2015')))
    const third = plans.at(-1) as (typeof plans)[number]
    const { young, working, old } = threeGroups(peopleIn(census, 2020))
    expect(totalOf(peopleIn(census, 2020))).toBe(Number(stated(third, 'population-2020')))
    expect([young, working, old]).toEqual(
      ['young-2020', 'working-age-2020', 'aged-2020'].map((id) => Number(stated(third, id))),
    )
  })

  test('計画の約束は推計より多く、届かない数ではない', () => {
    for (const plan of plans)
      for (const { value, year, promise } of plan.figures) {
        if (!promise || typeof year !== 'number') continue
        const projected = totalOf(peopleIn(projection, year))
        expect(Number(value)).toBeGreaterThan(projected)
        expect(Number(value)).toBeLessThan(projected * 1.2)
      }
  })

  test('合計特殊出生率は、記録にある2020年の1.49と換算の誤差（0.1）より近い', () => {
    expect(Math.abs(fertilityOf(childWomanRatio(peopleIn(census, 2020)), 2020) - 1.49)).toBeLessThan(0.1)
  })

  test('推計は、その仮定値から一人まで同じに出る', () => {
    const steps = rates.rates.map(
      ({ survival, migration, childWomanRatio = 0, maleShare = 0 }): StepRates => ({
        survival: survival ?? { male: [], female: [] },
        ...(migration ? { migration } : {}),
        ...{ childWomanRatio, maleShare },
      }),
    )
    expect(projectPopulation(peopleIn(projection, 2020), steps, 'person').at(-1)).toEqual(
      peopleIn(projection, 2050),
    )
  })

  test.each([
    ['年齢の数が男女で違う', (file: string) => file.replace(/male: \[\d+, /, 'male: ['), 'uneven-ages'],
    ['地域コードでない', (file: string) => file.replace('"99201"', '"x"'), 'not-an-area-code'],
    ['数でない', (file: string) => file.replace(/male: \[\d+/, 'male: [多い'), 'not-an-integer'],
  ])('%sファイルは、場所をつけて断る', (_, spoil, code) => {
    const read = readPopulationFile(spoil(text))
    expect(read.tables).toBeUndefined()
    expect(read.findings.map((each) => each.code)).toContain(code)
    expect(read.findings[0]?.line).toBeGreaterThan(1)
  })
})
