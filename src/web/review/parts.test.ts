import { describe, expect, test } from 'vitest'
import { partsOf, partWith } from './parts.ts'

const page = (number: number, lines: number) => ({
  number,
  blocks: Array.from({ length: lines }, (_, at) => ({
    kind: 'line' as const,
    text: `${at}`,
    at: { line: at + 1 },
  })),
})

describe('長い頁を分ける', () => {
  test('短い頁はそのまま、長い頁は行をなくさず分かれる', () => {
    const parts = partsOf([page(1, 3), page(2, 1500)])
    expect(parts.map(({ number, blocks }) => [number, blocks.length])).toEqual([
      [1, 3],
      [2, 600],
      [2, 600],
      [2, 300],
    ])
    expect(partsOf([page(1, 0)])).toHaveLength(1)
  })

  test.each([
    [{ page: 1, line: 2 }, 0],
    [{ page: 2, line: 600 }, 1],
    [{ page: 2, line: 601 }, 2],
    [{ page: 2, line: 9_999 }, 3],
    [{ line: 1 }, 0],
    [{ page: 7, line: 1 }, 0],
  ])('%j は %i 番目の部分にある', (place, part) => {
    expect(partWith(partsOf([page(1, 3), page(2, 1500)]), place)).toBe(part)
  })
})
