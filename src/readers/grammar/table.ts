import { plain } from './characters.ts'
import { type Heading, readHeading, VALUE_ROLES } from './heading.ts'
import { isBlankMark, quantityCell } from './quantity.ts'
import type { Filled, TableRecord } from './record.ts'
import { type Cell, type CellKind, kindOf, type Row } from './rows.ts'
import { type Named, series } from './series.ts'
import { fill, OPEN, spreadRow } from './spread.ts'
import { stackedRecords } from './stack.ts'
import { type Head, headAt, isHeadRow, transposedAt } from './table-head.ts'
import { transposed } from './transposed.ts'
import { isUnit } from './units.ts'
import { wholeYear } from './years.ts'

export type TableRead = {
  readonly head: Head | undefined
  readonly records: readonly TableRecord[]
  readonly from: number
  readonly next: number
}

/** 表を読む: a table whose head begins at a row, as records. Undefined where no table begins there. */
export function tableAt(rows: readonly Row[], from: number): TableRead | undefined {
  const names = transposedAt(rows, from)
  if (names) return { head: undefined, from, ...transposed(rows, from, names) }
  const head = headAt(rows, from)
  if (!head) return undefined
  return bodyOf(rows, from, head)
}

/** Labels at the start of a row that say what its values are: 「実績値」「目標値」「総事業費」. */
const SERIES = new Set([
  'baseline',
  'target',
  'milestone',
  'actual',
  'forecast',
  'rate',
  'amount',
  'part',
  'previous',
  'former',
])
const NOTE = /^(?:[※*＊]|注\d|注[:：)）]|[(（].*[)）]$)/

/** A table that begins without a head, where the one before had as many columns: its head counts on. */
export function continuedAt(rows: readonly Row[], at: number, head: Head | undefined): TableRead | undefined {
  const row = rows[at]
  if (!row?.tabular || !head?.tabular || row.cells.length !== head.columns.length) return undefined
  const fits = row.cells.every(({ text }, index) => {
    const role = head.columns[index]?.heading?.role
    const kind = kindOf(text, row.context)
    if (role === undefined || !VALUE_ROLES.has(role)) return role !== 'name' || kind === 'text'
    return kind === 'quantity' || kind === 'blank'
  })
  const valued = row.cells.some(({ text }) => quantityCell(text, row.context))
  return fits && valued ? bodyOf(rows, at, { ...head, from: at, next: at }) : undefined
}

function bodyOf(rows: readonly Row[], from: number, head: Head): TableRead {
  const records: TableRecord[] = []
  const named: Named = {}
  let idle = 0
  let at = head.next
  for (; at < rows.length; at += 1) {
    const row = rows[at] as Row
    if (row.heading !== undefined || /^[[【<＜].*[\]】>＞]$/.test(row.text)) break
    if (NOTE.test(row.text) && row.table === undefined && head.tabular && records.length > 0) {
      noteOf(row.text, records)?.notes.push(row.text)
      continue
    }
    if (!goesOn(rows[from] as Row, row, head)) break
    if (isTimeRow(row, records)) {
      addTimes(row, records)
      continue
    }
    if (isHeadRow(row) || transposedAt(rows, at)) break
    const cells = row.cells.filter(({ text }) => text !== '' || row.tabular)
    const single = cells.filter(({ text }) => text !== '').length === 1
    if (single && !NOTE.test(row.text) && records.every(({ rule }) => rule !== 'text-table-row')) {
      const stack = stackedRecords(rows, at, head)
      if (stack) {
        records.push(...stack.records)
        at = stack.next - 1
        idle = 0
        if (stack.records.every(({ name }) => name === undefined)) {
          at += 1
          break
        }
        continue
      }
    }
    // 「主な事業」 under lines that no table of the format holds: what follows is another list.
    const opensList = single && !head.tabular && records.length > 0
    if (opensList && readHeading(row.text, row.context)?.role === 'project') break
    if (attachYears(row, records)) continue
    const isGroup = single && row.table !== undefined && row.table === rows[from]?.table
    if (isGroup && idle === 0 && completesName(row, cells, records.at(-1))) continue
    const took = isGroup ? undefined : takeRow(row, head, named)
    if (took) {
      if (took !== 'series') records.push(named.group ? { ...took, group: named.group } : took)
      else if (named.record && !records.includes(named.record)) records.push(named.record)
      idle = 0
      continue
    }
    const last = records.at(-1)
    if (NOTE.test(row.text) && last) {
      last.notes.push(row.text)
      continue
    }
    if (isGroup) named.group = row.text
    if (!isGroup && (row.text.includes('。') || row.text.length > 60)) break
    // A text by itself may name what the next row gives.
    const name = cells.find(({ text }) => kindOf(text, row.context) === 'text')?.text
    if (name && name.length <= 60 && !/^[□■☐☑]/.test(name)) {
      const wraps = named.name !== undefined && OPEN.test(named.name)
      named.name = wraps ? `${named.name}${name}` : name
      if (!wraps) named.row = row
      delete named.unit
      delete named.record
      const unit = cells.map(({ text }) => plain(text)).find((text) => isUnit(text))
      if (unit) named.unit = unit
    }
    if (!isGroup) idle += 1
    if (idle > (head.stacked && records.length === 0 ? 6 : 2)) break
  }
  if (idle > 0) at -= idle
  return { head, records, from, next: Math.max(at, head.next) }
}

