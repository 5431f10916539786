import { can } from '#domain/access/can.ts'
import { signed } from '#domain/access/delegation.ts'
import { actualOf, checkAnswer, isReady } from '#domain/cycle/check-answer.ts'
import {
  type Answer,
  type AnswerFields,
  isEditable,
  moveReport,
  type ReportMove,
  type ReportRefused,
  type ReportState,
  reportState,
} from '#domain/cycle/report.ts'
import type { Stages } from '#domain/cycle/stages.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import { currentActuals, standingRecord } from '#domain/indicator/series.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { fiscalYear } from '#domain/shared/year.ts'
import { listActuals } from '#store/actuals.ts'
import { writeDown } from '#store/changes.ts'
import { closedFor } from '#store/cycle.ts'
import { findIndicators } from '#store/plans.ts'
import {
  answersOf,
  findRound,
  listAnswers,
  listReportMoves,
  type NewAnswer,
  saveAnswers,
  saveReportMove,
} from '#store/reports.ts'
import type { ReadTx, WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { partsOf } from './parts.ts'
import { recordActual } from './record-actual.ts'
import { refuseIfLocked, stagesOf } from './stages.ts'

export type SaveRefused =
  | 'not-allowed'
  | 'no-such-indicator'
  | 'round-not-open'
  | 'year-is-closed'
  | 'stage-is-finished'
  | 'already-submitted'
  | 'too-long'

export type SavedAnswer = {
  readonly id: string
  /** Somebody saved in between: theirs stands, and what was sent is kept beside it. */
  readonly conflict?: Answer
}

/** Longest text of a field, in characters. */
const LONGEST = 2_000

export type ToAnswer = {
  readonly year: number
  readonly indicator: string
  readonly fields: AnswerFields
  /** The answer that the person saw; empty for none. */
  readonly seen: string
  readonly via: Answer['via']
}

/**
 * 回答を保存する (autosave). What is typed is kept even while it is half a number. If somebody else saved meanwhile, nothing of theirs is
 * replaced: what was sent is set aside, both can be shown, and whoever chooses saves again upon the other.
 */
export async function saveAnswerOf(
  tx: WriteTx,
  doing: Doing,
  answer: ToAnswer,
): Promise<Outcome<SavedAnswer, SaveRefused>> {
  const asked = await findAsked(tx, answer.year, [answer.indicator])
  if (!asked.ok) return asked
  const found = await newAnswer(
    tx,
    doing,
    { asked: asked.value, stages: await stagesOf(tx, answer.year) },
    answer,
  )
  if (!found.ok) return found
  const { standing, add, conflict } = found.value
  const [id = standing ?? ''] = add ? await saveAnswers(tx, [add]) : []
  return done({ id, ...(conflict ? { conflict } : {}) })
}

/** What there is to save: nothing where the same stands already. */
type Found = { readonly standing?: string; readonly add?: NewAnswer; readonly conflict?: Answer }

async function newAnswer(
  tx: ReadTx,
  { actor, now }: Doing,
  { asked, stages }: { readonly asked: ReadonlyMap<string, Asked>; readonly stages: Stages },
  { year, indicator: id, fields, seen, via }: ToAnswer,
): Promise<Outcome<Found, SaveRefused>> {
  const found = asked.get(id)
  if (!found) return refuse('no-such-indicator', { id })
  const { indicator, answer, state, closed } = found
  if (closed !== undefined) return refuse('year-is-closed', { plan: closed, year })
  const owner = ownerOf(indicator)
  if (!can(actor, 'report:write', owner)) return refuse('not-allowed')
  const locked = await refuseIfLocked(tx, stages, owner)
  if (!locked.ok) return locked
  if (!isEditable(state)) return refuse('already-submitted')
  const long = [fields.value, fields.note, fields.source].find((text) => text.length > LONGEST)
  if (long !== undefined) return refuse('too-long', { length: long.length, most: LONGEST })
  if (answer && same(answer.fields, fields)) return done({ standing: answer.id })
  const conflict = answer && answer.id !== seen ? answer : undefined
  const savedBy = signed(actor, 'report:write', owner)
  if (conflict) {
    // Sent a second time, what was set aside is not set aside again.
    const last = (await answersOf(tx, year, id)).at(-1)
    if (last?.setAside && last.savedBy === savedBy && same(last.fields, fields))
      return done({ standing: last.id, conflict })
  }
  return done({
    add: {
      ...{ year, indicator: id, fields, via, savedAt: now, savedBy },
      ...{ basedOn: seen || undefined, setAside: conflict !== undefined },
    },
    ...(conflict ? { conflict } : {}),
  })
}

const same = (a: AnswerFields, b: AnswerFields): boolean =>
  (Object.keys(a) as (keyof AnswerFields)[]).every((key) => a[key] === b[key])

export const ownerOf = ({ department }: Indicator): string | undefined =>
  department === 'not-stated' ? undefined : department

/** What is known of an indicator whose year is collected. `closed` is the plan that closed the year for it. */
export type Asked = {
  readonly indicator: Indicator
  readonly answer?: Answer
  readonly state: ReportState
  readonly closed?: string
}

/** 収集中の指標, each as it stands; an indicator that does not exist is not among them. */
export async function findAsked(
  tx: ReadTx,
  year: number,
  ids: readonly string[],
): Promise<Outcome<ReadonlyMap<string, Asked>, 'round-not-open'>> {
  if (!(await findRound(tx, year))) return refuse('round-not-open', { year })
  const answers = new Map((await listAnswers(tx, year, ids)).map((each) => [each.indicator, each]))
  const moves = Map.groupBy(await listReportMoves(tx, year, ids), ({ indicator }) => indicator)
  const closed = await closedFor(tx, year, ids)
  return done(
    new Map(
      (await findIndicators(tx, ids)).map((indicator): readonly [string, Asked] => {
        const [answer, plan] = [answers.get(indicator.id), closed.get(indicator.id)]
        const made = (moves.get(indicator.id) ?? []).map(({ move }) => move)
        return [
          indicator.id,
          {
            indicator,
            ...(answer ? { answer } : {}),
            state: reportState(answer !== undefined, made),
            ...(plan === undefined ? {} : { closed: plan }),
          },
        ]
      }),
    ),
  )
}

export type MoveRefused =
  | ReportRefused
  | SaveRefused
  | 'reason-missing'
  | 'not-ready'
  | Extract<Awaited<ReturnType<typeof recordActual>>, { ok: false }>['why']

export type ToMove = {
  readonly year: number
  readonly indicators: readonly string[]
  readonly move: ReportMove
  readonly reason?: string
}

/**
 * 提出する・取り戻す・差し戻す・承認する, several at once and all or none. What is submitted must be ready; what is approved is recorded as the
 * actual in the same step, so a value is never approved and missing.
 */
export async function moveReports(
  tx: WriteTx,
  { actor, now }: Doing,
  { year, indicators, move, reason }: ToMove,
): Promise<Outcome<{ readonly moved: number }, MoveRefused>> {
  if (move === 'return' && !reason?.trim()) return refuse('reason-missing')
  const asked = await findAsked(tx, year, indicators)
  if (!asked.ok) return asked
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
        ...(standing ? { corrects: standing.id, reason: reason?.trim() || 'report:approve' } : {}),
      },
    )
    if (!recorded.ok && recorded.why !== 'nothing-changed') return recorded
  }
  return done({ moved: indicators.length })
}

export type ToApply = {
  readonly year: number
  readonly rows: readonly Pick<ToAnswer, 'indicator' | 'fields' | 'seen'>[]
}

/** 調査票を取り込む: the merged answers of one workbook, all or none. If somebody saves in between, nothing is applied and it is merged anew. */
export async function applyAnswers(
  tx: WriteTx,
  doing: Doing,
  { year, rows }: ToApply,
): Promise<Outcome<{ readonly saved: number }, SaveRefused | 'somebody-was-faster'>> {
  const asked = await findAsked(
    tx,
    year,
    rows.map(({ indicator }) => indicator),
  )
  if (!asked.ok) return asked
  const stages = await stagesOf(tx, year)
  const added: NewAnswer[] = []
  for (const row of rows) {
    const found = await newAnswer(
      tx,
      doing,
      { asked: asked.value, stages },
      { ...row, year, via: 'workbook' },
    )
    if (!found.ok) return found
    if (found.value.conflict) return refuse('somebody-was-faster')
    if (found.value.add) added.push(found.value.add)
  }
  await saveAnswers(tx, added)
  return done({ saved: rows.length })
}
