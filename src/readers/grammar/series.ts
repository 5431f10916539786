import { align, type Column } from './align.ts'
import { type Heading, VALUE_ROLES } from './heading.ts'
import { quantityCell } from './quantity.ts'
import { newRecord, type TableRecord } from './record.ts'
import { type Cell, kindOf, type Row } from './rows.ts'
import type { Head } from './table-head.ts'

/** A name that rows below belong to: its text, its unit, its row, and the record they fill. */
export type Named = { name?: string; group?: string; unit?: string; row?: Row; record?: TableRecord }

export type Placed = { readonly cell: Cell; readonly column: Column }

/** From the line of the name to the line of the values. */
export const spanned = ({ row: above }: Named, row: Row): TableRecord['at'] =>
  above?.at.line === undefined || row.at.line === undefined ? row.at : { ...above.at, to: row.at.line }

/** 「実績値 359 445 …」: values of one role over the years of the head. */
export function series(row: Row, head: Head, label: Heading, named: Named, labelAt = 0): 'series' {
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
  const cells = (row.tabular ? row.cells : row.cells.filter(({ text }) => text !== '')).slice(labelAt)
  for (const { cell, column } of seriesCells(cells, row, head, labelAt)) {
    const { heading } = column
    if (cell.text === '' || !heading || !VALUE_ROLES.has(heading.role)) continue
    const quantity = quantityCell(cell.text, row.context)
    const isStart = heading.role === 'baseline' && (label.role === 'target' || label.role === 'actual')
    const role = heading.role === 'total' ? 'total' : isStart ? 'baseline' : label.role
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
  if (label.unit !== undefined) record.unit ??= label.unit
  named.record = record
  return 'series'
}

function seriesCells(cells: readonly Cell[], row: Row, head: Head, labelAt: number): readonly Placed[] {
  const { columns } = head
  const place = (list: readonly Cell[], shift: number) =>
    list.flatMap((cell, at) => {
      const column = columns[at + shift]
      return column ? [{ cell, column }] : []
    })
  if (row.tabular && cells.length + labelAt === columns.length) return place(cells, labelAt)
  const [, ...values] = cells
  const years = columns.filter(({ heading }) => heading && VALUE_ROLES.has(heading.role))
  const firstYear = columns.indexOf(years[0] as Column)
  if (values.length === years.length) return place(values, firstYear)
  const padded = values.some(({ blanks }) => blanks > 1) || row.trailing > 0
  // One blank at the end is an empty last cell.
  const open = values.every(({ blanks }) => blanks <= 1) && row.trailing === 1
  if (!row.tabular && (!padded || open) && values.length < years.length) return place(values, firstYear)
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
