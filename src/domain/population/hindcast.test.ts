import { describe, expect, test } from 'vitest'
import { fitSpread } from './fit-spread.ts'
import { hindcast } from './hindcast.ts'
import { type PastError, pastErrors, withUnknown } from './past-errors.ts'
import { leastNear } from './simplex.ts'
import { spreadOf } from './spread.ts'
import type { PeopleRow } from './statistics.ts'
import { studentQuantile } from './student.ts'

const GROUPS = 19
const row = (area: string, year: number, people: number, young = people): PeopleRow => {
  const ages = Array.from({ length: GROUPS }, (_, age) => (age < 4 ? young : people))
  return { area, year, male: ages, female: ages, origin: 'R1' }
}

/** Areas that grow by their own steady rate and are then pushed off it by what `push` says. */
function world(push: (area: number, year: number) => number): readonly PeopleRow[] {
  return Array.from({ length: 60 }, (_, area) => {
    let people = 50 * (area + 1)
    return [1980, 1985, 1990, 1995, 2000, 2005, 2010].map((year) => {
      people *= Math.exp(0.01 * ((area % 7) - 3) + push(area, year))
      return row(String(area + 10_000), year, people)
    })
  }).flat()
}

describe('過去の推計の外れ', () => {
  test('率が変わらなければ、外れない', () => {
    const { errors } = pastErrors(
      world(() => 0),
      [2005, 2010],
    )
    expect(errors.length).toBe(60 * (4 + 5))
    for (const { error } of errors) expect(Math.abs(error)).toBeLessThan(1e-9)
  })

  test('基準の年の5年前がない年からは推計しない', () => {
    const { errors } = pastErrors(
      world(() => 0),
      [1985, 1990],
    )
    expect([...new Set(errors.map(({ base }) => base))]).toEqual([1985])
  })

  test('だれもいなかった地域は数えるだけで、外れには入れない', () => {
    const rows = [row('1', 1990, 0), row('1', 1995, 10), row('1', 2000, 10), row('1', 2005, 12)]
    expect(pastErrors(rows, [2000, 2005])).toMatchObject({ withoutProjection: 2 })
    expect(pastErrors(rows, [2000, 2005]).errors.map(({ base }) => base)).toEqual([2000])
  })

  test('避難でだれもいなくなった年は、大きな外れ', () => {
    const rows = [row('1', 1990, 10), row('1', 1995, 10), row('1', 2000, 0)]
    expect(pastErrors(rows, [2000]).errors[0]?.error).toBe(-1.5)
  })

  test('年齢不詳は、性の中で年齢の割合で割り振る。総数は変わらない', () => {
    const { male, female } = withUnknown({ ...row('1', 2000, 10, 20), unknown: { male: 23, female: 0 } })
    expect([male[0], male[10], female[0]]).toEqual([22, 11, 20])
  })
})

describe('あてはめ', () => {
  test('谷の底をさがす', () => {
    const [x = 0, y = 0] = leastNear(([a = 0, b = 0]) => (1 - a) ** 2 + 100 * (b - a * a) ** 2, [-1.2, 1])
    expect(x).toBeCloseTo(1, 3)
    expect(y).toBeCloseTo(1, 3)
  })

  test('係数のわかっている外れから、その係数が求まる', () => {
    const rates = { common: 0.012, size: 1.1, growth: 0.5, movement: 0.15, power: 1, drift: 0 }
    const errors = Array.from({ length: 6_000 }, (_, at): PastError => {
      const unrest = { people: 500 * 1.9 ** (at % 9), growth: 0.02 * (at % 4), movement: 0.03 * (at % 5) }
      const steps = 1 + (at % 3)
      const error = spreadOf(rates, unrest, steps) * studentQuantile(((at * 0.618034) % 1) * 0.998 + 0.001)
      return { area: '1', base: 1990, target: 1990 + steps * 5, unrest, projected: 1, actual: 1, error }
    })
    const still = [1990, 1995].map((year) => row('1', year, 10))
    const fitted = fitSpread(errors, still)
    for (const unrest of [
      { people: 1_000, growth: 0, movement: 0 },
      { people: 100_000, growth: 0.06, movement: 0.03 },
      { people: 30_000, growth: 0.02, movement: 0.12 },
    ])
      expect(spreadOf(fitted, unrest, 2) / spreadOf(rates, unrest, 2)).toBeCloseTo(1, 1)
  })
})

describe('後ろ向きの検証', () => {
  const pushed = world((area, year) => 0.03 * Math.sin(area * 12.9898 + year * 78.233))

  test('あてはめは、言われた年より後を見ない', () => {
    const later = pushed.map((each) =>
      each.year > 2000 ? { ...each, male: each.male.map((value) => value * 3) } : each,
    )
    const [one, other] = [pushed, later].map((rows) =>
      hindcast(rows, { fitBefore: 2000, targets: [2005, 2010] }),
    )
    expect(one?.rates).toEqual(other?.rates)
    expect(one?.fitted).toMatchObject({ n: 60 * 6, areas: 60, targets: [1990, 1995, 2000] })
    expect(other?.overall.within['0.8']).toBeLessThan(one?.overall.within['0.8'] ?? 0)
  })

  test('区分の n を足すと全体になり、印は.70–.90の外だけ、15年より先は外挿', () => {
    const found = hindcast(pushed, { fitBefore: 2000, targets: [2005, 2010] })
    expect(found?.byClass.reduce((n, each) => n + each.n, 0)).toBe(found?.overall.n)
    for (const { ahead, extrapolated, marked, within } of found?.byClass ?? []) {
      expect(extrapolated).toBe(ahead > 15)
      expect(marked).toBe(within['0.8'] < 0.7 || within['0.8'] > 0.9)
      expect(within['0.5']).toBeLessThanOrEqual(within['0.8'])
    }
  })

  test('あてはめる年がなければ、言えない', () => {
    expect(hindcast(pushed, { fitBefore: 1985, targets: [2005] })).toBeUndefined()
  })
})
