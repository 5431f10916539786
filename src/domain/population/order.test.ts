import { array, assert, constant, double, integer, oneof, property } from 'fast-check'
import { expect, test } from 'vitest'
import { orderRoom, quantilesInto } from './order.ts'

const SHARES = [0.1, 0.25, 0.5, 0.75, 0.9]

function quantiles(values: readonly number[], shares: readonly number[] = SHARES) {
  const into = new Float64Array(shares.length + 1)
  quantilesInto(Float64Array.from(values), values.length, shares, into, 1, orderRoom(values.length))
  return [...into.slice(1)]
}

test.each([
  ['1から10まで', [3, 1, 2, 10, 9, 8, 4, 5, 6, 7], [1, 3, 5, 8, 9]],
  ['みな同じ', [4, 4, 4], [4, 4, 4, 4, 4]],
  ['一つだけ', [7], [7, 7, 7, 7, 7]],
  ['とても遠い値がある', [1, 2, 3, 4, 1e12], [1, 2, 3, 4, 1e12]],
  ['負の値', [-5, -1, -3, -2, -4], [-5, -4, -3, -2, -1]],
] as const)('%s', (_, values, expected) => {
  expect(quantiles(values)).toEqual(expected)
})

test('並べて数えたのと同じ値', () => {
  const values = array(
    oneof(double({ min: -1e6, max: 1e6, noNaN: true }), integer({ min: 0, max: 5 }), constant(3)),
    {
      minLength: 1,
      maxLength: 3_000,
      size: 'max',
    },
  )
  assert(
    property(values, (of) => {
      const sorted = of.map((each) => each + 0).toSorted((a, b) => a - b)
      expect(quantiles(of).map((each) => each + 0)).toEqual(
        SHARES.map((share) => sorted[Math.ceil(share * of.length - 1e-9) - 1]),
      )
    }),
    { numRuns: 60 },
  )
})
