import type { Hat } from '#domain/access/can.ts'
import { delegationState } from '#domain/access/delegation.ts'
import { listDelegations } from '#store/delegations.ts'
import { listMembers, membershipsOf } from '#store/memberships.ts'
import type { ReadTx } from '#store/transaction.ts'
import { dayInJapan } from './today.ts'

/**
 * 役割 of a person in the government that is served: their own, and while a delegation runs those they wear as a deputy. Who does not serve here
 * is nobody's deputy, and the hat of one who left is worn by nobody. The transaction must be opened with that user.
 */
export async function hatsHere(tx: ReadTx, user: string, now: string): Promise<readonly Hat[]> {
  const own = (await membershipsOf(tx, user))
    .filter(({ government }) => government === tx.government)
    .map(({ role, department }) => ({ role, ...(department ? { department } : {}) }))
  if (own.length === 0) return []
  const today = dayInJapan(now)
  const running = (await listDelegations({ ...tx, asOf: undefined }, user)).filter(
    (each) => delegationState(each, today) === 'running',
  )
  if (running.length === 0) return own
  const serving = (await listMembers(tx)).filter(({ endedAt }) => endedAt === undefined)
  return [
    ...own,
    ...running.flatMap(({ giver, role, department }): readonly Hat[] => {
      const whose = serving.find(
        (each) => each.user === giver && each.role === role && each.department === department,
      )
      const has = own.some((hat) => hat.role === role && hat.department === department)
      return whose && !has ? [{ role, department, deputyFor: whose.name }] : []
    }),
  ]
}
