import { type Kysely, sql } from 'kysely'
import type { Role } from '#domain/access/can.ts'
import type { Tables } from './schema.ts'
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

/** 所属する人: one membership, present or ended, with who it is. */
export type Member = {
  readonly id: string
  readonly user: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly department?: string
  readonly grantedAt: string
  readonly grantedBy: string
  readonly endedAt?: string
  /** Has ever set a password or signed in. */
  readonly entered: boolean
  /** Serves another government as well, so that no administrator of this one alone may hold a key to the account. */
  readonly elsewhere: boolean
}

/** Memberships of the government, ended ones too, by name and then in the order in which they were granted. */
export async function listMembers(tx: ReadTx): Promise<readonly Member[]> {
  const people = await sql<{
    user_id: string
    name: string
    email: string
    entered: boolean
    elsewhere: boolean
  }>`select * from people_here() order by user_id`.execute(tx.db as Kysely<Tables>)
  const byId = new Map(people.rows.map((each) => [each.user_id, each]))
  const rows = await tx.db
    .selectFrom('membership')
    .selectAll()
    .where('government', '=', tx.government)
    .orderBy('id')
    .execute()
  return rows
    .map((row): Member => {
      const person = byId.get(row.user_id)
      return {
        ...{ id: row.id, user: row.user_id, name: person?.name ?? '', email: person?.email ?? '' },
        ...{ role: row.role as Role, grantedAt: row.granted_at.toISOString(), grantedBy: row.granted_by },
        ...(row.department === null ? {} : { department: row.department }),
        ...(row.ended_at === null ? {} : { endedAt: row.ended_at.toISOString() }),
        ...{ entered: person?.entered ?? false, elsewhere: person?.elsewhere ?? false },
      }
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'ja') || Number(a.id) - Number(b.id))
}

/** Who serves in which role, without names: what it takes to say whose turn it is. */
export async function listServing(tx: ReadTx): Promise<readonly Omit<Membership, 'government'>[]> {
  const rows = await tx.db
    .selectFrom('membership')
    .select(['user_id', 'role', 'department'])
    .where('government', '=', tx.government)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ user_id, role, department }) => ({
    ...{ user: user_id, role: role as Role },
    ...(department === null ? {} : { department }),
  }))
}

/** 所属を終える. The row stays. */
export async function endMembership(tx: WriteTx, id: string, at: string): Promise<void> {
  await tx.db
    .updateTable('membership')
    .set({ ended_at: at })
    .where('government', '=', tx.government)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** The person with this e-mail address, made under `name` where nobody has it yet. */
export async function personFor(
  tx: WriteTx,
  { email, name }: { readonly email: string; readonly name: string },
  at: string,
): Promise<string> {
  const made = await sql<{
    id: string
  }>`select person_for(${email}, ${name}, ${crypto.randomUUID()}, ${at}) as id`.execute(tx.db)
  const id = made.rows[0]?.id
  if (!id) throw new Error('person_for made nobody')
  return id
}
