import type { DraftPlace } from '#domain/document/draft.ts'
import { plain } from './characters.ts'
import type { Heading } from './heading.ts'
import { isBlankMark, type Quantity, quantityCell } from './quantity.ts'
import { type Cell, kindOf, type Row } from './rows.ts'
import { type EraContext, wholeYear } from './years.ts'

/** 記入 (filled cell): what stands under one heading. */
export type Filled = {
  readonly heading: Heading | undefined
  readonly quantity?: Quantity
  readonly words?: string
  readonly at: DraftPlace
  readonly x: number
  /** Year given in a bracket or a cell of its own beside the value. */
  year?: number
}

/** 記録 (record): one line of a table, whatever its layout was: a name and what was filled in for it. */
export type TableRecord = {
  name: string | undefined
  unit: string | undefined
  readonly filled: Filled[]
  readonly at: DraftPlace
  readonly text: string
  readonly context: EraContext
  readonly notes: string[]
  grade?: string
  direction?: string
  project?: string
  /** The last year a column of its own gave, for the values after it. */
  time?: number
  readonly rule: string
  /** How well the cells fitted the headings, 0–1. */
  fit: number
}

export const newRecord = (
  from: Pick<TableRecord, 'at' | 'text' | 'context' | 'rule'> & Partial<TableRecord>,
): TableRecord => ({ name: undefined, unit: undefined, filled: [], notes: [], fit: 1, ...from })

/** Fills one cell in under its heading. */
export function put(
  record: TableRecord,
  cell: Cell,
  heading: Heading | undefined,
  { context }: Pick<Row, 'context'>,
): void {
  const { text } = cell
  const role = heading?.role
  if (role === 'name' || role === 'project') {
    if (text === '' || (isBlankMark(text) && text !== '新規')) return
    if (role === 'project') record.project ??= text
    else record.name ??= text
    return
  }
  if (role === 'unit') {
    if (text !== '' && !isBlankMark(text)) record.unit = plain(text).replace(/\s+/g, '')
    return
  }
  if (role === 'grade' || kindOf(text, context) === 'grade') {
    if (text !== '' && !isBlankMark(text)) record.grade = text
    return
  }
  if (role === 'direction') record.direction = text
  if (role === 'label' || role === 'direction') return
  if (role === 'time') {
    const year = wholeYear(text, context)?.year
    if (year !== undefined) record.time = year
    const last = record.filled.at(-1)
    if (last && year !== undefined && last.quantity?.year === undefined) last.year ??= year
    else if (year !== undefined) for (const each of record.filled) each.year ??= year
    return
  }
  const quantity = quantityCell(text, context)
  const later = record.time !== undefined && heading?.year === undefined ? { year: record.time } : {}
  if (quantity) record.filled.push({ heading, quantity, at: cell.at, x: cell.x, ...later })
  else if (text !== '') record.filled.push({ heading, words: text, at: cell.at, x: cell.x })
}
