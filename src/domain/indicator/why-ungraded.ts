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

/** まだ判定できない理由. A code; `words/` says it, with the judgement's `detail` for its blanks. */
export type UngradedWhy =
  | MissingWhy
  | AimWhy
  | MeasureWhy
  | 'not-submitted'
  | 'value-too-old'
  | 'several-vintages'
  | 'unit-not-stated'
  | 'scheme-does-not-cover-kind'
  | 'no-step-matches'
  | 'not-due-yet'
