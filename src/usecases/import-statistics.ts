import { can } from '#domain/access/can.ts'
import type { Dataset, StatisticsTable } from '#domain/population/statistics.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { saveDataset } from '#store/datasets.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'

export type ImportedTable = { readonly dataset: Dataset; readonly known: boolean }

/**
 * 統計表を取り込む. The same bytes again change nothing; the same series with other bytes is its next vintage, and both stay. Statistics are
 * shared by every government of the installation, so only an administrator may.
 */
export async function importStatistics(
  tx: WriteTx,
  { actor, now }: Doing,
  {
    table,
    file,
    sha256,
  }: { readonly table: StatisticsTable; readonly file: string; readonly sha256: string },
): Promise<Outcome<ImportedTable, 'not-allowed'>> {
  if (!can(actor, 'statistics:import')) return refuse('not-allowed')
  return done(await saveDataset(tx, table, { file, sha256, at: now, by: actor.name }))
}
