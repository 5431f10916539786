import type { PublicationRecord } from '#domain/cycle/snapshot.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

/** 公表: the record of a publication with its immutable snapshot, the very text that was hashed. */
export type Publication = PublicationRecord & { readonly snapshot: string }

/** Publications of the government, of a plan or of one year of it, newest first, as known at the transaction's moment. */
export async function listPublications(
  tx: ReadTx,
  { plan, year }: { readonly plan?: string; readonly year?: number } = {},
): Promise<readonly Publication[]> {
  let query = tx.db.selectFrom('publication').selectAll().where('government', '=', tx.government)
  if (plan !== undefined) query = query.where('plan', '=', plan)
  if (year !== undefined) query = query.where('year', '=', year)
  if (tx.asOf !== undefined) query = query.where('published_at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('id', 'desc').execute()
  return rows.map((row) => ({
    plan: row.plan,
    year: row.year,
    number: row.number,
    snapshot: row.snapshot,
    sha256: row.sha256,
    ...(row.note === null ? {} : { note: row.note }),
    publishedAt: row.published_at.toISOString(),
    publishedBy: row.published_by,
  }))
}

export async function savePublication(tx: WriteTx, change: string, publication: Publication): Promise<void> {
  const { plan, year, number, snapshot, sha256, note, publishedAt, publishedBy } = publication
  await tx.db
    .insertInto('publication')
    .values({
      government: tx.government,
      plan,
      year,
      number,
      snapshot,
      sha256,
      note: note ?? null,
      change,
      published_at: publishedAt,
      published_by: publishedBy,
    })
    .execute()
}
