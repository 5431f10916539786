import { createHash, timingSafeEqual } from 'node:crypto'
import { type Actor, can } from '#domain/access/can.ts'
import {
  type AskedToken,
  type Bearer,
  checkToken,
  readBearer,
  type Token,
  type TokenRefused,
  type TokenState,
  tokenState,
} from '#domain/access/token.ts'
import type { Department } from '#domain/government/department.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { listDepartments } from '#store/departments.ts'
import { findToken, listTokens, saveToken, saveTokenEvent } from '#store/tokens.ts'
import type { ReadTx, WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { dayInJapan, readMoment } from './today.ts'

/** The secret is 32 random bytes, so one round of a plain hash is enough: there is nothing to guess. */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export type TokensView = {
  readonly tokens: readonly (Token & { readonly state: TokenState })[]
  readonly departments: readonly Department[]
}

/** トークンの一覧, without what would let anybody in. */
export async function viewTokens(
  tx: ReadTx,
  actor: Actor,
  now: string,
): Promise<Outcome<TokensView, 'not-allowed'>> {
  if (!can(actor, 'token:issue')) return refuse('not-allowed')
  const tokens = (await listTokens(tx)).map(({ hash: _, ...token }) => ({
    ...token,
    state: tokenState(token, now),
  }))
  return done({ tokens, departments: await listDepartments(tx) })
}

export type ToIssue = Omit<AskedToken, 'expiresAt'> & {
  /** The last day, in Japan. */
  readonly until: string
  /** 32 random bytes as text. It is shown once and not kept. */
  readonly secret: string
}

/** トークンを発行する. */
export async function issueToken(
  tx: WriteTx,
  { actor, now }: Doing,
  { until, secret, ...asked }: ToIssue,
): Promise<Outcome<Bearer, TokenRefused | 'not-allowed' | 'department-unknown'>> {
  if (!can(actor, 'token:issue')) return refuse('not-allowed')
  const live = (await listTokens(tx)).filter((each) => tokenState(each, now) === 'live')
  const expiresAt = readMoment(until)?.toISOString()
  const checked = checkToken(
    { ...asked, expiresAt },
    live.map(({ name }) => name),
    now,
  )
  if (!checked.ok) return checked
  const { hat, name, scopes } = checked.value
  if (
    hat.department !== undefined &&
    !(await listDepartments(tx)).some(({ id, to }) => id === hat.department && to === undefined)
  )
    return refuse('department-unknown', { value: hat.department })
  const change = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'token:issue', subject: `token:${name}` },
    detail: { ...hat, scopes: scopes.join(' '), until },
  })
  const id = await saveToken(tx, change, {
    ...checked.value,
    ...{ hash: hashOf(secret), issuedAt: now, issuedBy: actor.name },
  })
  return done({ government: tx.government, id, secret })
}

/** トークンを取り消す, for good and at once. */
export async function revokeToken(
  tx: WriteTx,
  { actor, now }: Doing,
  { id, reason }: { readonly id: string; readonly reason?: string },
): Promise<Outcome<{ readonly name: string }, 'not-allowed' | 'no-such-token' | 'token-ended'>> {
  if (!can(actor, 'token:issue')) return refuse('not-allowed')
  const found = /^\d{1,18}$/.test(id) ? await findToken(tx, id) : undefined
  if (!found) return refuse('no-such-token')
  if (found.revoked) return refuse('token-ended', { name: found.name })
  const said = reason?.trim() ? { reason: reason.trim() } : {}
  await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'token:revoke' },
    ...{ subject: `token:${found.name}`, ...said },
  })
  await saveTokenEvent(tx, {
    ...{ token: id, what: 'revoked', day: dayInJapan(now), at: now, by: actor.name, ...said },
  })
  return done({ name: found.name })
}

export type Entered = {
  readonly actor: Actor
  /** What is to be noted of the day: absent where it was noted already. */
  readonly firstUse?: { readonly token: string; readonly day: string }
}

/**
 * トークンで入る: who acts, where the header names a token of this government that works. Why it does not is not said: unknown, revoked, expired and
 * another government's are one answer. The record names it as 「API …」, so that no program passes for a person.
 */
export async function enterByToken(tx: ReadTx, header: string, now: string): Promise<Entered | undefined> {
  const bearer = readBearer(header)
  if (!bearer || bearer.government !== tx.government) return undefined
  const token = await findToken(tx, bearer.id)
  const [sent, kept] = [hashOf(bearer.secret), token?.hash ?? hashOf('')].map((hash) =>
    Buffer.from(hash, 'hex'),
  )
  const same = timingSafeEqual(sent as Buffer, kept as Buffer)
  if (!token || !same || tokenState(token, now) !== 'live') return undefined
  const day = dayInJapan(now)
  return {
    actor: {
      ...{ id: `token:${token.id}`, name: `API ${token.name}`, government: tx.government },
      ...{ ...token.hat, only: token.scopes },
    },
    ...(token.lastUsed === day ? {} : { firstUse: { token: token.id, day } }),
  }
}

/** 使った日を記す, once a day. */
export const noteUse = (tx: WriteTx, { token, day }: { token: string; day: string }, now: string) =>
  saveTokenEvent(tx, { token, what: 'used', day, at: now, by: 'system' })
