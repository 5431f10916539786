import { can } from '#domain/access/can.ts'
import { checkDelegation, type Delegation, type DelegationRefused } from '#domain/access/delegation.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { listDelegations, saveDelegation, saveDelegationEnd } from '#store/delegations.ts'
import { listMembers } from '#store/memberships.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { dayInJapan, isDay } from './today.ts'

export type ToDelegate = Omit<Delegation, 'id' | 'at' | 'by' | 'endedAt'>

/** 代理を立てる: whoever wears the hat names a deputy, or planning does for them. The membership of nobody changes. */
export async function delegate(
  tx: WriteTx,
  { actor, now }: Doing,
  asked: ToDelegate,
): Promise<Outcome<null, DelegationRefused | 'not-allowed'>> {
  if (actor.id !== asked.giver && !can(actor, 'cycle:move')) return refuse('not-allowed')
  if (!isDay(asked.from) || !isDay(asked.to)) return refuse('period-not-understood')
  const serving = (await listMembers(tx)).filter(({ endedAt }) => endedAt === undefined)
  const before = await listDelegations(tx)
  const checked = checkDelegation(asked, { serving, before, today: dayInJapan(now) })
  if (!checked.ok) return checked
  const reason = asked.reason.trim()
  const change = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'delegation:begin' },
    ...{ subject: `member:${asked.giver}`, reason },
    detail: { role: asked.role, department: asked.department },
  })
  await saveDelegation(tx, change, { ...asked, reason, at: now, by: actor.name })
  return done(null)
}

/** 代理を終える, before its last day. */
export async function endDelegation(
  tx: WriteTx,
  { actor, now }: Doing,
  id: string,
): Promise<Outcome<null, 'not-allowed' | 'no-such-delegation' | 'nothing-changed'>> {
  const found = (await listDelegations(tx)).find((each) => each.id === id)
  if (!found) return refuse('no-such-delegation')
  if (actor.id !== found.giver && !can(actor, 'cycle:move')) return refuse('not-allowed')
  if (found.endedAt !== undefined) return refuse('nothing-changed')
  const change = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'delegation:end' },
    ...{ subject: `member:${found.giver}`, detail: { role: found.role, department: found.department } },
  })
  await saveDelegationEnd(tx, change, { delegation: id, at: now, by: actor.name })
  return done(null)
}
