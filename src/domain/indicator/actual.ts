import type { Decimal } from '../shared/decimal.ts'
import type { FiscalYear } from '../shared/year.ts'
import type { Qualifier, Span } from './commitment.ts'

/** Why there is no value: 未公表・測定不能・調査なし・終了・該当なし・非公表. Each is shown and counted as itself, never as 0. */
export const MISSING_WHY = [
  'not-yet-published',
  'cannot-be-measured',
  'no-survey',
  'ended',
  'not-applicable',
  'withheld',
] as const
export type MissingWhy = (typeof MISSING_WHY)[number]

/** 実績値 (actual). A missing value is a fact with a reason. It is never zero. */
export type Actual = KnownActual | MissingActual

export type KnownActual = {
  readonly kind: 'known'
  readonly year: FiscalYear
  readonly value: Decimal
  readonly qualifier?: Qualifier
  /** 速報値: to be replaced by the final figure. */
  readonly provisional?: boolean
  /** 系列 (vintage): label of the revised series the value belongs to, e.g. 平成27年基準. Absent = the only one. */
  readonly vintage?: string
  readonly span?: Span
  /** Sample size, for a survey. */
  readonly n?: number
}

export type MissingActual = {
  readonly kind: 'missing'
  readonly year: FiscalYear
  readonly why: MissingWhy
  readonly vintage?: string
}
