import { describe, expect, test } from 'vitest'
import { type Choice, labResult, scenarioOf } from './lab.ts'
import { groupsOf, totalOf } from './population.ts'
import type { Outset, Scenario } from './scenario.ts'

const GROUPS = groupsOf(90)
const flat = (value: number, length = GROUPS) => Array.from({ length }, () => value)
const rates = {
  survival: { male: flat(0.93, GROUPS - 1), female: flat(0.95, GROUPS - 1) },
  migration: { male: flat(-0.01, GROUPS - 1), female: flat(-0.01, GROUPS - 1) },
  childWomanRatio: 0.2,
  maleShare: 0.5127,
}
const outset: Outset = {
  base: { male: flat(500), female: flat(520) },
  year: 2020,
  steps: Array.from({ length: 6 }, () => rates),
}
const own = (fertility: number, more = 0): Choice => ({ kind: 'own', fertility, by: 2030, more })
const scenario = (choice: Choice): Scenario => {
  const found = scenarioOf(outset, choice, [])
  if (!found.ok) throw new Error(found.why)
  return found.value
}
const asked = { to: 2050, by: 2030 }

describe('人口の見通しを試す', () => {
  test('社人研のままなら、差も寄与もない', () => {
    const { years, published, contributions } = labResult(outset, scenario({ kind: 'published' }), asked)
    expect(years.map(({ total }) => total)).toEqual(published.map(({ total }) => total))
    expect(contributions).toEqual({ fertility: 0, migration: 0 })
  })

  test('出生と移動の寄与の合計は、社人研との差に等しい', () => {
    const { years, published, contributions } = labResult(outset, scenario(own(2.4, 30)), asked)
    const gap = (years.at(-1)?.total ?? 0) - (published.at(-1)?.total ?? 0)
    expect(contributions.fertility + contributions.migration).toBeCloseTo(gap, 6)
    expect(contributions.migration).toBeGreaterThan(0)
  })

  test('約束に要る出生率・移動を求め、その想定なら約束どおりになる', () => {
    const promise = { year: 2050, people: 16_000 }
    const found = labResult(outset, scenario({ kind: 'published' }), { ...asked, promise }).promise
    if (!found?.netMigration.ok) throw new Error('no answer')
    expect(found.netMigration.value.people).toBeCloseTo(promise.people, 0)
    expect(found.reached).toBe(found.published)
    expect(
      labResult(outset, scenario(own(2)), { ...asked, promise: { year: 2060, people: 1 } }).promise,
    ).toBeUndefined()
  })

  test.each([
    ['低すぎる出生率', own(0.2), 'fertility-out-of-range'],
    ['数でない出生率', own(Number.NaN), 'fertility-out-of-range'],
    [
      '基準より前に届く',
      { kind: 'own', fertility: 2, by: 2020, more: 0 } as const,
      'target-year-not-after-base',
    ],
    ['人口より多い移動', own(2, totalOf(outset.base)), 'migration-out-of-range'],
  ])('%s は断られる', (_, choice, why) => {
    expect(scenarioOf(outset, choice, [])).toMatchObject({ ok: false, why })
  })
})
