import { areaCode } from '#domain/government/area-code.ts'
import { type PlanOutcome, planOutcome, planScenario } from '#domain/population/drivers.ts'
import { outlines, type YearOutline } from '#domain/population/outline.ts'
import { driversOf, type PlanPromise, promisesOf } from '#domain/population/plan-drivers.ts'
import { outsetOf, type ProjectionRefused } from '#domain/population/projection.ts'
import {
  fertilityToKeep,
  type Kept,
  migrationToKeep,
  type PromiseRefused,
  peopleIn,
} from '#domain/population/promise.ts'
import { type Outset, runScenario } from '#domain/population/scenario.ts'
import type { Area, Dataset } from '#domain/population/statistics.ts'
import type { SurvivalFrom } from '#domain/population/survival.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { findPlan } from '#store/plans.ts'
import type { ReadTx } from '#store/transaction.ts'
import { backgroundOf, findPublished } from './find-published.ts'
import type { AreaRefused } from './project-population.ts'

export type PromiseKept = PlanPromise & {
  /** People in that year as published, and with the plan's targets. */
  readonly published: number
  readonly planned: number
  /** What would keep the promise: this TFR with the plan's migration, or this net migration a year with the plan's fertility. */
  readonly fertility: Outcome<Kept, PromiseRefused>
  readonly netMigration: Outcome<Kept, PromiseRefused>
}

export type PlanProjection = PlanOutcome & {
  readonly area: Area
  readonly dataset: Dataset
  readonly survivalFrom: SurvivalFrom
  readonly lines: readonly YearOutline[]
  readonly publishedLines: readonly YearOutline[]
  readonly promises: readonly PromiseKept[]
}

export type AskedOfPlan = {
  readonly plan: string
  readonly edition?: string
  readonly base: number
  readonly to: number
  readonly dataset?: string
}

/** 計画の目標による推計: where the plan's own targets lead, against the published projection and the plan's promises. */
export async function projectPlan(
  tx: ReadTx,
  { plan: id, edition, base, to, dataset: wanted }: AskedOfPlan,
): Promise<Outcome<PlanProjection, AreaRefused | ProjectionRefused | 'no-such-plan'>> {
  const plan = await findPlan(tx, id, edition)
  if (!plan) return refuse('no-such-plan', { id })
  const code = areaCode(plan.government) ?? plan.government
  const table = await findPublished(tx, { code, base, ...(wanted === undefined ? {} : { dataset: wanted }) })
  if (!table.ok) return table
  const { dataset, area, published } = table.value
  if (to <= base) return refuse('years-backwards', { base, to })
  if ((to - base) % 5 !== 0) return refuse('not-five-year-steps', { from: base, to })
  const { survival, factors } = await backgroundOf(tx, dataset, area.code)
  if (!survival) return refuse('no-survival', { dataset: dataset.id })
  const found = outsetOf(published, base, survival)
  if (!found.ok) return refuse(found.why, { ...found.detail, dataset: dataset.id })
  const outset: Outset = { ...found.value, factors }

  const targets = driversOf(plan).map(({ target }) => target)
  const promises = promisesOf(plan).filter(({ year }) => year > base)
  const outcome = planOutcome(outset, targets, to, promises.find(({ year }) => year === to)?.people)
  const scenario = planScenario(outset, outcome.used)
  const by = Math.max(base + 5, ...outcome.used.flatMap(({ points }) => points.map(({ year }) => year)))
  const upTo = (year: number) => base + Math.ceil((year - base) / 5) * 5
  return done({
    ...outcome,
    ...{ area, dataset, survivalFrom: survival.from },
    lines: outlines(outcome.years),
    publishedLines: outlines(outcome.published),
    promises: promises.map((promise) => ({
      ...promise,
      published: peopleIn(runScenario(outset, planScenario(outset, []), upTo(promise.year)), promise.year),
      planned: peopleIn(runScenario(outset, scenario, upTo(promise.year)), promise.year),
      fertility: fertilityToKeep(outset, scenario, promise, by),
      netMigration: migrationToKeep(outset, scenario, promise),
    })),
  })
}
