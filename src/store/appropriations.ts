import type { Appropriation, AppropriationKind, RecordedAppropriation } from '#domain/budget/appropriation.ts'
import type { MoneyUnit } from '#domain/shared/money.ts'
import { fiscalYear } from '#domain/shared/year.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

/** Amounts recorded for a project (for all, where none is named), oldest first, as known at the transaction's moment. */
export async function listAppropriations(
  tx: ReadTx,
  project?: string,
): Promise<readonly RecordedAppropriation[]> {
  let query = tx.db.selectFrom('appropriation').selectAll().where('government', '=', tx.government)
  if (project !== undefined) query = query.where('project', '=', project)
  if (tx.asOf !== undefined) query = query.where('recorded_at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('project').orderBy('year').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    project: row.project,
    year: fiscalYear(row.year),
    kind: row.kind as AppropriationKind,
    ...(row.month === null ? {} : { month: row.month }),
    amount: { yen: Number(row.yen), unit: row.unit as MoneyUnit },
    ...(row.funding_source === null ? {} : { fundingSource: row.funding_source }),
    ...(row.source === null ? {} : { source: row.source }),
    ...(row.corrects === null ? {} : { corrects: row.corrects }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    recordedAt: row.recorded_at.toISOString(),
    recordedBy: row.recorded_by,
  }))
}

export async function saveAppropriation(
  tx: WriteTx,
  { change, at, by }: { readonly change: string; readonly at: string; readonly by: string },
  { project, year, kind, month, amount, fundingSource, source }: Appropriation,
): Promise<void> {
  await tx.db
    .insertInto('appropriation')
    .values({
      government: tx.government,
      project,
      year,
      kind,
      month: month ?? null,
      yen: String(amount.yen),
      unit: amount.unit,
      funding_source: fundingSource ?? null,
      source: source ?? null,
      corrects: null,
      reason: null,
      change,
      recorded_at: at,
      recorded_by: by,
    })
    .execute()
}
