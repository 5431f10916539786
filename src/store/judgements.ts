import type { Given } from '#domain/cycle/given.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

export type JudgementStage = 'computed' | 'first' | 'second' | 'committee'

/** 判定の記録: a grade as it was given, with its scheme's version and its working. A later one never overwrites an earlier one. */
export type RecordedJudgement = {
  readonly plan: string
  readonly commitment: string
  readonly year: number
  readonly stage: JudgementStage
  readonly scheme: string
  readonly schemeVersion: string
  /** null where it could not be graded; the reason is in `outcome`. */
  readonly grade: string | null
  readonly outcome: unknown
  /** Id of the actual it was judged with. */
  readonly actual?: string
  readonly reason?: string
  readonly recordedAt: string
  readonly recordedBy: string
}

export async function listJudgements(
  tx: ReadTx,
  { plan, year }: { readonly plan?: string; readonly year?: number } = {},
): Promise<readonly RecordedJudgement[]> {
  let query = tx.db.selectFrom('judgement').selectAll().where('government', '=', tx.government)
  if (plan !== undefined) query = query.where('plan', '=', plan)
  if (year !== undefined) query = query.where('year', '=', year)
  if (tx.asOf !== undefined) query = query.where('recorded_at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('id').execute()
  return rows.map((row) => ({
    plan: row.plan,
    commitment: row.commitment,
    year: row.year,
    stage: row.stage as JudgementStage,
    scheme: row.scheme,
    schemeVersion: row.scheme_version,
    grade: row.grade,
    outcome: row.outcome,
    ...(row.actual === null ? {} : { actual: row.actual }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    recordedAt: row.recorded_at.toISOString(),
    recordedBy: row.recorded_by,
  }))
}

/** 人による判定 of a plan's year: the latest of each promise and stage, as known at the transaction's moment. */
export async function listGiven(
  tx: ReadTx,
  { plan, year }: { readonly plan: string; readonly year: number },
): Promise<readonly Given[]> {
  const latest = new Map<string, Given>()
  for (const { stage, commitment, grade, outcome, reason, recordedAt, recordedBy } of await listJudgements(
    tx,
    {
      plan,
      year,
    },
  ))
    if (stage !== 'computed' && grade !== null)
      latest.set(`${commitment} ${stage}`, {
        ...(outcome as Pick<Given, 'label' | 'tone' | 'comment'>),
        ...{ commitment, stage, grade, at: recordedAt, by: recordedBy },
        ...(reason === undefined ? {} : { reason }),
      })
  return [...latest.values()]
}

export async function saveJudgements(
  tx: WriteTx,
  change: string,
  judgements: readonly RecordedJudgement[],
): Promise<void> {
  if (judgements.length === 0) return
  await tx.db
    .insertInto('judgement')
    .values(
      judgements.map((each) => ({
        government: tx.government,
        plan: each.plan,
        commitment: each.commitment,
        year: each.year,
        stage: each.stage,
        scheme: each.scheme,
        scheme_version: each.schemeVersion,
        grade: each.grade,
        outcome: JSON.stringify(each.outcome),
        actual: each.actual ?? null,
        reason: each.reason ?? null,
        change,
        recorded_at: each.recordedAt,
        recorded_by: each.recordedBy,
      })),
    )
    .execute()
}
