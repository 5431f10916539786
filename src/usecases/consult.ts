import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { can } from '#domain/access/can.ts'
import {
  CHANNELS,
  type Comment,
  type CommentGroup,
  type CommentTable,
  type ConsultationFields,
  type ConsultationState,
  consultationState,
  LONGEST_COMMENT,
  OUTCOMES,
  type PublishRefused,
  type RecordedGroup,
  tableOf,
} from '#domain/cycle/consultation.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import {
  type CommentPerson,
  type ConsultationRecord,
  eraseCommentPeople,
  listComments,
  listConsultations,
  listGroups,
  saveComment,
  saveConsultation,
  saveConsultationMove,
  saveGroup,
} from '#store/consultations.ts'
import { listDepartments } from '#store/departments.ts'
import { findPlan } from '#store/plans.ts'
import type { ReadTx, WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { dayInJapan, isDay } from './today.ts'

export type ConsultRefused =
  | 'not-allowed'
  | 'no-such-consultation'
  | 'no-such-edition'
  | 'not-a-draft'
  | 'title-missing'
  | 'date-not-understood'
  | 'days-reversed'
  | 'reason-missing'
  | 'too-long'
  | 'already-published'
  | 'consultation-withdrawn'

/** The state of a consultation on a day. */
export const stateOn = (record: ConsultationRecord, now: string): ConsultationState =>
  consultationState(record, {
    today: dayInJapan(now),
    published: record.moves.some(({ move }) => move === 'publish'),
    withdrawn: record.moves.some(({ move }) => move === 'withdraw'),
  })

export const findConsultation = async (tx: ReadTx, id: string): Promise<ConsultationRecord | undefined> =>
  /^[1-9]\d{0,17}$/.test(id) ? (await listConsultations(tx, id))[0] : undefined

const noted = (tx: WriteTx, { actor, now }: Doing, action: string, plan: string, more: object = {}) =>
  writeDown(tx, {
    ...{
      at: now,
      actor: actor.name,
      role: actor.role,
      action: `comment:${action}`,
      subject: `plan:${plan}`,
      ...more,
    },
  })

/** 意見を募る: lays a draft edition open from one day to another, as it is now. */
export async function openConsultation(
  tx: WriteTx,
  doing: Doing,
  fields: ConsultationFields,
): Promise<Outcome<string, ConsultRefused>> {
  const { actor, now } = doing
  if (!can(actor, 'comment:handle')) return refuse('not-allowed')
  if (fields.title.trim() === '') return refuse('title-missing')
  const wrong = [fields.from, fields.until].find((day) => !isDay(day))
  if (wrong !== undefined) return refuse('date-not-understood', { value: wrong })
  if (fields.until < fields.from) return refuse('days-reversed')
  const plan = await findPlan(tx, fields.plan, fields.edition)
  if (!plan) return refuse('no-such-edition')
  if (plan.edition.stage !== 'draft' && plan.edition.stage !== 'proposed') return refuse('not-a-draft')
  const long = [fields.title, fields.about].find(({ length }) => length > LONGEST_COMMENT)
  if (long !== undefined) return refuse('too-long', { length: long.length, most: LONGEST_COMMENT })
  const change = await noted(tx, doing, 'open', fields.plan, {
    detail: { edition: fields.edition, until: fields.until },
  })
  return done(await saveConsultation(tx, { change, at: now, by: actor.name }, fields))
}

type Toward = { readonly id: string; readonly reason: string }

/** 期間を延ばす, with a reason. Days are not taken back. */
export async function extendConsultation(
  tx: WriteTx,
  doing: Doing,
  { id, until, reason }: Toward & { readonly until: string },
): Promise<Outcome<null, ConsultRefused>> {
  const found = await toHandle(tx, doing, id)
  if (!found.ok) return found
  if (!isDay(until)) return refuse('date-not-understood', { value: until })
  if (until <= found.value.until) return refuse('days-reversed')
  if (reason.trim() === '') return refuse('reason-missing')
  const change = await noted(tx, doing, 'extend', found.value.plan, { reason, detail: { until } })
  await saveConsultationMove(tx, written(doing, change), id, { move: 'extend', detail: { until, reason } })
  return done(null)
}

/** 取りやめる, with a reason. What was said stays. */
export async function withdrawConsultation(
  tx: WriteTx,
  doing: Doing,
  { id, reason }: Toward,
): Promise<Outcome<null, ConsultRefused>> {
  const found = await toHandle(tx, doing, id)
  if (!found.ok) return found
  if (reason.trim() === '') return refuse('reason-missing')
  const change = await noted(tx, doing, 'withdraw', found.value.plan, { reason })
  await saveConsultationMove(tx, written(doing, change), id, { move: 'withdraw', detail: { reason } })
  return done(null)
}

const written = ({ actor, now }: Doing, change: string) => ({ change, at: now, by: actor.name })

async function toHandle(
  tx: ReadTx,
  { actor, now }: Doing,
  id: string,
): Promise<Outcome<ConsultationRecord, ConsultRefused>> {
  if (!can(actor, 'comment:handle')) return refuse('not-allowed')
  const found = await findConsultation(tx, id)
  if (!found) return refuse('no-such-consultation')
  const state = stateOn(found, now)
  if (state === 'published') return refuse('already-published')
  if (state === 'withdrawn') return refuse('consultation-withdrawn')
  return done(found)
}

export type ToComment = Omit<Comment, 'id'> & { readonly token: string; readonly person?: CommentPerson }
export type CommentRefused = ConsultRefused | 'comment-missing' | 'consultation-not-open' | 'channel-unknown'

/**
 * 意見を受け付ける. From the public form only while it is open; on behalf of others (mail, fax, the counter) until the table is published.
 * `doing` is absent for the public form. A form that is sent twice is one comment.
 */
export async function takeComment(
  tx: WriteTx,
  { doing, now }: { readonly doing?: Doing; readonly now: string },
  id: string,
  comment: ToComment,
): Promise<Outcome<string, CommentRefused>> {
  if (doing && !can(doing.actor, 'comment:handle')) return refuse('not-allowed')
  const found = await findConsultation(tx, id)
  if (!found) return refuse('no-such-consultation')
  const state = stateOn(found, now)
  if (!doing && state !== 'open')
    return refuse('consultation-not-open', { from: found.from, until: found.until })
  if (state === 'published') return refuse('already-published')
  if (state === 'withdrawn') return refuse('consultation-withdrawn')
  if (comment.text.trim() === '') return refuse('comment-missing')
  if (!CHANNELS.includes(comment.channel)) return refuse('channel-unknown', { value: comment.channel })
  if (!isDay(comment.receivedOn)) return refuse('date-not-understood', { value: comment.receivedOn })
  const { name = '', contact = '' } = comment.person ?? {}
  const long = [comment.text, comment.about, name, contact].find(({ length }) => length > LONGEST_COMMENT)
  if (long !== undefined) return refuse('too-long', { length: long.length, most: LONGEST_COMMENT })
  return done(await saveComment(tx, id, { ...comment, at: now, by: doing?.actor.name ?? 'form' }))
}

/** まとめて受け付ける, from a table: all or none. */
export async function takeComments(
  tx: WriteTx,
  doing: Doing,
  id: string,
  comments: readonly ToComment[],
): Promise<Outcome<{ readonly taken: number }, CommentRefused>> {
  for (const comment of comments) {
    const taken = await takeComment(tx, { doing, now: doing.now }, id, comment)
    if (!taken.ok) return taken
  }
  return done({ taken: comments.length })
}

export type GroupRefused =
  | ConsultRefused
  | 'somebody-was-faster'
  | 'outcome-unknown'
  | 'no-such-comment'
  | 'no-such-department'

/**
 * まとまりを書く: a new version of a group. Planning sorts and summarises; a department may write answer and outcome of what is its own, and
 * nothing else of it. `seen` is the version that the person saw.
 */
export async function writeGroup(
  tx: WriteTx,
  { actor, now }: Doing,
  id: string,
  { key, fields, seen }: { readonly key: string; readonly fields: CommentGroup; readonly seen: string },
): Promise<Outcome<RecordedGroup, GroupRefused>> {
  const found = await findConsultation(tx, id)
  if (!found) return refuse('no-such-consultation')
  const before = (await listGroups(tx, id)).find((each) => each.key === key)
  const owner = before?.fields.department || undefined
  const whole = can(actor, 'comment:handle')
  if (!(whole || can(actor, 'comment:answer', owner))) return refuse('not-allowed')
  if (stateOn(found, now) === 'withdrawn') return refuse('consultation-withdrawn')
  const { answer, outcome, change } = fields
  const next = whole || !before ? fields : { ...before.fields, answer, outcome, change }
  if (before && isDeepStrictEqual(before.fields, next)) return done(before)
  if ((before?.id ?? '') !== seen) return refuse('somebody-was-faster')
  if (next.outcome !== '' && !OUTCOMES.includes(next.outcome))
    return refuse('outcome-unknown', { value: next.outcome })
  const long = [next.heading, next.summary, next.answer, next.change].find(
    ({ length }) => length > LONGEST_COMMENT,
  )
  if (long !== undefined) return refuse('too-long', { length: long.length, most: LONGEST_COMMENT })
  const known = new Set((await listComments(tx, id)).map((each) => each.id))
  if (next.comments.some((each) => !known.has(each))) return refuse('no-such-comment')
  if (next.department !== '' && !(await listDepartments(tx)).some((each) => each.id === next.department))
    return refuse('no-such-department')
  const version = await saveGroup(tx, id, { key, fields: next, at: now, by: actor.name, basedOn: before?.id })
  return done({ key, id: version, fields: next, at: now, by: actor.name })
}

/** 結果を公表する: the table as an immutable text with its hash. Published again, it is a correction and wants a reason. */
export async function publishComments(
  tx: WriteTx,
  doing: Doing,
  { id, reason }: Toward,
): Promise<Outcome<CommentTable, ConsultRefused | PublishRefused>> {
  const { actor, now } = doing
  if (!can(actor, 'comment:handle')) return refuse('not-allowed')
  const found = await findConsultation(tx, id)
  if (!found) return refuse('no-such-consultation')
  const state = stateOn(found, now)
  if (state === 'withdrawn') return refuse('consultation-withdrawn')
  if (state === 'published' && reason.trim() === '') return refuse('reason-missing')
  const departments = new Map((await listDepartments(tx)).map((each) => [each.id, each.name]))
  const table = tableOf(found, state, await listComments(tx, id), await listGroups(tx, id), (each) =>
    departments.get(each),
  )
  if (!table.ok) return table
  const change = await noted(tx, doing, 'publish', found.plan, {
    ...(reason.trim() ? { reason: reason.trim() } : {}),
    detail: { edition: found.edition },
  })
  const text = JSON.stringify(table.value)
  const sha256 = createHash('sha256').update(text).digest('hex')
  await saveConsultationMove(tx, written(doing, change), id, {
    move: 'publish',
    detail: { table: text },
    sha256,
  })
  return table
}

/** 公表された表, the last one, with its hash. */
export function publishedTable(
  record: ConsultationRecord,
):
  | { readonly table: CommentTable; readonly sha256: string; readonly at: string; readonly number: number }
  | undefined {
  const all = record.moves.filter((each) => each.move === 'publish')
  const last = all.at(-1)
  return (
    last && {
      ...{ table: JSON.parse(last.detail.table) as CommentTable, sha256: last.sha256, at: last.at },
      number: all.length,
    }
  )
}

/** 氏名と連絡先を消す, when the matter is closed. */
export async function erasePeople(
  tx: WriteTx,
  doing: Doing,
  id: string,
): Promise<Outcome<{ readonly people: number }, ConsultRefused | 'not-published-yet'>> {
  if (!can(doing.actor, 'comment:handle')) return refuse('not-allowed')
  const found = await findConsultation(tx, id)
  if (!found) return refuse('no-such-consultation')
  const state = stateOn(found, doing.now)
  if (state !== 'published' && state !== 'withdrawn') return refuse('not-published-yet')
  const people = await eraseCommentPeople(tx, id)
  if (people === 0) return done({ people })
  const change = await noted(tx, doing, 'erase', found.plan, { detail: { value: people } })
  await saveConsultationMove(tx, written(doing, change), id, { move: 'erase', detail: { people } })
  return done({ people })
}
