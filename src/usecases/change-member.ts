import { can, type Role, wantsDepartment } from '#domain/access/can.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { listDepartments } from '#store/departments.ts'
import { endMembership, listMembers, type Member, saveMembership } from '#store/memberships.ts'
import type { ReadTx, WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'

export type MemberRefused =
  | 'not-allowed'
  | 'no-such-member'
  | 'last-administrator'
  | 'department-missing'
  | 'department-unknown'
  | 'already-member'
  | 'nothing-changed'

type Found = { readonly member: Member; readonly serving: readonly Member[] }

async function findServing(tx: ReadTx, id: string): Promise<Outcome<Found, 'no-such-member'>> {
  const serving = (await listMembers(tx)).filter(({ endedAt }) => endedAt === undefined)
  const member = serving.find((each) => each.id === id)
  return member ? done({ member, serving }) : refuse('no-such-member')
}

/** A government without an administrator could never have one again. */
const isLastAdministrator = ({ member, serving }: Found): boolean =>
  member.role === 'administrator' &&
  !serving.some(({ id, role }) => role === 'administrator' && id !== member.id)

/** 所属を終える. What the person did stays theirs; from this moment they may do nothing more here. */
export async function endMember(
  tx: WriteTx,
  { actor, now }: Doing,
  { id, reason }: { readonly id: string; readonly reason?: string },
): Promise<Outcome<null, MemberRefused>> {
  if (!can(actor, 'member:grant')) return refuse('not-allowed')
  const found = await findServing(tx, id)
  if (!found.ok) return found
  if (isLastAdministrator(found.value)) return refuse('last-administrator')
  const { user, role, department } = found.value.member
  await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'member:end', subject: `member:${user}` },
    ...(reason?.trim() ? { reason: reason.trim() } : {}),
    detail: { role, ...(department ? { department } : {}) },
  })
  await endMembership(tx, id, now)
  return done(null)
}

export type ToChange = {
  readonly id: string
  readonly role: Role
  readonly department?: string
  readonly reason?: string
}

/** 役割・担当課を変える: the old membership ends and a new one begins, so that who could do what on a day can still be said. */
export async function changeMember(
  tx: WriteTx,
  { actor, now }: Doing,
  { id, role, department, reason }: ToChange,
): Promise<Outcome<null, MemberRefused>> {
  if (!can(actor, 'member:grant')) return refuse('not-allowed')
  const found = await findServing(tx, id)
  if (!found.ok) return found
  const { member, serving } = found.value
  if (role !== 'administrator' && isLastAdministrator(found.value)) return refuse('last-administrator')
  if (department === undefined && wantsDepartment(role)) return refuse('department-missing')
  if (department !== undefined && !(await listDepartments(tx)).some((each) => each.id === department))
    return refuse('department-unknown', { value: department })
  const isIt = (each: Member) =>
    each.user === member.user && each.role === role && each.department === department
  if (isIt(member)) return refuse('nothing-changed')
  if (serving.some(isIt)) return refuse('already-member')
  const hat = (of: { readonly role: string; readonly department?: string }) => ({
    role: of.role,
    ...(of.department ? { department: of.department } : {}),
  })
  const next = { role, ...(department ? { department } : {}) }
  await writeDown(tx, {
    ...{
      at: now,
      actor: actor.name,
      role: actor.role,
      action: 'member:change',
      subject: `member:${member.user}`,
    },
    ...(reason?.trim() ? { reason: reason.trim() } : {}),
    detail: { from: hat(member), to: hat(next) },
  })
  await endMembership(tx, id, now)
  await saveMembership(tx, { government: tx.government, user: member.user, ...next }, now, actor.name)
  return done(null)
}
