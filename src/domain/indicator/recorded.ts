import type { FiscalYear } from '../shared/year.ts'
import type { Actual } from './actual.ts'

/** 取り下げ (withdrawal): the undo of a record. The year has no value again, and the record stays readable. */
export type Withdrawn = { readonly kind: 'withdrawn'; readonly year: FiscalYear; readonly vintage?: string }

/** 承認された報告による: the reason that stands for itself where an approved report replaces a value. A code, said in words where it is shown. */
export const BY_APPROVAL = 'report:approve'

/**
 * 実績の記録 (recorded actual): what was said, by whom and when. A correction is a new record that names the one it corrects;
 * nothing is overwritten.
 */
export type RecordedActual = {
  readonly id: string
  readonly indicator: string
  readonly actual: Actual | Withdrawn
  readonly note?: string
  /** 出典: where the value was read. */
  readonly source?: string
  readonly corrects?: string
  /** Why it was corrected or withdrawn. */
  readonly reason?: string
  /** ISO moment, UTC. */
  readonly recordedAt: string
  readonly recordedBy: string
}
