/** 役割 (role) in one government. */
export type Role = 'administrator' | 'planner' | 'reporter' | 'reviewer' | 'viewer'

/** What can be done. Reading the public record needs no permission. */
export type Action =
  | 'staff:read'
  | 'plan:import'
  | 'indicator:settle'
  | 'actual:write'
  | 'judgement:override'
  | 'year:close'
  | 'year:reopen'
  | 'year:publish'
  | 'opinion:write'
  | 'member:grant'
  /** Statistics are shared by all governments of the installation. */
  | 'statistics:import'

/** 操作する人 (actor): who, in which role, of which government and department. `system` loads samples and runs jobs. */
export type Actor = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly government: string
  readonly department?: string
}

const ALLOWED: Readonly<Record<Role, ReadonlySet<Action>>> = {
  administrator: new Set<Action>([
    'staff:read',
    'plan:import',
    'indicator:settle',
    'actual:write',
    'judgement:override',
    'year:close',
    'year:reopen',
    'year:publish',
    'opinion:write',
    'member:grant',
    'statistics:import',
  ]),
  planner: new Set<Action>([
    'staff:read',
    'plan:import',
    'indicator:settle',
    'actual:write',
    'judgement:override',
    'year:close',
    'year:reopen',
    'year:publish',
    'opinion:write',
  ]),
  reporter: new Set<Action>(['staff:read', 'actual:write']),
  reviewer: new Set<Action>(['staff:read', 'opinion:write']),
  viewer: new Set<Action>(['staff:read']),
}

/**
 * May this actor do this? A reporter writes only for the department that owns the subject; `owner` is that department,
 * and a subject nobody owns is left to planners.
 */
export function can(actor: Actor, action: Action, owner?: string): boolean {
  if (!ALLOWED[actor.role].has(action)) return false
  return (
    actor.role !== 'reporter' ||
    action !== 'actual:write' ||
    (owner !== undefined && owner === actor.department)
  )
}
