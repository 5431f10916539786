import { betterAuth } from 'better-auth'
import { magicLink } from 'better-auth/plugins'
import type pg from 'pg'

export type AuthOptions = {
  readonly pool: pg.Pool
  readonly baseUrl: string
  readonly secret: string
  /** Called with a link that signs its bearer in once. */
  readonly onLink: (email: string, url: string) => void
}

/** E-mail of the local administrator, whom `npm start` lets in by a one-time link. */
export const LOCAL_ADMINISTRATOR = 'admin@localhost.local'

/** How long a printed link may wait to be opened. */
const LINK_LIVES_SECONDS = 60 * 60

/** Sign-in, sessions and their cookies. Sign-up by strangers is closed. */
export function makeAuth({ pool, baseUrl, secret, onLink }: AuthOptions) {
  return betterAuth({
    database: pool,
    baseURL: baseUrl,
    basePath: '/auth',
    secret,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: { enabled: false },
    advanced: { cookiePrefix: 'shirube', useSecureCookies: baseUrl.startsWith('https:') },
    plugins: [
      magicLink({
        expiresIn: LINK_LIVES_SECONDS,
        disableSignUp: true,
        storeToken: 'hashed',
        sendMagicLink: ({ email, url }) => onLink(email, url),
      }),
    ],
  })
}

export type Auth = ReturnType<typeof makeAuth>

/** Makes sure that the local administrator exists; returns the user's id. */
export async function ensureAdministrator(pool: pg.Pool, now: string): Promise<string> {
  const found = await pool.query('select id from "user" where email = $1', [LOCAL_ADMINISTRATOR])
  if (found.rows[0]) return found.rows[0].id
  const id = crypto.randomUUID()
  await pool.query(
    'insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt") values ($1, $2, $3, true, $4, $4) on conflict (email) do nothing',
    [id, '管理者', LOCAL_ADMINISTRATOR, now],
  )
  return (await pool.query('select id from "user" where email = $1', [LOCAL_ADMINISTRATOR])).rows[0].id
}
