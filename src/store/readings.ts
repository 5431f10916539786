import { sql } from 'kysely'
import type { Draft } from '#domain/document/draft.ts'
import type { ReviewStep } from '#domain/document/review.ts'
import type { SourceDocument } from '#domain/document/source-document.ts'
import type { Finding } from '#domain/shared/finding.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

/** JSON without what PostgreSQL does not take: NUL, and halves of a surrogate pair. */
const json = (value: unknown): string =>
  JSON.stringify(value, (_, each) =>
    typeof each === 'string' ? each.toWellFormed().replaceAll('\0', '') : each,
  )

/** 読み取り (reading) of a document: what the readers made of it. Remarks are kept as the checker wrote them. */
export type Reading<Remark extends Finding = Finding> = {
  readonly document: string
  readonly source: SourceDocument
  readonly draft: Draft
  readonly remarks: readonly Remark[]
  readonly readAt: string
}

export type SavedStep = {
  readonly id: string
  readonly step: ReviewStep
  readonly at: string
  readonly by: string
}

/** The latest reading of a document. */
export async function findReading(
  tx: ReadTx,
  document: string,
): Promise<(Reading & { readonly id: string }) | undefined> {
  const row = await tx.db
    .selectFrom('reading')
    .selectAll()
    .where('government', '=', tx.government)
    .where('document', '=', document)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      document: row.document,
      source: row.source as SourceDocument,
      draft: row.draft as Draft,
      remarks: row.remarks as readonly Finding[],
      readAt: row.read_at.toISOString(),
    }
  )
}

/** One page of the latest reading, without the rest of it. `of` is how many pages there are. */
export async function findPage(
  tx: ReadTx,
  document: string,
  page: number,
): Promise<{ readonly page: SourceDocument['pages'][number] | undefined; readonly of: number } | undefined> {
  const row = await tx.db
    .selectFrom('reading')
    .select(['pages', sql<unknown>`source #> array['pages', ${String(page - 1)}]`.as('page')])
    .where('government', '=', tx.government)
    .where('document', '=', document)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row && { page: (row.page ?? undefined) as never, of: row.pages }
}

export async function saveReading(
  tx: WriteTx,
  { document, source, draft, remarks, readAt }: Reading,
): Promise<string> {
  const { id } = await tx.db
    .insertInto('reading')
    .values({
      government: tx.government,
      document,
      pages: source.pages.length,
      source: json(source),
      draft: json(draft),
      remarks: json(remarks),
      read_at: readAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The steps of a review, in the order in which they were made. */
export async function listSteps(tx: ReadTx, reading: string): Promise<readonly SavedStep[]> {
  const rows = await tx.db
    .selectFrom('review_step')
    .select(['id', 'step', 'at', 'by'])
    .where('government', '=', tx.government)
    .where('reading', '=', reading)
    .orderBy('id')
    .execute()
  return rows.map(({ id, step, at, by }) => ({ id, step: step as ReviewStep, at: at.toISOString(), by }))
}

export async function saveStep(
  tx: WriteTx,
  reading: string,
  { step, at, by }: Omit<SavedStep, 'id'>,
): Promise<string> {
  const { id } = await tx.db
    .insertInto('review_step')
    .values({ government: tx.government, reading, step: json(step), at, by })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** How far the review of each document is: pages, steps made, and what it was last taken in as. */
export async function listReviews(tx: ReadTx): Promise<
  readonly {
    readonly document: string
    readonly pages: number
    readonly steps: number
    readonly takenIn?: { readonly plan: string; readonly edition: string }
  }[]
> {
  const rows = await tx.db
    .selectFrom('reading as r')
    .leftJoin('review_step as s', (on) =>
      on.onRef('s.government', '=', 'r.government').onRef('s.reading', '=', 'r.id'),
    )
    .where('r.government', '=', tx.government)
    .groupBy(['r.document', 'r.pages', 'r.id'])
    .select([
      'r.document',
      'r.pages',
      sql<number>`count(s.id)::int`.as('steps'),
      sql<{ plan: string; edition: string } | null>`(array_agg(s.step order by s.id desc)
        filter (where s.step ->> 'do' = 'take-in'))[1]`.as('taken'),
    ])
    .orderBy('r.id')
    .execute()
  return rows.map(({ taken, ...each }) => ({
    ...each,
    ...(taken ? { takenIn: { plan: taken.plan, edition: taken.edition } } : {}),
  }))
}
