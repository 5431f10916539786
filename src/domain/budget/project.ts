import type { Translations } from '../shared/lang.ts'
import type { Money } from '../shared/money.ts'
import type { Source } from '../shared/source.ts'
import type { FiscalYear } from '../shared/year.ts'

/** 事業・取組 (project): one record, however often plans list it. It belongs to the government. */
export type Project = {
  readonly id: string
  readonly name: string
  readonly names?: Translations
  /** One short phrase of ours on what it does. */
  readonly summary?: string
  readonly department?: string
}

/**
 * 計上の注記 (booking): how a printed amount relates to fiscal years.
 * 全額R5.2補計上 = all in the supplementary of FY2023 decided in February 2024; 一部 = a share nobody wrote down;
 * R5補正含む = the printed amount spans two years.
 */
export type Booking = {
  readonly kind: 'all-in-supplementary' | 'part-in-supplementary' | 'includes-supplementary'
  readonly year: FiscalYear
  readonly month?: number
  readonly printed: string
}

/** ☑ 変更 (change): what became of what, R5 → R6, as data. */
export type ProjectChange = {
  readonly what: string
  readonly from?: string
  readonly to?: string
  readonly unit?: string
  readonly fromYear?: FiscalYear
  readonly toYear?: FiscalYear
  readonly source?: Source
}

/** Amounts that are printed but are not budgets: unit prices, inner amounts, caps, frames. Never summed. */
export type OtherAmount = {
  readonly kind: 'unit-price' | 'inner' | 'cap' | 'frame' | 'previous-unit-price'
  readonly label: string
  readonly amount: Money
  readonly about?: boolean
  readonly source?: Source
}

/**
 * 掲載 (listing): one place where a plan lists a project, with the amounts as printed there.
 * `previous: 'none'` is a printed （一）or (-): there was none last year. Absent means it is not printed. Neither is 0.
 */
export type Listing = {
  readonly project: string
  readonly on: string
  readonly printedName?: string
  readonly amount?: Money
  readonly previous?: Money | 'none'
  readonly booking?: Booking
  readonly changes?: readonly ProjectChange[]
  readonly otherAmounts?: readonly OtherAmount[]
  readonly note?: string
  readonly source?: Source
}
