import { can } from '#domain/access/can.ts'
import {
  type Cite,
  checkOpinion,
  citeKey,
  LONGEST_OPINION,
  type OpinionFields,
  type OpinionRefused,
  standingOpinions,
} from '#domain/cycle/opinion.ts'
import { type Pack, stopsOf, subjectsAt } from '#domain/cycle/pack.ts'
import { type ReviewRefused, takesOpinions } from '#domain/cycle/review.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { listOpinions, nextOpinionNumber, saveOpinion } from '#store/opinions.ts'
import { saveDraft } from '#store/review-texts.ts'
import { listReviewMembers } from '#store/reviews.ts'
import type { ReadTx, WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { readPack } from './fix-pack.ts'
import { findRoom, type Room } from './open-review.ts'

export const EMPTY_OPINION: OpinionFields = { subject: '', kind: '', stance: '', text: '', cites: [] }

/** The room while it takes opinions, or why not. */
async function openRoom(
  tx: ReadTx,
  review: string,
  user: string,
): Promise<Outcome<Room, 'no-such-review' | ReviewRefused>> {
  const room = await findRoom(tx, review, user)
  if (!room) return refuse('no-such-review')
  if (takesOpinions(room.state)) return done(room)
  return refuse(
    room.state === 'preparing'
      ? 'pack-missing'
      : room.state === 'signed'
        ? 'review-signed'
        : 'opinions-closed',
  )
}

/** 下書きを保存する (autosave). Only who types it ever sees it. */
export async function saveOpinionDraft(
  tx: WriteTx,
  { actor, now }: Doing,
  {
    review,
    place,
    fields,
  }: { readonly review: string; readonly place: string; readonly fields: OpinionFields },
): Promise<
  Outcome<{ readonly savedAt: string }, 'no-such-review' | 'not-allowed' | 'too-long' | ReviewRefused>
> {
  const room = await openRoom(tx, review, actor.id)
  if (!room.ok) return room
  if (!(can(actor, 'opinion:write') && room.value.seat)) return refuse('not-allowed')
  if (fields.text.length > LONGEST_OPINION)
    return refuse('too-long', { length: fields.text.length, most: LONGEST_OPINION })
  await saveDraft(tx, review, { author: actor.id, place, fields, at: now })
  return done({ savedAt: now })
}

export type HandIn = {
  readonly review: string
  /** The stop of the room at which it was written. */
  readonly place: string
  readonly fields: OpinionFields
  /** The opinion that is changed, and the row of it that the person saw. */
  readonly edits?: { readonly id: string; readonly seen: string } | undefined
  /** 代筆: the member who said it in the meeting, where staff write it down. */
  readonly spokenBy?: string | undefined
}

export type HandInRefused =
  | OpinionRefused
  | ReviewRefused
  | 'no-such-review'
  | 'not-allowed'
  | 'no-such-subject'
  | 'no-such-opinion'
  | 'member-missing'
  | 'somebody-was-faster'

/**
 * 意見を出す・直す. It gets its number when it is handed in and keeps it; a change is a new row, and the text before stays. What is sent twice is one
 * opinion.
 */
export async function handInOpinion(
  tx: WriteTx,
  { actor, now }: Doing,
  { review, place, fields, edits, spokenBy }: HandIn,
): Promise<Outcome<{ readonly id: string; readonly number: number }, HandInRefused>> {
  const room = await openRoom(tx, review, actor.id)
  if (!room.ok) return room
  if (!can(actor, 'opinion:write')) return refuse('not-allowed')
  const { seat } = room.value
  if (!seat && !can(actor, 'room:run')) return refuse('not-allowed')
  const standing = standingOpinions(await listOpinions(tx, { review }))
  const before = edits && standing.find(({ id }) => id === edits.id)
  // What staff wrote down for a member they may put right; whose opinion it is stays.
  const spoken = seat || !before?.spoken ? spokenBy : before.author
  const speaker = seat ?? (await listReviewMembers(tx, review)).find(({ user }) => user === spoken)
  if (!speaker) return refuse('member-missing')
  const checked = checkOpinion(fields)
  if (!checked.ok) return checked
  const read = await readPack(tx, review)
  if (!read) return refuse('pack-missing')
  const stop = read.pack.plans.flatMap(stopsOf).find(({ id }) => id === place)
  if (!stop || !subjectsAt(stop).includes(fields.subject)) return refuse('no-such-subject')

  const text = fields.text.trim()
  const { kind, stance, subject } = fields
  const cites = fields.cites.filter((cite) => citable(read.pack).has(citeKey(cite)))
  const isSame = (each: (typeof standing)[number]) =>
    each.author === speaker.user && each.subject === subject && each.text === text && each.kind === kind
  if (edits) {
    if (!before || before.author !== speaker.user) return refuse('no-such-opinion')
    const keys = (of: readonly Cite[]) => of.map(citeKey).join()
    if (isSame(before) && before.stance === (stance || undefined) && keys(before.cites ?? []) === keys(cites))
      return done({ id: before.id, number: before.number ?? 0 })
    if (before.standing !== edits.seen) return refuse('somebody-was-faster')
  } else {
    const twin = standing.find(isSame)
    if (twin) return done({ id: twin.id, number: twin.number ?? 0 })
  }
  const { year } = room.value.review
  const number = before?.number ?? (await nextOpinionNumber(tx, year))
  const change = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, subject: `review:${review}` },
    action: before ? 'opinion:revise' : 'opinion:record',
    detail: { year, number, of: subject },
  })
  const id = await saveOpinion(tx, change, {
    ...{ plan: stop.plan, year, subject, text, review, number },
    panel: read.pack.panel?.name ?? speaker.affiliation,
    ...(kind ? { kind } : {}),
    ...(stance ? { stance } : {}),
    cites,
    ...(before ? { revises: before.id } : {}),
    ...{ author: speaker.user, affiliation: speaker.affiliation },
    ...(seat ? {} : { spoken: true as const }),
    // The member's name stays with the account; staff who write for a member are named.
    ...{ recordedAt: now, recordedBy: seat ? speaker.affiliation : actor.name },
  })
  if (seat)
    await saveDraft(tx, review, {
      ...{ author: actor.id, place: edits ? `${place}#${edits.id}` : place, fields: EMPTY_OPINION, at: now },
    })
  return done({ id: before?.id ?? id, number })
}

/** 根拠にできるもの: the values and earlier opinions of a pack. */
const citable = ({ plans, opinions }: Pack): ReadonlySet<string> =>
  new Set([
    ...plans.flatMap(({ snapshot }) =>
      snapshot.rows.flatMap(({ commitment, records }) =>
        records.map(({ actual }) => citeKey({ of: 'value', commitment, year: actual.year })),
      ),
    ),
    ...opinions.map(({ year, number }) => citeKey({ of: 'opinion', year, number })),
  ])
