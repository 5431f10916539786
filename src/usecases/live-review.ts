import type { Actor } from '#domain/access/can.ts'
import type { RecordedOpinion } from '#domain/cycle/opinion.ts'
import type { GovernmentRecord, ToldOpinion, ToldReview } from '#domain/government/record.ts'
import type { Outcome, Refusal } from '#domain/shared/outcome.ts'
import type { WriteTx } from '#store/transaction.ts'
import { fixPack } from './fix-pack.ts'
import { moveRoom, openReview } from './open-review.ts'
import { saveRoomText } from './save-review-text.ts'

type Opinion = Omit<ToldOpinion, 'responses'>

/** A told review is wrong: the sample does not load. */
export type LiveRefused = 'record-has-errors'

const isOf = (review: ToldReview, { plan, year, recordedAt }: Opinion): boolean =>
  review.year === year &&
  review.plans.includes(plan) &&
  review.fixedAt <= recordedAt &&
  recordedAt < review.closedAt

/** The id that {@link openReview} gives: the year and which of its reviews it is. */
const idOf = ({ reviews }: GovernmentRecord, review: ToldReview): string =>
  `${review.year}-${reviews.filter(({ year }) => year === review.year).indexOf(review) + 1}`

/** What its room adds to an opinion of the record, or to an answer to one; nothing where it was given in none. */
export function roomOf(
  record: GovernmentRecord,
  opinion: Opinion,
  isAnswer: boolean,
): Partial<Pick<RecordedOpinion, 'review' | 'number' | 'affiliation'>> {
  const review = record.reviews.find((each) => isOf(each, opinion))
  if (!review) return {}
  if (isAnswer) return { review: idOf(record, review) }
  const before = record.opinions.filter((each) => isOf(review, each) && each.recordedAt < opinion.recordedAt)
  const seat = review.members.find(({ name }) => name === opinion.recordedBy)
  return {
    review: idOf(record, review),
    number: before.length + 1,
    ...(seat ? { affiliation: seat.affiliation } : {}),
  }
}

/** 検証の回をたどる: opened, its pack fixed, closed and signed off, each at its moment, by the use cases that people do it with. */
export function reviewDeeds(
  tx: WriteTx,
  record: GovernmentRecord,
  told: ToldReview,
  { id, government }: Actor,
) {
  const review = idOf(record, told)
  const deed = (at: string, act: (doing: { actor: Actor; now: string }) => Promise<Outcome<unknown>>) => ({
    at,
    act: async (): Promise<Refusal<LiveRefused> | undefined> => {
      const done = await act({ actor: { id, name: told.by, role: 'planner', government }, now: at })
      return done.ok
        ? undefined
        : { ok: false, why: 'record-has-errors', detail: { count: 1, first: done.why } }
    },
  })
  return [
    deed(told.openedAt, (doing) => openReview(tx, doing, told)),
    deed(told.fixedAt, (doing) => fixPack(tx, doing, { review, seen: 0, reason: '' })),
    deed(told.closedAt, (doing) => moveRoom(tx, doing, { review, move: 'close' })),
    deed(told.signedAt, async (doing) => {
      const minutes = await saveRoomText(tx, doing, {
        review,
        kind: 'minutes',
        fields: told.minutes,
        seen: '',
      })
      if (!minutes.ok) return minutes
      const { summary, reference } = told
      const saved = await saveRoomText(tx, doing, { review, kind: 'summary', fields: { summary }, seen: '' })
      return saved.ok ? moveRoom(tx, doing, { review, move: 'sign', reference }) : saved
    }),
  ]
}
