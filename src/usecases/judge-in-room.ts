import { can } from '#domain/access/can.ts'
import { checkGiven, type GivenRefused, type Grade } from '#domain/cycle/given.ts'
import { moveReview, type ReviewRefused, type RoomJudgement, roomJudgements } from '#domain/cycle/review.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { saveJudgements } from '#store/judgements.ts'
import { saveReviewMove } from '#store/reviews.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { readPack } from './fix-pack.ts'
import { findRoom } from './open-review.ts'

export type RoomJudgeRefused =
  | GivenRefused
  | ReviewRefused
  | 'not-allowed'
  | 'no-such-review'
  | 'no-such-indicator'
  | 'somebody-was-faster'

/**
 * 委員会の判定を書く, by the chair in the room, against the judgement of the pack: a member may read nothing else. It is kept among the moves of the room,
 * from which the room shows it, and among the judgements of the year, from which it is published.
 */
export async function judgeInRoom(
  tx: WriteTx,
  { actor, now }: Doing,
  { review, seen, ...judged }: RoomJudgement & { readonly review: string; readonly seen: string },
): Promise<Outcome<Grade, RoomJudgeRefused>> {
  const room = await findRoom(tx, review, actor.id)
  if (!room) return refuse('no-such-review')
  const chairs = room.seat?.chair === true && can(actor, 'opinion:write')
  if (!(chairs || can(actor, 'room:run'))) return refuse('not-allowed')
  const next = moveReview(room.state, 'judge')
  if (!next.ok) return next
  const read = await readPack(tx, review)
  const snapshot = read?.pack.plans.find((each) => each.snapshot.plan.id === judged.plan)?.snapshot
  const row = snapshot?.rows.find(({ commitment }) => commitment === judged.commitment)
  const promise = snapshot?.plan.commitments.find(({ id }) => id === judged.commitment)
  if (!(read && snapshot && row && promise)) return refuse('no-such-indicator')
  const { grade, comment, reason } = judged
  const meant = checkGiven(snapshot.scheme, row.judgement, { grade, comment, reason })
  if (!meant.ok) return meant
  const standing = roomJudgements(room.moves).find(({ commitment }) => commitment === judged.commitment)
  if (standing?.grade === grade && standing.comment === comment && standing.reason === reason)
    return done(meant.value)
  if ((standing?.at ?? '') !== seen) return refuse('somebody-was-faster')
  const change = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'judgement:committee' },
    subject: `indicator:${promise.indicator}`,
    ...(reason ? { reason } : {}),
    detail: { year: read.pack.year, value: grade },
  })
  await saveReviewMove(tx, change, review, { move: 'judge', detail: judged, at: now, by: actor.name })
  await saveJudgements(tx, change, [
    {
      ...{
        plan: judged.plan,
        commitment: judged.commitment,
        year: read.pack.year,
        stage: 'committee',
        grade,
      },
      ...{ scheme: snapshot.scheme.id, schemeVersion: snapshot.scheme.version },
      outcome: { label: meant.value.label, tone: meant.value.tone, comment },
      ...(reason ? { reason } : {}),
      // The judgement is the panel's; who wrote it down is in the change.
      ...{ recordedAt: now, recordedBy: read.pack.panel?.name ?? room.seat?.affiliation ?? actor.name },
    },
  ])
  return done(meant.value)
}
