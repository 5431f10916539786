import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeAnswers, type ReturnedRow } from './merge-answers.ts'
import { type AnswerFields, EMPTY_ANSWER } from './report.ts'

const fields = (value: string, note = ''): AnswerFields => ({ ...EMPTY_ANSWER, value, note })
const row = (base: AnswerFields, workbook: AnswerFields): ReturnedRow => ({
  indicator: 'i',
  fields: workbook,
  base,
  cell: 'I7',
})
const page = (of: AnswerFields, state: 'entered' | 'submitted' = 'entered') =>
  new Map([
    [
      'i',
      {
        answer: {
          id: '5',
          year: 2025,
          indicator: 'i',
          fields: of,
          via: 'page' as const,
          savedAt: '2026-06-10',
          savedBy: '佐藤',
        },
        state,
      },
    ],
  ])

describe('調査票と画面の突き合わせ', () => {
  test.each([
    // 書き出したとき      画面            調査票           取り込む値      食い違い
    ['調査票だけが書いた', fields(''), fields(''), fields('7'), '7', 0],
    ['画面だけが書いた', fields(''), fields('6'), fields(''), undefined, 0],
    ['同じことを書いた', fields(''), fields('6'), fields('6'), undefined, 0],
    ['違うことを書いた', fields(''), fields('6'), fields('7'), undefined, 1],
    ['調査票が消した', fields('5'), fields('5'), fields(''), '', 0],
    ['画面が値、調査票が備考', fields(''), fields('6'), fields('', '増'), '6', 0],
  ] as const)('%s', (_, base, ours, workbook, taken, conflicts) => {
    const merged = mergeAnswers([row(base, workbook)], page(ours))
    expect(merged.save[0]?.fields.value).toBe(taken)
    expect(merged.conflicts).toHaveLength(conflicts)
  })

  test('食い違いは、選べば片方になり、もう片方は書かれない', () => {
    const both = [row(fields(''), fields('7'))]
    const choose = (side: 'page' | 'workbook') =>
      mergeAnswers(both, page(fields('6')), new Map([['i value', side]]))
    expect(choose('workbook')).toMatchObject({ save: [{ fields: { value: '7' }, seen: '5' }], conflicts: [] })
    expect(choose('page')).toMatchObject({ save: [], conflicts: [], unchanged: 1 })
  })

  test('提出ずみのものは書き換えず、そう言う', () => {
    const merged = mergeAnswers([row(fields(''), fields('7'))], page(fields(''), 'submitted'))
    expect(merged).toMatchObject({ save: [], locked: ['i'] })
  })

  test('同じ調査票を二度取り込んでも、二度目は何も変えない', () => {
    const text = fc.constantFrom('', '1', '2')
    fc.assert(
      fc.property(text, text, text, (was, ours, theirs) => {
        const returned = [row(fields(was), fields(theirs))]
        const once = mergeAnswers(returned, page(fields(ours)))
        const after = once.save[0]?.fields ?? fields(ours)
        const twice = mergeAnswers(returned, page(after))
        expect(twice.save).toEqual([])
        expect(twice.conflicts.length).toBe(once.conflicts.length)
      }),
    )
  })
})
