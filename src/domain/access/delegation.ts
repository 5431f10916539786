import { done, type Outcome, refuse } from '../shared/outcome.ts'
import { type Action, type Actor, can, type Hat, hatsOf, PERMISSIONS } from './can.ts'

/** 代理 (delegation): a hat of one person that another wears too, from a day to a day in Japan, with the reason. */
export type Delegation = {
  readonly id: string
  /** Whose hat it is. */
  readonly giver: string
  readonly deputy: string
  readonly role: 'reporter' | 'approver'
  readonly department: string
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly at: string
  readonly by: string
  readonly endedAt?: string
}

/** Longest period, in days: who is away longer is replaced. */
export const LONGEST_DELEGATION = 366

export type DelegationState = 'coming' | 'running' | 'over'

export const delegationState = ({ from, to, endedAt }: Delegation, today: string): DelegationState =>
  endedAt !== undefined || to < today ? 'over' : from > today ? 'coming' : 'running'

export type DelegationRefused =
  | 'reason-missing'
  | 'deputy-is-giver'
  | 'no-such-member'
  | 'deputy-not-staff'
  | 'period-not-understood'
  | 'period-over'
  | 'period-too-long'
  | 'delegated-already'

type Serving = Hat & { readonly user: string }

/** 庁内の人: who may stand in; a member of the panel judges the office from outside, and takes no seat in it. */
export const isStaff = ({ role }: Hat): boolean => PERMISSIONS[role]['staff:read'] !== undefined

/** 代理を立てられるか: the giver wears the hat, the deputy serves here as staff, and the days make a period that is not over. */
export function checkDelegation(
  asked: Omit<Delegation, 'id' | 'at' | 'by' | 'endedAt'>,
  {
    serving,
    before,
    today,
  }: { readonly serving: readonly Serving[]; readonly before: readonly Delegation[]; readonly today: string },
): Outcome<null, DelegationRefused> {
  const { giver, deputy, role, department, from, to } = asked
  if (asked.reason.trim() === '') return refuse('reason-missing')
  if (giver === deputy) return refuse('deputy-is-giver')
  const wears = serving.some(
    (each) => each.user === giver && each.role === role && each.department === department,
  )
  if (!wears || !serving.some(({ user }) => user === deputy)) return refuse('no-such-member')
  if (!serving.some((each) => each.user === deputy && isStaff(each))) return refuse('deputy-not-staff')
  const days = (Date.parse(to) - Date.parse(from)) / (24 * 60 * 60 * 1000)
  if (!(days >= 0)) return refuse('period-not-understood')
  if (to < today) return refuse('period-over')
  if (days > LONGEST_DELEGATION) return refuse('period-too-long', { most: LONGEST_DELEGATION })
  const twice = before.some(
    (each) =>
      delegationState(each, today) !== 'over' &&
      each.giver === giver &&
      each.deputy === deputy &&
      each.role === role &&
      each.department === department &&
      each.from <= to &&
      from <= each.to,
  )
  return twice ? refuse('delegated-already') : done(null)
}

/** だれの代理か: whose hat lets the actor do this; undefined where one of their own does. */
export function actingFor(actor: Actor, action: Action, owner?: string): string | undefined {
  const hats = hatsOf(actor)
  const wearing = (hat: Hat): Actor => ({
    id: actor.id,
    name: actor.name,
    government: actor.government,
    ...hat,
  })
  const able = hats.filter((hat) => can(wearing(hat), action, owner))
  return able.some(({ deputyFor }) => deputyFor === undefined) ? undefined : able[0]?.deputyFor
}

/** 署名: the name under which it is written down; a deputy's says for whom, once. */
export function signed(actor: Actor, action: Action, owner?: string): string {
  const giver = actingFor(actor, action, owner)
  const suffix = `（${giver}の代理）`
  return giver === undefined || actor.name.endsWith(suffix) ? actor.name : `${actor.name}${suffix}`
}
