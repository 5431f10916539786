import { can } from '#domain/access/can.ts'
import { type Choice, type ChoiceRefused, labResult, scenarioOf } from '#domain/population/lab.ts'
import type { AdoptedVision, SavedScenario } from '#domain/population/vision.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { closeElements, earlierVersion, GOVERNMENT, loadElements, saveElements } from '#store/elements.ts'
import { listEditions } from '#store/plans.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { listScenarios, listVisions, viewPopulation } from './view-population.ts'

type Refused =
  | ChoiceRefused
  | 'not-allowed'
  | 'empty-name'
  | 'reason-missing'
  | 'no-such-plan'
  | 'no-such-scenario'
  | 'scenario-is-a-vision'
  | 'not-five-year-steps'
  | 'nothing-to-undo'

export type ToSave = {
  readonly name: string
  readonly reason: string
  readonly choice: Choice
  readonly plan?: string
  readonly dataset: string
  readonly to: number
}

/** 想定を残す: with a name and a reason, and the totals that it comes to now, so that a later edition of the statistics does not change it. */
export async function saveScenario(
  tx: WriteTx,
  { actor, now }: Doing,
  { name, reason, choice, plan, dataset, to }: ToSave,
): Promise<Outcome<SavedScenario, string>> {
  if (!can(actor, 'plan:import')) return refuse('not-allowed')
  if (name.trim() === '') return refuse('empty-name')
  if (reason.trim() === '') return refuse('reason-missing')
  const view = await viewPopulation(tx, { dataset })
  if (!view.ok) return view
  const { outset, plans } = view.value
  if (to <= outset.year || (to - outset.year) % 5 !== 0)
    return refuse('not-five-year-steps', { from: outset.year, to })
  const of = plans.find(({ id }) => id === plan)
  if (choice.kind === 'plan' && !of) return refuse('no-such-plan')
  const scenario = scenarioOf(outset, choice, of?.targets ?? [])
  if (!scenario.ok) return scenario
  const { years } = labResult(outset, scenario.value, { to, by: to })
  const id = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'scenario:save', subject: 'population' },
    reason: reason.trim(),
    detail: { name: name.trim() },
  })
  const saved: SavedScenario = {
    ...{ id: `s${id}`, name: name.trim(), reason: reason.trim(), choice },
    ...(choice.kind === 'plan' && plan ? { plan } : {}),
    ...{ dataset, base: outset.year, to },
    totals: years.map(({ year, total }) => ({ year, people: Math.round(total) })),
    ...{ savedAt: now, savedBy: actor.name },
  }
  const position = (await loadElements(tx, GOVERNMENT, 'scenario')).length
  const element = { kind: 'scenario', id: saved.id, position, body: saved }
  await saveElements(tx, { id, at: now }, GOVERNMENT, [element], { keepOthers: true })
  return done(saved)
}

/** 残した想定を消す. One that a plan has adopted stays. */
export async function removeScenario(
  tx: WriteTx,
  { actor, now }: Doing,
  { scenario }: { readonly scenario: string },
): Promise<Outcome<SavedScenario, Refused>> {
  if (!can(actor, 'plan:import')) return refuse('not-allowed')
  const found = (await listScenarios(tx)).find(({ id }) => id === scenario)
  if (!found) return refuse('no-such-scenario')
  if ((await listVisions(tx)).some(({ scenario: { id } }) => id === scenario))
    return refuse('scenario-is-a-vision')
  await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'scenario:remove', subject: 'population' },
    detail: { name: found.name },
  })
  await closeElements(tx, { at: now }, GOVERNMENT, [{ kind: 'scenario', id: scenario }])
  return done(found)
}

/** 人口ビジョンとして採用する: the plan takes a saved scenario as its vision. What it had before stays on record. */
export async function adoptScenario(
  tx: WriteTx,
  { actor, now }: Doing,
  { plan, scenario, reason }: { readonly plan: string; readonly scenario: string; readonly reason: string },
): Promise<Outcome<AdoptedVision, Refused>> {
  if (!can(actor, 'plan:import')) return refuse('not-allowed')
  if (reason.trim() === '') return refuse('reason-missing')
  const found = (await listScenarios(tx)).find(({ id }) => id === scenario)
  if (!found) return refuse('no-such-scenario')
  if (!(await listEditions(tx)).some(({ id }) => id === plan)) return refuse('no-such-plan')
  const id = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'vision:adopt', subject: `plan:${plan}` },
    reason: reason.trim(),
    detail: { name: found.name },
  })
  const vision: AdoptedVision = {
    plan,
    scenario: found,
    reason: reason.trim(),
    adoptedAt: now,
    adoptedBy: actor.name,
  }
  const element = { kind: 'vision', id: plan, position: 0, body: vision }
  await saveElements(tx, { id, at: now }, GOVERNMENT, [element], { keepOthers: true })
  return done(vision)
}

/** 採用を元に戻す: the vision that the plan had before, or none. */
export async function undoAdoption(
  tx: WriteTx,
  { actor, now }: Doing,
  { plan }: { readonly plan: string },
): Promise<Outcome<AdoptedVision | undefined, Refused>> {
  if (!can(actor, 'plan:import')) return refuse('not-allowed')
  const current = (await listVisions(tx)).find((each) => each.plan === plan)
  if (!current) return refuse('nothing-to-undo')
  const id = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'vision:undo', subject: `plan:${plan}` },
    detail: { name: current.scenario.name },
  })
  const before = await earlierVersion(tx, GOVERNMENT, 'vision', plan, current.adoptedAt)
  if (!before) {
    await closeElements(tx, { at: now }, GOVERNMENT, [{ kind: 'vision', id: plan }])
    return done(undefined)
  }
  await saveElements(tx, { id, at: now }, GOVERNMENT, [before], { keepOthers: true })
  return done(before.body as AdoptedVision)
}
