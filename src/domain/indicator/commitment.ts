import type { Decimal } from '../shared/decimal.ts'
import type { Source } from '../shared/source.ts'
import type { Stated } from '../shared/stated.ts'
import type { FiscalYear } from '../shared/year.ts'

/** 約・程度・以上・以下・（推計）・（累計）: what stands beside a number and changes what it means. */
export type Qualifier = 'about' | 'roughly' | 'at-least' | 'at-most' | 'estimated' | 'cumulative'

/** A value as a document prints it. `printed` is kept where value and qualifier do not give the text back (「１人減少」). */
export type PrintedValue = {
  readonly value: Decimal
  readonly qualifier?: Qualifier
  readonly printed?: string
  /** Its own place, where it differs from the commitment's. */
  readonly source?: Source
}

/** 部分期間: a value over less than a year, e.g. 2015-10 to 2016-01, four months. */
export type Span = { readonly from: string; readonly to: string; readonly months: number }

/** 基準値・現状値 (baseline): its own year, not the year in the heading of its column. */
export type Baseline = PrintedValue & {
  readonly year: Stated<FiscalYear>
  /** The year in the column's heading, where the cell says another. */
  readonly headingYear?: FiscalYear
  readonly span?: Span
  /** 暦年 where the value is of a calendar year (平成26年平均). */
  readonly calendarYear?: boolean
}

/**
 * 目標値 (target). `former` is a target of an earlier generation reprinted beside this plan's own
 * (001 prints R1 beside R5): it is a promise of the past, never an actual.
 */
export type Target = PrintedValue & {
  readonly year: FiscalYear
  readonly role: 'final' | 'milestone' | 'former'
}

/**
 * What a target asks for (rules: kinds of target). Derived from baseline, target and qualifier by
 * {@link file://./target-kind.ts}; stated only where a person or the document says otherwise.
 */
export type TargetKind = 'reach' | 'floor' | 'hold' | 'curb' | 'cumulative' | 'complete' | 'none'

/** 数値目標・KPI: what one plan promises about one indicator, and where in the plan it hangs. */
export type Commitment = {
  readonly id: string
  readonly indicator: string
  /** The node it hangs on: on a goal it is a 数値目標, on a program a KPI. */
  readonly on: string
  /** The name this plan prints, where it is not the indicator's own. */
  readonly printedName?: string
  readonly baseline: Stated<Baseline>
  readonly targets: readonly Target[]
  readonly kind?: TargetKind
  /** 許容差: how far a value may fall short and still count as held, in the indicator's unit. */
  readonly tolerance?: Decimal
  readonly note?: string
  readonly source?: Source
}

/** 再掲 (relisting): the same commitment shown at a second place. A reference, never a copy; counted once. */
export type Relisting = {
  readonly commitment: string
  readonly on: string
  readonly source?: Source
}
