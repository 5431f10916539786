import { can } from '#domain/access/can.ts'
import {
  type MadeMove,
  type Meeting,
  moveReview,
  type ReviewRefused,
  type ReviewState,
  reviewState,
  type SignOff,
} from '#domain/cycle/review.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { findPlan } from '#store/plans.ts'
import { findReviewText } from '#store/review-texts.ts'
import {
  findReview,
  listReviewMembers,
  listReviewMoves,
  listReviews,
  type Review,
  type ReviewMember,
  saveReview,
  saveReviewMove,
} from '#store/reviews.ts'
import type { ReadTx, WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { isDay, runningYear } from './today.ts'

/** 検証の回 as it stands, and the seat of whoever asks, where they have one. */
export type Room = {
  readonly review: Review
  readonly moves: readonly MadeMove[]
  readonly state: ReviewState
  readonly seat?: ReviewMember
}

/** The room as this transaction may see it; one that it may not enter is not there. */
export async function findRoom(tx: ReadTx, id: string, user: string): Promise<Room | undefined> {
  const review = await findReview(tx, id)
  if (!review) return undefined
  const moves = await listReviewMoves(tx, id)
  const seat = (await listReviewMembers(tx, id)).find((each) => each.user === user)
  return { review, moves, state: reviewState(moves), ...(seat ? { seat } : {}) }
}

/** Longest title, place or time. */
const LONGEST_LINE = 200

function checkMeeting(meeting: Meeting): Outcome<true, 'title-missing' | 'date-not-understood' | 'too-long'> {
  if (meeting.title.trim() === '') return refuse('title-missing')
  const long = [meeting.title, meeting.time, meeting.place].find(({ length }) => length > LONGEST_LINE)
  if (long !== undefined) return refuse('too-long', { length: long.length, most: LONGEST_LINE })
  const wrong = [meeting.day, meeting.due].find((day) => day !== '' && !isDay(day))
  return wrong === undefined ? done(true) : refuse('date-not-understood', { value: wrong.slice(0, 40) })
}

type MeetingRefused = Extract<ReturnType<typeof checkMeeting>, { ok: false }>['why']

/** 検証の回を開く. Sent twice, it is opened once: the same title of the same year is the same review. */
export async function openReview(
  tx: WriteTx,
  { actor, now }: Doing,
  {
    year,
    plans,
    meeting,
  }: { readonly year: number; readonly plans: readonly string[]; readonly meeting: Meeting },
): Promise<
  Outcome<
    { readonly id: string },
    MeetingRefused | 'not-allowed' | 'no-plan-chosen' | 'no-such-plan' | 'year-not-over' | 'review-twice'
  >
> {
  if (!can(actor, 'room:run')) return refuse('not-allowed')
  if (year >= runningYear(now)) return refuse('year-not-over', { year })
  const checked = checkMeeting(meeting)
  if (!checked.ok) return checked
  if (plans.length === 0) return refuse('no-plan-chosen')
  for (const plan of plans) if (!(await findPlan(tx, plan))) return refuse('no-such-plan', { id: plan })
  const before = (await listReviews(tx)).filter((each) => each.year === year)
  for (const each of before) {
    const [first] = await listReviewMoves(tx, each.id)
    if (first?.move === 'open' && first.detail.title === meeting.title)
      return refuse('review-twice', { name: meeting.title })
  }
  const id = `${year}-${before.length + 1}`
  const change = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'review:open', subject: `review:${id}` },
    detail: { year },
  })
  await saveReview(tx, change, { id, year, plans, openedAt: now }, actor.name)
  await saveReviewMove(tx, change, id, { move: 'open', detail: meeting, at: now, by: actor.name })
  return done({ id })
}

export type ToMoveReview = {
  readonly review: string
  readonly reason?: string
} & (
  | { readonly move: 'close' | 'reopen' }
  | { readonly move: 'change'; readonly meeting: Meeting }
  | { readonly move: 'sign'; readonly reference: string }
)

export type MoveReviewRefused =
  | ReviewRefused
  | MeetingRefused
  | 'not-allowed'
  | 'no-such-review'
  | 'reason-missing'
  | 'summary-missing'
  | 'reference-missing'
  | 'nothing-changed'

/**
 * 日程を変える・意見を締める・確認する・開け直す. The chair signs in the room; a planner signs for the chair only with a reference to the paper that the
 * chair signed. Nothing is written in a signed review: it is opened again with a reason first.
 */
export async function moveRoom(
  tx: WriteTx,
  { actor, now }: Doing,
  asked: ToMoveReview,
): Promise<Outcome<{ readonly state: ReviewState }, MoveReviewRefused>> {
  const room = await findRoom(tx, asked.review, actor.id)
  if (!room) return refuse('no-such-review')
  const runs = can(actor, 'room:run')
  const chairs = room.seat?.chair === true && can(actor, 'opinion:write')
  if (!(runs || (asked.move === 'sign' && chairs))) return refuse('not-allowed')
  const next = moveReview(room.state, asked.move)
  if (!next.ok) return next
  const reason = asked.reason?.trim()
  if (asked.move === 'reopen' && !reason) return refuse('reason-missing')
  if (asked.move === 'change') {
    const checked = checkMeeting(asked.meeting)
    if (!checked.ok) return checked
  }
  if (asked.move === 'sign') {
    const summary = await findReviewText<{ summary: string }>(tx, asked.review, 'summary')
    if (!summary?.fields.summary.trim()) return refuse('summary-missing')
    if (!chairs && !asked.reference.trim()) return refuse('reference-missing')
  }
  const change = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: `review:${asked.move}` },
    subject: `review:${asked.review}`,
    ...(reason ? { reason } : {}),
    detail: { year: room.review.year },
  })
  const made = { ...(reason ? { reason } : {}), at: now, by: actor.name }
  const signOff: SignOff =
    asked.move === 'sign' && !chairs ? { how: 'paper', reference: asked.reference.trim() } : { how: 'chair' }
  await saveReviewMove(
    tx,
    change,
    asked.review,
    asked.move === 'change'
      ? { move: 'change', detail: asked.meeting, ...made }
      : asked.move === 'sign'
        ? { move: 'sign', detail: signOff, ...made }
        : { move: asked.move, detail: {}, ...made },
  )
  return done({ state: next.value })
}
