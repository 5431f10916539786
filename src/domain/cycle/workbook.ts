import type { AnswerFields } from './report.ts'

/** 調査票 (workbook of a department): where it belongs and what stood in it when it was made. */
export type WorkbookHead = {
  readonly government: string
  readonly department: string
  readonly year: number
  readonly madeAt: string
}

/** Codes of the columns, written in a hidden row, so that columns may be moved and headings translated. */
export const WORKBOOK_COLUMNS = [
  ...(['id', 'number', 'name', 'unit', 'about', 'before-3', 'before-2', 'before-1'] as const),
  ...(['value', 'why', 'provisional', 'note', 'source'] as const),
] as const
export type WorkbookColumn = (typeof WORKBOOK_COLUMNS)[number]

/** Name of the hidden sheet that holds the head and, line by line, the answers as they were. */
export const HIDDEN_SHEET = 'shirube'

/** The mark of a tick in the column 速報. */
export const TICK = '○'

export type BaseLine = { readonly indicator: string; readonly fields: AnswerFields }
