import { can } from '#domain/access/can.ts'
import type { StageDates } from '#domain/cycle/calendar.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { findRound, type Round, saveRound } from '#store/reports.ts'
import { saveStageMove } from '#store/stage-moves.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { isDay, runningYear } from './today.ts'

/** 収集を始める, or change its dates, which wants a reason. A year that is not over has nothing to collect. */
export async function openRound(
  tx: WriteTx,
  { actor, now }: Doing,
  {
    year,
    dates,
    reason,
  }: { readonly year: number; readonly dates: readonly StageDates[]; readonly reason?: string },
): Promise<Outcome<Round, 'not-allowed' | 'year-not-over' | 'month-day-not-understood' | 'reason-missing'>> {
  if (!can(actor, 'round:open')) return refuse('not-allowed')
  if (year >= runningYear(now)) return refuse('year-not-over', { year })
  const wrong = dates
    .flatMap(({ from, to }) => [from, to ?? from])
    .find((day) => !isDay(`${year + 1}-${day}`))
  if (wrong !== undefined) return refuse('month-day-not-understood', { value: wrong })
  const before = await findRound(tx, year)
  if (before && !reason?.trim()) return refuse('reason-missing')
  const change = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: before ? 'round:change' : 'round:open' },
    subject: 'round',
    ...(reason?.trim() ? { reason: reason.trim() } : {}),
    detail: { year },
  })
  const round: Round = { year, dates, ...(reason ? { reason } : {}), openedAt: now, openedBy: actor.name }
  await saveRound(tx, change, round)
  if (!before)
    await saveStageMove(tx, { year, change, stage: 'report', move: 'begin', at: now, by: actor.name })
  return done(round)
}
