import type { Delegation } from '#domain/access/delegation.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

/** 代理, ended ones too, latest first; of one deputy where they are named. */
export async function listDelegations(tx: ReadTx, deputy?: string): Promise<readonly Delegation[]> {
  let query = tx.db.selectFrom('delegation').selectAll().where('government', '=', tx.government)
  if (deputy !== undefined) query = query.where('deputy', '=', deputy)
  const rows = await query.orderBy('id', 'desc').execute()
  if (rows.length === 0) return []
  const ends = await tx.db
    .selectFrom('delegation_end')
    .selectAll()
    .where('government', '=', tx.government)
    .orderBy('id')
    .execute()
  return rows.map((row) => {
    const end = ends.find(({ delegation }) => delegation === row.id)
    return {
      ...{ id: row.id, giver: row.giver, deputy: row.deputy, role: row.role as Delegation['role'] },
      ...{ department: row.department, from: row.from_day, to: row.to_day, reason: row.reason },
      ...{ at: row.at.toISOString(), by: row.by },
      ...(end ? { endedAt: end.at.toISOString() } : {}),
    }
  })
}

export async function saveDelegation(
  tx: WriteTx,
  change: string,
  { giver, deputy, role, department, from, to, reason, at, by }: Omit<Delegation, 'id' | 'endedAt'>,
): Promise<void> {
  await tx.db
    .insertInto('delegation')
    .values({
      ...{ government: tx.government, giver, deputy, role, department, reason, change, at, by },
      ...{ from_day: from, to_day: to },
    })
    .execute()
}

export async function saveDelegationEnd(
  tx: WriteTx,
  change: string,
  { delegation, at, by }: { readonly delegation: string; readonly at: string; readonly by: string },
): Promise<void> {
  await tx.db
    .insertInto('delegation_end')
    .values({ government: tx.government, delegation, change, at, by })
    .execute()
}
