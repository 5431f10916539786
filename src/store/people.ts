import type pg from 'pg'

/** 利用者 (person) as sign-in knows them. */
export type Person = { readonly id: string; readonly name: string; readonly email: string }

export async function findPerson(authPool: pg.Pool, id: string): Promise<Person | undefined> {
  const { rows } = await authPool.query<Person>('select id, name, email from "user" where id = $1', [id])
  return rows[0]
}

export async function findPersonByEmail(authPool: pg.Pool, email: string): Promise<Person | undefined> {
  const { rows } = await authPool.query<Person>('select id, name, email from "user" where email = $1', [
    email.trim().toLowerCase(),
  ])
  return rows[0]
}

/** 二段階の確認をやめさせる, for who lost the application and the backup codes. */
export async function dropCodes(authPool: pg.Pool, user: string): Promise<void> {
  await authPool.query(
    'with gone as (delete from "twoFactor" where "userId" = $1) update "user" set "twoFactorEnabled" = false where id = $1',
    [user],
  )
}

/** サインイン中の端末 (session): where one is signed in. */
export type SignedIn = {
  readonly id: string
  readonly since: string
  /** When it was last renewed; at most a day behind. */
  readonly seen: string
  readonly address: string | undefined
  readonly device: string | undefined
}

export async function listSignedIn(
  authPool: pg.Pool,
  user: string,
  now: string,
): Promise<readonly SignedIn[]> {
  const { rows } = await authPool.query(
    'select id, "createdAt", "updatedAt", "ipAddress", "userAgent" from "session" where "userId" = $1 and "expiresAt" > $2 order by "updatedAt" desc, id',
    [user, now],
  )
  return rows.map((row) => ({
    ...{ id: row.id, since: row.createdAt.toISOString(), seen: row.updatedAt.toISOString() },
    ...{ address: row.ipAddress || undefined, device: row.userAgent || undefined },
  }))
}

/** Ends one session of a person. */
export async function endSession(authPool: pg.Pool, user: string, id: string): Promise<void> {
  await authPool.query('delete from "session" where "userId" = $1 and id = $2', [user, id])
}

/** Ends all sessions of a person but one. */
export async function endOtherSessions(authPool: pg.Pool, user: string, kept: string): Promise<void> {
  await authPool.query('delete from "session" where "userId" = $1 and id <> $2', [user, kept])
}

/** How a person can come in: a password, codes from an application. */
export async function keysOf(
  authPool: pg.Pool,
  user: string,
): Promise<{ readonly password: boolean; readonly codes: boolean }> {
  const { rows } = await authPool.query(
    `select exists (select from account where "userId" = u.id and "providerId" = 'credential') as password,
       coalesce(u."twoFactorEnabled", false) as codes
     from "user" u where u.id = $1`,
    [user],
  )
  return { password: rows[0]?.password ?? false, codes: rows[0]?.codes ?? false }
}
