import type { Column } from './align.ts'
import { widthOf } from './characters.ts'
import { type Heading, readHeading, VALUE_ROLES } from './heading.ts'
import { isBlankMark, quantityCell } from './quantity.ts'
import type { Row } from './rows.ts'
import { wholeYear } from './years.ts'

/** 表頭 (head): the headings of a table, put together from one or more rows. */
export type Head = {
  readonly columns: readonly Column[]
  readonly lines: readonly (readonly Column[])[]
  readonly tabular: boolean
  /** The headings stood one to a line. */
  readonly stacked: boolean
  readonly from: number
  readonly next: number
}

const BRACKETED = /^[(（].*[)）]$/

const columnsOf = (row: Row): readonly Column[] =>
  row.cells.map(({ text, x }) => {
    const heading = readHeading(text, row.context)
    return { text, x, width: widthOf(text), ...(heading ? { heading } : {}) }
  })

/** A row of headings: most of its cells are, and none is a value with a unit. */
export function isHeadRow(row: Row): boolean {
  const filled = row.cells.filter(({ text }) => text !== '')
  if (filled.length < 2 || row.text.includes('。') || filled.every(({ text }) => BRACKETED.test(text)))
    return false
  const heads = filled.map(({ text }) => readHeading(text, row.context))
  const known = heads.filter((each) => each !== undefined).length
  if (known < 2 || known / filled.length < 0.6) return false
  if (
    filled.some(
      ({ text }, at) => !heads[at] && (quantityCell(text, row.context) !== undefined || isBlankMark(text)),
    )
  )
    return false
  // 「目標値 設置」: a form's line, not a head.
  return !(filled.length === 2 && known === 2 && heads[1]?.role === 'value')
}

const isHeadCell = (row: Row | undefined): boolean =>
  row !== undefined &&
  row.cells.length === 1 &&
  row.heading === undefined &&
  readHeading(row.cells[0]?.text ?? '', row.context) !== undefined

export function headAt(rows: readonly Row[], from: number): Head | undefined {
  const found = anyHeadAt(rows, from)
  const head = found && { ...found, columns: withCurrent(withYearColumns(found.columns)) }
  if (!head?.columns.some(({ heading }) => heading?.role === 'project')) return head
  // Beside projects, 実績額 is money that was spent.
  const columns = head.columns.map((column) =>
    column.heading?.role === 'actual' && /額|費/.test(column.text)
      ? { ...column, heading: { ...column.heading, role: 'amount' as const } }
      : column,
  )
  return { ...head, columns }
}

/** 「計画策定時の値 | 現在値」: beside a value from the start, the one of today is an actual. */
function withCurrent(columns: readonly Column[]): readonly Column[] {
  const first = columns.findIndex(({ heading }) => heading?.role === 'baseline')
  return columns.map((column, at) =>
    at > first && first !== -1 && column.heading?.role === 'baseline' && /現[在状況]/.test(column.text)
      ? { ...column, heading: { ...column.heading, role: 'actual' as const } }
      : column,
  )
}

/** 「基準年 | 基準値 | 目標年 | 目標値」: a year in a column of its own before the value. */
const withYearColumns = (columns: readonly Column[]): readonly Column[] =>
  columns.map((column, at) => {
    const after = columns[at + 1]?.heading?.role
    const isYear = /^(?:基準|現状|現況|目標|計画|最終|達成)年度?$/.test(column.text)
    return isYear && column.heading && after === column.heading.role
      ? { ...column, heading: { role: 'time' as const } }
      : column
  })

function anyHeadAt(rows: readonly Row[], from: number): Head | undefined {
  const first = rows[from]
  if (!first) return undefined
  if (isHeadRow(first)) {
    const lines = [columnsOf(first)]
    let next = from + 1
    for (; lines.length < 4; next += 1) {
      const row = rows[next]
      if (!row || row.heading !== undefined || row.tabular !== first.tabular || !isMoreHead(row)) break
      lines.push(columnsOf(row))
    }
    return { ...joined(lines, first.tabular), lines, tabular: first.tabular, stacked: false, from, next }
  }
  return stackedHead(rows, from) ?? listHead(rows, from)
}

