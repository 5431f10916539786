import type { TextKind } from '#domain/cycle/review.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

/** 議事録・総括の一回の保存. */
export type SavedText<F> = {
  readonly id: string
  readonly fields: F
  readonly savedAt: string
  readonly savedBy: string
}

/** The text that stands: the last one that was not set aside. */
export async function findReviewText<F>(
  tx: ReadTx,
  review: string,
  kind: TextKind,
): Promise<SavedText<F> | undefined> {
  let query = tx.db
    .selectFrom('review_text')
    .selectAll()
    .where('government', '=', tx.government)
    .where('review', '=', review)
    .where('kind', '=', kind)
    .where('set_aside', '=', false)
  if (tx.asOf !== undefined) query = query.where('saved_at', '<=', new Date(tx.asOf))
  const row = await query.orderBy('id', 'desc').executeTakeFirst()
  return (
    row && {
      ...{ id: row.id, fields: row.fields as F },
      ...{ savedAt: row.saved_at.toISOString(), savedBy: row.saved_by },
    }
  )
}

/** Every saving, oldest first, those that were set aside included. */
export async function listReviewTexts<F>(
  tx: ReadTx,
  review: string,
  kind: TextKind,
): Promise<readonly (SavedText<F> & { readonly setAside: boolean })[]> {
  const rows = await tx.db
    .selectFrom('review_text')
    .selectAll()
    .where('government', '=', tx.government)
    .where('review', '=', review)
    .where('kind', '=', kind)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, fields: row.fields as F, setAside: row.set_aside },
    ...{ savedAt: row.saved_at.toISOString(), savedBy: row.saved_by },
  }))
}

export async function saveReviewText<F>(
  tx: WriteTx,
  review: string,
  kind: TextKind,
  text: Omit<SavedText<F>, 'id'> & { readonly basedOn?: string | undefined; readonly setAside: boolean },
): Promise<string> {
  const { id } = await tx.db
    .insertInto('review_text')
    .values({
      ...{ government: tx.government, review, kind, fields: JSON.stringify(text.fields) },
      ...{ based_on: text.basedOn ?? null, set_aside: text.setAside },
      ...{ saved_at: text.savedAt, saved_by: text.savedBy },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** 下書き of one member, by the place in the room for which it was typed; the last saving of each. */
export async function listDrafts<F>(
  tx: ReadTx,
  review: string,
  author: string,
): Promise<ReadonlyMap<string, { readonly fields: F; readonly savedAt: string }>> {
  const rows = await tx.db
    .selectFrom('opinion_draft')
    .selectAll()
    .where('government', '=', tx.government)
    .where('review', '=', review)
    .where('author', '=', author)
    .orderBy('id')
    .execute()
  return new Map(
    rows.map(({ place, fields, saved_at }) => [
      place,
      { fields: fields as F, savedAt: saved_at.toISOString() },
    ]),
  )
}

export async function saveDraft<F>(
  tx: WriteTx,
  review: string,
  { author, place, fields, at }: { author: string; place: string; fields: F; at: string },
): Promise<void> {
  await tx.db
    .insertInto('opinion_draft')
    .values({
      government: tx.government,
      review,
      author,
      place,
      fields: JSON.stringify(fields),
      saved_at: at,
    })
    .execute()
}
