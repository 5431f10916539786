import type { ReadTx, WriteTx } from './transaction.ts'

export type ResponseState = 'done' | 'begun' | 'continuing' | 'not-taken'

/** 意見 (opinion) of a review panel, or 対応方針 (response) where `answers` names the opinion it answers. */
export type RecordedOpinion = {
  readonly id: string
  readonly plan: string
  readonly year: number
  /** Id of the commitment, node or plan it is about. */
  readonly subject: string
  readonly panel: string
  readonly text: string
  readonly answers?: string
  readonly state?: ResponseState
  readonly department?: string
  readonly recordedAt: string
  readonly recordedBy: string
}

export async function listOpinions(tx: ReadTx, plan?: string): Promise<readonly RecordedOpinion[]> {
  let query = tx.db.selectFrom('opinion').selectAll().where('government', '=', tx.government)
  if (plan !== undefined) query = query.where('plan', '=', plan)
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
      change,
      recorded_at: opinion.recordedAt,
      recorded_by: opinion.recordedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