/** 「目標値（令和7年度）」 alone in its line, over lines of a name and a value each. */
function listHead(rows: readonly Row[], from: number): Head | undefined {
  const row = rows[from]
  if (row?.cells.length !== 1) return undefined
  const [column] = columnsOf(row)
  if (column?.heading?.role !== 'target') return undefined
  const isPair = ({ cells, context }: Row) =>
    cells.length === 2 &&
    !quantityCell(cells[0]?.text ?? '', context) &&
    quantityCell(cells[1]?.text ?? '', context)?.unit !== undefined
  if (![rows[from + 1], rows[from + 2]].every((below) => below && isPair(below))) return undefined
  const columns = [{ text: '', x: 0, width: 2, heading: { role: 'name' as const } }, column]
  return { columns, lines: [columns], tabular: false, stacked: false, from, next: from + 1 }
}

/** A second row of the head: headings again, or years in brackets alone (also a single one). */
function isMoreHead(row: Row): boolean {
  if (isHeadRow(row)) {
    // 「時点 | 平成26年 | …」 under values is a row of the body.
    const role = readHeading(row.cells.find(({ text }) => text !== '')?.text ?? '', row.context)?.role
    return !(role === 'time' && row.cells.length > 2 && row.cells[0]?.text !== '')
  }
  const filled = row.cells.filter(({ text }) => text !== '')
  return (
    filled.length > 0 &&
    filled.every(({ text }) => BRACKETED.test(text) && readHeading(text, row.context) !== undefined)
  )
}

function stackedHead(rows: readonly Row[], from: number): Head | undefined {
  let next = from
  while (isHeadCell(rows[next]) && next - from < 16) next += 1
  if (next - from < 2) return undefined
  const cells = rows.slice(from, next).flatMap(columnsOf)
  const plainOnes = cells.filter(({ text }) => !BRACKETED.test(text))
  const bracketed = cells.filter(({ text }) => BRACKETED.test(text))
  const roles = plainOnes.filter(({ heading }) => heading && heading.role !== 'year')
  if (roles.length === 0 || plainOnes.length < 2) return undefined
  if (!plainOnes.some(({ heading }) => heading && VALUE_ROLES.has(heading.role))) return undefined
  const zips =
    bracketed.length === plainOnes.length &&
    cells.slice(plainOnes.length).every(({ text }) => BRACKETED.test(text))
  const columns = zips ? plainOnes.map((column, at) => merged(column, bracketed[at])) : attached(cells)
  return { columns, lines: [columns], tabular: false, stacked: true, from, next }
}

/** A bracket below a heading adds its year to it. */
function attached(cells: readonly Column[]): readonly Column[] {
  const columns: Column[] = []
  for (const cell of cells)
    if (BRACKETED.test(cell.text) && columns.length > 0) columns.push(merged(columns.pop() as Column, cell))
    else columns.push(cell)
  return columns
}

const merged = (above: Column, below: Column | undefined): Column => {
  if (!below) return above
  const [a, b] = [above.heading, below.heading]
  const heading: Heading | undefined = !a
    ? b
    : !b
      ? a
      : {
          ...a,
          ...b,
          role:
            b.role === 'year' ||
            b.role === 'order' ||
            b.role === 'time' ||
            (b.role === 'value' && VALUE_ROLES.has(a.role)) ||
            (b.role === 'baseline' && BRACKETED.test(below.text))
              ? a.role
              : b.role,
          ...((b.year ?? a.year) === undefined ? {} : { year: (b.year ?? a.year) as number }),
        }
  const said =
    a?.role === 'year' && b && b.role !== 'year' && b.role !== 'order' && b.role !== 'time'
      ? b.role
      : heading?.role
  return {
    text: `${above.text} ${below.text}`.trim(),
    x: Math.min(above.x, below.x),
    width: Math.max(above.width, below.width),
    ...(heading ? { heading: { ...heading, role: said ?? heading.role } } : {}),
  }
}

function joined(
  lines: readonly (readonly Column[])[],
  tabular: boolean,
): { readonly columns: readonly Column[] } {
  const widest = lines.reduce((a, b) => (b.length > a.length ? b : a))
  let columns: readonly Column[] = widest
  const above = lines.slice(0, lines.indexOf(widest))
  const below = lines.slice(lines.indexOf(widest) + 1)
  for (const line of [...above].reverse()) columns = mergeLine(line, columns, tabular, true)
  for (const line of below) columns = mergeLine(line, columns, tabular, false)
  return { columns }
}

