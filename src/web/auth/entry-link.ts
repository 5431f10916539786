import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Auth } from './auth.ts'

/** How long a link to set a password lives. */
export const LINK_DAYS = { invitation: 7, reset: 1 / 24 } as const

const identifierOf = (token: string) => `reset-password:${token}`

/** 入口のリンク: a link that lets its bearer set the password of an account, once. Only its hash is kept. */
export async function makeEntryLink(
  auth: Auth,
  user: string,
  kind: keyof typeof LINK_DAYS,
  now: string,
): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  const { internalAdapter } = await auth.$context
  await internalAdapter.createVerificationValue({
    identifier: identifierOf(token),
    value: user,
    expiresAt: new Date(Date.parse(now) + LINK_DAYS[kind] * 24 * 60 * 60 * 1000),
  })
  return `${auth.options.baseURL}/set-password?token=${token}`
}

/** For whom a link was made; undefined where it was used, has expired or never was. Looking does not use it up. */
export async function bearerOf(
  pool: pg.Pool,
  token: string,
  now: string,
): Promise<{ readonly name: string; readonly email: string } | undefined> {
  const hash = createHash('sha256').update(identifierOf(token)).digest('base64url')
  const { rows } = await pool.query<{ name: string; email: string }>(
    `select u.name, u.email from verification v join "user" u on u.id = v.value
     where v.identifier = $1 and v."expiresAt" > $2 order by v."createdAt" desc limit 1`,
    [hash, now],
  )
  return rows[0]
}