/** A table of the format ends where it ends; over a page break it goes on in rows of as many cells. */
const goesOn = (first: Row, row: Row, head: Head): boolean =>
  !head.tabular ||
  row.table === first.table ||
  (row.table !== undefined && row.at.sheet === first.at.sheet && row.cells.length === head.columns.length)

/** The record that a note names, or the last one. */
const noteOf = (note: string, records: readonly TableRecord[]): TableRecord | undefined =>
  records.find(({ name }) => name !== undefined && note.includes(`「${name}」`)) ?? records.at(-1)

const isTimeRow = (row: Row, records: readonly TableRecord[]): boolean => {
  const label = row.cells[0]?.text ?? ''
  if (records.length === 0 || readHeading(label, row.context)?.role !== 'time') return false
  const rest = row.cells.slice(1).filter(({ text }) => text !== '')
  return (
    rest.length > 0 &&
    rest.every(({ text }) => wholeYear(text, row.context) !== undefined || isBlankMark(text))
  )
}

function addTimes(row: Row, records: readonly TableRecord[]): void {
  const last = records.at(-1)
  for (const cell of row.cells) {
    const year = wholeYear(cell.text, row.context)?.year
    const filled = last?.filled.find(({ x }) => x === cell.x)
    if (filled && year !== undefined) filled.year = year
  }
}

/** A row of nothing but years in brackets belongs to the values above it. */
function attachYears(row: Row, records: readonly TableRecord[]): boolean {
  const cells = row.cells.filter(({ text }) => text !== '')
  const last = records.at(-1)
  const years = cells.map(({ text }) => (/^[(（]/.test(text) ? wholeYear(text, row.context) : undefined))
  if (!last || cells.length === 0 || years.some((year) => year === undefined)) return false
  const values = last.filled.filter(({ quantity }) => quantity)
  for (const [index, cell] of cells.entries()) {
    const under =
      values.length === cells.length
        ? values[index]
        : values.reduce<Filled | undefined>(
            (a, b) => (!a || Math.abs(b.x - cell.x) < Math.abs(a.x - cell.x) ? b : a),
            undefined,
          )
    const year = years[index]?.year
    if (under && year !== undefined) under.year = year
  }
  return true
}

/** Understands one row of the body under the head. */
function takeRow(row: Row, head: Head, named: Named): TableRecord | 'series' | undefined {
  const all = row.cells
  const cells = row.tabular ? all : all.filter(({ text }) => text !== '')
  if (cells.length < 2) return undefined
  const kinds = cells.map(({ text }) => kindOf(text, row.context))
  const values = kinds.filter((kind) => kind === 'quantity').length
  const first = cells.find(({ text }) => text !== '')
  const role = first && readHeading(first.text, row.context)?.role
  const labelAt = seriesLabel(cells, kinds, row)
  if (labelAt !== -1) {
    nameSeries(cells.slice(0, labelAt), row, named)
    return series(row, head, readHeading(cells[labelAt]?.text ?? '', row.context) as Heading, named, labelAt)
  }
  const projectTable = head.columns.some(
    ({ heading }) => heading?.role === 'project' || heading?.role === 'name',
  )
  if (values === 0 && !(projectTable && cells.length >= 2 && head.tabular) && !hasWords(head, cells.length))
    return undefined
  const spread = spreadRow(row, cells, head)
  if (!spread) return undefined
  return fill(row, spread, named, role === 'value', head)
}

/** Where the label of a series stands: first, or after the name that the series is of. */
function seriesLabel(cells: readonly Cell[], kinds: readonly CellKind[], { context }: Row): number {
  return cells.findIndex(({ text }, at) => {
    if (at > 3 || kinds[at] !== 'text') return false
    const role = readHeading(text, context)?.role
    const after = kinds.slice(at + 1)
    return (
      role !== undefined &&
      SERIES.has(role) &&
      after.length > 0 &&
      after.every((kind) => kind === 'quantity' || kind === 'blank')
    )
  })
}

/** What stands before the label: a new name, its unit, or nothing new. */
function nameSeries(before: readonly Cell[], row: Row, named: Named): void {
  for (const { text } of before) {
    const unit = plain(text)
      .replace(/^\((.*)\)$/, '$1')
      .replace(/\s/g, '')
    if (isUnit(unit)) named.unit = unit
    else if (kindOf(text, row.context) === 'text' && !/^\d+$/.test(text)) {
      named.name = text
      named.row = row
      delete named.record
      delete named.unit
    }
  }
  if (named.record && named.unit !== undefined) named.record.unit ??= named.unit
}

/** A table of targets in words, or of names alone: rows count without a single number. */
const hasWords = (head: Head, cells: number): boolean =>
  head.columns.length === cells && head.columns.some(({ heading }) => heading?.role === 'target')

/** 「…ができると | 62.1%」 over 「感じる人の割合 | 」: a name that was left open goes on in the first column of the next row. */
function completesName(row: Row, cells: readonly Cell[], last: TableRecord | undefined): boolean {
  const at = cells.findIndex(({ text }) => text !== '')
  const rest = cells[at]?.text ?? ''
  if (last?.name === undefined || at > 1 || kindOf(rest, row.context) !== 'text' || BRACKETED.test(rest))
    return false
  const count = (text: string, marks: RegExp) => text.match(marks)?.length ?? 0
  const unclosed = count(last.name, /[(（「]/g) > count(last.name, /[)）」]/g)
  if (!unclosed && !OPEN.test(last.name)) return false
  last.name = `${last.name}${rest}`
  return true
}

const BRACKETED = /^[(（].*[)）]$/
