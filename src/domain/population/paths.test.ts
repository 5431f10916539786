import { describe, expect, test } from 'vitest'
import { areaPath } from './area-path.ts'
import { type Fan, fanOf, fanRoom } from './fan.ts'
import { flatten, type Unit } from './flat.ts'
import { bandsOf } from './interval.ts'
import { controlledRates, keptOf, NATION_SHARES, runUnits } from './nation.ts'
import { pathRoom, runPaths } from './paths.ts'
import { type Population, threeGroups, totalOf } from './population.ts'
import type { StepRates } from './rates.ts'
import { type Outset, PATTERN_1, runScenario, simulation1 } from './scenario.ts'
import { unrestOf } from './spread.ts'
import { control, projectPopulation } from './step.ts'

const GROUPS = 19
const ages = (of: (age: number) => number, length = GROUPS) => Array.from({ length }, (_, age) => of(age))

/** A made-up town: young people leave, the old die, a few arrive where nobody was. */
function town(size: number, leaving: number): Unit {
  const base = {
    male: ages((age) => size * (age < 14 ? 50 + 2 * age : 60 - 11 * (age - 13))).map((x) => Math.max(0, x)),
    female: ages((age) => size * (age < 15 ? 48 + 2 * age : 66 - 9 * (age - 14))).map((x) => Math.max(0, x)),
  }
  const survival = ages((age) => (age < 9 ? 0.998 : 0.99 - 0.006 * (age - 8) ** 2), GROUPS - 1)
  const migration = ages((age) => (age >= 2 && age <= 5 ? -leaving : 0.01), GROUPS - 1)
  const rates: StepRates = {
    survival: { male: survival, female: survival },
    migration: { male: migration, female: migration },
    additive: { male: ages((age) => (age === 18 ? 2 : 0)), female: ages(() => 0) },
    childWomanRatio: 0.2,
    maleShare: 0.5122,
  }
  return { base, steps: [rates, rates, { ...rates, childWomanRatio: 0.19 }, rates, rates, rates] }
}

const towns = [town(1, 0.15), town(20, 0.1), town(400, 0.02)]
const codes = Float64Array.from([20001, 20002, 20003])
const still = (steps: number) => ({ fertility: 0, survival: 0, migration: new Float64Array(steps) })

describe('揺らぎのない道すじ', () => {
  test('どの道すじも、推計の一段ずつと同じ', () => {
    for (const [at, unit] of towns.entries()) {
      const area = areaPath(flatten(towns), at)
      const out = {
        ...{ total: new Float64Array(6 * 700), young: new Float64Array(6 * 700) },
        ...{ working: new Float64Array(6 * 700), old: new Float64Array(6 * 700) },
      }
      runPaths(area, still(6), { seed: 1, code: 1, paths: 700 }, out, pathRoom(GROUPS, 6))
      projectPopulation(unit.base, unit.steps)
        .slice(1)
        .forEach((people, step) => {
          const { young, working, old } = threeGroups(people)
          for (const path of [0, 511, 512, 699]) {
            const place = step * 700 + path
            expect((out.total[place] as number) / totalOf(people)).toBeCloseTo(1, 12)
            expect((out.young[place] as number) / young).toBeCloseTo(1, 12)
            expect((out.working[place] as number) / working).toBeCloseTo(1, 12)
            expect((out.old[place] as number) / old).toBeCloseTo(1, 12)
          }
        })
    }
  })
})

describe('全国の試行', () => {
  const flat = flatten(towns)
  const kept = keptOf(flat)
  const run = (parts: readonly (readonly [number, number])[], seed = 1) => {
    const into = new Float64Array(towns.length * 6 * NATION_SHARES.length)
    for (const [from, to] of parts) runUnits(flat, codes, { from, to, seed, paths: 1_000 }, into, kept)
    return into
  }

  test('どう分けて計算しても、どの順でも、分位点は同じ', () => {
    const whole = run([[0, 3]])
    expect(
      run([
        [2, 3],
        [0, 1],
        [1, 2],
      ]),
    ).toEqual(whole)
    expect(run([[0, 3]], 2)).not.toEqual(whole)
  })

  test('ほかにどの地域があっても、その地域の分位点は変わらない', () => {
    const alone = new Float64Array(6 * NATION_SHARES.length)
    runUnits(
      flatten([towns[2] as Unit]),
      codes.slice(2),
      { from: 0, to: 1, seed: 1, paths: 1_000 },
      alone,
      kept,
    )
    expect(alone).toEqual(run([[0, 3]]).slice(2 * 6 * NATION_SHARES.length))
  })

  test('全国値に合わせた率で進めると、どの年もどの区分も全国値になり、一段ずつ合わせたのと同じ', () => {
    const national = projectPopulation(
      towns.map(({ base }) => base).reduce(add),
      [0.21, 0.2, 0.2, 0.19, 0.19, 0.18].map((childWomanRatio) => ({
        ...(towns[1]?.steps[0] as StepRates),
        childWomanRatio,
      })),
    ).slice(1)
    const totals = Float64Array.from(national.flatMap(({ male, female }) => [...male, ...female]))
    const { flat: made, path } = controlledRates(flat, totals)
    let people: readonly Population[] = towns.map(({ base }) => base)
    national.forEach((wanted, step) => {
      const each = people.map(
        (now, unit) => projectPopulation(now, [towns[unit]?.steps[step] as StepRates])[1] as Population,
      )
      people = control(each, wanted)
      const cells = people.flatMap(({ male, female }) => [...male, ...female])
      cells.forEach((cell, at) => {
        expect(path[(step + 1) * cells.length + at]).toBeCloseTo(cell, 6)
      })
    })
    const again = new Float64Array(6 * 1)
    for (const unit of [0, 1, 2]) {
      runPaths(
        areaPath(made, unit),
        still(6),
        { seed: 1, code: 1, paths: 1 },
        { total: again },
        pathRoom(GROUPS, 6),
      )
      again.forEach((total, step) => {
        const at = ((step + 1) * 3 + unit) * 2 * GROUPS
        const controlled = path.subarray(at, at + 2 * GROUPS).reduce((sum, cell) => sum + cell, 0)
        expect(total / controlled).toBeCloseTo(1, 12)
      })
    }
  })
})

