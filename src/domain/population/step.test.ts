import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageLabels, groupsOf, type Population, sum, threeGroups, totalOf } from './population.ts'
import { maleShareOf, type StepRates } from './rates.ts'
import { control, explain, projectPopulation, step } from './step.ts'

const GROUPS = groupsOf(90)
const flat = (value: number, length = GROUPS) => Array.from({ length }, () => value)
const rates = (survival: number, childWomanRatio: number, migration = 0): StepRates => ({
  survival: { male: flat(survival, GROUPS - 1), female: flat(survival, GROUPS - 1) },
  migration: { male: flat(migration, GROUPS - 1), female: flat(migration, GROUPS - 1) },
  childWomanRatio,
  maleShare: maleShareOf(105.2),
})

const people = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: GROUPS, maxLength: GROUPS })
const anyPopulation = fc.record({ male: people, female: people })
const share = fc.double({ min: 0, max: 1, noNaN: true })
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * (1 + Math.abs(a) + Math.abs(b))

describe('コーホート要因法の一段', () => {
  test('年齢の区分', () => {
    expect(ageLabels(90)).toHaveLength(19)
    expect(ageLabels(95).at(-1)).toBe('95+')
    expect(ageLabels(85)[0]).toBe('0–4')
  })

  test('生まれも死にも移りもしなければ、年齢が一つ進むだけ', () => {
    fc.assert(
      fc.property(anyPopulation, (now) => {
        const after = step(now, rates(1, 0))
        for (const sex of ['male', 'female'] as const) {
          expect(after[sex].slice(1, -1)).toEqual(now[sex].slice(0, -2))
          expect(after[sex].at(-1)).toBe((now[sex].at(-1) ?? 0) + (now[sex].at(-2) ?? 0))
          expect(after[sex][0]).toBe(0)
        }
      }),
    )
  })

  test('もとの人口が2倍なら結果も2倍（線形）で、だれも負にならない', () => {
    fc.assert(
      fc.property(anyPopulation, share, share, (now, survival, births) => {
        const twice: Population = { male: now.male.map((n) => n * 2), female: now.female.map((n) => n * 2) }
        const one = step(now, rates(survival, births))
        expect(close(totalOf(step(twice, rates(survival, births))), 2 * totalOf(one))).toBe(true)
        expect(Math.min(...one.male, ...one.female)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('出生・死亡・移動のほかに、人は現れず消えない', () => {
    fc.assert(
      fc.property(
        anyPopulation,
        share,
        share,
        fc.double({ min: -0.2, max: 0.2, noNaN: true }),
        (now, survival, births, moved) => {
          const told = explain(now, rates(survival, births, moved))
          const change =
            told.births.male +
            told.births.female -
            sum(told.deaths.male) -
            sum(told.deaths.female) +
            sum(told.migrants.male) +
            sum(told.migrants.female)
          expect(close(totalOf(told.after), totalOf(now) + change)).toBe(true)
        },
      ),
    )
  })

  test('人口のない年齢にも、移動数なら加えられる', () => {
    const nobody = { male: flat(0), female: flat(0) }
    const arriving = { ...rates(0.9, 0), additive: { male: flat(2), female: flat(3) } }
    const after = step(nobody, arriving)
    expect(after.male).toEqual(flat(2))
    expect(after.female).toEqual(flat(3))
  })

  test('端数を丸めるときは、子ども・男児を丸め、女児は残り', () => {
    const now = { male: flat(101), female: flat(103) }
    const after = step(now, rates(0.97, 0.211), 'person')
    const women = sum(after.female.slice(3, 10))
    const children = Math.round(0.211 * women)
    expect((after.male[0] ?? 0) + (after.female[0] ?? 0)).toBe(children)
    expect([...after.male, ...after.female].every(Number.isInteger)).toBe(true)
  })

  test('率の数が合わなければ、そう言って止まる', () => {
    expect(() =>
      step({ male: flat(1), female: flat(1) }, { ...rates(1, 0), survival: { male: [1], female: [1] } }),
    ).toThrow('19 age groups want 18 rates, not 1')
  })

  test('全国値に合わせると、どの性・年齢も合計がちょうどになる', () => {
    fc.assert(
      fc.property(anyPopulation, anyPopulation, (one, other) => {
        const total = { male: flat(500), female: flat(700) }
        const [a, b] = control([one, other], total) as [Population, Population]
        total.male.forEach((wanted, age) => {
          const before = (one.male[age] ?? 0) + (other.male[age] ?? 0)
          expect(close((a.male[age] ?? 0) + (b.male[age] ?? 0), before > 0 ? wanted : 0)).toBe(true)
        })
      }),
    )
  })

  test('年齢3区分と75歳以上', () => {
    expect(threeGroups({ male: flat(1), female: flat(1) })).toEqual({
      young: 6,
      working: 20,
      old: 12,
      over75: 8,
    })
    expect(projectPopulation({ male: flat(1), female: flat(1) }, [rates(1, 0), rates(1, 0)])).toHaveLength(3)
  })
})
