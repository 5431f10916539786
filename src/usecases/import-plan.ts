import { isDeepStrictEqual } from 'node:util'
import { can } from '#domain/access/can.ts'
import { checkPlan } from '#domain/plan/check.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { loadShared, type PlanDiff, savePlan } from '#store/plans.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'

export type ImportRefused = 'not-allowed' | 'another-government' | 'plan-has-errors'

export type Imported = PlanDiff & {
  /** Indicators and projects that this file defines otherwise than the government did until now. */
  readonly redefined: readonly string[]
}

/**
 * 計画の版を取り込む. Saves the edition exactly as given: what is the same stays the same version, what differs gets a new one.
 * A differing definition of an indicator replaces the old one, which stays in the record, and is named in the result.
 */
export async function importPlan(
  tx: WriteTx,
  { actor, now }: Doing,
  { plan, reason }: { readonly plan: Plan; readonly reason?: string },
): Promise<Outcome<Imported, ImportRefused>> {
  if (!can(actor, 'plan:import')) return refuse('not-allowed')
  if (plan.government !== tx.government)
    return refuse('another-government', { of: plan.government, here: tx.government })
  const errors = checkPlan(plan).filter(({ severity }) => severity === 'error')
  if (errors.length > 0)
    return refuse('plan-has-errors', { count: errors.length, first: errors[0]?.code ?? '' })

  const before = await loadShared(tx)
  const known = new Map<string, unknown>(
    [...before.indicators, ...before.projects].map((each) => [each.id, each]),
  )
  const redefined = [...plan.indicators, ...plan.projects]
    .filter((each) => known.has(each.id) && !isDeepStrictEqual(known.get(each.id), each))
    .map(({ id }) => id)
  const id = await writeDown(tx, {
    at: now,
    actor: actor.name,
    role: actor.role,
    action: 'plan:import',
    subject: `plan:${plan.id}`,
    ...(reason === undefined ? {} : { reason }),
    detail: { edition: plan.edition.id },
  })
  return done({ ...(await savePlan(tx, { id, at: now }, plan)), redefined })
}
