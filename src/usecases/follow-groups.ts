import type { Hat } from '#domain/access/can.ts'
import { done, type Outcome } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { findGovernment } from '#store/governments.ts'
import { endMembership, listMembers, saveMembership } from '#store/memberships.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'

/** Who granted a membership that follows a group; such a one also ends by the group, and no other does. */
export const BY_GROUP = '庁内の認証'

/**
 * グループに従う: makes the memberships that groups gave to a person what the groups say now. Those granted by people stay as they are, and
 * the last administrator is never taken away.
 */
export async function followGroups(
  tx: WriteTx,
  { actor, now }: Doing,
  { user, hats }: { readonly user: string; readonly hats: readonly Hat[] },
): Promise<Outcome<{ readonly begun: number; readonly ended: number }, never>> {
  if (!(await findGovernment(tx, tx.government))) return done({ begun: 0, ended: 0 })
  const serving = (await listMembers(tx)).filter(({ endedAt }) => endedAt === undefined)
  const mine = serving.filter((each) => each.user === user)
  const same = (a: Hat, b: Hat) => a.role === b.role && a.department === b.department
  const missing = hats.filter((hat) => !mine.some((each) => same(each, hat)))
  const others = serving.filter((each) => each.user !== user && each.role === 'administrator').length
  const over = mine.filter(
    (each) =>
      each.grantedBy === BY_GROUP &&
      !hats.some((hat) => same(each, hat)) &&
      (each.role !== 'administrator' || others > 0),
  )
  const write = (action: string, { role, department }: Hat) =>
    writeDown(tx, {
      ...{ at: now, actor: actor.name, role: actor.role, action, subject: `member:${user}` },
      detail: { role, ...(department ? { department } : {}), by: 'group' },
    })
  for (const hat of missing) {
    await write('member:invite', hat)
    await saveMembership(tx, { government: tx.government, user, ...hat }, now, BY_GROUP)
  }
  for (const each of over) {
    await write('member:end', each)
    await endMembership(tx, each.id, now)
  }
  return done({ begun: missing.length, ended: over.length })
}
