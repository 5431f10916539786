import { sql } from 'kysely'
import type { Cite, OpinionKind, RecordedOpinion, ResponseState, Stance } from '#domain/cycle/opinion.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

/** Every row as it was written: opinions, texts that replaced them, and answers, of a plan or a room where one is named. */
export async function listOpinions(
  tx: ReadTx,
  { plan, review }: { readonly plan?: string; readonly review?: string } = {},
): Promise<readonly RecordedOpinion[]> {
  let query = tx.db.selectFrom('opinion').selectAll().where('government', '=', tx.government)
  if (plan !== undefined) query = query.where('plan', '=', plan)
  if (review !== undefined) query = query.where('review', '=', review)
  if (tx.asOf !== undefined) query = query.where('recorded_at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    plan: row.plan,
    year: row.year,
    subject: row.subject,
    panel: row.panel,
    text: row.text,
    ...(row.answers === null ? {} : { answers: row.answers }),
    ...(row.state === null ? {} : { state: row.state as ResponseState }),
    ...(row.department === null ? {} : { department: row.department }),
    ...(row.due === null ? {} : { due: row.due }),
    ...(row.review === null ? {} : { review: row.review }),
    ...(row.number === null ? {} : { number: row.number }),
    ...(row.kind === null ? {} : { kind: row.kind as OpinionKind }),
    ...(row.stance === null ? {} : { stance: row.stance as Stance }),
    ...(row.cites === null ? {} : { cites: row.cites as readonly Cite[] }),
    ...(row.revises === null ? {} : { revises: row.revises }),
    ...(row.author === null ? {} : { author: row.author }),
    ...(row.affiliation === null ? {} : { affiliation: row.affiliation }),
    ...(row.spoken ? { spoken: true as const } : {}),
    recordedAt: row.recorded_at.toISOString(),
    recordedBy: row.recorded_by,
  }))
}

export async function saveOpinion(
  tx: WriteTx,
  change: string,
  opinion: Omit<RecordedOpinion, 'id'>,
): Promise<string> {
  const { id } = await tx.db
    .insertInto('opinion')
    .values({
      government: tx.government,
      plan: opinion.plan,
      year: opinion.year,
      subject: opinion.subject,
      panel: opinion.panel,
      text: opinion.text,
      answers: opinion.answers ?? null,
      state: opinion.state ?? null,
      department: opinion.department ?? null,
      due: opinion.due ?? null,
      review: opinion.review ?? null,
      number: opinion.number ?? null,
      kind: opinion.kind ?? null,
      stance: opinion.stance ?? null,
      cites: opinion.cites ? JSON.stringify(opinion.cites) : null,
      revises: opinion.revises ?? null,
      author: opinion.author ?? null,
      affiliation: opinion.affiliation ?? null,
      spoken: opinion.spoken ?? false,
      change,
      recorded_at: opinion.recordedAt,
      recorded_by: opinion.recordedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The number of the next opinion on a year, over all rooms. */
export async function nextOpinionNumber(tx: WriteTx, year: number): Promise<number> {
  const found = await sql<{ next: number }>`select next_opinion_number(${year}) as next`.execute(tx.db)
  return found.rows[0]?.next ?? 1
}

/** 担当: which department is to answer an opinion, and by when. */
export type Charge = { readonly opinion: string; readonly department: string; readonly due?: string }

/** The charge of each opinion that stands. */
export async function listCharges(tx: ReadTx): Promise<ReadonlyMap<string, Charge>> {
  let query = tx.db.selectFrom('opinion_charge').selectAll().where('government', '=', tx.government)
  if (tx.asOf !== undefined) query = query.where('at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('id').execute()
  return new Map(
    rows.map(({ opinion, department, due }) => [
      opinion,
      { opinion, department, ...(due === null ? {} : { due }) },
    ]),
  )
}

export async function saveCharge(
  tx: WriteTx,
  change: string,
  { opinion, department, due }: Charge,
  at: string,
  by: string,
): Promise<void> {
  await tx.db
    .insertInto('opinion_charge')
    .values({ government: tx.government, opinion, department, due: due ?? null, change, at, by })
    .execute()
}
