import { sql } from 'kysely'
import type { Project } from '#domain/budget/project.ts'
import type { Commitment } from '#domain/indicator/commitment.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import { type Element, fromElements, type GovernmentElements, toElements } from '#domain/plan/elements.ts'
import type { Plan } from '#domain/plan/plan.ts'
import {
  diffElements,
  type ElementDiff,
  GOVERNMENT,
  loadElements,
  saveElements,
  versions,
} from './elements.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

/** What a list of plans shows of one edition. */
export type PlanHeader = Pick<Plan, 'id' | 'government' | 'kind' | 'title' | 'titles' | 'edition' | 'period'>

export const editionOwner = (plan: string, edition: string): string => `${plan}/${edition}`

/** Every edition of every plan of the government: plans by their last year, editions by date. */
export async function listEditions(tx: ReadTx): Promise<readonly PlanHeader[]> {
  const rows = await versions(tx).where('kind', '=', 'plan').select('body').orderBy('owner').execute()
  const headers = rows.map(({ body }) => body as PlanHeader)
  const key = ({ period, id, edition }: PlanHeader) => `${period.to} ${id} ${edition.date ?? ''}`
  return headers.sort((a, b) => key(b).localeCompare(key(a)))
}

/** The edition in force of each plan: the latest that is not a draft, or the draft where there is nothing else. */
export function inForce(headers: readonly PlanHeader[]): readonly PlanHeader[] {
  const byPlan = Map.groupBy(headers, ({ id }) => id)
  return [...byPlan.values()].map((editions) => {
    const settled = editions.filter(({ edition }) => edition.stage !== 'draft')
    return (settled.length > 0 ? settled : editions).reduce((latest, each) =>
      (each.edition.date ?? '') > (latest.edition.date ?? '') ? each : latest,
    )
  })
}

/** One edition of a plan (the one in force where none is named), or undefined. */
export async function findPlan(tx: ReadTx, plan: string, edition?: string): Promise<Plan | undefined> {
  const of = (await listEditions(tx)).filter(({ id }) => id === plan)
  const header = edition === undefined ? inForce(of)[0] : of.find((each) => each.edition.id === edition)
  if (!header) return undefined
  const elements = await loadElements(tx, editionOwner(plan, header.edition.id))
  return fromElements(elements, await loadShared(tx))
}

/** Indicators and projects of the government, wherever they are used. */
export async function loadShared(tx: ReadTx): Promise<GovernmentElements> {
  const elements = await loadElements(tx, GOVERNMENT)
  const bodies = (kind: string) => elements.filter((each) => each.kind === kind).map(({ body }) => body)
  return { indicators: bodies('indicator') as Indicator[], projects: bodies('project') as Project[] }
}

export type PlanDiff = ElementDiff & { readonly shared: ElementDiff }

/** What saving an edition would change, in the edition and in the definitions that it brings; writes nothing. */
export async function diffPlan(tx: ReadTx, plan: Plan): Promise<PlanDiff> {
  return {
    shared: await diffElements(tx, GOVERNMENT, await definitions(tx, plan), { keepOthers: true }),
    ...(await diffElements(tx, editionOwner(plan.id, plan.edition.id), toElements(plan))),
  }
}

/** Saves an edition as given, and the definitions of the indicators and projects that it brings. */
export async function savePlan(
  tx: WriteTx,
  change: { id: string; at: string },
  plan: Plan,
): Promise<PlanDiff> {
  return {
    shared: await saveElements(tx, change, GOVERNMENT, await definitions(tx, plan), { keepOthers: true }),
    ...(await saveElements(tx, change, editionOwner(plan.id, plan.edition.id), toElements(plan))),
  }
}

async function definitions(tx: ReadTx, plan: Plan): Promise<readonly Element[]> {
  const position = await nextPosition(tx)
  const known = new Map(
    (await loadElements(tx, GOVERNMENT)).map((each) => [`${each.kind} ${each.id}`, each.position]),
  )
  const definition = (kind: string) => (body: { readonly id: string }, at: number) => ({
    kind,
    id: body.id,
    position: known.get(`${kind} ${body.id}`) ?? position + at,
    body,
  })
  return [...plan.indicators.map(definition('indicator')), ...plan.projects.map(definition('project'))]
}

async function nextPosition(tx: ReadTx): Promise<number> {
  const { last } = await versions(tx)
    .where('owner', '=', GOVERNMENT)
    .select(sql<number | null>`max(position)`.as('last'))
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

/** The last year up to `year` for which a plan of the government promises anything; undefined where none does. */
export async function lastPromisedYear(tx: ReadTx, year: number): Promise<number | undefined> {
  const owners = await versions(tx)
    .where('kind', '=', 'commitments')
    .select('owner')
    .distinct()
    .orderBy('owner')
    .execute()
  const promising = new Set(owners.map(({ owner }) => owner))
  const years = (await listEditions(tx))
    .filter(
      ({ id, edition, period }) =>
        edition.stage !== 'draft' &&
        promising.has(editionOwner(id, edition.id)) &&
        (period.from === 'not-stated' || period.from <= year),
    )
    .map(({ period }) => Math.min(period.to, year))
  return years.length === 0 ? undefined : Math.max(...years)
}

/** What every edition promises about an indicator. */
export async function commitmentsOf(tx: ReadTx, indicator: string): Promise<readonly Commitment[]> {
  const rows = await versions(tx)
    .where('kind', '=', 'commitments')
    .where('indicator', '=', indicator)
    .select('body')
    .orderBy('owner')
    .orderBy('id')
    .execute()
  return rows.map(({ body }) => body as Commitment)
}

/** In how many places, over all editions, a project is listed. */
export async function listingsOf(tx: ReadTx, project: string): Promise<number> {
  const { places } = await versions(tx)
    .where('kind', '=', 'listings')
    .where('project', '=', project)
    .select(sql<number>`count(*)::int`.as('places'))
    .executeTakeFirstOrThrow()
  return places
}

/** Some indicators of the government, by id. */
export async function findIndicators(tx: ReadTx, ids: readonly string[]): Promise<readonly Indicator[]> {
  if (ids.length === 0) return []
  const rows = await versions(tx)
    .where('owner', '=', GOVERNMENT)
    .where('kind', '=', 'indicator')
    .where('id', 'in', [...ids])
    .select('body')
    .orderBy('id')
    .execute()
  return rows.map(({ body }) => body as Indicator)
}
