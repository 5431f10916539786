import { areaLevel } from '#domain/government/area-code.ts'
import { type FlatUnits, flatten } from '#domain/population/flat.ts'
import { heldOn, impliedSteps } from '#domain/population/implied-rates.ts'
import { controlledRates } from '#domain/population/nation.ts'
import { type Population, totalOf } from '#domain/population/population.ts'
import type { Area, Dataset, PeopleRow } from '#domain/population/statistics.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { listAreas, listPeople } from '#store/dataset-rows.ts'
import { listDatasets } from '#store/datasets.ts'
import type { ReadTx } from '#store/transaction.ts'

export type AskedOfNation = {
  readonly dataset?: string
  /** The first year of the table where it is not said. */
  readonly base?: number
  /** The last year of the table where it is not said; further on the last rates are held. */
  readonly to?: number
}

export type NationUnits = {
  readonly dataset: Dataset
  readonly areas: readonly Area[]
  readonly base: number
  readonly to: number
  /** Last year of the table. */
  readonly published: number
  /** national: the areas together are held to the totals of the 47 prefectures; none: the table does not hold them all. */
  readonly control: 'national' | 'none'
  /** Areas left out, for they have not every year. */
  readonly incomplete: number
  readonly flat: FlatUnits
  readonly codes: Float64Array
  /** `[year][area]`: the totals without shocks, the base year first. */
  readonly central: Float64Array
}

export type NationRefused =
  | ('no-such-dataset' | 'no-projection-at-all' | 'no-base-year')
  | ('not-five-year-steps' | 'years-backwards')

type Series = { readonly area: Area; readonly people: readonly Population[] }

/**
 * 全国の単位: every municipality of an imported projection (a designated city as a whole, without its wards; a prefecture whose municipalities are not told apart as one),
 * with the rates that the table implies, held to its national totals where it has them all.
 */
export async function nationUnits(
  tx: ReadTx,
  asked: AskedOfNation,
): Promise<Outcome<NationUnits, NationRefused>> {
  const datasets = (await listDatasets(tx)).filter(({ kind }) => kind === 'projection')
  const largest = datasets.toSorted(
    (a, b) =>
      b.areas - a.areas || (b.published ?? '').localeCompare(a.published ?? '') || b.vintage - a.vintage,
  )
  const dataset = asked.dataset === undefined ? largest[0] : datasets.find(({ id }) => id === asked.dataset)
  if (!dataset)
    return asked.dataset === undefined
      ? refuse('no-projection-at-all')
      : refuse('no-such-dataset', { id: asked.dataset })
  const rows = await listPeople(tx, dataset.id)
  const years = [...new Set(rows.map(({ year }) => year))].toSorted((a, b) => a - b)
  const base = asked.base ?? (years[0] as number)
  const inSteps = years.filter((year) => year >= base && (year - base) % 5 === 0)
  const published = inSteps.at(-1) ?? base
  const to = asked.to ?? published
  if (!years.includes(base) || inSteps.length < 2)
    return refuse('no-base-year', { dataset: dataset.id, base, years: years.join(', ') })
  if (to <= base) return refuse('years-backwards', { base, to })
  if ((to - base) % 5 !== 0) return refuse('not-five-year-steps', { from: base, to })
  const used = inSteps.filter((year) => year <= to)
  const names = new Map((await listAreas(tx, dataset.id)).map((area) => [area.code, area]))
  const series = seriesOf(rows, names, used)
  const units = unitsAmong(series.complete)
  const flat = flatten(
    units.map(({ people }) => ({
      base: people[0] as Population,
      steps: heldOn(impliedSteps(people), (to - base) / 5),
    })),
  )
  const totals = nationalTotals(series.complete, units)
  const controlled = controlledRates(flat, totals ?? new Float64Array(0))
  return done({
    ...{ dataset, base, to, published, control: totals ? 'national' : 'none' },
    areas: units.map(({ area }) => area),
    incomplete: series.incomplete,
    flat: controlled.flat,
    codes: Float64Array.from(units, ({ area }) => Number(area.code)),
    central: totalsIn(controlled.path, flat),
  })
}

function seriesOf(rows: readonly PeopleRow[], names: ReadonlyMap<string, Area>, years: readonly number[]) {
  const complete: Series[] = []
  let incomplete = 0
  for (const [code, of] of Map.groupBy(rows, ({ area }) => area)) {
    const people = years.flatMap((year) => of.find((row) => row.year === year) ?? [])
    const groups = people[0]?.male.length
    if (people.length === years.length && people.every(({ male }) => male.length === groups))
      complete.push({ area: names.get(code) ?? { code, name: code }, people })
    else incomplete += 1
  }
  return { complete, incomplete }
}

/** Each person once: no ward, no nation, and a prefecture only where none of its municipalities is there. */
function unitsAmong(all: readonly Series[]): readonly Series[] {
  const levels = new Map(all.map(({ area }) => [area.code, areaLevel(area.code)]))
  const told = new Set(
    all.flatMap(({ area }) =>
      ['prefecture', 'nation'].includes(levels.get(area.code) ?? '') ? [] : [area.code.slice(0, 2)],
    ),
  )
  return all.filter(({ area }) => {
    const level = levels.get(area.code)
    return level === 'prefecture' ? !told.has(area.code.slice(0, 2)) : level !== 'nation' && level !== 'ward'
  })
}

/** 全国の年齢別人口 `[step][sex][age]`, the 47 prefectures together; undefined where they are not all there, or the units do not make them up in the base year. */
function nationalTotals(all: readonly Series[], units: readonly Series[]): Float64Array | undefined {
  const prefectures = all.filter(({ area }) => areaLevel(area.code) === 'prefecture')
  const baseOf = (series: readonly Series[]) =>
    series.reduce((sum, { people }) => sum + totalOf(people[0] as Population), 0)
  if (prefectures.length !== 47 || baseOf(prefectures) !== baseOf(units)) return undefined
  const steps = (prefectures[0]?.people.length ?? 1) - 1
  const cells = (prefectures[0]?.people[0]?.male.length ?? 0) * 2
  const totals = new Float64Array(steps * cells)
  for (const { people } of prefectures)
    people.slice(1).forEach(({ male, female }, step) => {
      ;[...male, ...female].forEach((value, cell) => {
        totals[step * cells + cell] = (totals[step * cells + cell] as number) + value
      })
    })
  return totals
}

function totalsIn(path: Float64Array, { units, steps, groups }: FlatUnits): Float64Array {
  const cells = 2 * groups
  return Float64Array.from({ length: (steps + 1) * units }, (_, at) =>
    path.subarray(at * cells, (at + 1) * cells).reduce((sum, cell) => sum + cell, 0),
  )
}
