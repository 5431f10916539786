import type { CycleStage } from '#domain/cycle/calendar.ts'
import type { StageMove, StageMoveKind } from '#domain/cycle/stages.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

export type SavedStageMove = StageMove & { readonly at: string; readonly by: string }

/** The moves of a year's stages in the order in which they were made. */
export async function listStageMoves(tx: ReadTx, year: number): Promise<readonly SavedStageMove[]> {
  let query = tx.db
    .selectFrom('stage_move')
    .selectAll()
    .where('government', '=', tx.government)
    .where('year', '=', year)
  if (tx.asOf !== undefined) query = query.where('at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('id').execute()
  return rows.map(({ stage, move, department, reason, at, by }) => ({
    ...{ stage: stage as CycleStage, move: move as StageMoveKind, at: at.toISOString(), by },
    ...(department === null ? {} : { department }),
    ...(reason === null ? {} : { reason }),
  }))
}

export async function saveStageMove(
  tx: WriteTx,
  {
    year,
    change,
    stage,
    move,
    department,
    reason,
    at,
    by,
  }: SavedStageMove & { readonly year: number; readonly change: string },
): Promise<void> {
  await tx.db
    .insertInto('stage_move')
    .values({
      ...{ government: tx.government, year, stage, move, change, at, by },
      ...{ department: department ?? null, reason: reason ?? null },
    })
    .execute()
}
