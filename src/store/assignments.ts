import type { ReadTx, WriteTx } from './transaction.ts'

/** 担当者 of a year: the person named for each indicator, by its id. */
export async function listAssignments(tx: ReadTx, year: number): Promise<ReadonlyMap<string, string>> {
  let query = tx.db
    .selectFrom('assignment')
    .select(['indicator', 'user_id'])
    .distinctOn('indicator')
    .where('government', '=', tx.government)
    .where('year', '=', year)
  if (tx.asOf !== undefined) query = query.where('at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('indicator').orderBy('id', 'desc').execute()
  return new Map(rows.flatMap(({ indicator, user_id }) => (user_id === null ? [] : [[indicator, user_id]])))
}

export async function saveAssignment(
  tx: WriteTx,
  change: string,
  {
    year,
    indicator,
    user,
    at,
    by,
  }: {
    readonly year: number
    readonly indicator: string
    readonly user: string | undefined
    readonly at: string
    readonly by: string
  },
): Promise<void> {
  await tx.db
    .insertInto('assignment')
    .values({ government: tx.government, year, indicator, user_id: user ?? null, change, at, by })
    .execute()
}
