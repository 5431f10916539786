import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PoolRates, poolStep } from './pool.ts'
import { groupsOf, type Population, sum, totalOf } from './population.ts'
import { step } from './step.ts'

const GROUPS = groupsOf(95)
const flat = (value: number, length = GROUPS - 1) => Array.from({ length }, () => value)
const both = (value: number, length?: number) => ({ male: flat(value, length), female: flat(value, length) })
const rates = (out: number, share: number): PoolRates => ({
  survival: both(0.98),
  out: both(out),
  share: both(share),
  childWomanRatio: 0.2,
  maleShare: 0.5,
})
const people = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: GROUPS, maxLength: GROUPS })
const anyPopulation = fc.record({ male: people, female: people })
const share = fc.double({ min: 0, max: 1, noNaN: true })
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * (1 + Math.abs(a) + Math.abs(b))

describe('プール方式の一段', () => {
  test('国内の移動では、生まれた子のほかに人は増えも減りもしない', () => {
    fc.assert(
      fc.property(anyPopulation, anyPopulation, share, share, share, (one, other, outOne, outOther, to) => {
        const areas = [
          { now: one, rates: rates(outOne, to) },
          { now: other, rates: rates(outOther, 1 - to) },
        ]
        const after = poolStep(areas)
        const older = (all: readonly Population[]) =>
          sum(all.map(({ male, female }) => sum(male.slice(1)) + sum(female.slice(1))))
        const kept = (totalOf(one) + totalOf(other)) * 0.98
        expect(close(older(after), kept)).toBe(true)
        for (const { male, female } of after) expect(Math.min(...male, ...female)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('だれも動かなければ、ふつうの一段と同じ', () => {
    fc.assert(
      fc.property(anyPopulation, (now) => {
        const [after] = poolStep([{ now, rates: rates(0, 1) }])
        const plain = step(now, { survival: both(0.98), childWomanRatio: 0.2, maleShare: 0.5 })
        for (const sex of ['male', 'female'] as const)
          after?.[sex].forEach((value, age) => {
            expect(close(value, plain[sex][age] ?? Number.NaN)).toBe(true)
          })
      }),
    )
  })

  test('国際人口移動は、着いた年齢にそのまま加わる', () => {
    const now = both(1_000, GROUPS)
    const abroad = { ...rates(0.1, 1), international: both(5) }
    const [without] = poolStep([{ now, rates: rates(0.1, 1) }])
    const [withThem] = poolStep([{ now, rates: abroad }])
    expect((withThem?.male[4] ?? 0) - (without?.male[4] ?? 0)).toBeCloseTo(5, 9)
  })

  test('全国値に合わせる', () => {
    const total = both(700, GROUPS)
    const after = poolStep(
      [
        { now: both(100, GROUPS), rates: rates(0.1, 0.4) },
        { now: both(300, GROUPS), rates: rates(0.2, 0.6) },
      ],
      total,
    )
    total.male.forEach((wanted, age) => {
      expect(sum(after.map(({ male }) => male[age] ?? 0))).toBeCloseTo(wanted, 6)
    })
  })

  test('配分率の合計が1でなければ、そう言って止まる', () => {
    expect(() => poolStep([{ now: both(1, GROUPS), rates: rates(0.1, 0.9) }])).toThrow('sum to 0.9, not 1')
  })
})
