import { can } from '#domain/access/can.ts'
import { isWritable } from '#domain/cycle/review.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { listMembers } from '#store/memberships.ts'
import { listReviewMembers, type ReviewMember, saveReviewMember } from '#store/reviews.ts'
import type { ReadTx, WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { findRoom } from './open-review.ts'

export type SeatRefused =
  | 'not-allowed'
  | 'no-such-review'
  | 'review-signed'
  | 'no-such-person'
  | 'affiliation-missing'
  | 'too-long'
  | 'nothing-changed'

/** Longest affiliation. */
const LONGEST = 60

/**
 * 委員を加える・はずす. A member is a reviewer of the government; what the room shows of them is the affiliation. Who becomes chair takes the chair
 * from whoever had it.
 */
export async function seatMember(
  tx: WriteTx,
  { actor, now }: Doing,
  { review, user, affiliation, chair, removed = false }: ReviewMember & { readonly removed?: boolean },
): Promise<Outcome<ReviewMember, SeatRefused>> {
  if (!can(actor, 'room:run')) return refuse('not-allowed')
  const room = await findRoom(tx, review, actor.id)
  if (!room) return refuse('no-such-review')
  if (!isWritable(room.state)) return refuse('review-signed')
  const seated = await listReviewMembers(tx, review)
  const before = seated.find((each) => each.user === user)
  if (removed ? !before : !(before || (await reviewersOf(tx)).some((each) => each.user === user)))
    return refuse('no-such-person')
  if (!removed && affiliation.trim() === '') return refuse('affiliation-missing')
  if (affiliation.length > LONGEST) return refuse('too-long', { length: affiliation.length, most: LONGEST })
  const member = {
    review,
    user,
    affiliation: removed ? (before?.affiliation ?? '') : affiliation.trim(),
    chair,
  }
  if (!removed && before?.affiliation === member.affiliation && before.chair === chair)
    return refuse('nothing-changed')
  const change = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, subject: `review:${review}` },
    action: removed ? 'review:unseat' : 'review:seat',
    detail: { of: member.affiliation },
  })
  const by = { at: now, by: actor.name }
  if (chair && !removed)
    for (const each of seated)
      if (each.chair && each.user !== user)
        await saveReviewMember(tx, change, { ...each, chair: false }, { removed: false, ...by })
  await saveReviewMember(tx, change, member, { removed, ...by })
  return done(member)
}

/** 委員になれる人: the reviewers of the government, by name. */
export async function reviewersOf(
  tx: ReadTx,
): Promise<readonly { readonly user: string; readonly name: string }[]> {
  const found = new Map<string, string>()
  for (const { user, name, role, endedAt } of await listMembers(tx))
    if (role === 'reviewer' && endedAt === undefined) found.set(user, name)
  return [...found].map(([user, name]) => ({ user, name }))
}
