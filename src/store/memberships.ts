import type { Role } from '#domain/access/can.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

/** 所属と役割: what one person may do in one government. */
export type Membership = {
  readonly government: string
  readonly user: string
  readonly role: Role
  readonly department?: string
}

/** Memberships of a user in every government. The transaction must be opened with that `user`. */
export async function membershipsOf(tx: ReadTx, user: string): Promise<readonly Membership[]> {
  const rows = await tx.db
    .selectFrom('membership')
    .selectAll()
    .where('user_id', '=', user)
    .where('ended_at', 'is', null)
    .orderBy('government')
    .orderBy('id')
    .execute()
  return rows.map(({ government, user_id, role, department }) => ({
    government,
    user: user_id,
    role: role as Role,
    ...(department === null ? {} : { department }),
  }))
}

export async function saveMembership(
  tx: WriteTx,
  { user, role, department }: Membership,
  at: string,
  by: string,
): Promise<void> {
  await tx.db
    .insertInto('membership')
    .values({
      government: tx.government,
      user_id: user,
      role,
      department: department ?? null,
      granted_at: at,
      granted_by: by,
      ended_at: null,
    })
    .execute()
}
