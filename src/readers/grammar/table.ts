import { align, type Column } from './align.ts'
import { plain } from './characters.ts'
import { type Heading, readHeading, VALUE_ROLES } from './heading.ts'
import { isBlankMark, quantityCell } from './quantity.ts'
import { type Filled, newRecord, put, type TableRecord } from './record.ts'
import { type Cell, kindOf, type Row } from './rows.ts'
import { stackedRecords } from './stack.ts'
import { type Head, headAt, isHeadRow, stretched, transposedAt } from './table-head.ts'
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
  if (names) return transposed(rows, from, names)
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

function bodyOf(rows: readonly Row[], from: number, head: Head): TableRead {
  const records: TableRecord[] = []
  const named: Named = {}
  let idle = 0
  let at = head.next
  for (; at < rows.length; at += 1) {
    const row = rows[at] as Row
    if (row.heading !== undefined || /^[[【<＜].*[\]】>＞]$/.test(row.text)) break
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
    if (attachYears(row, records)) continue
    const took = takeRow(row, head, named)
    if (took) {
      if (took !== 'series') records.push(took)
      else if (named.record && !records.includes(named.record)) records.push(named.record)
      idle = 0
      continue
    }
    const last = records.at(-1)
    if (NOTE.test(row.text) && last) {
      last.notes.push(row.text)
      continue
    }
    if (row.text.includes('。') || row.text.length > 60) break
    // A text by itself may name what the next row gives.
    const name = cells.find(({ text }) => kindOf(text, row.context) === 'text')?.text
    if (name && !/^[□■☐☑]/.test(name)) {
      const wraps = named.name !== undefined && OPEN.test(named.name)
      named.name = wraps ? `${named.name}${name}` : name
      if (!wraps) named.row = row
      delete named.unit
      delete named.record
      const unit = cells.map(({ text }) => plain(text)).find((text) => isUnit(text))
      if (unit) named.unit = unit
    }
    idle += 1
    if (idle > (head.stacked && records.length === 0 ? 6 : 2)) break
  }
  if (idle > 0) at -= idle
  return { head, records, from, next: Math.max(at, head.next) }
}

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

type Named = { name?: string; unit?: string; row?: Row; record?: TableRecord }

/** Understands one row of the body under the head. */
function takeRow(row: Row, head: Head, named: Named): TableRecord | 'series' | undefined {
  const all = row.cells
  const cells = row.tabular ? all : all.filter(({ text }) => text !== '')
  if (cells.length < 2) return undefined
  const kinds = cells.map(({ text }) => kindOf(text, row.context))
  const values = kinds.filter((kind) => kind === 'quantity').length
  const first = cells.find(({ text }) => text !== '')
  const label = first && readHeading(first.text, row.context)
  const role = label?.role
  if (role && SERIES.has(role) && kinds.slice(1).every((kind) => kind === 'quantity' || kind === 'blank'))
    return series(row, head, label, named)
  const projectTable = head.columns.some(
    ({ heading }) => heading?.role === 'project' || heading?.role === 'name',
  )
  if (values === 0 && !(projectTable && cells.length >= 2 && head.tabular) && !hasWords(head, cells.length))
    return undefined
  const spread = spreadRow(row, cells, head)
  if (!spread) return undefined
  return fill(row, spread, named, role === 'value')
}

/** A table of targets in words, or of names alone: rows count without a single number. */
const hasWords = (head: Head, cells: number): boolean =>
  head.columns.length === cells && head.columns.some(({ heading }) => heading?.role === 'target')

/** A name that cannot end here: it goes on in the next line. */
const OPEN = /(?:[のをにがはと、・]|による|おける|及び|または|する|した)$/

/** From the line of the name to the line of the values. */
const spanned = ({ row: above }: Named, row: Row): TableRecord['at'] =>
  above?.at.line === undefined || row.at.line === undefined ? row.at : { ...above.at, to: row.at.line }

type Placed = { readonly cell: Cell; readonly column: Column }

