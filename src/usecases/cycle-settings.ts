import { can } from '#domain/access/can.ts'
import { CYCLE_DATES, type StageDates, USUAL_DATES } from '#domain/cycle/calendar.ts'
import { REMINDERS, type ReminderRules, USUAL_REMINDERS } from '#domain/cycle/reminder.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { findSetting, saveSetting } from '#store/settings.ts'
import type { ReadTx, WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { isDay } from './today.ts'

/** いつもの日程 of the government, or what is usual where it set none. */
export const usualDates = async (tx: ReadTx): Promise<readonly StageDates[]> => {
  const own = (await findSetting(tx, CYCLE_DATES)) as readonly StageDates[] | undefined
  return own && own.length > 0 ? own : USUAL_DATES
}

export const reminderRules = async (tx: ReadTx): Promise<ReminderRules> => ({
  ...USUAL_REMINDERS,
  ...((await findSetting(tx, REMINDERS)) as Partial<ReminderRules> | undefined),
})

type Refused = 'not-allowed' | 'month-day-not-understood' | 'days-not-understood' | 'stage-ends-first'

/** いつもの日程を決める: the dates with which the next years begin. */
export async function saveUsualDates(
  tx: WriteTx,
  doing: Doing,
  dates: readonly StageDates[],
): Promise<Outcome<null, Refused>> {
  if (!can(doing.actor, 'cycle:move')) return refuse('not-allowed')
  for (const { stage, from, to } of dates) {
    const wrong = [from, to ?? from].find((day) => !isDay(`2027-${day}`))
    if (wrong !== undefined) return refuse('month-day-not-understood', { value: wrong })
    if (to !== undefined && to < from) return refuse('stage-ends-first', { stage })
  }
  return save(tx, doing, CYCLE_DATES, dates)
}

/** 知らせの決まりを変える. */
export async function saveReminderRules(
  tx: WriteTx,
  doing: Doing,
  rules: ReminderRules,
): Promise<Outcome<null, Refused>> {
  if (!can(doing.actor, 'cycle:move')) return refuse('not-allowed')
  const days = [...rules.before, rules.after, rules.everyDays]
  if (!days.every((each) => Number.isInteger(each) && each >= 1 && each <= 60))
    return refuse('days-not-understood')
  if (!(rules.digestDay >= 1 && rules.digestDay <= 7)) return refuse('days-not-understood')
  return save(tx, doing, REMINDERS, rules)
}

async function save(
  tx: WriteTx,
  { actor, now }: Doing,
  id: string,
  body: unknown,
): Promise<Outcome<null, never>> {
  const change = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'structure:save', subject: `setting:${id}` },
  })
  await saveSetting(tx, { id: change, at: now }, id, body)
  return done(null)
}

/** 日程と知らせの決まり, as they stand. */
export const cycleSettings = async (tx: ReadTx) => ({
  dates: await usualDates(tx),
  rules: await reminderRules(tx),
})
