import type { Translations } from '../shared/lang.ts'
/** 進行管理の段階: 実績入力 → 庁内評価 → 外部検証 → 方針決定 → 公表. */
export type CycleStage = 'report' | 'assess' | 'review' | 'decide' | 'publish'

/** 日程: when a stage runs, in the year after the one it looks at. Dates are `MM-DD`; a single day has no `to`. */
export type StageDates = { readonly stage: CycleStage; readonly from: string; readonly to?: string }

/** Id of the government's setting that holds its list of {@link StageDates}. */
export const CYCLE_DATES = 'cycle-dates'
/** Id of the government's setting that holds the {@link ReviewPanel}. */
export const REVIEW_PANEL = 'review-panel'

/** 検証委員会: the body of outside experts, by the name that opinions carry. */
export type ReviewPanel = {
  readonly name: string
  readonly names?: Translations
  readonly members?: number
}
