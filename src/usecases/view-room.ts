import { type OpinionFields, type StandingOpinion, standingOpinions } from '#domain/cycle/opinion.ts'
import {
  type Meeting,
  type MinutesFields,
  meetingOf,
  type ReviewState,
  reviewState,
  type SummaryFields,
} from '#domain/cycle/review.ts'
import { listOpinions } from '#store/opinions.ts'
import { findReviewText, listDrafts, type SavedText } from '#store/review-texts.ts'
import { listReviewMembers, listReviewMoves, listReviews, type Review } from '#store/reviews.ts'
import type { ReadTx } from '#store/transaction.ts'
import { readPack } from './fix-pack.ts'
import { findRoom, type Room } from './open-review.ts'

/** A line of the list of reviews. */
export type ReviewLine = Pick<Review, 'id' | 'year' | 'plans'> & {
  readonly state: ReviewState
  readonly meeting: Meeting
  readonly opinions: number
  /** 委員として: the affiliation under which the reader sits there. */
  readonly seat?: string
}

const NO_MEETING: Meeting = { title: '', day: '', time: '', place: '', due: '' }

/** 検証の回の一覧: those that this reader may enter, newest first. */
export async function viewReviews(tx: ReadTx, user: string): Promise<readonly ReviewLine[]> {
  const moves = Map.groupBy(await listReviewMoves(tx), ({ review }) => review)
  const opinions = Map.groupBy(standingOpinions(await listOpinions(tx)), ({ review }) => review)
  const seats = new Map(
    (await listReviewMembers(tx)).flatMap((each) =>
      each.user === user ? [[each.review, each.affiliation]] : [],
    ),
  )
  return (await listReviews(tx)).map(({ id, year, plans }) => {
    const made = moves.get(id) ?? []
    const seat = seats.get(id)
    return {
      ...{ id, year, plans, state: reviewState(made), meeting: meetingOf(made) ?? NO_MEETING },
      opinions: opinions.get(id)?.length ?? 0,
      ...(seat === undefined ? {} : { seat }),
    }
  })
}

/** 意見 as the room shows it: by affiliation, and whether it is the reader's own. */
export type RoomOpinion = Omit<StandingOpinion, 'author' | 'recordedBy' | 'before' | 'responses'> & {
  readonly own: boolean
  readonly before: readonly { readonly text: string; readonly recordedAt: string }[]
  readonly responses: readonly Omit<StandingOpinion['responses'][number], 'author' | 'recordedBy'>[]
}

export type RoomView = Room & {
  readonly meeting: Meeting
  readonly read: Awaited<ReturnType<typeof readPack>>
  readonly opinions: readonly RoomOpinion[]
  readonly drafts: ReadonlyMap<string, { readonly fields: OpinionFields; readonly savedAt: string }>
  readonly minutes: SavedText<MinutesFields> | undefined
  readonly summary: SavedText<SummaryFields> | undefined
}

/** 検証の部屋を見る. It reads the room's own tables and nothing else, for a member may read nothing else. */
export async function viewRoom(
  tx: ReadTx,
  id: string,
  user: string,
  pack?: number,
): Promise<RoomView | undefined> {
  const room = await findRoom(tx, id, user)
  if (!room) return undefined
  return {
    ...room,
    meeting: meetingOf(room.moves) ?? NO_MEETING,
    read: await readPack(tx, id, pack),
    opinions: standingOpinions(await listOpinions(tx, { review: id })).map(
      ({ author, recordedBy: _, before, responses, ...opinion }) => ({
        ...opinion,
        own: author === user,
        before: before.map(({ text, recordedAt }) => ({ text, recordedAt })),
        responses: responses.map(({ author: __, recordedBy: ___, ...response }) => response),
      }),
    ),
    drafts: await listDrafts(tx, id, user),
    minutes: await findReviewText(tx, id, 'minutes'),
    summary: await findReviewText(tx, id, 'summary'),
  }
}
