import { compare, fromDecimal } from '../shared/rational.ts'
import type { FiscalYear } from '../shared/year.ts'
import type { Actual, KnownActual } from './actual.ts'
import type { RecordedActual } from './recorded.ts'

/** Ids of one moment are told apart by number: the store gives them out in order. */
const byTime = (a: RecordedActual, b: RecordedActual): number =>
  a.recordedAt < b.recordedAt
    ? -1
    : a.recordedAt > b.recordedAt
      ? 1
      : a.id.length - b.id.length || (a.id < b.id ? -1 : 1)

const slot = ({ actual }: RecordedActual): string => `${actual.year}|${actual.vintage ?? ''}`

/** その日に知られていた記録: everything recorded up to and including the instant. */
export const asKnownAt = (records: readonly RecordedActual[], asOf: string): readonly RecordedActual[] =>
  records.filter(({ recordedAt }) => recordedAt <= asOf)

/** The records that nothing has replaced, one for each year and 系列, a withdrawal included. */
function standing(records: readonly RecordedActual[]): ReadonlyMap<string, RecordedActual> {
  const ordered = [...records].sort(byTime)
  const replaced = new Set(ordered.flatMap(({ corrects }) => (corrects === undefined ? [] : [corrects])))
  return new Map(ordered.filter(({ id }) => !replaced.has(id)).map((record) => [slot(record), record]))
}

/**
 * いまの値: one actual for each year and 系列. A corrected record is gone even where its correction moved to another
 * year; of what is left the latest record of a year stands, and a withdrawal leaves the year without one.
 * Years ascend; the order of the list does not matter.
 */
export const currentActuals = (records: readonly RecordedActual[]): readonly Actual[] =>
  [...standing(records).values()]
    .flatMap(({ actual }) => (actual.kind === 'withdrawn' ? [] : [actual]))
    .sort((a, b) => a.year - b.year || ((a.vintage ?? '') < (b.vintage ?? '') ? -1 : 1))

/** The record that stands for a year, which a correction must name; undefined where there is none to correct. */
export const standingRecord = (
  records: readonly RecordedActual[],
  year: number,
  vintage?: string,
): RecordedActual | undefined => standing(records).get(`${year}|${vintage ?? ''}`)

/** その日に見えていた値. */
export const actualsAsOf = (records: readonly RecordedActual[], asOf: string): readonly Actual[] =>
  currentActuals(asKnownAt(records, asOf))

/** 直した記録: every record that ever stood for a year (of one 系列, where named), oldest first, withdrawals included. */
export function historyOf(
  records: readonly RecordedActual[],
  year: FiscalYear,
  vintage?: string,
): readonly RecordedActual[] {
  const ofYear = new Set(
    records
      .filter(({ actual }) => actual.year === year && (vintage === undefined || actual.vintage === vintage))
      .map(({ id }) => id),
  )
  const byId = new Map(records.map((record) => [record.id, record]))
  const touches = (record: RecordedActual, seen: ReadonlySet<string> = new Set()): boolean => {
    if (ofYear.has(record.id)) return true
    const before =
      record.corrects === undefined || seen.has(record.id) ? undefined : byId.get(record.corrects)
    return before !== undefined && touches(before, new Set([...seen, record.id]))
  }
  return [...records].filter((record) => touches(record)).sort(byTime)
}

export type Fall = { readonly from: KnownActual; readonly to: KnownActual }

/**
 * 累計が減る (falls back): a running total that is lower in a later year, within one 系列. A use case refuses the
 * record that would bring this about unless the earlier value is corrected first. Empty = nothing falls.
 */
export function fallsBack(actuals: readonly Actual[]): readonly Fall[] {
  const known = actuals
    .filter((each): each is KnownActual => each.kind === 'known')
    .sort((a, b) => a.year - b.year)
  return known.flatMap((to, at) => {
    const from = known
      .slice(0, at)
      .findLast((each) => (each.vintage ?? '') === (to.vintage ?? '') && each.year < to.year)
    return from && compare(fromDecimal(to.value), fromDecimal(from.value)) < 0 ? [{ from, to }] : []
  })
}
