import type { Money } from '../shared/money.ts'
import type { FiscalYear } from '../shared/year.ts'

/** 当初・補正・繰越・決算見込・執行・決算. Accounts close on 31 May (出納整理期間) and are settled in autumn (決算認定). */
export type AppropriationKind =
  | 'initial'
  | 'supplementary'
  | 'carried-over'
  | 'expected-outturn'
  | 'executed'
  | 'outturn'

/** 計上額 (appropriation): an amount of one project, one fiscal year and one kind; its funding source where known. */
export type Appropriation = {
  readonly project: string
  readonly year: FiscalYear
  readonly kind: AppropriationKind
  /** Month of the supplementary budget. */
  readonly month?: number
  readonly amount: Money
  readonly fundingSource?: string
  readonly source?: string
}

export type RecordedAppropriation = Appropriation & {
  readonly id: string
  readonly corrects?: string
  readonly reason?: string
  readonly recordedAt: string
  readonly recordedBy: string
}
