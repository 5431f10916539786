import { can } from '#domain/access/can.ts'
import { checkPlan } from '#domain/plan/check.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { diffPlan, findPlan, type PlanDiff, savePlan } from '#store/plans.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'

export type ImportRefused =
  | 'not-allowed'
  | 'another-government'
  | 'plan-has-errors'
  | 'reason-missing'
  | 'wants-confirmation'

export type Imported = PlanDiff & {
  /** Indicators and projects that this file defines otherwise than the government did until now. */
  readonly redefined: readonly string[]
}

export type Import = {
  readonly plan: Plan
  readonly reason?: string
  /** The person has seen what the file removes and redefines, and wants it. */
  readonly confirmed?: boolean
}

/**
 * 計画の版を取り込む. Saves the edition exactly as given: what is the same stays the same version, what differs gets a new one. A file that
 * removes elements or redefines shared indicators and projects is taken in only with a reason and a confirmation; the refusal counts
 * them. A file that brings nothing new writes nothing.
 */
export async function importPlan(
  tx: WriteTx,
  { actor, now }: Doing,
  { plan, reason, confirmed = false }: Import,
): Promise<Outcome<Imported, ImportRefused>> {
  if (!can(actor, 'plan:import')) return refuse('not-allowed')
  if (plan.government !== tx.government)
    return refuse('another-government', { of: plan.government, here: tx.government })
  const errors = checkPlan(plan).filter(({ severity }) => severity === 'error')
  if (errors.length > 0)
    return refuse('plan-has-errors', { count: errors.length, first: errors[0]?.code ?? '' })

  const diff = await diffPlan(tx, plan)
  const redefined = diff.shared.changed.map((name) => name.split(' ')[1] ?? name)
  const counts = {
    added: diff.added.length + diff.shared.added.length,
    changed: diff.changed.length,
    removed: diff.removed.length,
    redefined: redefined.length,
  }
  if (Object.values(counts).every((count) => count === 0)) return done({ ...diff, redefined })
  if (counts.removed + counts.redefined > 0 && !confirmed)
    return refuse('wants-confirmation', { removed: counts.removed, redefined: redefined.length })
  const known = await findPlan(tx, plan.id, plan.edition.id)
  if (!reason?.trim() && (known || counts.redefined > 0)) return refuse('reason-missing')

  const id = await writeDown(tx, {
    at: now,
    actor: actor.name,
    role: actor.role,
    action: 'plan:import',
    subject: `plan:${plan.id}`,
    ...(reason?.trim() ? { reason: reason.trim() } : {}),
    detail: { edition: plan.edition.id, ...counts },
  })
  return done({ ...(await savePlan(tx, { id, at: now }, plan)), redefined })
}
