import { describe, expect, test } from 'vitest'
import { normalCdf } from '../indicator/forecast/normal.ts'
import { normalQuantile } from './normal-quantile.ts'
import { bitsOf, fillHeaviness, fillNormal, streamOf } from './random.ts'
import { studentBelow } from './student.ts'

const drawn = (seed: number, area: number, purpose: number, count: number, from = 0) => {
  const into = new Float64Array(count)
  fillNormal(streamOf(seed, area, purpose), from, into, count)
  return into
}
const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, each) => sum + each, 0) / values.length
const correlation = (a: Float64Array, b: Float64Array) => mean(a.map((each, at) => each * (b[at] as number)))

const COUNT = 100_000
/** Four standard errors of a mean of so many draws. */
const NEAR = 4 / Math.sqrt(COUNT)

describe('数えて引く乱数', () => {
  test('同じ種・地域・用途・番号からは、どこから数えても同じ値', () => {
    expect(drawn(7, 43203, 2, 100, 400)).toEqual(drawn(7, 43203, 2, 500).slice(400))
  })

  test.each([
    ['種', [8, 43203, 2]],
    ['種（2³²より上）', [7 + 2 ** 32, 43203, 2]],
    ['地域', [7, 43204, 2]],
    ['用途', [7, 43203, 3]],
  ] as const)('%sが違えば、関わりのない値', (_, [seed, area, purpose]) => {
    const [one, other] = [drawn(7, 43203, 2, COUNT), drawn(seed, area, purpose, COUNT)]
    expect(Math.abs(correlation(one, other))).toBeLessThan(NEAR)
  })

  test('隣の番号とも関わりがない', () => {
    const all = drawn(1, 1, 1, COUNT + 3)
    for (const lag of [1, 2, 3])
      expect(Math.abs(correlation(all.slice(0, COUNT), all.slice(lag, COUNT + lag)))).toBeLessThan(NEAR)
  })

  test('どのビットも半々', () => {
    const { first, second } = streamOf(3, 13101, 0)
    const ones = Array.from({ length: 32 }, () => 0)
    for (let path = 0; path < COUNT; path += 1) {
      const bits = bitsOf(first, second, path)
      for (let bit = 0; bit < 32; bit += 1) ones[bit] = (ones[bit] as number) + ((bits >>> bit) & 1)
    }
    for (const count of ones) expect(Math.abs(count / COUNT - 0.5)).toBeLessThan(NEAR / 2)
  })

  test('組にしても一様（256 × 256 のます目のカイ二乗）', () => {
    const { first, second } = streamOf(5, 1, 0)
    const cells = new Float64Array(65_536)
    const draws = 1_310_720
    for (let path = 0; path < draws; path += 1) {
      const cell =
        ((bitsOf(first, second, 2 * path) >>> 24) << 8) | (bitsOf(first, second, 2 * path + 1) >>> 24)
      cells[cell] = (cells[cell] as number) + 1
    }
    const expected = draws / cells.length
    const chi = cells.reduce((sum, each) => sum + (each - expected) ** 2 / expected, 0)
    expect(Math.abs(chi - 65_535) / Math.sqrt(2 * 65_535)).toBeLessThan(4)
  })

  test('正規分布に従う', () => {
    const all = drawn(11, 1, 0, COUNT).toSorted()
    const furthest = all.reduce(
      (most, z, at) => Math.max(most, Math.abs(normalCdf(z) - (at + 0.5) / COUNT)),
      0,
    )
    expect(furthest).toBeLessThan(1.95 / Math.sqrt(COUNT))
  })

  test('重さをかけると、自由度4の t 分布に従う', () => {
    const heavy = new Float64Array(COUNT)
    fillHeaviness(streamOf(1, 1, 8), streamOf(1, 1, 9), 0, heavy, COUNT)
    const all = drawn(12, 1, 0, COUNT)
      .map((z, at) => z * (heavy[at] as number))
      .toSorted()
    const furthest = all.reduce(
      (most, t, at) => Math.max(most, Math.abs(studentBelow(t) - (at + 0.5) / COUNT)),
      0,
    )
    expect(furthest).toBeLessThan(1.95 / Math.sqrt(COUNT))
  })
})

test('正規分布の分位点は、分布関数の逆', () => {
  for (let share = 0.00001; share < 1; share += 0.00271)
    expect(normalCdf(normalQuantile(share))).toBeCloseTo(share, 8)
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])
})
