import { can } from '#domain/access/can.ts'
import type { Department } from '#domain/government/department.ts'
import {
  ended,
  type NewDepartment,
  type RegisterRefused,
  registered,
  renamed,
} from '#domain/government/register.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { listDepartments, saveDepartments } from '#store/departments.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { ownedBy } from './owned.ts'
import { runningYear } from './today.ts'

/** 課を登録する, many at once: all or none. */
export async function registerDepartments(
  tx: WriteTx,
  { actor, now }: Doing,
  lines: readonly NewDepartment[],
): Promise<Outcome<{ readonly registered: number }, RegisterRefused | 'not-allowed'>> {
  if (!can(actor, 'department:write')) return refuse('not-allowed')
  const before = await listDepartments(tx)
  const after = registered(before, lines, runningYear(now))
  if (!after.ok) return after
  const added = after.value.slice(before.length)
  const id = await writeDown(tx, {
    ...{
      at: now,
      actor: actor.name,
      role: actor.role,
      action: 'department:register',
      subject: 'departments',
    },
    detail: { departments: added.map((each) => each.id) },
  })
  await saveDepartments(tx, { id, at: now }, after.value)
  return done({ registered: added.length })
}

export type DepartmentRefused =
  | 'not-allowed'
  | 'no-such-department'
  | 'department-name-missing'
  | 'department-twice'
  | 'nothing-changed'
  | 'successor-missing'
  | 'department-too-young'

/** Writes one department anew. */
async function replace(
  tx: WriteTx,
  { actor, now }: Doing,
  action: string,
  next: Department,
  reason: string | undefined,
): Promise<void> {
  const id = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action, subject: `department:${next.id}` },
    ...(reason?.trim() ? { reason: reason.trim() } : {}),
  })
  const all = await listDepartments(tx)
  await saveDepartments(
    tx,
    { id, at: now },
    all.map((each) => (each.id === next.id ? next : each)),
  )
}

export type ToRename = NewDepartment & { readonly id: string; readonly reason?: string }

/** 課の名前を変える. Whatever it owns stays its own. */
export async function renameDepartment(
  tx: WriteTx,
  doing: Doing,
  { id, name, nameEn, reason }: ToRename,
): Promise<Outcome<null, DepartmentRefused>> {
  if (!can(doing.actor, 'department:write')) return refuse('not-allowed')
  const all = await listDepartments(tx)
  const found = all.find((each) => each.id === id && each.to === undefined)
  if (!found) return refuse('no-such-department')
  if (name.trim() === '') return refuse('department-name-missing')
  if (all.some((each) => each.id !== id && each.to === undefined && each.name === name.trim()))
    return refuse('department-twice', { name: name.trim() })
  const next = renamed(found, { name: name.trim(), ...(nameEn ? { nameEn } : {}) }, runningYear(doing.now))
  if (next.name === found.name && next.names?.en === found.names?.en) return refuse('nothing-changed')
  await replace(tx, doing, 'department:rename', next, reason)
  return done(null)
}

export type ToEnd = { readonly id: string; readonly successors: readonly string[]; readonly reason?: string }

/** 課を終える. One that owns anything names who succeeds it, so that nothing is left to nobody. */
export async function endDepartment(
  tx: WriteTx,
  doing: Doing,
  { id, successors, reason }: ToEnd,
): Promise<Outcome<null, DepartmentRefused>> {
  if (!can(doing.actor, 'department:write')) return refuse('not-allowed')
  const all = await listDepartments(tx)
  const found = all.find((each) => each.id === id && each.to === undefined)
  const present = (one: string) =>
    all.some((each) => each.id === one && each.id !== id && each.to === undefined)
  if (!found || !successors.every(present)) return refuse('no-such-department')
  if (successors.length === 0 && (await ownedBy(tx, id)).count > 0) return refuse('successor-missing')
  const next = ended(found, successors, runningYear(doing.now))
  if (!next.ok) return next
  await replace(tx, doing, 'department:end', next.value, reason)
  return done(null)
}
