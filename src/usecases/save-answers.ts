import { can } from '#domain/access/can.ts'
import { signed } from '#domain/access/delegation.ts'
import { type Answer, type AnswerFields, isEditable } from '#domain/cycle/report.ts'
import type { Stages } from '#domain/cycle/stages.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { answersOf, type NewAnswer, saveAnswers } from '#store/reports.ts'
import type { ReadTx, WriteTx } from '#store/transaction.ts'
import { type Asked, findAsked, ownerOf } from './asked.ts'
import type { Doing } from './doing.ts'
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
  /** Who answered where it was carried from; whoever takes it in stands behind. */
  readonly from?: string
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
  { year, indicator: id, fields, seen, via, from }: ToAnswer,
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
  const savedBy = carriedBy(from, signed(actor, 'report:write', owner))
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

/** 「海野 渚 → 企画課 佐藤」: who said it elsewhere, and who brought it here. */
export const carriedBy = (from: string | undefined, by: string): string =>
  from === undefined || from === by ? by : `${from} → ${by}`

const same = (a: AnswerFields, b: AnswerFields): boolean =>
  (Object.keys(a) as (keyof AnswerFields)[]).every((key) => a[key] === b[key])

export type ToApply = {
  readonly year: number
  readonly rows: readonly Pick<ToAnswer, 'indicator' | 'fields' | 'seen' | 'from'>[]
  readonly via?: Answer['via']
}

/** 調査票を取り込む: the merged answers of one workbook, all or none. If somebody saves in between, nothing is applied and it is merged anew. */
export async function applyAnswers(
  tx: WriteTx,
  doing: Doing,
  { year, rows, via = 'workbook' }: ToApply,
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
    const found = await newAnswer(tx, doing, { asked: asked.value, stages }, { ...row, year, via })
    if (!found.ok) return found
    if (found.value.conflict) return refuse('somebody-was-faster')
    if (found.value.add) added.push(found.value.add)
  }
  await saveAnswers(tx, added)
  return done({ saved: rows.length })
}