/** Puts the cells of a row under the columns of the head. */
function spreadRow(row: Row, cells: readonly Cell[], head: Head): readonly Placed[] | undefined {
  const kinds = cells.map(({ text }) => kindOf(text, row.context))
  if (row.tabular && head.tabular) {
    const name: Column = { text: '', x: 0, width: 0, heading: { role: 'name' } }
    const hasName = head.columns.some(({ heading }) => heading?.role === 'name')
    return cells.map((cell, at) => {
      const column = head.columns[at]
      return {
        cell,
        column:
          at === 0 && column && !column.heading && !hasName
            ? name
            : (column ?? { text: '', x: at, width: 0 }),
      }
    })
  }
  let columns = head.columns
  const hasName = columns.some(({ heading }) => heading?.role === 'name' || heading?.role === 'project')
  const leading = kinds.findIndex((kind) => kind !== 'text')
  const valued = columns.filter(({ heading }) => heading && VALUE_ROLES.has(heading.role))
  const given = kinds.filter((kind) => kind === 'quantity' || kind === 'blank').length
  if (given > valued.length) {
    const wider = stretched(head, given)
    if (wider)
      columns = [...columns.filter(({ heading }) => !(heading && VALUE_ROLES.has(heading.role))), ...wider]
  }
  if (!hasName && leading > 0) columns = [{ text: '', x: 0, width: 2, heading: { role: 'name' } }, ...columns]
  const full = withBlanks(cells, row, columns.length)
  const used = full ?? cells
  const usedKinds = full ? used.map(({ text }) => kindOf(text, row.context)) : kinds
  const under = align(used, usedKinds, columns, !row.tabular && row.cells.some(({ blanks }) => blanks > 1))
  return used.flatMap((cell, at) => {
    const column = columns[under[at] ?? -1]
    return column ? [{ cell, column }] : []
  })
}

/** Empty cells written as a full-width blank between the blanks that part the cells: an odd run of them. */
function withBlanks(cells: readonly Cell[], row: Row, columns: number): readonly Cell[] | undefined {
  const out: Cell[] = []
  for (const [index, cell] of cells.entries()) {
    if (index > 0 && cell.blanks > 1) {
      if (cell.blanks % 2 === 0) return undefined
      for (let count = (cell.blanks - 1) / 2; count > 0; count -= 1) out.push({ ...cell, text: '' })
    }
    out.push(cell)
  }
  if (row.trailing % 2 === 0)
    for (let count = row.trailing / 2; count > 0; count -= 1)
      out.push({ text: '', x: 999, blanks: 0, at: row.at })
  return out.length > cells.length && out.length === columns ? out : undefined
}

function fill(row: Row, placed: readonly Placed[], named: Named, byForm: boolean): TableRecord | undefined {
  const record = newRecord({
    at: row.at,
    text: row.text,
    context: row.context,
    rule: row.tabular ? 'table-row' : 'text-table-row',
  })
  for (const { cell, column } of placed) put(record, cell, column.heading, row)
  if (byForm) record.name = undefined
  const wraps = named.name !== undefined && OPEN.test(named.name)
  if (named.name !== undefined && (record.name === undefined || wraps)) {
    record.name = `${named.name}${wraps ? (record.name ?? '') : ''}`
    if (named.unit !== undefined) record.unit ??= named.unit
    const { row: above } = named
    delete named.name
    return above ? { ...record, at: spanned({ row: above }, row), text: `${above.text} ${row.text}` } : record
  }
  if (record.unit === undefined && named.unit !== undefined) record.unit = named.unit
  return record.filled.length > 0 || record.name !== undefined ? record : undefined
}

