import { type Actor, can } from '#domain/access/can.ts'
import { type Delegation, type DelegationState, delegationState, isStaff } from '#domain/access/delegation.ts'
import type { Department } from '#domain/government/department.ts'
import type { Translations } from '#domain/shared/lang.ts'
import { listAssignments } from '#store/assignments.ts'
import { listDelegations } from '#store/delegations.ts'
import { listMembers } from '#store/memberships.ts'
import type { ReadTx } from '#store/transaction.ts'
import { dayInJapan } from './today.ts'
import { viewReports } from './view-reports.ts'

/** A hat that may be lent, by who may lend it. */
export type Lendable = {
  readonly user: string
  readonly name: string
  readonly role: 'reporter' | 'approver'
  readonly department: string
}

export type DeputiesView = {
  readonly today: string
  readonly opened: boolean
  readonly departments: readonly Department[]
  readonly people: readonly {
    readonly user: string
    readonly name: string
    readonly departments: readonly string[]
  }[]
  readonly lendable: readonly Lendable[]
  readonly delegations: readonly (Delegation & {
    readonly giverName: string
    readonly deputyName: string
    readonly state: DelegationState
    readonly mayEnd: boolean
  })[]
  readonly indicators: readonly {
    readonly id: string
    readonly name: string
    readonly names?: Translations
    readonly department: string
    readonly named?: string
  }[]
}

/** 担当者と代理を見る: who answers which indicator of a year, who stands in for whom, and what this person may change of it. */
export async function viewDeputies(
  tx: ReadTx,
  actor: Actor,
  { year, now }: { readonly year: number; readonly now: string },
): Promise<DeputiesView> {
  const today = dayInJapan(now)
  const members = await listMembers(tx)
  const serving = members.filter(({ endedAt }) => endedAt === undefined)
  const nameOf = (user: string) => members.find((each) => each.user === user)?.name ?? ''
  const planning = can(actor, 'cycle:move')
  const { round, rows, departments } = await viewReports(tx, { year })
  const named = await listAssignments(tx, year)
  return {
    ...{ today, departments, opened: round !== undefined },
    people: [...Map.groupBy(serving.filter(isStaff), ({ user }) => user)].map(([user, own]) => ({
      ...{ user, name: own[0]?.name ?? '' },
      departments: own.flatMap(({ department }) => department ?? []),
    })),
    lendable: serving.flatMap(({ user, name, role, department }): readonly Lendable[] =>
      (role === 'reporter' || role === 'approver') && department && (planning || user === actor.id)
        ? [{ user, name, role, department }]
        : [],
    ),
    delegations: (await listDelegations(tx)).map((each) => ({
      ...each,
      ...{ giverName: nameOf(each.giver), deputyName: nameOf(each.deputy) },
      state: delegationState(each, today),
      mayEnd: planning || each.giver === actor.id,
    })),
    indicators: rows.flatMap(({ indicator: { id, name, names }, department }) => {
      if (department === undefined || !can(actor, 'report:write', department)) return []
      const user = named.get(id)
      return [{ id, name, ...(names ? { names } : {}), department, ...(user ? { named: user } : {}) }]
    }),
  }
}
