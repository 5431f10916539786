import type { Listing, Project } from '../budget/project.ts'
import type { Commitment, PrintedValue, Relisting } from '../indicator/commitment.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Translations } from '../shared/lang.ts'
import type { Money } from '../shared/money.ts'
import type { Source } from '../shared/source.ts'
import type { Stated } from '../shared/stated.ts'
import type { FiscalYear } from '../shared/year.ts'
import type { Body, GlossaryTerm, SmallTable, Step } from './annex.ts'
import type { Tree } from './tree.ts'

/** 計画の種類. */
export type PlanKind =
  | 'comprehensive-strategy' // 総合戦略
  | 'comprehensive-plan' // 総合計画
  | 'action-plan' // アクションプラン・実施計画
  | 'regional-revitalization-plan' // 地域再生計画
  | 'basic-policy' // 基本方針
  | 'population-vision' // 人口ビジョン
  | 'manifesto' // マニフェスト
  | 'other'

/** 版 (edition): 初版, 改訂版, 案, 概要版. One plan file is one edition of one plan. */
export type Edition = {
  readonly id: string
  readonly label: string
  readonly stage: 'draft' | 'proposed' | 'adopted' | 'revised'
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precisely as the document says. */
  readonly date?: string
  /** 概要版: what a digest does not print is not thereby removed from the plan. */
  readonly digest?: boolean
  readonly revises?: { readonly label: string; readonly date?: string; readonly atHand: boolean }
  /** 改訂の理由, in a short phrase of ours. */
  readonly reason?: string
}

/** 計画期間. 003 prints only its end; 000 begins on the day of its certification. */
export type PlanPeriod = {
  readonly from: Stated<FiscalYear>
  readonly to: FiscalYear
  /** What the document says in place of a first year, in our words. */
  readonly fromNote?: string
  readonly endsOn?: string
  readonly source?: Source
}

/** 資料: a document the plan was read from. `sha256` is of the whole file as it came. */
export type PlanDocument = {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly published?: string
  readonly sha256?: string
  readonly lines?: number
}

/** 基本理念・方向性 … of the whole plan, as a short noun phrase of ours with its place in the document. */
export type Passage = {
  readonly kind: 'philosophy' | 'direction' | 'approach' | 'position' | 'reason' | 'summary'
  readonly text: string
  readonly source?: Source
}

/** 章立て: a section of the document, so that the statutory form and the contents can be rebuilt in order. */
export type Section = {
  readonly number: string
  readonly title: string
  readonly page?: number
  readonly source?: Source
}

/** A figure that the prose states (総人口 1955年 47,877人), or a promise (約70万人 in 2050). */
export type PrintedFigure = PrintedValue & {
  readonly id: string
  readonly what: string
  readonly year: Stated<number>
  readonly unit: string
  readonly promise?: boolean
}

/** 横断的な視点・SDGs: a tag that cuts across the tree. `sdg-8` is Goal 8. */
export type Tag = {
  readonly id: string
  readonly name: string
  readonly kind: 'sdg' | 'viewpoint'
  readonly source?: Source
}

/** Another plan that this one names. `plan` is its id where we hold it. */
export type PlanReference = {
  readonly title: string
  readonly relation:
    | 'above'
    | 'beside'
    | 'succeeds'
    | 'revises'
    | 'part-of'
    | 'population-vision'
    | 'same-period'
    | 'details-in'
  readonly government?: string
  readonly plan?: string
  readonly source?: Source
}

/** 上位計画との対応・連携: how the plan aligns with those of other governments. */
export type Alignment = {
  readonly with: 'nation' | 'prefecture' | 'neighbours' | 'own-plan'
  readonly name: string
  /** 連携の手段. */
  readonly means: readonly string[]
  /** How many governments stand behind the name, where the document counts them (17市町村). */
  readonly count?: number
  readonly source?: Source
}

/** 企業版ふるさと納税: 寄附の金額の目安. An estimate, not a ceiling. */
export type DonationEstimate = {
  /** 支援措置番号, e.g. A2007. */
  readonly measure: string
  readonly name: string
  readonly estimate: Money
  readonly from: FiscalYear
  readonly to: FiscalYear
  readonly source?: Source
}

/**
 * 計画 (plan), one edition of it: all that one plan file holds.
 * Level names and depth are data of the plan; code asks a level for its role.
 */
export type Plan = {
  readonly id: string
  /** 全国地方公共団体コード, six digits with the check digit. */
  readonly government: string
  readonly kind: PlanKind
  readonly title: string
  readonly titles?: Translations
  readonly edition: Edition
  readonly period: PlanPeriod
  readonly documents: readonly PlanDocument[]
  readonly sections: readonly Section[]
  readonly passages: readonly Passage[]
  readonly figures: readonly PrintedFigure[]
  readonly tags: readonly Tag[]
  readonly trees: readonly Tree[]
  readonly indicators: readonly Indicator[]
  readonly commitments: readonly Commitment[]
  readonly relistings: readonly Relisting[]
  readonly projects: readonly Project[]
  readonly listings: readonly Listing[]
  readonly tables: readonly SmallTable[]
  readonly glossary: readonly GlossaryTerm[]
  readonly bodies: readonly Body[]
  readonly steps: readonly Step[]
  readonly references: readonly PlanReference[]
  readonly alignments: readonly Alignment[]
  readonly donations: readonly DonationEstimate[]
}
