import type { MissingWhy } from './actual.ts'
import type { PathWhy } from './pace.ts'
import type { AimWhy } from './target-kind.ts'

/** Why a measure has no value for this commitment. */
export type MeasureWhy =
  | PathWhy
  | 'baseline-not-stated'
  | 'nothing-expected-yet'
  | 'target-equals-baseline'
  | 'no-way-in-this-direction'
  | 'no-rate-for-kept-target'
  | 'target-is-zero'
  | 'rate-means-nothing-below-zero'
  | 'rate-means-nothing-when-lower-is-better'
  | 'growth-rate-undefined'
  | 'no-previous-value'
  | 'input-missing'
  | 'input-not-understood'
  | 'scheme-incomplete'

/** まだ判定できない理由. A code; `words/` says it, with the judgement's `detail` for its blanks. */
export type UngradedWhy =
  | MissingWhy
  | AimWhy
  | MeasureWhy
  | 'not-submitted'
  | 'value-too-old'
  | 'several-vintages'
  | 'scheme-does-not-cover-kind'
  | 'no-step-matches'
  | 'not-due-yet'

/** What fills the blanks of a reason: the year, the input, the measure. */
export type Detail = Readonly<Record<string, string | number>>
