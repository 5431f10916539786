import { can } from '#domain/access/can.ts'
import { checkPlan } from '#domain/plan/check.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { placedNodes } from '#domain/plan/walk.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { diffPlan, findPlan, loadShared, type PlanDiff, savePlan } from '#store/plans.ts'
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
    return refuse('wants-confirmation', {
      removed: counts.removed,
      redefined: redefined.length,
      names: await namesOf(tx, plan, diff.removed, redefined),
    })
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

/** How many names a refusal lists. */
const LISTED = 12

/** What would go or be redefined, by name as the plan has it now. */
async function namesOf(
  tx: WriteTx,
  { id, edition }: Plan,
  removed: readonly string[],
  redefined: readonly string[],
): Promise<string> {
  const now = await findPlan(tx, id, edition.id)
  const shared = await loadShared(tx)
  const indicators = new Map(shared.indicators.map((each) => [each.id, each.name]))
  const names = new Map<string, string>([
    ...[...indicators].map(([of, name]) => [`indicator-use ${of}`, name] as const),
    ...shared.projects.map((each) => [`project-use ${each.id}`, each.name] as const),
    ...[...placedNodes(now ?? { trees: [] })].map(({ node }) => [`node ${node.id}`, node.name] as const),
    ...(now?.commitments ?? []).map(
      (each) => [`commitments ${each.id}`, indicators.get(each.indicator) ?? each.id] as const,
    ),
  ])
  const projects = new Map(shared.projects.map((each) => [each.id, each.name]))
  const said = [
    ...removed.map((each) => names.get(each) ?? each),
    ...redefined.map((each) => indicators.get(each) ?? projects.get(each) ?? each),
  ]
  const all = [...new Set(said)]
  return `${all.slice(0, LISTED).join('、')}${all.length > LISTED ? ` … (+${all.length - LISTED})` : ''}`
}