function mergeLine(
  line: readonly Column[],
  columns: readonly Column[],
  tabular: boolean,
  isAbove: boolean,
): readonly Column[] {
  const pair = (column: Column, other: Column | undefined) =>
    isAbove ? (other ? merged(other, column) : column) : merged(column, other)
  if (tabular || line.length === columns.length) {
    let last: Column | undefined
    let left: Column | undefined
    return columns.map((column, at) => {
      const other = line[at]
      if (other?.text) last = other
      if (column.text) left = column
      const valued = (each: Column | undefined) =>
        each?.heading !== undefined && VALUE_ROLES.has(each.heading.role)
      // A merged heading above reaches over the empty cells to its right.
      if (isAbove)
        return pair(
          column,
          other?.text ? other : tabular && column.text !== '' && valued(last) ? last : undefined,
        )
      return tabular && column.text === '' && other?.text && left && valued(left)
        ? merged(left, other)
        : pair(column, other?.text ? other : undefined)
    })
  }
  const years = line.every(({ heading }) => heading?.role === 'year' || heading?.role === 'order')
  if (isAbove || !years) {
    // Fewer headings than columns: each above its own, the last above the rest.
    return columns.map((column, at) =>
      pair(column, nearest(line, column) ?? line[Math.min(at, line.length - 1)]),
    )
  }
  const shift = columns.length - line.length
  const near = columns.map((column) => nearest(line, column))
  const apart =
    new Set(near.filter(Boolean)).size === line.length && near.filter(Boolean).length === line.length
  return columns.map((column, at) => pair(column, apart ? near[at] : line[at - shift]))
}

const nearest = (line: readonly Column[], { x, width }: Column): Column | undefined =>
  line.find((other) => other.x < x + width && x < other.x + other.width)

/** Columns for a row with more values than the head has columns: the last heading reaches over the rest, years stand at the right. */
export function stretched(head: Head, values: number): readonly Column[] | undefined {
  const roles = head.lines.find((line) => line.some(({ heading }) => heading && heading.role !== 'year'))
  const years = head.lines.find((line) => line.every(({ heading }) => heading?.role === 'year'))
  const valued = roles?.filter(({ heading }) => heading && VALUE_ROLES.has(heading.role))
  if (head.tabular || !valued || valued.length === 0 || !years || years.length > values) return undefined
  return Array.from({ length: values }, (_, at) => {
    const role = valued[Math.min(at, valued.length - 1)] as Column
    const year = years[at - (values - years.length)]
    return year
      ? merged(role, year)
      : { ...role, ...(role.heading ? { heading: { role: role.heading.role } } : {}) }
  })
}

/** 転置 (transposed): names stand in the head, and every row begins with a year or a role. */
export function transposedAt(rows: readonly Row[], from: number): readonly Column[] | undefined {
  const row = rows[from]
  if (!row || row.cells.length < 2 || row.text.includes('。')) return undefined
  const columns = columnsOf(row)
  const [first, ...others] = columns
  if (!first || (first.heading === undefined && first.text !== '')) return undefined
  if (
    others.some(
      ({ text, heading }) =>
        text !== '' && (heading !== undefined || quantityCell(text, row.context) || isBlankMark(text)),
    )
  )
    return undefined
  const named = others.filter(({ text }) => text !== '')
  if (named.length === 0) return undefined
  let fitting = 0
  for (let at = from + 1; at < rows.length && at < from + 40; at += 1) {
    const below = rows[at]
    const label = below?.cells[0]?.text ?? ''
    const values = below?.cells.slice(1).filter(({ text }) => text !== '') ?? []
    if (!below || !startsWithTime(label, below) || values.length < named.length) break
    if (readHeading(label, below.context)?.role === 'unit') continue
    const quantities = values.filter(
      ({ text }) => quantityCell(text, below.context) !== undefined || isBlankMark(text),
    ).length
    if (quantities < named.length) break
    fitting += 1
  }
  return fitting >= 2 ? columns : undefined
}

const startsWithTime = (label: string, { context }: Row): boolean =>
  wholeYear(label, context) !== undefined || readHeading(label, context) !== undefined || /^[HR]$/.test(label)
