import type { StatisticsTable } from '#domain/population/statistics.ts'
import type { Finding } from '#domain/shared/finding.ts'

/** 読み取った統計表: tables, and what was noticed. No table and an error where a file is none of ours. */
export type ReadStatistics = {
  readonly tables: readonly StatisticsTable[]
  readonly findings: readonly Finding[]
}

/** One finding for all places of one fault, with the first of them. */
export const foundAt = (code: string, places: readonly string[]): readonly Finding[] =>
  places.length === 0
    ? []
    : [{ code, severity: 'warning', detail: { count: places.length, first: places[0] ?? '' } }]
