import type { DraftPlace } from '#domain/document/draft.ts'
import { plain } from './characters.ts'
import { type Heading, VALUE_ROLES } from './heading.ts'
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
  /** 暦年, where that cell says so. */
  calendar?: boolean
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
  /** The group row that it stands under. */
  group?: string
  /** Texts under headings that are no names: fields, contents, remarks. */
  readonly labels: string[]
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
): TableRecord => ({ name: undefined, unit: undefined, filled: [], notes: [], labels: [], fit: 1, ...from })

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
  if (role === 'label' || role === 'direction') {
    if (role === 'label' && text !== '') record.labels.push(text)
    return
  }
  const yearAlone = wholeYear(text, context) !== undefined && quantityCell(text, context) === undefined
  if (role === 'time' || (yearAlone && role !== undefined && VALUE_ROLES.has(role))) {
    const found = wholeYear(text, context)
    const year = found?.year
    if (year !== undefined) record.time = year
    const last = record.filled.at(-1)
    if (last && year !== undefined && last.quantity?.year === undefined) {
      last.year ??= year
      if (found?.calendar && /暦年|平均/.test(text)) last.calendar = true
    } else if (year !== undefined) for (const each of record.filled) each.year ??= year
    return
  }
  const quantity = quantityCell(text, context) ?? wordsAndValue(text, context)
  const later = record.time !== undefined && heading?.year === undefined ? { year: record.time } : {}
  if (quantity) record.filled.push({ heading, quantity, at: cell.at, x: cell.x, ...later })
  else if (text !== '') {
    if (role === undefined && kindOf(text, context) === 'text') record.labels.push(text)
    record.filled.push({ heading, words: text, at: cell.at, x: cell.x })
  }
}

/** 「現状を維持（85.3%）」「設置（1か所）」: what is wanted in words, and in the bracket as a value. */
function wordsAndValue(text: string, context: EraContext): Quantity | undefined {
  const found =
    /^((?:現状|水準|未|全て|完全)?(?:値|を|の)?(?:維持|設置|開設|整備|完成|完了|達成|継続|実施|策定|導入|なし|ゼロ))\s*[(（]([^()（）]+)[)）]$/.exec(
      text.trim(),
    )
  const inside = found?.[2] ?? ''
  const quantity = found && !wholeYear(inside, context) ? quantityCell(inside, context) : undefined
  return quantity && { ...quantity, printed: text.trim() }
}
