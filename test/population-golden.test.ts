import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Population, sum, totalOf } from '#domain/population/population.ts'
import type { StepRates } from '#domain/population/rates.ts'
import { projectPopulation } from '#domain/population/step.ts'
import { describeWithShared, sharedFile } from './support/shared.ts'

const FILE = 'data/golden_ipss2018_kumamoto.json'

type Area = {
  readonly code: string
  readonly name: string
  readonly pop: readonly (readonly [number[], number[]])[]
  readonly ccr: readonly (readonly [number[], number[]])[]
  readonly cwr: readonly number[]
  readonly msh: readonly number[]
}

describeWithShared('社人研 平成30年推計（熊本県）と一致する', FILE, () => {
  const { areas } = JSON.parse(readFileSync(sharedFile(FILE) as string, 'utf8')) as { areas: readonly Area[] }
  const population = ([male, female]: readonly [number[], number[]]): Population => ({ male, female })
  const ratesOf = ({ ccr, cwr, msh }: Area): readonly StepRates[] =>
    ccr.map(([male, female], at) => ({
      survival: { male, female },
      childWomanRatio: cwr[at] ?? 0,
      maleShare: msh[at] ?? 0,
    }))
  const projected = (area: Area) =>
    projectPopulation(population(area.pop[0] as never), ratesOf(area), 'person')

  test('46地域 × 7時点 × 38区分のすべてが一人まで同じ', () => {
    let cells = 0
    const wrong: string[] = []
    for (const area of areas)
      projected(area).forEach(({ male, female }, at) => {
        for (const [which, sex] of [male, female].entries())
          sex.forEach((value, age) => {
            cells += 1
            const published = area.pop[at]?.[which]?.[age]
            if (value !== published)
              wrong.push(`${area.name} ${2015 + at * 5} ${which} ${age}: ${value} ≠ ${published}`)
          })
      })
    expect(wrong).toEqual([])
    expect(cells).toBe(46 * 7 * 38)
  })

  test.each([
    // 団体      年    端数処理   人口
    ['人吉市', 2030, 'person', 27_711],
    ['人吉市', 2040, 'person', 23_658],
    ['人吉市', 2045, 'person', 21_632],
    ['熊本市', 2040, 'person', 708_468],
    ['人吉市', 2050, 'none', 19_695],
    ['人吉市', 2060, 'none', 16_231],
    ['熊本市', 2050, 'none', 670_818],
    ['人吉市', 2050, 'person', 19_694],
    ['人吉市', 2060, 'person', 16_228],
    ['熊本市', 2050, 'person', 670_817],
  ] as const)(
    '%s %i年（端数処理 %s）は %i人。2045年より先は最後の率をそのまま延ばす',
    (name, year, rounding, expected) => {
      const area = areas.find((each) => each.name === name) as Area
      const steps = ratesOf(area)
      const last = steps.at(-1) as StepRates
      const needed = (year - 2015) / 5
      const path = projectPopulation(
        population(area.pop[0] as never),
        Array.from({ length: needed }, (_, at) => steps[at] ?? last),
        rounding,
      )
      // Without rounding at each step the total is a fraction; the figure it is compared with is a whole number.
      const tolerance = rounding === 'none' ? 1 : 0
      expect(Math.abs(totalOf(path[needed] as Population) - expected)).toBeLessThanOrEqual(tolerance)
    },
  )

  test('市町村の合計は県に等しく、男女の合計は総数に等しい（差 0）', () => {
    const [prefecture, ...municipalities] = areas
    const paths = municipalities.map(projected)
    projected(prefecture as Area).forEach((whole, at) => {
      for (const sex of ['male', 'female'] as const)
        whole[sex].forEach((value, age) => {
          expect(sum(paths.map((path) => path[at]?.[sex][age] ?? 0)) - value).toBe(0)
        })
    })
  })
})
