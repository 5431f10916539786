import { compare, fromDecimal } from '../shared/rational.ts'
import type { FiscalYear } from '../shared/year.ts'
import type { Actual, KnownActual } from './actual.ts'

/**
 * 記録された実績 (recorded actual): append-only. A correction is a new record that names the one it corrects;
 * a withdrawal is a correction that leaves nothing. `recordedAt` is an instant as `toISOString()` writes it (UTC, with
 * milliseconds), compared as text; `asOf` must be written the same way.
 */
export type RecordedActual = {
  readonly id: string
  readonly recordedAt: string
  readonly actual: Actual
  /** Id of the record that this one replaces. */
  readonly corrects?: string
  readonly withdrawn?: boolean
  readonly by?: string
  readonly reason?: string
}

const byTime = (a: RecordedActual, b: RecordedActual): number =>
  a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

const slot = ({ actual }: RecordedActual): string => `${actual.year}|${actual.vintage ?? ''}`

/** その日に知られていた記録: everything recorded up to and including the instant. */
export const asKnownAt = (records: readonly RecordedActual[], asOf: string): readonly RecordedActual[] =>
  records.filter(({ recordedAt }) => recordedAt <= asOf)

/**
 * いまの値: one actual for each year and 系列. A corrected record is gone even where its correction moved to another
 * year; of what is left the latest record of a year stands. A withdrawn record takes away what it corrects, or
 * the year's value where it corrects nothing. Years ascend; the order of the list does not matter.
 */
export function currentActuals(records: readonly RecordedActual[]): readonly Actual[] {
  const ordered = [...records].sort(byTime)
  const replaced = new Set(ordered.flatMap(({ corrects }) => (corrects === undefined ? [] : [corrects])))
  const standing = new Map<string, RecordedActual>()
  for (const record of ordered) {
    if (replaced.has(record.id)) continue
    if (!record.withdrawn) standing.set(slot(record), record)
    else if (record.corrects === undefined) standing.delete(slot(record))
  }
  return [...standing.values()]
    .map(({ actual }) => actual)
    .sort((a, b) => a.year - b.year || ((a.vintage ?? '') < (b.vintage ?? '') ? -1 : 1))
}

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
