import { describe, expect, test } from 'vitest'
import { cdf, condensed, type Mixture, quantile } from './mixture.ts'
import { normalCdf } from './normal.ts'

describe('正規分布とその混合', () => {
  test.each([
    // z     P(Z ≤ z)、数表の値
    [0, 0.5],
    [1, 0.841344746068543],
    [-1.959963984540054, 0.025],
    [1.2815515655446004, 0.9],
    [-4, 3.167124183311986e-5],
    [-8, 6.220960574271785e-16],
    [40, 1],
    [-40, 0],
  ])('P(Z ≤ %d) = %d', (z, p) => {
    expect(Math.abs(normalCdf(z) - p)).toBeLessThan(1e-13)
  })

  const two: Mixture = [
    { weight: 0.7, mean: 0, sd: 1 },
    { weight: 0.3, mean: 5, sd: 0.5 },
  ]

  test.each([0.025, 0.1, 0.5, 0.7, 0.9, 0.975])('%d の分位点は、分布関数の逆', (p) => {
    expect(cdf(two, quantile(two, p))).toBeCloseTo(p, 8)
  })

  test('まとめても、平均と分散は変わらず、分位点はほとんど変わらない', () => {
    const many: Mixture = Array.from({ length: 2000 }, (_, at) => ({
      weight: 1 / 2000,
      mean: Math.sin(at) * 2,
      sd: 0.5 + (at % 17) / 10,
    }))
    const few = condensed(many)
    const mean = (of: Mixture) => of.reduce((sum, part) => sum + part.weight * part.mean, 0)
    const square = (of: Mixture) =>
      of.reduce((sum, part) => sum + part.weight * (part.mean ** 2 + part.sd ** 2), 0)
    expect(few.length).toBeLessThan(many.length / 2)
    expect(mean(few)).toBeCloseTo(mean(many), 9)
    expect(square(few)).toBeCloseTo(square(many), 9)
    for (const p of [0.025, 0.25, 0.5, 0.9]) expect(quantile(few, p)).toBeCloseTo(quantile(many, p), 2)
  })
})
