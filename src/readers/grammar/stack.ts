import { align } from './align.ts'
import { readHeading, VALUE_ROLES } from './heading.ts'
import { isBlankMark } from './quantity.ts'
import { newRecord, put, type TableRecord } from './record.ts'
import { type Cell, type CellKind, kindOf, type Row } from './rows.ts'
import type { Head } from './table-head.ts'

type Piece = { cell: Cell; readonly kind: CellKind; readonly row: Row; after: Cell[] }

/**
 * 一行に一つの値: cells that stand one to a line under a head, put back into rows: a name and its values, values alone, or all values
 * first and all names after them.
 */
export function stackedRecords(
  rows: readonly Row[],
  from: number,
  head: Head,
): { readonly records: readonly TableRecord[]; readonly next: number } | undefined {
  const { pieces, next } = piecesFrom(rows, from)
  const values = pieces.filter(({ kind }) => kind !== 'text')
  const texts = pieces.filter(({ kind }) => kind === 'text')
  const valued = head.columns.filter(
    ({ heading }) =>
      heading && (VALUE_ROLES.has(heading.role) || ['unit', 'time', 'grade'].includes(heading.role)),
  )
  if (values.length === 0 || valued.length === 0) return undefined
  const firstText = pieces.findIndex(({ kind }) => kind === 'text')
  if (firstText === -1) {
    if (values.length % valued.length !== 0 || values.length > valued.length * 40) return undefined
    const groups = chunks(values, valued.length)
    if (groups.length === 1) return { records: groups.map((group) => recordOf(undefined, group, head)), next }
    const names = namesAbove(rows, head.from, groups.length)
    return names && { records: rowsOrColumns(names, values, valued.length, head), next }
  }
  if (firstText > 0) return namesAfter(pieces, firstText, valued.length, head, next)
  const groups: Piece[][] = []
  for (const piece of pieces)
    if (piece.kind === 'text' && groups.at(-1)?.some(({ kind }) => kind !== 'text') !== false)
      groups.push([piece])
    else groups.at(-1)?.push(piece)
  const whole = groups.filter(
    (group) =>
      group.filter(({ kind }) => kind !== 'text').length === valued.length ||
      group.length >= head.columns.length,
  )
  if (whole.length === 0 || whole.length < groups.length / 2)
    return texts.length > 1 ? byColumn(pieces, valued.length, head, next) : undefined
  const kept = groups.slice(0, groups.findLastIndex((group) => whole.includes(group)) + 1)
  const records = kept
    .filter((group) => group.length > 1)
    .map((group) => recordOf(group[0], group.slice(1), head))
  const dropped = groups.slice(kept.length).flat()
  return { records, next: next - dropped.length }
}

/** Lines of one cell each, until something else stands there. A year in brackets belongs to the value before it. */
function piecesFrom(rows: readonly Row[], from: number): { pieces: Piece[]; next: number } {
  const pieces: Piece[] = []
  let at = from
  for (; at < rows.length; at += 1) {
    const row = rows[at] as Row
    const cells = row.cells.filter(({ text }) => text !== '')
    const [cell] = cells
    if (
      !cell ||
      cells.length !== 1 ||
      row.heading !== undefined ||
      row.text.includes('。') ||
      row.text.length > 45
    )
      break
    if (/^[[【<＜].*[\]】>＞]$/.test(row.text)) break
    const kind = kindOf(cell.text, row.context)
    const last = pieces.at(-1)
    if (/^[(（]/.test(cell.text) && (kind === 'year' || kind === 'text') && last) {
      if (kind === 'year') last.after.push(cell)
      continue
    }
    if (kind === 'text' && readHeading(cell.text, row.context)?.role === 'name' && pieces.length > 0) continue
    pieces.push({ cell, kind, row, after: [] })
  }
  return { pieces, next: at }
}

const chunks = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size))

