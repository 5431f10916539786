import { can } from '#domain/access/can.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { listAssignments, saveAssignment } from '#store/assignments.ts'
import { writeDown } from '#store/changes.ts'
import { findIndicators } from '#store/plans.ts'
import { findRound } from '#store/reports.ts'
import type { WriteTx } from '#store/transaction.ts'
import { ownerOf } from './asked.ts'
import type { Doing } from './doing.ts'
import { listStaff } from './staff.ts'
import { dayInJapan } from './today.ts'

export type ToAssign = {
  readonly year: number
  /** For each indicator the person; empty for nobody in particular. */
  readonly named: ReadonlyMap<string, string>
}

/** 担当者を決める: who in the department answers an indicator of this year. It says who holds the work, and lets nobody do more than before. */
export async function assign(
  tx: WriteTx,
  { actor, now }: Doing,
  { year, named }: ToAssign,
): Promise<
  Outcome<
    { readonly changed: number },
    'not-allowed' | 'no-such-indicator' | 'no-such-member' | 'round-not-open'
  >
> {
  if (!(await findRound(tx, year))) return refuse('round-not-open', { year })
  const before = await listAssignments(tx, year)
  const staff = await listStaff(tx, dayInJapan(now))
  const indicators = new Map((await findIndicators(tx, [...named.keys()])).map((each) => [each.id, each]))
  let changed = 0
  for (const [id, user] of named) {
    const indicator = indicators.get(id)
    if (!indicator) return refuse('no-such-indicator', { id })
    if ((before.get(id) ?? '') === user) continue
    const owner = ownerOf(indicator)
    if (!can(actor, 'report:write', owner)) return refuse('not-allowed')
    const serves = staff.some(
      (each) => each.user === user && each.hats.some(({ department }) => department === owner),
    )
    if (user !== '' && !serves) return refuse('no-such-member')
    const change = await writeDown(tx, {
      ...{ at: now, actor: actor.name, role: actor.role, action: 'report:assign' },
      ...{ subject: `indicator:${id}`, detail: { year } },
    })
    await saveAssignment(tx, change, {
      ...{ year, indicator: id, user: user || undefined, at: now, by: actor.name },
    })
    changed += 1
  }
  return done({ changed })
}
