import { type FiscalYear, fiscalYearOf } from '#domain/shared/year.ts'

const JAPAN_AHEAD_MS = 9 * 60 * 60 * 1000

/** The day in Japan (YYYY-MM-DD) at a moment. Deadlines and fiscal years are Japan's, wherever the server stands. */
export const dayInJapan = (now: string): string =>
  new Date(new Date(now).getTime() + JAPAN_AHEAD_MS).toISOString().slice(0, 10)

/** A moment that a person asked for: a bare day means its end in Japan. Undefined for what is no moment. */
export function readMoment(written: string): Date | undefined {
  const moment = new Date(/^\d{4}-\d{2}-\d{2}$/.test(written) ? `${written}T23:59:59.999+09:00` : written)
  return Number.isNaN(moment.getTime()) ? undefined : moment
}

/** The fiscal year that is running in Japan at a moment. */
export const runningYear = (now: string): FiscalYear => fiscalYearOf(dayInJapan(now))
