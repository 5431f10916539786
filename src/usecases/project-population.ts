import { areaCode, codesOf } from '#domain/government/area-code.ts'
import type { BySex, Population } from '#domain/population/population.ts'
import {
  type Asked,
  type Projection,
  type ProjectionRefused,
  type PublishedYear,
  projectFrom,
  type Survival,
} from '#domain/population/projection.ts'
import type { Area, Dataset, PeopleRow } from '#domain/population/statistics.ts'
import { nationalSurvival } from '#domain/population/survival.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { listPeople, listPrefectures, listRates } from '#store/dataset-rows.ts'
import { datasetsOf } from '#store/datasets.ts'
import type { ReadTx } from '#store/transaction.ts'

export type AreaProjection = Projection & {
  readonly area: Area
  readonly dataset: Dataset
  readonly ages: number
}

export type AreaRefused = ProjectionRefused | 'not-an-area-code' | 'no-projection-of-area' | 'no-such-dataset'

export type AskedOfArea = Asked & {
  readonly code: string
  /** A dataset by its id; without one, the newest edition that has the base year. */
  readonly dataset?: string
}

/** 地域の推計: of the newest imported edition that has the base year, on the area's code of today or before. */
export async function projectArea(
  tx: ReadTx,
  asked: AskedOfArea,
): Promise<Outcome<AreaProjection, AreaRefused>> {
  const found = await findPublished(tx, asked)
  if (!found.ok) return found
  const { dataset, area, published } = found.value
  const survival = await survivalFor(tx, dataset, area.code)
  const projected = projectFrom(published, asked, survival)
  if (!projected.ok) return refuse(projected.why, { ...projected.detail, dataset: dataset.id })
  return done({ ...projected.value, area, dataset, ages: published[0]?.people.male.length ?? 0 })
}

export type Published = {
  readonly dataset: Dataset
  readonly area: Area
  readonly published: readonly PublishedYear[]
}

/** 公表された推計 of an area: the dataset asked for, or the newest with the base year. */
export async function findPublished(
  tx: ReadTx,
  {
    code,
    base,
    dataset: wanted,
  }: { readonly code: string; readonly base?: number; readonly dataset?: string },
): Promise<Outcome<Published, AreaRefused>> {
  const written = areaCode(code)
  if (!written) return refuse('not-an-area-code', { value: code })
  const datasets = await datasetsOf(tx, 'projection', codesOf(written))
  const [newest] = wanted === undefined ? datasets : datasets.filter(({ id }) => id === wanted)
  if (!newest)
    return wanted !== undefined && datasets.length > 0
      ? refuse('no-such-dataset', { id: wanted })
      : refuse('no-projection-of-area', { code: written })
  const has = ({ from, to }: Dataset) => base === undefined || (from <= base && base < to)
  const { area, ...dataset } =
    datasets.find((each) => (wanted === undefined || each.id === wanted) && has(each)) ?? newest
  const rows = await listPeople(tx, dataset.id, area.code)
  return done({ dataset, area, published: rows.map(published) })
}

const published = ({ year, male, female }: PeopleRow): PublishedYear => ({ year, people: { male, female } })

/**
 * 生残率の出どころ, in this order: the table of assumptions of the same edition; the nation of the same edition, summed from its 47 prefectures or
 * as a table of its own. Undefined where none is imported.
 */
export async function survivalFor(tx: ReadTx, dataset: Dataset, code: string): Promise<Survival | undefined> {
  const edition = (each: Dataset) => each.edition !== undefined && each.edition === dataset.edition
  for (const rates of (await datasetsOf(tx, 'rates', codesOf(code))).filter(edition)) {
    const rows = await listRates(tx, rates.id, rates.area.code)
    const of = new Map(rows.flatMap(({ year, survival }) => (survival ? [[year, survival] as const] : [])))
    if (of.size > 0) return { from: 'assumptions', of }
  }
  const nation = await nationOf(tx, dataset, edition)
  return nation && { from: 'national', of: survivalOf(nation) }
}

async function nationOf(
  tx: ReadTx,
  dataset: Dataset,
  edition: (each: Dataset) => boolean,
): Promise<readonly PublishedYear[] | undefined> {
  const prefectures = await listPrefectures(tx, dataset.id)
  if (new Set(prefectures.map(({ area }) => area)).size === 47) return summed(prefectures)
  const [national] = (await datasetsOf(tx, 'projection', ['00000'])).filter(edition)
  if (national) return (await listPeople(tx, national.id, '00000')).map(published)
  for (const { id } of (await datasetsOf(tx, 'projection', ['13000'])).filter(edition)) {
    const rows = await listPrefectures(tx, id)
    if (new Set(rows.map(({ area }) => area)).size === 47) return summed(rows)
  }
  return undefined
}

function summed(rows: readonly PeopleRow[]): readonly PublishedYear[] {
  const byYear = new Map<number, Population>()
  for (const { year, male, female } of rows) {
    const before = byYear.get(year)
    const add = (values: readonly number[], to: readonly number[] | undefined) =>
      values.map((value, at) => value + (to?.[at] ?? 0))
    byYear.set(year, { male: add(male, before?.male), female: add(female, before?.female) })
  }
  return [...byYear].map(([year, people]) => ({ year, people })).toSorted((a, b) => a.year - b.year)
}

function survivalOf(nation: readonly PublishedYear[]): ReadonlyMap<number, BySex<readonly number[]>> {
  return new Map(
    nation.slice(1).map(({ people }, at) => {
      const before = nation[at] as PublishedYear
      return [before.year, nationalSurvival(before.people, people)] as const
    }),
  )
}
