import { describe, expect, test } from 'vitest'
import { dueOn, isEditable, moveReport, type ReportMove, reportState } from './report.ts'

describe('報告の状態', () => {
  test.each([
    // 入力  手                                        状態         書けるか
    [false, [], 'empty', true],
    [true, [], 'entered', true],
    [true, ['submit'], 'submitted', false],
    [true, ['submit', 'take-back'], 'entered', true],
    [true, ['submit', 'return'], 'returned', true],
    [true, ['submit', 'return', 'submit', 'approve'], 'approved', false],
    [true, ['approve'], 'entered', true],
  ] as const)('入力 %s、%j → %s', (entered, moves, state, editable) => {
    expect(reportState(entered, moves)).toBe(state)
    expect(isEditable(state)).toBe(editable)
  })

  test.each([
    ['empty', 'submit', 'nothing-entered'],
    ['submitted', 'submit', 'already-submitted'],
    ['entered', 'approve', 'not-submitted'],
    ['returned', 'return', 'not-submitted'],
    ['approved', 'submit', 'already-approved'],
    ['approved', 'take-back', 'already-approved'],
  ] as const)('%s からは %s できない', (state, move: ReportMove, why) => {
    expect(moveReport(state, move)).toMatchObject({ ok: false, why })
  })

  test('しめきりは、見る年度の翌年', () => {
    expect(dueOn(2025, [{ stage: 'report', from: '05-01', to: '06-14' }])).toBe('2026-06-14')
    expect(dueOn(2025, [{ stage: 'review', from: '09-01' }])).toBeUndefined()
  })
})
