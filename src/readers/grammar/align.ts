import { widthOf } from './characters.ts'
import type { Heading } from './heading.ts'
import type { Cell, CellKind } from './rows.ts'
import type { Role } from './vocabulary.ts'

/** 列 (column) of a table: its heading, and where it stands on the line where the layout is by blanks. */
export type Column = {
  readonly text: string
  readonly heading?: Heading
  readonly x: number
  readonly width: number
}

const COSTS: Readonly<Record<string, Readonly<Record<CellKind, number>>>> = {
  name: { text: 0, quantity: 3, unit: 2, year: 2, blank: 1.5, grade: 2.5, direction: 1.5 },
  unit: { text: 0.9, quantity: 3, unit: 0, year: 3, blank: 0.5, grade: 2, direction: 2 },
  value: { text: 1.2, quantity: 0, unit: 2.5, year: 2, blank: 0.1, grade: 2, direction: 1.5 },
  grade: { text: 0.8, quantity: 2, unit: 2.5, year: 2, blank: 0.3, grade: 0, direction: 1 },
  time: { text: 0.8, quantity: 1.2, unit: 2.5, year: 0, blank: 0.2, grade: 2, direction: 2 },
  direction: { text: 0.5, quantity: 2, unit: 2, year: 2, blank: 0.3, grade: 1, direction: 0 },
  label: { text: 0, quantity: 0.8, unit: 1, year: 0.8, blank: 0.3, grade: 0.8, direction: 0.8 },
  unknown: { text: 0.3, quantity: 0.5, unit: 1, year: 0.8, blank: 0.3, grade: 0.8, direction: 0.8 },
}
const SKIPPED: Readonly<Record<string, number>> = {
  name: 0.9,
  unit: 0.4,
  value: 0.8,
  grade: 0.4,
  time: 0.4,
  direction: 0.4,
  label: 0.4,
}

const classOf = (role: Role | undefined): string =>
  role === undefined
    ? 'unknown'
    : role === 'project'
      ? 'name'
      : ['name', 'unit', 'grade', 'time', 'direction', 'label'].includes(role)
        ? role
        : 'value'

/**
 * Puts the cells of a row under columns, in order, where there are fewer cells than columns (or more): by what a cell is, and
 * by where it stands. Returns the column of each cell; −1 where a cell belongs under none.
 */
export function align(
  cells: readonly Cell[],
  kinds: readonly CellKind[],
  columns: readonly Column[],
  placed: boolean,
): readonly number[] {
  const [m, n] = [cells.length, columns.length]
  if (m === n) return cells.map((_, index) => index)
  const best: number[][] = Array.from({ length: m + 1 }, () =>
    new Array<number>(n + 1).fill(Number.POSITIVE_INFINITY),
  )
  const way: number[][] = Array.from({ length: m + 1 }, () => new Array<number>(n + 1).fill(0))
  const first = best[0] as number[]
  first[0] = 0
  for (let i = 0; i <= m; i += 1)
    for (let j = 0; j <= n; j += 1) {
      const here = best[i]?.[j] ?? Number.POSITIVE_INFINITY
      if (!Number.isFinite(here)) continue
      const move = (i2: number, j2: number, cost: number, by: number) => {
        const row = best[i2]
        if (row && here + cost < (row[j2] ?? 0)) {
          row[j2] = here + cost
          ;(way[i2] as number[])[j2] = by
        }
      }
      const [cell, column] = [cells[i], columns[j]]
      if (column) move(i, j + 1, SKIPPED[classOf(column.heading?.role)] ?? 0.6, 1)
      if (cell) move(i + 1, j, i === 0 && /^\d{1,3}$/.test(cell.text) ? 0.5 : 2.6, 2)
      if (cell && column) move(i + 1, j + 1, costUnder(cell, kinds[i] ?? 'text', column, placed), 3)
    }
  const under = new Array<number>(m).fill(-1)
  for (let i = m, j = n; i > 0 || j > 0; ) {
    const by = way[i]?.[j]
    if (by === 3) {
      under[i - 1] = j - 1
      i -= 1
      j -= 1
    } else if (by === 2) i -= 1
    else j -= 1
    if (i < 0 || j < 0) break
  }
  return under
}

function costUnder(cell: Cell, kind: CellKind, column: Column, placed: boolean): number {
  const cost = COSTS[classOf(column.heading?.role)]?.[kind] ?? 1
  if (!placed) return cost
  const [left, right] = [cell.x, cell.x + widthOf(cell.text)]
  const apart = Math.max(column.x - right, left - (column.x + column.width), 0)
  const off = Math.min(Math.abs(left - column.x), Math.abs(right - column.x - column.width))
  return cost + Math.min(apart, 12) * 0.12 + Math.min(off, 6) * 0.03
}
