import { done, type Outcome, refuse } from '../shared/outcome.ts'
import { ACTIONS, type Action, type Hat, PERMISSIONS, type Role, wantsDepartment } from './can.ts'

/** APIトークン: a program enters in the place of a person, in one role, for some actions of one government, until a day. */
export type Token = {
  readonly id: string
  readonly name: string
  readonly hat: Hat
  readonly scopes: readonly Action[]
  readonly issuedAt: string
  readonly issuedBy: string
  readonly expiresAt: string
  /** The last day of use, in Japan; the hour is nobody's business. */
  readonly lastUsed?: string
  readonly revoked?: { readonly at: string; readonly by: string; readonly reason?: string }
}

export type TokenState = 'live' | 'expired' | 'revoked'

export const tokenState = (
  { revoked, expiresAt }: Pick<Token, 'revoked' | 'expiresAt'>,
  now: string,
): TokenState => (revoked ? 'revoked' : expiresAt <= now ? 'expired' : 'live')

/** What no token may: let people or other tokens in, and what concerns other governments. Those want a person who signed in. */
const NEVER: readonly Action[] = ['member:grant', 'token:issue', 'statistics:import']

/** 範囲 (scopes) that a token in a role may have. */
export const scopesOf = (role: Role): readonly Action[] =>
  ACTIONS.filter((action) => PERMISSIONS[role][action] !== undefined && !NEVER.includes(action))

/** Longest life of a token, in days: long enough for a fiscal year, short enough that a forgotten one ends. */
export const LONGEST_DAYS = 400
const LONGEST_NAME = 60

export type AskedToken = {
  readonly name: string
  readonly role: Role | undefined
  readonly department?: string
  readonly scopes: readonly string[]
  readonly expiresAt: string | undefined
}

export type TokenRefused =
  | 'token-name-missing'
  | 'token-name-taken'
  | 'too-long'
  | 'token-role-missing'
  | 'department-missing'
  | 'scope-missing'
  | 'scope-outside-role'
  | 'token-day-not-understood'

export type NewToken = Pick<Token, 'name' | 'hat' | 'scopes' | 'expiresAt'>

/** The token that was asked for, where it may be. `taken` are the names of tokens that still work. */
export function checkToken(
  { name, role, department, scopes, expiresAt }: AskedToken,
  taken: readonly string[],
  now: string,
): Outcome<NewToken, TokenRefused> {
  if (name === '') return refuse('token-name-missing')
  if (name.length > LONGEST_NAME) return refuse('too-long', { length: name.length, most: LONGEST_NAME })
  if (taken.includes(name)) return refuse('token-name-taken', { name })
  if (role === undefined) return refuse('token-role-missing')
  if (department === undefined && wantsDepartment(role)) return refuse('department-missing')
  if (scopes.length === 0) return refuse('scope-missing')
  const allowed = scopesOf(role)
  const outside = scopes.find((scope) => !allowed.some((each) => each === scope))
  if (outside !== undefined) return refuse('scope-outside-role', { scope: outside })
  const latest = Date.parse(now) + LONGEST_DAYS * 24 * 60 * 60 * 1000
  if (expiresAt === undefined || expiresAt <= now || Date.parse(expiresAt) > latest)
    return refuse('token-day-not-understood', { days: LONGEST_DAYS })
  const hat = { role, ...(department === undefined ? {} : { department }) }
  return done({ name, hat, scopes: allowed.filter((each) => scopes.includes(each)), expiresAt })
}

/** トークンの文字列 as a program sends it: whose and which one, readable, so that a leaked one can be found and revoked; then the secret. */
export type Bearer = { readonly government: string; readonly id: string; readonly secret: string }

export const writeBearer = ({ government, id, secret }: Bearer): string =>
  `shirube_${government}_${id}_${secret}`

/** Whether a header speaks of a token of ours at all; a proxy's own credentials are none of our business. */
export const isBearer = (header: string | null): header is string => /^bearer\s+shirube_/i.test(header ?? '')

export function readBearer(header: string): Bearer | undefined {
  const found = /^bearer\s+shirube_(\d{6})_([1-9]\d{0,17})_([A-Za-z0-9_-]{43})\s*$/i.exec(header)
  const [, government, id, secret] = found ?? []
  return government && id && secret ? { government, id, secret } : undefined
}
