import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { magicLink, twoFactor } from 'better-auth/plugins'
import type pg from 'pg'
import { type OnGroups, type OtherDoor, openOtherDoor } from './other-door.ts'
import { hashPassword, PASSWORD, verifyPassword } from './password.ts'
import { forgetAttempts, mayTry } from './throttle.ts'

export type AuthOptions = {
  readonly pool: pg.Pool
  readonly baseUrl: string
  readonly secret: string
  /** Called with a link that signs its bearer in once. */
  readonly onLink: (email: string, url: string) => void
  /** Called with the id of a person who forgot the password; absent where no mail can be sent. */
  readonly onForgotten?: (user: string) => Promise<void>
  /** Single sign-on of the operator's own. */
  readonly otherDoor?: OtherDoor
  readonly onGroups?: OnGroups
}

/** E-mail of the local administrator, whom `npm start` lets in by a one-time link. */
export const LOCAL_ADMINISTRATOR = 'admin@localhost.local'

/** The header in which we, and nobody else, tell better-auth where a request came from. */
export const CLIENT_HEADER = 'x-shirube-client'

/** How long a printed link may wait to be opened. */
const LINK_LIVES_SECONDS = 60 * 60
const DAY_SECONDS = 24 * 60 * 60

/** Attempts by one address: a whole town hall may stand behind one, so the account has a limit of its own (`throttle.ts`). */
const RULES = {
  '/sign-in/email': { window: 60, max: 60 },
  '/request-password-reset': { window: 60, max: 10 },
  '/reset-password': { window: 60, max: 60 },
  '/two-factor/*': { window: 60, max: 60 },
  '/magic-link/verify': { window: 60, max: 30 },
} as const

/** Sign-in, sessions and their cookies. Sign-up by strangers is closed. */
export function makeAuth({ pool, baseUrl, secret, onLink, onForgotten, otherDoor, onGroups }: AuthOptions) {
  const door = openOtherDoor(otherDoor, onGroups)
  const options = {
    appName: 'しるべ',
    database: pool,
    baseURL: baseUrl,
    basePath: '/auth',
    secret,
    telemetry: { enabled: false },
    // Doors that no page of ours leads through.
    disabledPaths: [
      ...['/sign-in/magic-link', '/sign-up/email', '/update-user', '/change-email', '/delete-user'],
      ...['/link-social', '/unlink-account', '/get-access-token', '/refresh-token', '/account-info'],
    ],
    logger: { level: 'error' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD.least,
      maxPasswordLength: PASSWORD.most,
      revokeSessionsOnPasswordReset: true,
      password: { hash: hashPassword, verify: verifyPassword },
      ...(onForgotten ? { sendResetPassword: ({ user }) => onForgotten(user.id) } : {}),
    },
    user: { validateUserInfo: door.validate },
    onAPIError: { errorURL: '/sign-in' },
    session: { expiresIn: 7 * DAY_SECONDS, updateAge: DAY_SECONDS },
    verification: { storeIdentifier: 'hashed' },
    rateLimit: { enabled: true, storage: 'database', window: 60, max: 300, customRules: RULES },
    advanced: {
      cookiePrefix: 'shirube',
      useSecureCookies: baseUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER] },
    },
    hooks: {
      before: createAuthMiddleware(async ({ path, body }) => {
        if (path !== '/sign-in/email' || typeof body?.email !== 'string') return
        if (!(await mayTry(pool, body.email, new Date().toISOString())))
          throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_ATTEMPTS' })
      }),
      after: createAuthMiddleware(async ({ path, body, context }) => {
        if (path === '/sign-in/email' && context.newSession) await forgetAttempts(pool, String(body?.email))
        if (path.startsWith('/callback/') && context.newSession) await door.entered(context.newSession.user)
      }),
    },
  } satisfies BetterAuthOptions
  return betterAuth({
    ...options,
    plugins: [
      magicLink({
        expiresIn: LINK_LIVES_SECONDS,
        disableSignUp: true,
        storeToken: 'hashed',
        sendMagicLink: ({ email, url }) => onLink(email, url),
      }),
      twoFactor({ issuer: 'しるべ' }),
      door.plugin,
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
