/**
 * 役割 (role) in one government. An approver confirms what their department reports; an executive and an auditor read; a budget officer reads until
 * the budget has pages of its own.
 */
export const ROLES = [
  ...(['administrator', 'planner', 'reporter', 'approver', 'budget-officer'] as const),
  ...(['executive', 'reviewer', 'auditor', 'viewer'] as const),
] as const
export type Role = (typeof ROLES)[number]

/** What can be done. Reading the public record needs no permission. */
export const ACTIONS = [
  ...(['staff:read', 'plan:import', 'indicator:settle', 'actual:write', 'judgement:override'] as const),
  ...(['report:write', 'report:approve', 'round:open'] as const),
  ...(['year:close', 'year:reopen', 'year:publish', 'opinion:write', 'member:grant'] as const),
  /** Statistics are shared by all governments of the installation. */
  'statistics:import',
] as const
export type Action = (typeof ACTIONS)[number]

/** 操作する人 (actor): who, in which role, of which government and department. `system` loads samples and runs jobs. */
export type Actor = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly government: string
  readonly department?: string
}

/** Who may: everywhere, only for what the actor's own department owns, or not. What is not listed is not allowed. */
type Reach = 'all' | 'own'

const everything = (...actions: readonly Action[]): Readonly<Partial<Record<Action, Reach>>> =>
  Object.fromEntries(actions.map((action) => [action, 'all' as const]))

/** 権限の表, the one place that says who may do what. */
export const PERMISSIONS: Readonly<Record<Role, Readonly<Partial<Record<Action, Reach>>>>> = {
  administrator: everything(...ACTIONS),
  planner: everything(...ACTIONS.filter((each) => each !== 'member:grant' && each !== 'statistics:import')),
  reporter: { 'staff:read': 'all', 'actual:write': 'own', 'report:write': 'own' },
  approver: { 'staff:read': 'all', 'actual:write': 'own', 'report:write': 'own', 'report:approve': 'own' },
  'budget-officer': everything('staff:read'),
  executive: everything('staff:read'),
  reviewer: everything('staff:read', 'opinion:write'),
  auditor: everything('staff:read'),
  viewer: everything('staff:read'),
}

/**
 * May this actor do this? `owner` is the department that owns the subject; where the actor's reach is their own department, a subject that nobody
 * owns is left to planners.
 */
export function can(actor: Actor, action: Action, owner?: string): boolean {
  const reach = PERMISSIONS[actor.role][action]
  return reach === 'all' || (reach === 'own' && owner !== undefined && owner === actor.department)
}
