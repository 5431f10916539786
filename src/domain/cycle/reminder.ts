import { dayAfter, daysBetween } from './calendar.ts'
import type { Task } from './task.ts'

/** Id of the government's setting that holds its {@link ReminderRules}. */
export const REMINDERS = 'reminders'

/** 知らせの決まり: whether to remind at all, how many days before and after the day, and on which day of the week the digest goes out (1 is Monday). */
export type ReminderRules = {
  readonly on: boolean
  readonly before: readonly number[]
  readonly after: number
  readonly everyDays: number
  readonly digest: boolean
  readonly digestDay: number
}

export const USUAL_REMINDERS: ReminderRules = {
  ...{ on: true, before: [7, 1], after: 1, everyDays: 7, digest: true, digestDay: 1 },
}

/** 知らせる日: the latest day, up to today, on which a task with this due day wants a letter; undefined while none has come. */
export function reminderDay(due: string, { before, after, everyDays }: ReminderRules, today: string) {
  const late = daysBetween(due, today)
  if (late >= after) return dayAfter(due, after + Math.floor((late - after) / everyDays) * everyDays)
  const past = before.filter((days) => -days <= late)
  return past.length > 0 ? dayAfter(due, -Math.min(...past)) : undefined
}

/** まとめの日: the latest day of the week on which digests go out, up to today. */
export function digestDay({ digestDay: wanted }: ReminderRules, today: string): string {
  // 1970-01-01 was a Thursday.
  const weekday = (daysBetween('1970-01-01', today) + 4) % 7
  return dayAfter(today, -((weekday - wanted + 7) % 7))
}

/** 一通の知らせ: everything open that one person holds. */
export type Reminder = {
  readonly user: string
  /** Names the letter for good: the same slot is never queued twice for a person. */
  readonly slot: string
  readonly tasks: readonly Task[]
}

/**
 * 知らせを作る: one letter for each person, whose day is the latest that any of their tasks asks for. Whoever was told on that day is not told
 * again, and a day on which nothing ran is made up for.
 */
export function remindersOf(
  tasks: readonly Task[],
  { year, rules, today }: { readonly year: number; readonly rules: ReminderRules; readonly today: string },
): readonly Reminder[] {
  if (!rules.on) return []
  const held = tasks.flatMap((task) => task.holders.map(({ user }) => ({ user, task })))
  return [...Map.groupBy(held, ({ user }) => user)].flatMap(([user, own]): readonly Reminder[] => {
    const days = own.flatMap(({ task: { due } }) => (due && reminderDay(due, rules, today)) || [])
    const day = days.sort().at(-1)
    return day === undefined
      ? []
      : [{ user, slot: `reminder:${year}:${day}`, tasks: own.map(({ task }) => task) }]
  })
}

/** 課ごとの数: what a digest says of each department. */
export const countByDepartment = (
  tasks: readonly Task[],
): readonly { readonly department: string | undefined; readonly open: number; readonly overdue: number }[] =>
  [...Map.groupBy(tasks, ({ department }) => department)].map(([department, own]) => ({
    ...{ department, open: own.length },
    overdue: own.filter(({ overdue }) => overdue > 0).length,
  }))
