import { type FiscalYear, fiscalYearOf } from '#domain/shared/year.ts'

const JAPAN_AHEAD_MS = 9 * 60 * 60 * 1000

/** The day in Japan (YYYY-MM-DD) at a moment. Deadlines and fiscal years are Japan's, wherever the server stands. */
export const dayInJapan = (now: string): string =>
  new Date(new Date(now).getTime() + JAPAN_AHEAD_MS).toISOString().slice(0, 10)

/** The fiscal year that is running in Japan at a moment. */
export const runningYear = (now: string): FiscalYear => fiscalYearOf(dayInJapan(now))
