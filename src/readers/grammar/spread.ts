import { align, type Column } from './align.ts'
import { VALUE_ROLES } from './heading.ts'
import { newRecord, put, type TableRecord } from './record.ts'
import { type Cell, kindOf, type Row } from './rows.ts'
import { type Named, type Placed, spanned } from './series.ts'
import { type Head, stretched } from './table-head.ts'

/** A name that cannot end here: it goes on in the next line. */
export const OPEN = /(?:[のをにがはと、・]|による|おける|及び|または|する|した)$/

/** Puts the cells of a row under the columns of the head. */
export function spreadRow(row: Row, cells: readonly Cell[], head: Head): readonly Placed[] | undefined {
  const kinds = cells.map(({ text }) => kindOf(text, row.context))
  const byIndex = cells.length === head.columns.length || cells.some(({ text }) => text === '')
  if (row.tabular && head.tabular && byIndex) {
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

/** A record of the cells of a row, with the name that stood above it where it has none. */
export function fill(
  row: Row,
  placed: readonly Placed[],
  named: Named,
  byForm: boolean,
  head: Head,
): TableRecord | undefined {
  const record = newRecord({
    at: row.at,
    text: row.text,
    context: row.context,
    rule: row.tabular ? 'table-row' : 'text-table-row',
  })
  for (const { cell, column } of placed) put(record, cell, column.heading, row)
  if (byForm) record.name = undefined
  const wraps = named.name !== undefined && OPEN.test(named.name)
  const isGroup = head.tabular && record.name === undefined && record.labels.length > 0
  if (named.name !== undefined && !isGroup && (record.name === undefined || wraps)) {
    record.name = `${named.name}${wraps ? (record.name ?? '') : ''}`
    if (named.unit !== undefined) record.unit ??= named.unit
    const { row: above } = named
    delete named.name
    return above ? { ...record, at: spanned({ row: above }, row), text: `${above.text} ${row.text}` } : record
  }
  if (record.unit === undefined && named.unit !== undefined) record.unit = named.unit
  return record.filled.length > 0 || record.name !== undefined ? record : undefined
}
