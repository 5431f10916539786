import type { Qualifier } from '../indicator/commitment.ts'
import type { Decimal } from '../shared/decimal.ts'
import type { Finding } from '../shared/finding.ts'
import type { Money } from '../shared/money.ts'

/** 場所 (place) in the document: page and line, or sheet and cell. `to` is the last line where the passage goes on. */
export type DraftPlace = {
  readonly page?: number
  readonly line?: number
  readonly to?: number
  readonly sheet?: string
  readonly cell?: string
  readonly box?: readonly [number, number, number, number]
}

/** 根拠 (grounds): which rule made an entry, from which text at which place, and how sure it is (0–1). */
export type Grounds = {
  readonly rule: string
  readonly confidence: number
  readonly at: DraftPlace
  readonly text: string
}

/** A value as printed. `value` is a number, or the words of a target that is not one (「設置」). */
export type DraftValue = {
  readonly value: Decimal | { readonly words: string }
  readonly qualifier?: Qualifier
  /** Fiscal year; absent where the document does not say. */
  readonly year?: number
  /** The year in the column's heading, where the cell says another. */
  readonly headingYear?: number
  /** 暦年 (平成26年平均). */
  readonly calendarYear?: boolean
  /** ＋1,090ha: an addition to another value rather than a level. */
  readonly relative?: boolean
  readonly printed: string
  readonly at: DraftPlace
}

export type DraftTarget = DraftValue & { readonly role: 'final' | 'milestone' | 'former' }

/** 体系の節 (node): goal, program, measure, effort …, at a depth of the outline. */
export type DraftNode = {
  readonly kind: 'node'
  readonly role: 'goal' | 'program' | 'measure' | 'effort' | 'initiative' | 'area' | 'group'
  readonly depth: number
  readonly number?: string
  readonly name: string
}

export type DraftIndicator = {
  readonly kind: 'indicator'
  readonly name: string
  /** 定義: what a bracket after the name says is counted. */
  readonly definition?: string
  readonly unit?: string
  readonly baseline?: DraftValue
  readonly targets: readonly DraftTarget[]
  readonly actuals: readonly DraftValue[]
  readonly cumulative?: boolean
  readonly relisted: boolean
  readonly grade?: string
  readonly note?: string
}

export type DraftBooking = {
  readonly kind: 'all-in-supplementary' | 'part-in-supplementary' | 'includes-supplementary'
  readonly year: number
  readonly month?: number
  readonly printed: string
}

export type DraftProject = {
  readonly kind: 'project'
  readonly name: string
  readonly amount?: Money
  /** `none` is a printed （一）or (-): there was none last year. */
  readonly previous?: Money | 'none'
  readonly booking?: DraftBooking
  /** ☑: what becomes of what, as printed. */
  readonly changes?: readonly string[]
  readonly note?: string
}

/** 企業版ふるさと納税: 寄附の金額の目安. */
export type DraftDonation = {
  readonly kind: 'donation'
  readonly measure?: string
  readonly estimate: Money
  readonly from?: number
  readonly to?: number
}

export type DraftTerm = {
  readonly kind: 'term'
  readonly number: string
  readonly term: string
  readonly gloss?: string
}
export type DraftBody = {
  readonly kind: 'body'
  readonly name: string
  readonly role: 'steering' | 'planning' | 'review' | 'co-ordination'
}
export type DraftStep = {
  readonly kind: 'step'
  readonly name: string
  readonly from?: number
  readonly to?: number
  readonly about?: boolean
}
export type DraftSection = {
  readonly kind: 'section'
  readonly number: string
  readonly title: string
  readonly page?: number
}

export type DraftBodyOf =
  | DraftNode
  | DraftIndicator
  | DraftProject
  | DraftDonation
  | DraftTerm
  | DraftBody
  | DraftStep
  | DraftSection

/** One entry of a draft. `under` is the id of the node it hangs on, where the outline says so. */
export type DraftEntry<Of extends DraftBodyOf = DraftBodyOf> = Of & {
  readonly id: string
  readonly under?: string
  readonly grounds: Grounds
}

/** 取込結果（案） (draft): what was read from one document, in its order, with everything that was noticed. */
export type Draft = {
  readonly document: string
  readonly title?: string
  readonly government?: string
  readonly period?: { readonly from?: number; readonly to?: number; readonly at: DraftPlace }
  readonly entries: readonly DraftEntry[]
  readonly findings: readonly Finding[]
}

export const entriesOf = <Kind extends DraftBodyOf['kind']>(
  draft: Draft,
  kind: Kind,
): readonly DraftEntry<Extract<DraftBodyOf, { kind: Kind }>>[] =>
  draft.entries.filter((entry) => entry.kind === kind) as never
