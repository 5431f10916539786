import { type FiscalYear, fiscalYearOf } from '#domain/shared/year.ts'

const JAPAN_AHEAD_MS = 9 * 60 * 60 * 1000

/** The day in Japan (YYYY-MM-DD) at a moment. Deadlines and fiscal years are Japan's, wherever the server stands. */
export const dayInJapan = (now: string): string =>
  new Date(new Date(now).getTime() + JAPAN_AHEAD_MS).toISOString().slice(0, 10)

/** A moment that a person asked for: a bare day means its end in Japan. Undefined for what is no moment. */
export function readMoment(written: string): Date | undefined {
  if (/^\d{4}-\d{2}-\d{2}/.test(written) && !isDay(written.slice(0, 10))) return undefined
  const moment = new Date(/^\d{4}-\d{2}-\d{2}$/.test(written) ? `${written}T23:59:59.999+09:00` : written)
  return Number.isNaN(moment.getTime()) ? undefined : moment
}

/** A day that there is: `2026-02-30` is none. */
export function isDay(written: string): boolean {
  const day = new Date(`${written}T00:00:00Z`)
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(written) &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(written)
  )
}

/** The fiscal year that is running in Japan at a moment. */
export const runningYear = (now: string): FiscalYear => fiscalYearOf(dayInJapan(now))
