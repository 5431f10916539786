import type { Translations } from '../shared/lang.ts'
import type { Stated } from '../shared/stated.ts'

/** 向き (better): which way is good. */
export type Better = 'higher' | 'lower' | 'steady'

/** 集計 (accumulation): a running total, a year's amount, or the state at a moment. */
export type Accumulation = 'cumulative' | 'annual' | 'point'

/** 期間 (period) that a value of the series covers. */
export type Period = 'fiscal-year' | 'calendar-year' | 'date'

/** What moves when the target is met, for the population projection. */
export type Driver = 'fertility-rate' | 'births' | 'net-migration' | 'arrivals'

/**
 * 指標 (indicator): one quantity, followed through the years and through the plans.
 * It belongs to the government, not to a plan; a plan adds a {@link Commitment} to it.
 * Any attribute may be `not-stated`: shown as 記載なし and never guessed.
 */
export type Indicator = {
  readonly id: string
  readonly name: string
  readonly names?: Translations
  readonly definition?: string
  readonly unit: Stated<string>
  readonly better: Stated<Better>
  readonly accumulation: Stated<Accumulation>
  /** First fiscal year of a running total (企業立地件数: 平成11年度から). */
  readonly accumulatesFrom?: number
  /** 範囲: 市, 県内, 県, … as a short phrase. */
  readonly scope: Stated<string>
  readonly period: Stated<Period>
  /** 出典: statistic, survey or register that the value comes from. */
  readonly dataSource: Stated<string>
  readonly survey?: { readonly n?: number; readonly question?: string; readonly tolerancePoints?: number }
  /** 公表時期: month of release and how many years behind. */
  readonly release: Stated<{ readonly month?: number; readonly lagYears: number }>
  /** 担当課: id of a department. */
  readonly department: Stated<string>
  readonly mayBeSummed: Stated<boolean>
  /** Code of a shared definition, so that governments can be compared. */
  readonly shared?: string
  readonly driver?: Driver
  /** 内訳: ids of indicators whose values of a year add up to this one’s. */
  readonly parts?: readonly string[]
  /** What a person settled where the document does not say. */
  readonly settled?: readonly Settled[]
}

/** 設定: an attribute that the document leaves open, settled by a person with a name and a reason. */
export type Settled = {
  readonly what: string
  readonly value: string
  readonly reason: string
  readonly by: string
  readonly on: string
}