function recordOf(name: Piece | undefined, group: readonly Piece[], head: Head): TableRecord {
  const first = name ?? (group[0] as Piece)
  const record = newRecord({
    at: { ...first.row.at },
    text: [name, ...group]
      .map((piece) => piece?.row.text ?? '')
      .filter(Boolean)
      .join(' '),
    context: first.row.context,
    rule: 'one-value-a-line',
    ...(name ? { name: name.cell.text } : {}),
  })
  const columns = head.columns.filter(({ heading }) => heading?.role !== 'name')
  const pieces = group.filter(({ kind }, at) => kind !== 'text' || at > 0)
  const under = align(
    pieces.map(({ cell }) => cell),
    pieces.map(({ kind }) => kind),
    columns,
    false,
  )
  for (const [at, piece] of pieces.entries()) {
    const before = record.filled.length
    put(record, piece.cell, columns[under[at] ?? -1]?.heading, piece.row)
    const filled = record.filled[before]
    const year = piece.after
      .map(({ text }) => readHeading(text, piece.row.context)?.year)
      .find((each) => each !== undefined)
    if (filled && year !== undefined) filled.year = year
  }
  return record
}

/** All values first, row by row, and the names after them. */
function namesAfter(pieces: readonly Piece[], firstText: number, width: number, head: Head, next: number) {
  const values = pieces.slice(0, firstText)
  const names = pieces.slice(firstText).filter(({ kind }) => kind === 'text')
  const count = values.length / width
  if (!Number.isInteger(count) || names.length < count) return undefined
  if (count === 1)
    return { records: [recordOf(undefined, values, head)], next: next - (pieces.length - firstText) }
  const records = chunks(values, width).map((group, at) => recordOf(names[at], group, head))
  return {
    records: records.map((record) => ({ ...record, rule: 'names-after-values' })),
    next: next - (names.length - count),
  }
}

/** All names first and then the values, by row or by column, whichever keeps the units of a row together. */
function byColumn(pieces: readonly Piece[], width: number, head: Head, next: number) {
  const firstValue = pieces.findIndex(({ kind }) => kind !== 'text')
  const names = pieces.slice(0, firstValue)
  const values = pieces.slice(firstValue)
  const end = values.findIndex(({ kind }) => kind === 'text')
  const run = end === -1 ? values : values.slice(0, end)
  if (names.length < 2 || run.length !== names.length * width) return undefined
  const records = rowsOrColumns(names, run, width, head)
  return { records, next: next - (values.length - run.length) }
}

/** As many lines of one text each, directly above a head, as there are groups of values below it. */
function namesAbove(rows: readonly Row[], from: number, count: number): readonly Piece[] | undefined {
  const above = rows.slice(Math.max(0, from - count), from)
  const pieces = above.flatMap((row): Piece[] => {
    const [cell] = row.cells
    return cell &&
      row.cells.length === 1 &&
      kindOf(cell.text, row.context) === 'text' &&
      row.heading === undefined
      ? [{ cell, kind: 'text', row, after: [] }]
      : []
  })
  return pieces.length === count ? pieces : undefined
}

/** Values of several names, by row or by column, whichever keeps the units of a row together. */
function rowsOrColumns(
  names: readonly Piece[],
  run: readonly Piece[],
  width: number,
  head: Head,
): readonly TableRecord[] {
  const byRow = chunks(run, width)
  const columns = names.map((_, at) =>
    Array.from({ length: width }, (__, column) => run[at + column * names.length] as Piece),
  )
  const unit = ({ cell }: Piece) =>
    isBlankMark(cell.text) ? undefined : cell.text.replace(/[\d,.\s約▲△-]/g, '')
  const agreeing = (groups: readonly (readonly Piece[])[]) =>
    groups.filter((group) => new Set(group.map(unit).filter((each) => each !== undefined)).size <= 1).length
  const best = agreeing(columns) > agreeing(byRow) ? columns : byRow
  return names.map((name, at) => ({ ...recordOf(name, best[at] ?? [], head), rule: 'names-before-values' }))
}
