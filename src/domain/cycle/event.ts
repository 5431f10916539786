import type { Translations } from '../shared/lang.ts'
import { type FiscalYear, fiscalYear } from '../shared/year.ts'

/**
 * 出来事 (event): something from outside that bends a series and that a chart marks with a word (水害, 感染症の流行).
 * `year` and `month` are of the calendar.
 */
export type Event = {
  readonly id: string
  readonly name: string
  readonly names?: Translations
  readonly year: number
  readonly month?: number
}

/** 年度 in which the event fell; without a month, that of its calendar year. */
export const eventYear = ({ year, month }: Event): FiscalYear =>
  fiscalYear(month !== undefined && month < 4 ? year - 1 : year)
