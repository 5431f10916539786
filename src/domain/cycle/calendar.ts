import type { Translations } from '../shared/lang.ts'

/** 進行管理の段階: 実績入力 → 庁内評価 → 推進本部会議 → 外部検証 → 方針決定 → 予算 → 公表. */
export const CYCLE_STAGES = [
  ...(['report', 'assess', 'steering', 'review', 'decide', 'budget', 'publish'] as const),
] as const
export type CycleStage = (typeof CYCLE_STAGES)[number]

/**
 * 日程: when a stage runs, in the year after the one it looks at. Dates are `MM-DD`; a single day has no `to`. A government may date some of
 * the stages only.
 */
export type StageDates = { readonly stage: CycleStage; readonly from: string; readonly to?: string }

/** Id of the government's setting that holds its list of {@link StageDates}. */
export const CYCLE_DATES = 'cycle-dates'
/** Id of the government's setting that holds the {@link ReviewPanel}. */
export const REVIEW_PANEL = 'review-panel'

/**
 * Where a government has set no dates: experts verify by about September, the next year's policy follows from it, and the result is published
 * without delay (人吉市 地域再生計画 2024); what wants money is weighed before the budget is made (熊本市 令和6年度アクションプラン).
 */
export const USUAL_DATES: readonly StageDates[] = [
  { stage: 'report', from: '05-01', to: '06-15' },
  { stage: 'assess', from: '06-16', to: '07-15' },
  { stage: 'steering', from: '07-16', to: '07-31' },
  { stage: 'review', from: '08-01', to: '09-15' },
  { stage: 'decide', from: '09-16', to: '09-30' },
  { stage: 'budget', from: '10-01', to: '10-31' },
  { stage: 'publish', from: '11-01', to: '11-30' },
]

/** First and last day of a stage, in the year after `year`; undefined where it has no dates. */
export const stageDays = (
  stage: CycleStage,
  year: number,
  dates: readonly StageDates[],
): { readonly from: string; readonly to: string } | undefined => {
  const found = dates.find((each) => each.stage === stage)
  return found && { from: `${year + 1}-${found.from}`, to: `${year + 1}-${found.to ?? found.from}` }
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Days from one day (YYYY-MM-DD) to another; negative where the other is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** The day that lies some days after another. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** 検証委員会: the body of outside experts, by the name that opinions carry. */
export type ReviewPanel = {
  readonly name: string
  readonly names?: Translations
  readonly members?: number
}
