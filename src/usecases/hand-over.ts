import { can } from '#domain/access/can.ts'
import type { Element } from '#domain/plan/elements.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { listDepartments } from '#store/departments.ts'
import { saveElements } from '#store/elements.ts'
import { endMembership, listMembers, saveMembership } from '#store/memberships.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { ownedBy } from './owned.ts'

export type HandOverRefused =
  | 'not-allowed'
  | 'reason-missing'
  | 'no-such-department'
  | 'no-such-member'
  | 'same-on-both-sides'
  | 'nothing-to-move'

const given = (element: Element, department: string): Element => ({
  ...element,
  body: { ...(element.body as object), department },
})

export type OfDepartment = {
  readonly from: string
  readonly to: string
  readonly reason: string
  /** Whether the people of the department move with its work. */
  readonly people: boolean
}

/**
 * 課の持ち物を引き継ぐ: everything one department owns becomes another's in one step, or nothing. The versions before are kept, so that any page
 * at an earlier moment shows the owner of that day.
 */
export async function handOverDepartment(
  tx: WriteTx,
  { actor, now }: Doing,
  { from, to, reason, people }: OfDepartment,
): Promise<Outcome<{ readonly moved: number }, HandOverRefused>> {
  if (!can(actor, 'department:write') || (people && !can(actor, 'member:grant'))) return refuse('not-allowed')
  if (!reason.trim()) return refuse('reason-missing')
  if (from === to) return refuse('same-on-both-sides')
  const all = await listDepartments(tx)
  if (!all.some(({ id }) => id === from) || !all.some((each) => each.id === to && each.to === undefined))
    return refuse('no-such-department')
  const { indicators, projects, nodes, members, count } = await ownedBy(tx, from)
  const movers = people ? members : []
  if (count + movers.length === 0) return refuse('nothing-to-move')
  const id = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'department:hand-over' },
    ...{ subject: `department:${from}`, reason: reason.trim() },
    detail: {
      ...{ to, indicators: indicators.length, projects: projects.length, nodes: nodes.length },
      memberships: movers.length,
    },
  })
  const byOwner = Map.groupBy([...indicators, ...projects, ...nodes], ({ owner }) => owner)
  for (const [owner, list] of byOwner) {
    const elements = list.map(({ element }) => given(element, to))
    await saveElements(tx, { id, at: now }, owner, elements, { keepOthers: true })
  }
  const serving = (await listMembers(tx)).filter(({ endedAt }) => endedAt === undefined)
  for (const { id: membership, user, role } of movers) {
    await endMembership(tx, membership, now)
    if (!serving.some((each) => each.user === user && each.role === role && each.department === to))
      await saveMembership(tx, { government: tx.government, user, role, department: to }, now, actor.name)
  }
  return done({ moved: count + movers.length })
}

export type OfPerson = { readonly from: string; readonly to: string; readonly reason: string }

/** 人の所属を引き継ぐ: every membership that one person holds here ends, and another person takes it up. */
export async function handOverPerson(
  tx: WriteTx,
  { actor, now }: Doing,
  { from, to, reason }: OfPerson,
): Promise<Outcome<{ readonly moved: number }, HandOverRefused>> {
  if (!can(actor, 'member:grant')) return refuse('not-allowed')
  if (!reason.trim()) return refuse('reason-missing')
  if (from === to) return refuse('same-on-both-sides')
  const members = await listMembers(tx)
  const serving = members.filter(({ endedAt }) => endedAt === undefined)
  const held = serving.filter(({ user }) => user === from)
  if (!members.some(({ user }) => user === to)) return refuse('no-such-member')
  if (held.length === 0) return refuse('nothing-to-move')
  await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'member:hand-over' },
    ...{ subject: `member:${from}`, reason: reason.trim() },
    detail: { to: `member:${to}`, memberships: held.length },
  })
  for (const { id, role, department } of held) {
    await endMembership(tx, id, now)
    const has = serving.some(
      (each) => each.user === to && each.role === role && each.department === department,
    )
    const membership = { government: tx.government, user: to, role, ...(department ? { department } : {}) }
    if (!has) await saveMembership(tx, membership, now, actor.name)
  }
  return done({ moved: held.length })
}
