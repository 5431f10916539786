import { describe, expect, test } from 'vitest'
import { digestDay, reminderDay, remindersOf, USUAL_REMINDERS } from './reminder.ts'
import type { Task } from './task.ts'

describe('知らせる日', () => {
  test.each([
    // しめきり 6月19日 のとき     今日         知らせる日
    ['8日前は、まだ', '2026-06-11', undefined],
    ['7日前', '2026-06-12', '2026-06-12'],
    ['6日前に動き出しても、7日前のぶん', '2026-06-13', '2026-06-12'],
    ['2日前も、7日前のぶんだけ', '2026-06-17', '2026-06-12'],
    ['前日', '2026-06-18', '2026-06-18'],
    ['当日は、前日のぶんだけ', '2026-06-19', '2026-06-18'],
    ['翌日', '2026-06-20', '2026-06-20'],
    ['遅れて7日めまでは、翌日のぶん', '2026-06-26', '2026-06-20'],
    ['あとは週に一度', '2026-06-27', '2026-06-27'],
    ['ひと月あとも週に一度', '2026-07-20', '2026-07-18'],
  ] as const)('%s', (_, today, day) => expect(reminderDay('2026-06-19', USUAL_REMINDERS, today)).toBe(day))

  test.each([
    ['月曜', '2026-06-15', '2026-06-15'],
    ['日曜は前の月曜', '2026-06-21', '2026-06-15'],
    ['火曜も前の月曜', '2026-06-16', '2026-06-15'],
  ] as const)('まとめ: %s', (_, today, day) => expect(digestDay(USUAL_REMINDERS, today)).toBe(day))
})

const task = (subject: string, due: string | undefined, ...users: readonly string[]): Task => ({
  ...{ kind: 'report-to-enter', subject, department: 'fish', overdue: 0 },
  ...(due ? { due } : {}),
  holders: users.map((user) => ({ user, name: user })),
})

describe('一人に一通', () => {
  const rules = USUAL_REMINDERS
  const of = (tasks: readonly Task[], today: string, changed = {}) =>
    remindersOf(tasks, { year: 2025, rules: { ...rules, ...changed }, today }).map(
      ({ user, slot, tasks: own }) => [user, slot, own.map(({ subject }) => subject).join()],
    )
  test('その人のしごとをすべて並べ、日はいちばん新しいもの', () => {
    const tasks = [
      task('a', '2026-06-19', 'r1', 'r2'),
      task('b', '2026-06-24', 'r1'),
      task('c', undefined, 'r1'),
    ]
    expect(of(tasks, '2026-06-18')).toEqual([
      ['r1', 'reminder:2025:2026-06-18', 'a,b,c'],
      ['r2', 'reminder:2025:2026-06-18', 'a'],
    ])
  })
  test('だれも持っていないもの、まだ先のもの、止めた団体には出さない', () => {
    expect(of([task('a', '2026-06-19')], '2026-06-18')).toEqual([])
    expect(of([task('a', '2026-07-19', 'r1')], '2026-06-18')).toEqual([])
    expect(of([task('a', '2026-06-19', 'r1')], '2026-06-18', { on: false })).toEqual([])
  })
  test('日数を変えた団体では、その日に', () => {
    expect(of([task('a', '2026-06-19', 'r1')], '2026-06-16', { before: [3] })).toEqual([
      ['r1', 'reminder:2025:2026-06-16', 'a'],
    ])
  })
})