/** 「実績値 359 445 …」: values of one role over the years of the head. */
function series(row: Row, head: Head, label: Heading, named: Named): 'series' | undefined {
  const record =
    named.record ??
    newRecord({
      at: spanned(named, row),
      text: row.text,
      context: row.context,
      rule: 'series',
      name: named.name,
      unit: named.unit,
    })
  const cells = row.tabular ? row.cells : row.cells.filter(({ text }) => text !== '')
  for (const { cell, column } of seriesCells(cells, row, head)) {
    const { heading } = column
    if (cell.text === '' || !heading || !VALUE_ROLES.has(heading.role)) continue
    const quantity = quantityCell(cell.text, row.context)
    const role = heading.role === 'total' ? 'total' : label.role
    const own: Heading = {
      role,
      ...(heading.year === undefined ? {} : { year: heading.year }),
      ...(label.cumulative ? { cumulative: true } : {}),
    }
    const series: Heading =
      label.role === 'part'
        ? { role: 'part' }
        : role === 'total' && label.role !== 'amount'
          ? { role: 'rate' }
          : own
    if (quantity) record.filled.push({ heading: series, quantity, at: cell.at, x: cell.x })
  }
  named.record = record
  return 'series'
}

function seriesCells(cells: readonly Cell[], row: Row, head: Head): readonly Placed[] {
  const { columns } = head
  const place = (list: readonly Cell[], shift: number) =>
    list.flatMap((cell, at) => {
      const column = columns[at + shift]
      return column ? [{ cell, column }] : []
    })
  if (row.tabular && cells.length === columns.length) return place(cells, 0)
  const [, ...values] = cells
  const years = columns.filter(({ heading }) => heading && VALUE_ROLES.has(heading.role))
  const firstYear = columns.indexOf(years[0] as Column)
  if (values.length === years.length) return place(values, firstYear)
  // With empty cells written as blanks, the row reaches exactly to the last column.
  const full = [
    ...values.flatMap((cell) => [
      ...Array.from({ length: cell.blanks % 2 === 1 ? (cell.blanks - 1) / 2 : 0 }, () => ({
        ...cell,
        text: '',
      })),
      cell,
    ]),
  ]
  const trailing = row.trailing % 2 === 0 ? row.trailing / 2 : 0
  if (full.length + trailing === years.length && full.length + trailing > values.length)
    return place(full, firstYear)
  const under = align(
    values,
    values.map(({ text }) => kindOf(text, row.context)),
    years,
    true,
  )
  return values.flatMap((cell, at) => {
    const column = years[under[at] ?? -1]
    return column ? [{ cell, column }] : []
  })
}

function transposed(rows: readonly Row[], from: number, columns: readonly Column[]): TableRead {
  const row = rows[from] as Row
  const named = columns.slice(1).filter(({ text }) => text !== '')
  const records = named.map(({ text }) =>
    newRecord({ at: row.at, text, context: row.context, rule: 'transposed', name: text }),
  )
  let at = from + 1
  for (; at < rows.length; at += 1) {
    const below = rows[at] as Row
    const cells = below.cells.filter(({ text }) => text !== '')
    const values = cells.slice(-named.length)
    const label = cells
      .slice(0, -named.length)
      .map(({ text }) => text)
      .join(' ')
    const valued = values.every(
      ({ text }) => quantityCell(text, below.context) !== undefined || isBlankMark(text),
    )
    if (cells.length <= named.length || !valued) break
    const heading = readHeading(label, below.context) ?? transposedHeading(label, below)
    if (!heading) break
    for (const [index, cell] of values.entries()) {
      const quantity = quantityCell(cell.text, below.context)
      if (quantity) records[index]?.filled.push({ heading, quantity, at: below.at, x: index })
    }
  }
  return { head: undefined, records, from, next: at }
}

/** 「H28.3 初年度」「H 2年目」: a year and its order, either of which may be missing. */
function transposedHeading(label: string, { context }: Row): Heading | undefined {
  const words = label
    .split(/\s+/)
    .map((word) => readHeading(word, context) ?? readHeading(word.replace(/初年度|\d+年目/, ''), context))
  const year = words.find((word) => word?.year !== undefined)?.year
  if (/年目|初年度|最終年度/.test(label)) return { role: 'order', ...(year === undefined ? {} : { year }) }
  return words.every(Boolean) ? words[0] : undefined
}
