import type { RecordedActual } from '#domain/indicator/recorded.ts'

/** A year of a series as the record tells it: what stands, what stood before, and where it went if nothing stands. */
export type YearRecord = {
  readonly year: number
  readonly vintage?: string
  readonly now?: RecordedActual
  /** Oldest first. */
  readonly before: readonly RecordedActual[]
  /** The record of another year by which the last one was corrected. */
  readonly movedTo?: RecordedActual
}

const byTime = (a: RecordedActual, b: RecordedActual): number =>
  a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : a.id < b.id ? -1 : 1

/** Every year (and 系列) that was ever recorded, years ascending. Of records that nobody corrected the latest stands. */
export function yearRecords(records: readonly RecordedActual[]): readonly YearRecord[] {
  const ordered = [...records].sort(byTime)
  const correctedBy = new Map(ordered.flatMap((each) => (each.corrects ? [[each.corrects, each]] : [])))
  const slots = Map.groupBy(ordered, ({ actual }) => `${actual.year}|${actual.vintage ?? ''}`)
  return [...slots.values()]
    .map((ofSlot): YearRecord => {
      const { year, vintage } = (ofSlot[0] as RecordedActual).actual
      const now = ofSlot.findLast(({ id }) => !correctedBy.has(id))
      const before = ofSlot.filter((each) => each !== now)
      const movedTo = now ? undefined : correctedBy.get(ofSlot.at(-1)?.id ?? '')
      return {
        year,
        ...(vintage === undefined ? {} : { vintage }),
        ...(now ? { now } : {}),
        before,
        ...(movedTo ? { movedTo } : {}),
      }
    })
    .sort((a, b) => a.year - b.year || ((a.vintage ?? '') < (b.vintage ?? '') ? -1 : 1))
}

export type Correction = { readonly record: RecordedActual; readonly old?: RecordedActual }

/** 直した記録: every correction and withdrawal with the record it replaced, newest first. What follows a withdrawal corrects nothing. */
export function correctionsOf(records: readonly RecordedActual[]): readonly Correction[] {
  const byId = new Map(records.map((record) => [record.id, record]))
  return records
    .filter(
      ({ corrects, actual }) =>
        actual.kind === 'withdrawn' ||
        (corrects !== undefined && byId.get(corrects)?.actual.kind !== 'withdrawn'),
    )
    .sort((a, b) => byTime(b, a))
    .map((record) => {
      const old = byId.get(record.corrects ?? '')
      return { record, ...(old ? { old } : {}) }
    })
}
