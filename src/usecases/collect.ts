import { can } from '#domain/access/can.ts'
import { signed } from '#domain/access/delegation.ts'
import { actualOf, checkAnswer, isReady } from '#domain/cycle/check-answer.ts'
import { moveReport, type ReportMove, type ReportRefused } from '#domain/cycle/report.ts'
import { BY_APPROVAL } from '#domain/indicator/recorded.ts'
import { currentActuals, standingRecord } from '#domain/indicator/series.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { fiscalYear } from '#domain/shared/year.ts'
import { listActuals } from '#store/actuals.ts'
import { writeDown } from '#store/changes.ts'
import { saveReportMove } from '#store/reports.ts'
import type { WriteTx } from '#store/transaction.ts'
import { findAsked, ownerOf } from './asked.ts'
import type { Doing } from './doing.ts'
import { partsOf } from './parts.ts'
import { recordActual } from './record-actual.ts'
import type { SaveRefused } from './save-answers.ts'
import { refuseIfLocked, stagesOf } from './stages.ts'

export type MoveRefused =
  | ReportRefused
  | SaveRefused
  | 'reason-missing'
  | 'not-ready'
  | 'somebody-was-faster'
  | Extract<Awaited<ReturnType<typeof recordActual>>, { ok: false }>['why']

export type ToMove = {
  readonly year: number
  readonly indicators: readonly string[]
  readonly move: ReportMove
  readonly reason?: string
  /** 見ていた回答: the answer of each indicator that the person had before them; absent for who looks at none. */
  readonly seen?: ReadonlyMap<string, string>
}

/**
 * 提出する・取り戻す・差し戻す・承認する, several at once and all or none. What is submitted must be ready; what is approved is recorded as the
 * actual in the same step, so a value is never approved and missing. What changed since it was seen is refused: nobody approves a value unseen.
 */
export async function moveReports(
  tx: WriteTx,
  { actor, now }: Doing,
  { year, indicators, move, reason, seen }: ToMove,
): Promise<Outcome<{ readonly moved: number }, MoveRefused>> {
  if (move === 'return' && !reason?.trim()) return refuse('reason-missing')
  const asked = await findAsked(tx, year, indicators)
  if (!asked.ok) return asked
  for (const id of indicators) {
    const { answer, indicator } = asked.value.get(id) ?? {}
    if (!answer || (seen?.get(id) ?? answer.id) === answer.id) continue
    return refuse('somebody-was-faster', {
      ...{ by: answer.savedBy, value: answer.fields.value, name: indicator?.name ?? '' },
    })
  }
  const stages = await stagesOf(tx, year)
  const parts = await partsOf(
    tx,
    year,
    [...asked.value.values()].map(({ indicator }) => indicator),
  )
  for (const id of indicators) {
    const found = asked.value.get(id)
    if (!found) return refuse('no-such-indicator', { id })
    const { indicator, answer, state, closed } = found
    if (closed !== undefined) return refuse('year-is-closed', { plan: closed, year })
    const action = move === 'submit' || move === 'take-back' ? 'report:write' : 'report:approve'
    const owner = ownerOf(indicator)
    if (!can(actor, action, owner)) return refuse('not-allowed')
    const locked = await refuseIfLocked(tx, stages, owner)
    if (!locked.ok) return locked
    const by = signed(actor, action, owner)
    const next = moveReport(state, move)
    if (!next.ok) return refuse(next.why, { name: indicator.name })
    if (!answer) return refuse('nothing-entered', { name: indicator.name })
    const records = await listActuals(tx, [id])
    const actuals = currentActuals(records)
    if (
      move === 'submit' &&
      !isReady(answer.fields, checkAnswer(indicator, actuals, fiscalYear(year), answer.fields, parts.get(id)))
    )
      return refuse('not-ready', { name: indicator.name })
    const change = await writeDown(tx, {
      ...{
        at: now,
        actor: by,
        role: actor.role,
        action: `report:${move}`,
        subject: `indicator:${id}`,
      },
      ...(reason?.trim() ? { reason: reason.trim() } : {}),
      detail: { year },
    })
    await saveReportMove(tx, {
      ...{ year, change, indicator: id, move, answer: answer.id, at: now, by },
      ...(reason?.trim() ? { reason: reason.trim() } : {}),
    })
    if (move !== 'approve') continue
    const vintage = actuals.findLast((each) => each.vintage !== undefined)?.vintage
    const actual = actualOf(year, answer.fields, vintage)
    if (!actual) return refuse('not-ready', { name: indicator.name })
    const standing = standingRecord(records, year, vintage)
    const recorded = await recordActual(
      tx,
      { actor: { ...actor, name: by }, now },
      {
        ...{ indicator: id, actual },
        ...(answer.fields.note ? { note: answer.fields.note } : {}),
        ...(answer.fields.source ? { source: answer.fields.source } : {}),
        ...(standing ? { corrects: standing.id, reason: reason?.trim() || BY_APPROVAL } : {}),
      },
    )
    if (!recorded.ok && recorded.why !== 'nothing-changed') return recorded
  }
  return done({ moved: indicators.length })
}
