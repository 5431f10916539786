import type { Decimal } from '../shared/decimal.ts'
import type { Stated } from '../shared/stated.ts'
import type { MissingWhy } from './actual.ts'
import type { TargetKind } from './commitment.ts'

/** 調子 (tone): what a grade means on every page, ◎ ● ◐ ▲ ▼ ◌. The scheme keeps its own letters and words. */
export type Tone = 'reach' | 'good' | 'fair' | 'poor' | 'bad' | 'none'

export type Bilingual = { readonly ja: string; readonly en: string }

/**
 * 物差し (measure). Those in the indicator's unit are turned so that more is better:
 * - `margin` 実績−目標 · `lead` 実績−目安 · `change` 実績−基準 · `previous-year` 実績−前年
 * In shares of 1:
 * - `achievement` 実績÷目標 · `progress` 進捗率 · `pace` 目安に対する進み · `ahead-of-elapsed` 進捗率−経過割合
 * - `interim-progress` 中間目標に対する進捗率 · `growth-ratio` 実際の年平均伸び率÷必要な年平均伸び率
 * Others: `years-left` 目標年までの年数 · `points` the scheme's own {@link Points}.
 */
export type Measure =
  | 'margin'
  | 'lead'
  | 'change'
  | 'previous-year'
  | 'achievement'
  | 'progress'
  | 'pace'
  | 'ahead-of-elapsed'
  | 'interim-progress'
  | 'growth-ratio'
  | 'years-left'
  | 'points'

/**
 * 境界 (bound). `closed` = the bound itself belongs to this side (以上・以下); else 超・未満.
 * `of` multiplies `at` by the size of the baseline, or by the tolerance that applies to the indicator.
 */
export type Bound = {
  readonly at: Decimal
  readonly closed: boolean
  readonly of?: 'baseline' | 'tolerance'
}

export type Condition =
  | { readonly measure: Measure; readonly from?: Bound; readonly to?: Bound }
  | { readonly input: string; readonly is: readonly string[] }
  | { readonly input: string; readonly from?: Bound; readonly to?: Bound }
  | { readonly scale: string; readonly is: readonly string[] }

/** 評価区分: the first step whose conditions all hold is the grade. `ungraded`: the step says why none can be given yet. */
export type Step = {
  readonly grade: string
  readonly label: Bilingual
  readonly tone: Tone
  readonly when: readonly Condition[]
  readonly ungraded?: 'not-due-yet'
}

export type Table = { readonly kinds: readonly TargetKind[]; readonly steps: readonly Step[] }

/** 評点: points by a measure, and points that people give, summed. */
export type Points = {
  readonly measure: Measure
  readonly table: readonly { readonly from?: Bound; readonly points: Decimal }[]
  readonly plus: readonly string[]
}

/** 人の入力: what the formula cannot know. Without a required one there is no grade, and the reason names it. */
export type SchemeInput = {
  readonly id: string
  readonly label: Bilingual
  readonly values: readonly string[] | 'number'
  readonly optional?: boolean
}

/** 人の入力 by id of the scheme's input; numbers are written as decimals. */
export type Inputs = Readonly<Record<string, string>>

/**
 * 判定の型 (grading scheme): dated data with a source, never a constant in code. A body edits its own copy.
 * A small table: steps, an optional first scale, optional points, named inputs. Not a formula language.
 */
export type Scheme = {
  readonly id: string
  readonly title: Bilingual
  readonly body: string
  /** Whose rule this is and of when; for a rule of our own, why. */
  readonly source: { readonly citation: string; readonly date: Stated<string> }
  readonly version: string
  /** The main thing it looks at, for a list of schemes. */
  readonly measure: Measure
  readonly tables: readonly Table[]
  /** First scale whose letter the steps may ask for (京都市: objective a–e). */
  readonly scales?: readonly { readonly id: string; readonly tables: readonly Table[] }[]
  readonly points?: Points
  readonly inputs: readonly SchemeInput[]
  /** 調査の許容差 in ポイント for survey indicators; a value given on the indicator or commitment goes before it. */
  readonly surveyTolerance?: Decimal
  /** 端数処理: shares are rounded to so many decimals of a percent before they are compared; absent = exact. */
  readonly rounding?: { readonly percentDigits: number }
  /** 値の古さ: the oldest value that still judges a year. No body publishes one; three years is our own. */
  readonly maxValueAgeYears: number
  /** 道すじ starts at the baseline's own year, or at equal steps over the plan's years where those are given. */
  readonly path: 'own-baseline' | 'plan-years'
  readonly relisted: 'once'
  /** 判定できないもの: kept in the denominator, or left out of the count; and the body's own mark for them. */
  readonly ungradable: {
    readonly count: 'in-denominator' | 'left-out'
    readonly marks: readonly {
      readonly grade: string
      readonly label: Bilingual
      /** Reasons it stands for; absent = every reason. */
      readonly why?: readonly (MissingWhy | 'not-submitted')[]
    }[]
  }
  /** 二段書き: when a target was raised, the old one is judged in a row of its own. */
  readonly rowsWhenRaised?: boolean
  /** 全体評価: the body's word for a share on track. */
  readonly overall?: readonly { readonly from?: Bound; readonly label: Bilingual }[]
  /** Grades that the body counts as on track. */
  readonly onTrack: readonly string[]
  /** 仮定した境界: what the source does not give and we assumed. Not empty = the title says （境界は仮定）. */
  readonly assumed: readonly Bilingual[]
  /** 読み方: how we apply it where the body is silent though no bound is missing (kept targets, value age …). */
  readonly readings?: readonly Bilingual[]
}
