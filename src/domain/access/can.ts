/**
 * 役割 (role) in one government. An approver confirms what their department reports and answers the panel for it; an executive decides what becomes of a
 * project; an auditor reads the audit; a reviewer enters the panel's room only; a budget officer reads until the budget has pages of its own.
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
  ...(['year:close', 'year:reopen', 'year:publish', 'member:grant'] as const),
  /** 外部検証: enter the panel's room; fix its pack, keep its minutes; say an opinion; answer one (対応方針). */
  ...(['room:read', 'room:run', 'opinion:write', 'opinion:answer'] as const),
  /** 今後の方針: what a department proposes for its projects, and what is decided. */
  ...(['follow-up:propose', 'follow-up:decide'] as const),
  /** パブリックコメント: take in, group and publish; answer. */
  ...(['comment:handle', 'comment:answer'] as const),
  /** 進行管理: move a year from stage to stage; carry a stage between network segments as a signed bundle. */
  ...(['cycle:move', 'bundle:carry'] as const),
  ...(['audit:read', 'token:issue'] as const),
  /** Departments, and what each of them owns. */
  'department:write',
  /** Statistics are shared by all governments of the installation. */
  'statistics:import',
] as const
export type Action = (typeof ACTIONS)[number]

/** 役割と担当課: one of the roles in which a person serves; `deputyFor` names whose hat it is where it is worn for somebody else (代理). */
export type Hat = { readonly role: Role; readonly department?: string; readonly deputyFor?: string }

/**
 * 操作する人 (actor): who, in which role, of which government and department. Who serves in several roles has the others in `also`, and may
 * do what any of them may. A token acts within its scopes, `only`, whatever its role may besides. `system` loads samples and runs jobs.
 */
export type Actor = Hat & {
  readonly id: string
  readonly name: string
  readonly government: string
  readonly also?: readonly Hat[]
  readonly only?: readonly Action[]
}

/** Who may: everywhere, only for what the actor's own department owns, or not. What is not listed is not allowed. */
type Reach = 'all' | 'own'

const everything = (...actions: readonly Action[]): Readonly<Partial<Record<Action, Reach>>> =>
  Object.fromEntries(actions.map((action) => [action, 'all' as const]))

const ofOwn = (...actions: readonly Action[]): Readonly<Partial<Record<Action, Reach>>> =>
  Object.fromEntries(actions.map((action) => [action, 'own' as const]))

/** What only an administrator may do. */
const ADMINISTRATORS: readonly Action[] = ['member:grant', 'statistics:import', 'audit:read', 'token:issue']
/** What a department does for what is its own. */
const REPORTING: readonly Action[] = [
  ...(['actual:write', 'report:write', 'opinion:answer', 'follow-up:propose', 'comment:answer'] as const),
]

/** 権限の表, the one place that says who may do what. */
export const PERMISSIONS: Readonly<Record<Role, Readonly<Partial<Record<Action, Reach>>>>> = {
  administrator: everything(...ACTIONS),
  planner: everything(...ACTIONS.filter((each) => !ADMINISTRATORS.includes(each))),
  reporter: { ...everything('staff:read', 'room:read'), ...ofOwn(...REPORTING) },
  approver: { ...everything('staff:read', 'room:read'), ...ofOwn(...REPORTING, 'report:approve') },
  'budget-officer': everything('staff:read', 'room:read'),
  executive: everything('staff:read', 'room:read', 'follow-up:decide'),
  reviewer: everything('room:read', 'opinion:write'),
  auditor: everything('staff:read', 'room:read', 'audit:read'),
  viewer: everything('staff:read'),
}

export const hatsOf = ({ role, department, deputyFor, also = [] }: Actor): readonly Hat[] => [
  {
    role,
    ...(department === undefined ? {} : { department }),
    ...(deputyFor === undefined ? {} : { deputyFor }),
  },
  ...also,
]

/**
 * May this actor do this? `owner` is the department that owns the subject; where the actor's reach is their own department, a subject that nobody
 * owns is left to planners.
 */
export const can = (actor: Actor, action: Action, owner?: string): boolean =>
  (actor.only?.includes(action) ?? true) &&
  hatsOf(actor).some(({ role, department }) => {
    const reach = PERMISSIONS[role][action]
    return reach === 'all' || (reach === 'own' && owner !== undefined && owner === department)
  })

/** Is there anything at all that this actor may do this to? */
export const canAnywhere = (actor: Actor, action: Action): boolean =>
  hatsOf(actor).some(({ department }) => can(actor, action, department))

/** Whether a role does anything only for its own department, and so wants one. */
export const wantsDepartment = (role: Role): boolean => Object.values(PERMISSIONS[role]).includes('own')

const reachOf = ({ role }: Hat): number =>
  Object.values(PERMISSIONS[role]).reduce((sum, reach) => sum + (reach === 'all' ? 2 : 1), 0)

/** The widest hat first; of equally wide ones, in the order of the roles and departments. */
export const widestFirst = (hats: readonly Hat[]): readonly Hat[] =>
  [...hats].sort(
    (a, b) =>
      reachOf(b) - reachOf(a) ||
      ROLES.indexOf(a.role) - ROLES.indexOf(b.role) ||
      (a.department ?? '').localeCompare(b.department ?? ''),
  )

/** The actor in the hat that reaches furthest for an action, which is the role that the record then names. */
export function inHatFor(actor: Actor, action: Action): Actor {
  const reach = ({ role }: Hat) => ['own', 'all'].indexOf(PERMISSIONS[role][action] ?? '')
  const [first, ...also] = [...hatsOf(actor)].sort((a, b) => reach(b) - reach(a))
  const { id, name, government, only } = actor
  return {
    ...{ id, name, government, ...(first ?? { role: actor.role }) },
    ...(also.length > 0 ? { also } : {}),
    ...(only ? { only } : {}),
  }
}
