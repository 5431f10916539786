import type { Source } from '../shared/source.ts'

/** 小表 (small table): staffing over years, rewards, subsidies … kept as printed, cell by cell. Never summed into budgets. */
export type SmallTable = {
  readonly id: string
  readonly title: string
  /** The node or the project it stands beside. */
  readonly on?: string
  readonly project?: string
  /** Headings of the columns; the first is the heading of the row names. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly unit?: string
  readonly note?: string
  readonly source?: Source
}

/** 用語: a footnoted term. The gloss is a short phrase of ours. */
export type GlossaryTerm = {
  readonly number: string
  readonly term: string
  readonly gloss?: string
  /** Number of the term whose note this one shares. */
  readonly sharesNoteWith?: string
  readonly source?: Source
}

/** 体制: a body that steers, plans, verifies or co-ordinates. */
export type Body = {
  readonly id: string
  readonly name: string
  readonly kind: 'steering' | 'planning' | 'review' | 'co-ordination' | 'department'
  readonly role?: string
  /** `YYYY` or `YYYY-MM`. */
  readonly since?: string
  readonly source?: Source
}

/** 年間の流れ: a step of the yearly cycle as the plan describes it. */
export type Step = {
  readonly id: string
  readonly name: string
  readonly kind: 'report' | 'judgement' | 'steering' | 'review' | 'policy' | 'budget' | 'publication'
  /** Month by which, or from–to, as printed (「9月頃まで」→ to: 9). */
  readonly from?: number
  readonly to?: number
  readonly about?: boolean
  readonly by?: string
  readonly source?: Source
}
