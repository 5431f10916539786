import { can } from '#domain/access/can.ts'
import { delegationState } from '#domain/access/delegation.ts'
import type { Staff } from '#domain/cycle/task.ts'
import { listDelegations } from '#store/delegations.ts'
import { listMembers } from '#store/memberships.ts'
import type { ReadTx } from '#store/transaction.ts'

/** 職員: who serves here on a day, with every hat, also those worn as a deputy. */
export async function listStaff(tx: ReadTx, today: string): Promise<readonly Staff[]> {
  const serving = (await listMembers(tx)).filter(({ endedAt }) => endedAt === undefined)
  const running = (await listDelegations(tx)).filter((each) => delegationState(each, today) === 'running')
  return [...Map.groupBy(serving, ({ user }) => user)].map(([user, own]) => ({
    ...{ user, name: own[0]?.name ?? '' },
    hats: [
      ...own.map(({ role, department }) => ({ role, ...(department ? { department } : {}) })),
      ...running
        .filter(({ deputy }) => deputy === user)
        .flatMap(({ giver, role, department }) => {
          const whose = serving.find(
            (each) => each.user === giver && each.role === role && each.department === department,
          )
          return whose ? [{ role, department, deputyFor: whose.name }] : []
        }),
    ],
  }))
}

/** 段階を開け直せる人, by name. */
export const whoReopens = async (tx: ReadTx): Promise<string> =>
  [
    ...new Set(
      (await listMembers(tx))
        .filter(
          ({ endedAt, role, user, name }) =>
            endedAt === undefined && can({ id: user, name, government: tx.government, role }, 'cycle:move'),
        )
        .map(({ name }) => name),
    ),
  ]
    .slice(0, 3)
    .join('、')
