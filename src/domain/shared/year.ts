/**
 * 年度 (fiscal year): the calendar year in which it begins on 1 April. FY2024 = 令和6年度.
 * A branded integer, because a year is not a moment and `Date` would bring a time zone into it.
 */
export type FiscalYear = number & { readonly __brand: 'FiscalYear' }

/** The widest range a plan or a population series can speak of; outside it a year is a slip of the pen. */
export const EARLIEST_YEAR = 1868
export const LATEST_YEAR = 2200

export const isFiscalYear = (value: number): value is FiscalYear =>
  Number.isInteger(value) && value >= EARLIEST_YEAR && value <= LATEST_YEAR

/** @throws RangeError for a programmer's error; check user input with {@link isFiscalYear} first. */
export function fiscalYear(value: number): FiscalYear {
  if (!isFiscalYear(value)) throw new RangeError(`not a fiscal year: ${value}`)
  return value
}

/** 年度 of a date written `YYYY-MM-DD`: January to March belong to the year before. */
export function fiscalYearOf(date: string): FiscalYear {
  const [year, month] = date.split('-').map(Number)
  return fiscalYear((year ?? Number.NaN) - ((month ?? 4) < 4 ? 1 : 0))
}
