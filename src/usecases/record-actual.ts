import { can } from '#domain/access/can.ts'
import { signed } from '#domain/access/delegation.ts'
import type { Actual } from '#domain/indicator/actual.ts'
import type { RecordedActual } from '#domain/indicator/recorded.ts'
import { currentActuals, fallsBack, standingRecord } from '#domain/indicator/series.ts'
import { accumulationOf } from '#domain/indicator/settled.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { listActuals, saveActual } from '#store/actuals.ts'
import { writeDown } from '#store/changes.ts'
import { closedYears } from '#store/cycle.ts'
import { loadShared } from '#store/plans.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { runningYear } from './today.ts'

export type ActualReport = {
  readonly indicator: string
  readonly actual: Actual
  readonly note?: string
  readonly source?: string
  /** Id of the record that the person saw and means to replace; absent for a first value. */
  readonly corrects?: string
  readonly reason?: string
}

/** Longest note, source or reason, in characters. */
const LONGEST = 2_000

export type RecordRefused =
  | 'not-allowed'
  | 'no-such-indicator'
  | 'year-is-closed'
  | 'somebody-was-faster'
  | 'reason-missing'
  | 'nothing-changed'
  | 'total-falls'
  | 'year-not-over'
  | 'too-long'

/**
 * 実績値を記録する・直す. The value and who said so are saved together or not at all. A correction names the record it replaces
 * and its reason; if somebody else replaced it meanwhile, nothing is written and both can be shown.
 * A closed year keeps the values it was closed with; a statistic that comes out years later may still be entered where there
 * was none. The judgement frozen at the closing stands.
 */
export async function recordActual(
  tx: WriteTx,
  { actor, now }: Doing,
  { indicator: id, actual, note, source, corrects, reason }: ActualReport,
): Promise<Outcome<{ readonly id: string }, RecordRefused>> {
  const indicator = (await loadShared(tx)).indicators.find((each) => each.id === id)
  if (!indicator) return refuse('no-such-indicator', { id })
  const owner = indicator.department === 'not-stated' ? undefined : indicator.department
  if (!can(actor, 'actual:write', owner)) return refuse('not-allowed')
  if (actual.year > runningYear(now)) return refuse('year-not-over', { year: actual.year })

  const long = [note, source, reason].find((text) => (text?.length ?? 0) > LONGEST)
  if (long !== undefined) return refuse('too-long', { length: long.length, most: LONGEST })

  const records = await listActuals(tx, [id])
  const standing = standingRecord(records, actual.year, actual.vintage)
  const closed = (await closedYears(tx, id)).find((each) => each.year === actual.year)
  if (closed && standing?.actual.kind === 'known') return refuse('year-is-closed', closed)
  if (standing?.id !== corrects) return refuse('somebody-was-faster', told(standing))
  if (standing && !reason?.trim()) return refuse('reason-missing')
  if (standing && same(standing, { actual, note, source })) return refuse('nothing-changed')
  if (accumulationOf(indicator) === 'cumulative') {
    const next = [...currentActuals(records).filter((each) => each.year !== actual.year), actual]
    const fall = fallsBack(next).find(({ from, to }) => from.year === actual.year || to.year === actual.year)
    if (fall)
      return refuse('total-falls', {
        fromYear: fall.from.year,
        from: fall.from.value,
        toYear: fall.to.year,
        to: fall.to.value,
      })
  }
  return done({
    id: await write(
      tx,
      { actor: { ...actor, name: signed(actor, 'actual:write', owner) }, now },
      { indicator: id, actual, note, source, corrects, reason },
    ),
  })
}

/** 記録を取り下げる (undo): the year has no value again; the record and the reason stay. */
export async function withdrawActual(
  tx: WriteTx,
  { actor, now }: Doing,
  {
    indicator: id,
    record,
    reason,
  }: { readonly indicator: string; readonly record: string; readonly reason: string },
): Promise<Outcome<{ readonly id: string }, RecordRefused>> {
  const indicator = (await loadShared(tx)).indicators.find((each) => each.id === id)
  const records = await listActuals(tx, [id])
  const found = records.find((each) => each.id === record)
  if (!indicator || !found) return refuse('no-such-indicator', { id })
  const owner = indicator.department === 'not-stated' ? undefined : indicator.department
  if (!can(actor, 'actual:write', owner)) return refuse('not-allowed')
  const { year, vintage } = found.actual
  const closed = (await closedYears(tx, id)).find((each) => each.year === year)
  if (closed) return refuse('year-is-closed', closed)
  const standing = standingRecord(records, year, vintage)
  if (standing?.id !== record) return refuse('somebody-was-faster', told(standing))
  if (!reason.trim()) return refuse('reason-missing')
  const before = records.find((each) => each.id === found.corrects)
  // Undoing a correction brings back what it replaced; undoing a first value leaves none.
  const actual = before?.actual ?? { kind: 'withdrawn' as const, year, ...(vintage ? { vintage } : {}) }
  return done({
    id: await write(
      tx,
      { actor: { ...actor, name: signed(actor, 'actual:write', owner) }, now },
      {
        indicator: id,
        actual,
        note: before?.note,
        source: before?.source,
        corrects: record,
        reason,
      },
    ),
  })
}

async function write(
  tx: WriteTx,
  { actor, now }: Doing,
  input: Pick<RecordedActual, 'indicator' | 'actual'> & {
    readonly [key in 'note' | 'source' | 'corrects' | 'reason']: string | undefined
  },
): Promise<string> {
  const { indicator, actual, note, source, corrects, reason } = input
  const change = await writeDown(tx, {
    at: now,
    actor: actor.name,
    role: actor.role,
    action: corrects === undefined ? 'actual:record' : 'actual:correct',
    subject: `indicator:${indicator}`,
    ...(reason ? { reason } : {}),
    detail: {
      year: actual.year,
      ...(actual.kind === 'known' ? { value: actual.value } : { kind: actual.kind }),
    },
  })
  return saveActual(tx, {
    indicator,
    actual,
    change,
    ...(note ? { note } : {}),
    ...(source ? { source } : {}),
    ...(corrects ? { corrects } : {}),
    ...(reason ? { reason } : {}),
    recordedAt: now,
    recordedBy: actor.name,
  })
}

const told = (standing: RecordedActual | undefined) => ({
  value: standing?.actual.kind === 'known' ? standing.actual.value : '',
  by: standing?.recordedBy ?? '',
  at: standing?.recordedAt ?? '',
})

const same = (
  standing: RecordedActual,
  next: { readonly actual: Actual; readonly note: string | undefined; readonly source: string | undefined },
): boolean =>
  JSON.stringify(sorted(standing.actual)) === JSON.stringify(sorted(next.actual)) &&
  (standing.note ?? '') === (next.note ?? '') &&
  (standing.source ?? '') === (next.source ?? '')

const sorted = (value: object) => Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
