import { areaCode } from '#domain/government/area-code.ts'
import type { DriverTarget } from '#domain/population/drivers.ts'
import { driversOf, type PlanPromise, promisesOf } from '#domain/population/plan-drivers.ts'
import { totalOf } from '#domain/population/population.ts'
import { outsetOf, type PublishedYear } from '#domain/population/projection.ts'
import type { Outset } from '#domain/population/scenario.ts'
import type { Area, Dataset } from '#domain/population/statistics.ts'
import type { SurvivalFrom } from '#domain/population/survival.ts'
import type { AdoptedVision, SavedScenario } from '#domain/population/vision.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { listPeople } from '#store/dataset-rows.ts'
import { datasetsOf } from '#store/datasets.ts'
import { GOVERNMENT, loadElements } from '#store/elements.ts'
import { findPlan, inForce, listEditions } from '#store/plans.ts'
import type { ReadTx } from '#store/transaction.ts'
import { backgroundOf, findPublished, type PublishedRefused } from './find-published.ts'

export type PlanOfLab = {
  readonly id: string
  readonly title: string
  readonly to: number
  /** Targets that move the projection, with the indicator that each is. */
  readonly targets: readonly (DriverTarget & { readonly indicator: string; readonly name: string })[]
  readonly promises: readonly PlanPromise[]
}

export type PopulationView = {
  readonly dataset: Dataset
  readonly area: Area
  readonly published: readonly PublishedYear[]
  readonly outset: Outset
  readonly survivalFrom: SurvivalFrom
  /** 国勢調査 as imported: totals by year, with the dataset each is from. */
  readonly censuses: readonly { readonly year: number; readonly people: number; readonly dataset: string }[]
  readonly plans: readonly PlanOfLab[]
  readonly scenarios: readonly SavedScenario[]
  readonly visions: readonly AdoptedVision[]
}

/** 人口の見通しに要るもの: the newest projection of the government's area, its censuses, the plans in force, and what was saved. */
export async function viewPopulation(
  tx: ReadTx,
  wanted: { readonly dataset?: string } = {},
): Promise<Outcome<PopulationView, PublishedRefused | 'no-base-year' | 'no-survival'>> {
  const code = areaCode(tx.government) ?? tx.government
  const found = await findPublished(tx, { code, ...wanted })
  if (!found.ok) return found
  const { dataset, area, published } = found.value
  const { survival, factors } = await backgroundOf(tx, dataset, area.code)
  if (!survival) return refuse('no-survival', { dataset: dataset.id })
  const base = Math.min(...published.map(({ year }) => year))
  const outset = outsetOf(published, base, survival)
  if (!outset.ok) return refuse(outset.why, { ...outset.detail, dataset: dataset.id })
  return done({
    ...{ dataset, area, published, outset: { ...outset.value, factors }, survivalFrom: survival.from },
    censuses: await censusesOf(tx, area.code),
    plans: await plansOfLab(tx),
    scenarios: await listScenarios(tx),
    visions: await listVisions(tx),
  })
}

async function censusesOf(tx: ReadTx, code: string): Promise<PopulationView['censuses']> {
  const byYear = new Map<number, PopulationView['censuses'][number]>()
  for (const { id, area } of (await datasetsOf(tx, 'census', [code])).toReversed())
    for (const { year, male, female, unknown } of await listPeople(tx, id, area.code))
      byYear.set(year, {
        year,
        people: totalOf({ male, female }) + (unknown ? unknown.male + unknown.female : 0),
        dataset: id,
      })
  return [...byYear.values()].toSorted((a, b) => a.year - b.year)
}

async function plansOfLab(tx: ReadTx): Promise<readonly PlanOfLab[]> {
  const found: PlanOfLab[] = []
  for (const { id, title, edition, period } of inForce(await listEditions(tx))) {
    const plan = edition.stage === 'draft' ? undefined : await findPlan(tx, id, edition.id)
    if (!plan) continue
    const targets = driversOf(plan).map(({ target, indicator }) => ({
      ...target,
      indicator: indicator.id,
      name: indicator.name,
    }))
    const promises = promisesOf(plan)
    if (targets.length + promises.length > 0) found.push({ id, title, to: period.to, targets, promises })
  }
  return found
}

/** 残した想定, in the order in which they were saved. */
export async function listScenarios(tx: ReadTx): Promise<readonly SavedScenario[]> {
  return (await loadElements(tx, GOVERNMENT, 'scenario')).map(({ body }) => body as SavedScenario)
}

/** 採用された人口ビジョン, one a plan. */
export async function listVisions(tx: ReadTx): Promise<readonly AdoptedVision[]> {
  return (await loadElements(tx, GOVERNMENT, 'vision')).map(({ body }) => body as AdoptedVision)
}
