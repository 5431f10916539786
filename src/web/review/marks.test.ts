import { describe, expect, test } from 'vitest'
import type { DraftEntry } from '#domain/document/draft.ts'
import { decimal } from '#domain/shared/decimal.ts'
import { locate, markedPage } from './marks.ts'

const grounds = { rule: 'r', confidence: 0.9, at: { line: 5 }, text: '' }
const visitors: DraftEntry = {
  kind: 'indicator',
  id: 'e1',
  grounds,
  name: '観光客数',
  baseline: { value: decimal('50'), printed: '50', at: { line: 5 } },
  targets: [{ value: decimal('2541'), printed: '2,541', at: { line: 6 }, role: 'final' }],
  actuals: [],
  relisted: false,
}
const entries = [{ entry: visitors, state: 'open', corrected: false }] as const

describe('原文の中の場所', () => {
  test.each([
    // 行                          探すもの        見つかるところ
    ['観光客数 2,541人', '2,541', '2,541'],
    ['観 光 客 数　２，５４１人', '観光客数', '観 光 客 数'],
    ['観光客数　２，５４１人', '2,541', '２，５４１'],
    ['1,250 と 50', '50', '50'],
    ['1,250', '50', undefined],
    ['何もない', '', undefined],
  ])('「%s」の中の「%s」', (line, text, found) => {
    const at = locate(line, text)
    expect(at && line.slice(at.from, at.to)).toBe(found)
    if (found === '50') expect(at?.from).toBe(line.length - 2)
  })

  test('行と表のセルに、読み取ったところの印がつく', () => {
    const page = {
      number: 1,
      blocks: [
        { kind: 'line', text: '観光客数は50', at: { line: 5 } },
        {
          kind: 'table',
          at: { line: 6 },
          rows: [
            [
              { text: '目標', at: { line: 6 } },
              { text: '2,541', at: { line: 6 } },
            ],
          ],
        },
        { kind: 'line', text: '印のない行', at: { line: 7 } },
      ],
    } as const
    const blocks = markedPage(page, { entries, remarks: [{ mark: 'm', line: 7 }], onlyPage: true })
    const [line, table, last] = blocks
    expect(line?.kind === 'line' && line.stretches.map(({ text, entry }) => [text, entry])).toEqual([
      ['観光客数', 'e1'],
      ['は', undefined],
      ['50', 'e1'],
    ])
    expect(
      table?.kind === 'table' && table.rows[0]?.cells.map(({ stretches }) => stretches[0]?.entry),
    ).toEqual([undefined, 'e1'])
    expect(last?.kind === 'line' && last.remarks).toEqual(['m'])
  })

  test('ほかの頁・ほかのシートのものには印がつかない', () => {
    const page = {
      number: 2,
      name: '表2',
      blocks: [{ kind: 'line', text: '観光客数は50', at: { line: 5 } }],
    } as const
    const on = (at: { page?: number; sheet?: string }) => {
      const entry = { ...visitors, grounds: { ...grounds, at: { ...at, line: 5 } } }
      const [block] = markedPage(page, {
        entries: [{ entry, state: 'open', corrected: false }],
        remarks: [],
        onlyPage: false,
      })
      return block?.kind === 'line' && block.stretches[0]?.entry
    }
    expect([on({ page: 2 }), on({ page: 1 }), on({ sheet: '表2' }), on({ sheet: '表1' })]).toEqual([
      'e1',
      undefined,
      'e1',
      undefined,
    ])
  })
})
