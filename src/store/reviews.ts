import type { MadeMove, ReviewMove } from '#domain/cycle/review.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

/** 検証の回. */
export type Review = {
  readonly id: string
  readonly year: number
  readonly plans: readonly string[]
  readonly openedAt: string
}

/** Reviews that this transaction may see, newest first. */
export async function listReviews(tx: ReadTx): Promise<readonly Review[]> {
  let query = tx.db.selectFrom('review').selectAll().where('government', '=', tx.government)
  if (tx.asOf !== undefined) query = query.where('opened_at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('year', 'desc').orderBy('opened_at', 'desc').orderBy('id').execute()
  return rows.map(({ id, year, plans, opened_at }) => ({
    ...{ id, year, plans: plans as readonly string[], openedAt: opened_at.toISOString() },
  }))
}

export const findReview = async (tx: ReadTx, id: string): Promise<Review | undefined> =>
  (await listReviews(tx)).find((each) => each.id === id)

export async function saveReview(
  tx: WriteTx,
  change: string,
  { id, year, plans, openedAt }: Review,
  by: string,
): Promise<void> {
  await tx.db
    .insertInto('review')
    .values({
      ...{ government: tx.government, id, year, plans: JSON.stringify(plans), change },
      ...{ opened_at: openedAt, opened_by: by },
    })
    .execute()
}

/** What was done in a review (in all that are seen, where none is named), in order. */
export async function listReviewMoves(
  tx: ReadTx,
  review?: string,
): Promise<readonly (MadeMove & { readonly review: string })[]> {
  let query = tx.db.selectFrom('review_move').selectAll().where('government', '=', tx.government)
  if (review !== undefined) query = query.where('review', '=', review)
  if (tx.asOf !== undefined) query = query.where('at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('id').execute()
  return rows.map(({ review: of, move, detail, reason, at, by }) => ({
    ...({ move, detail } as ReviewMove),
    ...{ review: of, at: at.toISOString(), by },
    ...(reason === null ? {} : { reason }),
  }))
}

export async function saveReviewMove(
  tx: WriteTx,
  change: string,
  review: string,
  { move, detail, reason, at, by }: MadeMove,
): Promise<void> {
  await tx.db
    .insertInto('review_move')
    .values({
      ...{ government: tx.government, review, move, detail: JSON.stringify(detail) },
      ...{ reason: reason ?? null, change, at, by },
    })
    .execute()
}

/** 委員: who sits in a review, by account. What is shown is the affiliation. */
export type ReviewMember = {
  readonly review: string
  readonly user: string
  readonly affiliation: string
  readonly chair: boolean
}

/** Those who sit now, of one review or of all that are seen, in the order in which they came. A member sees themselves alone. */
export async function listReviewMembers(tx: ReadTx, review?: string): Promise<readonly ReviewMember[]> {
  let query = tx.db.selectFrom('review_member').selectAll().where('government', '=', tx.government)
  if (review !== undefined) query = query.where('review', '=', review)
  if (tx.asOf !== undefined) query = query.where('at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('id').execute()
  const last = new Map(rows.map((row) => [`${row.review} ${row.user_id}`, row]))
  return [...last.values()]
    .filter(({ removed }) => !removed)
    .map(({ review: of, user_id, affiliation, chair }) => ({ review: of, user: user_id, affiliation, chair }))
}

export async function saveReviewMember(
  tx: WriteTx,
  change: string,
  { review, user, affiliation, chair }: ReviewMember,
  { removed, at, by }: { readonly removed: boolean; readonly at: string; readonly by: string },
): Promise<void> {
  await tx.db
    .insertInto('review_member')
    .values({ government: tx.government, review, user_id: user, affiliation, chair, removed, change, at, by })
    .execute()
}

/** 資料一式の記録. The text is what was hashed. */
export type PackRecord = {
  readonly number: number
  readonly sha256: string
  readonly reason?: string
  readonly fixedAt: string
}

/** The packs of a review without their texts, oldest first. */
export async function listPacks(tx: ReadTx, review: string): Promise<readonly PackRecord[]> {
  let query = tx.db
    .selectFrom('review_pack')
    .select(['number', 'sha256', 'reason', 'fixed_at'])
    .where('government', '=', tx.government)
    .where('review', '=', review)
  if (tx.asOf !== undefined) query = query.where('fixed_at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('number').execute()
  return rows.map(({ number, sha256, reason, fixed_at }) => ({
    ...{ number, sha256, fixedAt: fixed_at.toISOString() },
    ...(reason === null ? {} : { reason }),
  }))
}

/** The text of one pack. */
export async function findPack(tx: ReadTx, review: string, number: number): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('review_pack')
    .select('pack')
    .where('government', '=', tx.government)
    .where('review', '=', review)
    .where('number', '=', number)
    .orderBy('id')
    .executeTakeFirst()
  return row?.pack
}

export async function savePack(
  tx: WriteTx,
  change: string,
  review: string,
  { number, sha256, reason, fixedAt, pack, by }: PackRecord & { readonly pack: string; readonly by: string },
): Promise<void> {
  await tx.db
    .insertInto('review_pack')
    .values({
      ...{ government: tx.government, review, number, pack, sha256, reason: reason ?? null, change },
      ...{ fixed_at: fixedAt, fixed_by: by },
    })
    .execute()
}
