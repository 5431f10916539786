import { type Actor, can } from '#domain/access/can.ts'
import type { Department } from '#domain/government/department.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { listDepartments } from '#store/departments.ts'
import { listMembers, type Member } from '#store/memberships.ts'
import { type Letter, lettersWaiting } from '#store/outbox.ts'
import type { ReadTx } from '#store/transaction.ts'

/** 所属の状態: invited has never come in; active has; ended may do nothing any more. */
export type MemberState = 'invited' | 'active' | 'ended'

export const memberState = ({ endedAt, entered }: Pick<Member, 'endedAt' | 'entered'>): MemberState =>
  endedAt !== undefined ? 'ended' : entered ? 'active' : 'invited'

export type MembersView = {
  readonly members: readonly (Member & { readonly state: MemberState })[]
  readonly departments: readonly Department[]
  readonly letters: readonly (Letter & { readonly name: string; readonly email: string })[]
}

/** 所属する人を見る: names and addresses of staff, for who administers them. */
export async function viewMembers(tx: ReadTx, actor: Actor): Promise<Outcome<MembersView, 'not-allowed'>> {
  if (!can(actor, 'member:grant')) return refuse('not-allowed')
  const members = await listMembers(tx)
  const people = new Map(members.map((each) => [each.user, each]))
  const letters = (await lettersWaiting(tx)).flatMap((letter) => {
    const person = people.get(letter.user)
    return person ? [{ ...letter, name: person.name, email: person.email }] : []
  })
  return done({
    members: members.map((each) => ({ ...each, state: memberState(each) })),
    departments: await listDepartments(tx),
    letters,
  })
}
