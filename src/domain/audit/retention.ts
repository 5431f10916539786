import { type FiscalYear, fiscalYear } from '../shared/year.ts'

/** 保存年限: whole years for which the names behind views and behind changes are kept. Absent is 永年: for good. */
export type Retention = { readonly views?: number; readonly changes?: number }

/** Id of the government's setting that holds its {@link Retention}. */
export const AUDIT_RETENTION = 'audit-retention'

/** Where a government has said nothing: views three years, changes for good. */
export const USUAL_RETENTION: Retention = { views: 3 }

/**
 * 保存年限の数え方: as rules of documents count it, from the first of April after the fiscal year in which something was made. What was made
 * before the moment returned (midnight in Japan) is past its term.
 */
export function keptSince(runningYear: FiscalYear, years: number): string {
  const first = fiscalYear(runningYear - years)
  return new Date(`${first}-04-01T00:00:00+09:00`).toISOString()
}

export const isYears = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 100
