import { can } from '#domain/access/can.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { listActuals } from '#store/actuals.ts'
import { writeDown } from '#store/changes.ts'
import { closeElements, GOVERNMENT, loadElements, saveElements } from '#store/elements.ts'
import { commitmentsOf, editionOwner, findPlan, listingsOf } from '#store/plans.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { isDay } from './today.ts'

type Edition = { readonly plan: string; readonly edition: string }
export type SettleEditionRefused =
  | 'not-allowed'
  | 'no-such-edition'
  | 'not-a-draft'
  | 'reason-missing'
  | 'date-not-understood'
  | 'empty-name'

/** 下書きの版を採用する. From here on it counts: it can be judged, closed and published. `date` is the day of the decision, YYYY-MM-DD. */
export async function adoptEdition(
  tx: WriteTx,
  { actor, now }: Doing,
  input: Edition & { readonly label: string; readonly date: string },
): Promise<Outcome<Edition, SettleEditionRefused>> {
  if (!can(actor, 'plan:import')) return refuse('not-allowed')
  const plan = await findPlan(tx, input.plan, input.edition)
  if (!plan) return refuse('no-such-edition')
  if (plan.edition.stage !== 'draft') return refuse('not-a-draft')
  if (input.label.trim() === '') return refuse('empty-name')
  if (!isDay(input.date)) return refuse('date-not-understood', { value: input.date.slice(0, 20) })
  const owner = editionOwner(input.plan, input.edition)
  const [header] = await loadElements(tx, owner, 'plan')
  if (!header) return refuse('no-such-edition')
  const edition: Plan['edition'] = {
    ...plan.edition,
    label: input.label.trim(),
    date: input.date,
    stage: plan.edition.revises ? 'revised' : 'adopted',
  }
  const id = await writeDown(tx, {
    at: now,
    actor: actor.name,
    role: actor.role,
    action: 'edition:adopt',
    subject: `plan:${input.plan}`,
    detail: { edition: input.edition, label: edition.label, date: input.date },
  })
  const body = { ...(header.body as object), edition }
  await saveElements(tx, { id, at: now }, owner, [{ ...header, body }], { keepOthers: true })
  return done({ plan: input.plan, edition: input.edition })
}

/**
 * 下書きを捨てる. Its elements end, and so do the indicators and projects that only it brought and nobody has recorded anything of. What was there
 * stays readable at its moment, and the review of its document can take it in again.
 */
export async function discardDraft(
  tx: WriteTx,
  { actor, now }: Doing,
  input: Edition & { readonly reason: string },
): Promise<Outcome<Edition, SettleEditionRefused>> {
  if (!can(actor, 'plan:import')) return refuse('not-allowed')
  const plan = await findPlan(tx, input.plan, input.edition)
  if (!plan) return refuse('no-such-edition')
  if (plan.edition.stage !== 'draft') return refuse('not-a-draft')
  if (input.reason.trim() === '') return refuse('reason-missing')
  const id = await writeDown(tx, {
    at: now,
    actor: actor.name,
    role: actor.role,
    action: 'edition:discard',
    subject: `plan:${input.plan}`,
    reason: input.reason.trim(),
    detail: { edition: input.edition },
  })
  const change = { id, at: now }
  await saveElements(tx, change, editionOwner(input.plan, input.edition), [])
  const recorded = new Set((await listActuals(tx)).map(({ indicator }) => indicator))
  const unused: { kind: string; id: string }[] = []
  for (const indicator of plan.indicators)
    if (!recorded.has(indicator.id) && (await commitmentsOf(tx, indicator.id)).length === 0)
      unused.push({ kind: 'indicator', id: indicator.id })
  for (const project of plan.projects)
    if ((await listingsOf(tx, project.id)) === 0) unused.push({ kind: 'project', id: project.id })
  await closeElements(tx, change, GOVERNMENT, unused)
  return done({ plan: input.plan, edition: input.edition })
}
