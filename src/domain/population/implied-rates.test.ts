import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flatten } from './flat.ts'
import { heldOn, impliedRates, impliedSteps } from './implied-rates.ts'
import { groupsOf, type OpenAge, type Population } from './population.ts'
import { projectPopulation, step } from './step.ts'
import { nationalSurvival, separate } from './survival.ts'

const population = (open: OpenAge, most = 30_000) => {
  const length = groupsOf(open)
  const people = fc.array(fc.integer({ min: 0, max: most }), { minLength: length, maxLength: length })
  return fc.record({ male: people, female: people })
}

describe('表から率を逆に求める', () => {
  test.each([85, 90, 95] as const)(
    '%i歳以上で閉じる表: どの表も一人まで再現する（だれもいない年齢も）',
    (open) => {
      const series = fc.array(fc.oneof(population(open), population(open, 2)), { minLength: 2, maxLength: 5 })
      fc.assert(
        fc.property(series, (published) => {
          const path = projectPopulation(published[0] as Population, impliedSteps(published), 'person')
          expect(path).toEqual(published)
        }),
      )
    },
  )

  test('生残と移動に分けても、推計は変わらない', () => {
    fc.assert(
      fc.property(population(90), population(90), population(90), population(90), (a, b, whole, later) => {
        const apart = separate(impliedRates(a, b), nationalSurvival(whole, later))
        expect(step(a, apart, 'person')).toEqual(b)
        expect(Math.max(...apart.survival.male, ...apart.survival.female)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('期間の先は、最後の率をそのまま使う', () => {
    const at = (childWomanRatio: number) => ({
      survival: { male: [], female: [] },
      childWomanRatio,
      maleShare: 0.5,
    })
    expect(heldOn([at(1), at(2)], 4).map(({ childWomanRatio }) => childWomanRatio)).toEqual([1, 2, 2, 2])
    expect(heldOn([at(1), at(2)], 1)).toHaveLength(1)
    expect(() => heldOn([], 1)).toThrow('no rates to hold')
  })

  test('計算核への平らな配列は、地域・性・年齢の順', () => {
    const one = { male: [1, 2, 3], female: [4, 5, 6] }
    const two = { male: [7, 8, 9], female: [10, 11, 12] }
    const flat = flatten([
      { base: one, steps: [impliedRates(one, two)] },
      { base: two, steps: [impliedRates(two, one)] },
    ])
    expect([flat.units, flat.steps, flat.groups]).toEqual([2, 1, 3])
    expect([...flat.base]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(flat.change[0]).toBe(8)
    expect(flat.change[4]).toBe(2 / 7)
  })
})
