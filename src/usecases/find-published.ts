import { areaCode, codesOf } from '#domain/government/area-code.ts'
import { factorsOf } from '#domain/population/fertility.ts'
import type { Point } from '#domain/population/path.ts'
import type { BySex, Population } from '#domain/population/population.ts'
import type { PublishedYear, Survival } from '#domain/population/projection.ts'
import type { Area, Dataset, PeopleRow } from '#domain/population/statistics.ts'
import { nationalSurvival } from '#domain/population/survival.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { listPeople, listPrefectures, listRates } from '#store/dataset-rows.ts'
import { datasetsOf } from '#store/datasets.ts'
import type { ReadTx } from '#store/transaction.ts'

export type PublishedRefused = 'not-an-area-code' | 'no-projection-of-area' | 'no-such-dataset'

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
): Promise<Outcome<Published, PublishedRefused>> {
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

/** 推計の背景: what the edition says beyond the area's own table. */
export type Background = { readonly survival?: Survival; readonly factors: readonly Point[] }

/**
 * Survival, in this order: the table of assumptions of the same edition; the nation of the same edition, summed from its 47 prefectures or as a
 * table of its own; absent where none is imported. And the factors between TFR and child-woman ratio.
 */
export async function backgroundOf(tx: ReadTx, dataset: Dataset, code: string): Promise<Background> {
  const edition = (each: Dataset) => each.edition !== undefined && each.edition === dataset.edition
  const nation = (await nationOf(tx, dataset, edition)) ?? []
  const factors = factorsOf(dataset.edition, nation)
  for (const rates of (await datasetsOf(tx, 'rates', codesOf(code))).filter(edition)) {
    const rows = await listRates(tx, rates.id, rates.area.code)
    const of = new Map(rows.flatMap(({ year, survival }) => (survival ? [[year, survival] as const] : [])))
    if (of.size > 0) return { survival: { from: 'assumptions', of }, factors }
  }
  return nation.length > 1 ? { survival: { from: 'national', of: survivalOf(nation) }, factors } : { factors }
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
