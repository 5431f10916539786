import { can } from '#domain/access/can.ts'
import { delegationState } from '#domain/access/delegation.ts'
import type { Staff } from '#domain/cycle/task.ts'
import { listDelegations } from '#store/delegations.ts'
import { listMembers, listServing } from '#store/memberships.ts'
import type { ReadTx } from '#store/transaction.ts'

/** 職員: who serves here on a day, with every hat, also those worn as a deputy. Without names where nobody is shown them, which is faster. */
export async function listStaff(tx: ReadTx, today: string, named = true): Promise<readonly Staff[]> {
  const serving = named
    ? (await listMembers(tx)).filter(({ endedAt }) => endedAt === undefined)
    : (await listServing(tx)).map((each) => ({ ...each, name: '' }))
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
