import { type Actor, can } from '#domain/access/can.ts'
import { readFingerprint } from '#domain/access/seal.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import type { WriteTx } from '#store/transaction.ts'
import { listTrustedKeys, saveTrustedKey } from '#store/trusted-keys.ts'
import type { Doing } from './doing.ts'

/** Whose keys a government trusts is decided by who lets machines in: an administrator. */
export const mayTrust = (actor: Actor): boolean => can(actor, 'token:issue') && can(actor, 'bundle:carry')

export type TrustRefused =
  | 'not-allowed'
  | 'fingerprint-not-understood'
  | 'fingerprint-own'
  | 'key-name-missing'
  | 'too-long'
  | 'nothing-changed'

export type ToTrust = { readonly fingerprint: string; readonly name: string; readonly own: string }

/** 鍵を信頼する: the fingerprint as it was read over the phone, and what the other side is called here. */
export async function trustKey(
  tx: WriteTx,
  { actor, now }: Doing,
  { fingerprint: typed, name: given, own }: ToTrust,
): Promise<Outcome<{ readonly name: string }, TrustRefused>> {
  if (!mayTrust(actor)) return refuse('not-allowed')
  const fingerprint = readFingerprint(typed)
  if (!fingerprint) return refuse('fingerprint-not-understood', { value: typed.slice(0, 60) })
  if (fingerprint === own) return refuse('fingerprint-own')
  const name = given.trim()
  if (name === '') return refuse('key-name-missing')
  if (name.length > 60) return refuse('too-long', { length: name.length, most: 60 })
  const known = (await listTrustedKeys(tx)).find((each) => each.fingerprint === fingerprint)
  if (known?.state === 'trusted' && known.name === name) return refuse('nothing-changed')
  const change = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'bundle:trust', subject: 'bundles' },
    detail: { name, fingerprint },
  })
  await saveTrustedKey(tx, change, { fingerprint, name, state: 'trusted', at: now, by: actor.name })
  return done({ name })
}

/** 信頼をやめる, with a reason. What was taken in before stays. */
export async function distrustKey(
  tx: WriteTx,
  { actor, now }: Doing,
  { fingerprint, reason: given }: { readonly fingerprint: string; readonly reason: string },
): Promise<
  Outcome<{ readonly name: string }, 'not-allowed' | 'no-such-key' | 'reason-missing' | 'nothing-changed'>
> {
  if (!mayTrust(actor)) return refuse('not-allowed')
  const known = (await listTrustedKeys(tx)).find((each) => each.fingerprint === fingerprint)
  if (!known) return refuse('no-such-key')
  if (known.state === 'revoked') return refuse('nothing-changed')
  const reason = given.trim()
  if (reason === '') return refuse('reason-missing')
  const { name } = known
  const change = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'bundle:distrust', subject: 'bundles' },
    ...{ reason, detail: { name, fingerprint } },
  })
  await saveTrustedKey(tx, change, { fingerprint, name, reason, state: 'revoked', at: now, by: actor.name })
  return done({ name })
}