const add = (a: Population, b: Population): Population => ({
  male: a.male.map((value, at) => value + (b.male[at] as number)),
  female: a.female.map((value, at) => value + (b.female[at] as number)),
})

describe('シナリオの扇', () => {
  const outset = (size: number, leaving: number): Outset => ({ ...town(size, leaving), year: 2020 })
  const asked = { paths: 10_000, seed: 1, code: 20001 }

  test.each([
    ['村', outset(1, 0.15)],
    ['町', outset(20, 0.1)],
    ['市', outset(400, 0.02)],
  ] as const)('%s: 総人口の扇は、過去の外れから求めた幅と合う', (_, from) => {
    const fan = fanOf(from, PATTERN_1, 2050, asked)
    const path = runScenario(from, PATTERN_1, 2050)
    const bands = bandsOf(
      path.map(({ year, people }) => ({ year, total: totalOf(people) })),
      unrestOf(from.base, (path[1] as { people: Population }).people),
    )
    fan.years.slice(1).forEach(({ total: [low80, low50, , high50, high80] }, at) => {
      const band = bands[at + 1] as (typeof bands)[number]
      expect(Math.log(high80 / low80) / Math.log(band.high80 / band.low80)).toBeCloseTo(1, 1)
      expect(Math.log(high50 / low50) / Math.log(band.high50 / band.low50)).toBeCloseTo(1, 1)
    })
  })

  test('分位点は順に並び、だれも負にならず、基準の年には幅がない', () => {
    const { years } = fanOf(outset(1, 0.15), PATTERN_1, 2060, asked)
    expect(new Set(years[0]?.total).size).toBe(1)
    for (const { total, young, working, old } of years)
      for (const of of [total, young, working, old]) {
        expect(of).toEqual(of.toSorted((a, b) => a - b))
        expect(of[0]).toBeGreaterThan(0)
      }
    expect(years.map(({ extrapolated }) => extrapolated)).toEqual([
      ...[false, false, false, false],
      ...[true, true, true, true, true],
    ])
  })

  test('同じ種なら同じ扇。場所を使い回しても同じ', () => {
    const room = fanRoom({ groups: GROUPS, steps: 6 }, 2_000)
    const small = { ...asked, paths: 2_000 }
    const make = (seed: number): Fan => fanOf(outset(20, 0.1), PATTERN_1, 2050, { ...small, seed }, room)
    const first = make(1)
    expect(make(2)).not.toEqual(first)
    expect(make(1)).toEqual(first)
    expect(fanOf(outset(20, 0.1), PATTERN_1, 2050, small)).toEqual(first)
  })

  test('子どもは、働く世代より幅が広い', () => {
    const last = fanOf(outset(20, 0.1), PATTERN_1, 2050, asked).years.at(-1)
    const width = ([low, , , , high]: readonly number[]) => Math.log((high as number) / (low as number))
    expect(width(last?.young ?? [1, 1, 1, 1, 1])).toBeGreaterThan(width(last?.working ?? [1, 1, 1, 1, 1]))
  })

  test('出生率が上がるシナリオでは、扇の中央が上がり、幅の割合は変わらない', () => {
    const from = outset(20, 0.1)
    const [low, high] = [PATTERN_1, simulation1(from, 2.1, 2035)].map(
      (scenario) => fanOf(from, scenario, 2050, asked).years.at(-1)?.total ?? [1, 1, 1, 1, 1],
    )
    expect(high?.[2]).toBeGreaterThan(low?.[4] === undefined ? 0 : (low[2] as number))
    const width = (of: readonly number[] | undefined) => Math.log((of?.[4] ?? 1) / (of?.[0] ?? 1))
    expect(width(high) / width(low)).toBeCloseTo(1, 1)
  })
})
