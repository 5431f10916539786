import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { factorsOf } from '#domain/population/fertility.ts'
import { impliedSteps } from '#domain/population/implied-rates.ts'
import { influences } from '#domain/population/influence.ts'
import { type Population, totalOf } from '#domain/population/population.ts'
import type { StepRates } from '#domain/population/rates.ts'
import {
  type Outset,
  PATTERN_1,
  runScenario,
  type ScenarioYear,
  simulation1,
  simulation2,
} from '#domain/population/scenario.ts'
import { projectPopulation } from '#domain/population/step.ts'
import { nationalSurvival, separate } from '#domain/population/survival.ts'
import { describeWithShared, sharedFile } from './support/shared.ts'

const GOLDEN = 'data/golden_ipss2018_kumamoto.json'
const NATIONAL = 'data/national_control_ipss2018_sex_age5.csv'

type Area = { readonly name: string; readonly pop: readonly (readonly [number[], number[]])[] }

describeWithShared('人吉市のシミュレーション（社人研 平成30年推計から）', GOLDEN, () => {
  const { areas } = JSON.parse(readFileSync(sharedFile(GOLDEN) as string, 'utf8')) as {
    areas: readonly Area[]
  }
  const rows = readFileSync(sharedFile(NATIONAL) as string, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
  const nation = new Map<string, Population>()
  for (const row of rows) {
    const [year = '', sex, ...people] = row.split(',')
    const so = nation.get(year) ?? { male: [], female: [] }
    nation.set(year, { ...so, [sex === 'M' ? 'male' : 'female']: people.map(Number) })
  }
  const whole = [...nation.values()]
  const area = areas.find(({ name }) => name === '人吉市') as Area
  const published = area.pop.map(([male, female]): Population => ({ male, female }))
  const implied = impliedSteps(published)
  const outset: Outset = {
    base: published[0] as Population,
    year: 2015,
    factors: factorsOf(
      '平成30年推計',
      whole.map((people, at) => ({ year: 2015 + at * 5, people })),
    ),
    steps: implied.map((rates, at) =>
      separate(rates, nationalSurvival(whole[at] as Population, whole[at + 1] as Population)),
    ),
  }
  const in2045 = (years: readonly ScenarioYear[]) => (years.at(-1) as ScenarioYear).people

  test('2045年はおよそ 21,900人と 26,800人（45歳未満の生残率は近似。0.5%以内のもっともらしさだけを見る）', () => {
    const [pattern1, sim1, sim2] = [
      PATTERN_1,
      simulation1(outset, 2.1, 2030),
      simulation2(outset, 2.1, 2030),
    ].map((scenario) => in2045(runScenario(outset, scenario, 2045))) as [Population, Population, Population]
    expect(Math.abs(totalOf(pattern1) - 21_632)).toBeLessThan(1e-6)
    expect(Math.abs(totalOf(sim1) / 21_900 - 1)).toBeLessThan(0.005)
    expect(Math.abs(totalOf(sim2) / 26_800 - 1)).toBeLessThan(0.005)
    expect(influences(pattern1, sim1, sim2)).toMatchObject({ natural: 2, social: 4 })
  })

  test.each([
    // 率のけた  2030年の人口の動き
    [3, 1.2],
    [5, 0.0],
  ])('率を小数第%i位で切ると、2030年は %f人だけ動く', (digits, moved) => {
    const cut = (value: number) => Math.round(value * 10 ** digits) / 10 ** digits
    const rough = implied.map(
      (rates): StepRates => ({
        ...rates,
        survival: { male: rates.survival.male.map(cut), female: rates.survival.female.map(cut) },
        childWomanRatio: cut(rates.childWomanRatio),
        maleShare: cut(rates.maleShare),
      }),
    )
    const people = totalOf(projectPopulation(published[0] as Population, rough)[3] as Population)
    expect(Math.abs(people - 27_711 - moved)).toBeLessThanOrEqual(0.05)
  })
})
