import type { MissingWhy } from '../indicator/actual.ts'
import { done, type Outcome, refuse } from '../shared/outcome.ts'

/** 回答 (answer): what a department has entered for one indicator and year, as typed, so that half a sentence is kept too. */
export type AnswerFields = {
  readonly value: string
  readonly why: MissingWhy | ''
  readonly provisional: boolean
  readonly note: string
  readonly source: string
  /** A doubtful value that was confirmed; the reason stands in the note. */
  readonly confirmed: boolean
}

export const EMPTY_ANSWER: AnswerFields = {
  value: '',
  why: '',
  provisional: false,
  note: '',
  source: '',
  confirmed: false,
}

export type Answer = {
  readonly id: string
  readonly year: number
  readonly indicator: string
  readonly fields: AnswerFields
  readonly via: 'page' | 'workbook' | 'bundle'
  readonly savedAt: string
  readonly savedBy: string
}

/** 報告の状態: 未入力 → 入力中 → 提出ずみ → 承認ずみ; returned goes back to the department with a reason. */
export type ReportState = 'empty' | 'entered' | 'submitted' | 'returned' | 'approved'
export type ReportMove = 'submit' | 'take-back' | 'return' | 'approve'

const NEXT: Readonly<Record<ReportState, Partial<Record<ReportMove, ReportState>>>> = {
  empty: {},
  entered: { submit: 'submitted' },
  submitted: { 'take-back': 'entered', return: 'returned', approve: 'approved' },
  returned: { submit: 'submitted' },
  approved: {},
}

export type ReportRefused = 'nothing-entered' | 'already-submitted' | 'not-submitted' | 'already-approved'

/** The state after the moves made so far; an answer alone is 入力中. */
export function reportState(entered: boolean, moves: readonly ReportMove[]): ReportState {
  return moves.reduce<ReportState>((state, move) => NEXT[state][move] ?? state, entered ? 'entered' : 'empty')
}

/** The next state, or why the move cannot be made. */
export function moveReport(state: ReportState, move: ReportMove): Outcome<ReportState, ReportRefused> {
  const next = NEXT[state][move]
  if (next) return done(next)
  if (state === 'approved') return refuse('already-approved')
  if (state === 'empty') return refuse('nothing-entered')
  return refuse(move === 'submit' ? 'already-submitted' : 'not-submitted')
}

/** May the answer be changed? Not while somebody else is looking at it, nor once it is recorded. */
export const isEditable = (state: ReportState): boolean =>
  state === 'empty' || state === 'entered' || state === 'returned'

/** しめきり: the day of the year after `year` on which reports are due; undefined where no date is set. */
export const dueOn = (
  year: number,
  dates: readonly { readonly stage: string; readonly from: string; readonly to?: string }[],
): string | undefined => {
  const report = dates.find(({ stage }) => stage === 'report')
  return report && `${year + 1}-${report.to ?? report.from}`
}
