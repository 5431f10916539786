import type { Box } from './box.ts'
import type { Rule } from './run.ts'

export type GridCell = {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly box: Box
}

/** 罫線の表 (grid): what the rules of a table enclose, merged cells joined. */
export type Grid = {
  readonly box: Box
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly cells: readonly GridCell[]
}

/** Rules nearer than this are one, and rules that miss each other by less meet. In points. */
const NEAR = 3
const BEYOND = 6
/** A drawing of more rules than this is a picture. */
const MOST_RULES = 3000

/** The grids of a page, smallest first, so that a table inside a cell comes before the one around it. */
export function gridsOf(rules: readonly Rule[]): readonly Grid[] {
  const long = rules.length > MOST_RULES ? rules.filter(({ from, to }) => to - from > 12) : rules
  const straight = [...merged(long, true), ...merged(long, false)]
  if (straight.length > MOST_RULES) return []
  return together(straight)
    .flatMap((group) => gridOf(group) ?? [])
    .toSorted((a, b) => a.box[2] * a.box[3] - b.box[2] * b.box[3])
}

/** Collinear pieces joined to whole rules. */
export function merged(rules: readonly Rule[], across: boolean): readonly Rule[] {
  const found: Rule[] = []
  const mine = rules.filter((rule) => rule.across === across).toSorted((a, b) => a.at - b.at)
  for (const level of clusters(mine, ({ at }) => at, 1.2)) {
    const at = level[0]?.at ?? 0
    let open: Rule | undefined
    for (const { from, to } of level.toSorted((a, b) => a.from - b.from)) {
      if (open && from <= open.to + 2) open = { ...open, to: Math.max(open.to, to) }
      else {
        if (open) found.push(open)
        open = { across, at, from, to }
      }
    }
    if (open) found.push(open)
  }
  return found
}

function clusters<T>(sorted: readonly T[], at: (each: T) => number, near: number): readonly (readonly T[])[] {
  const found: T[][] = []
  for (const each of sorted) {
    const last = found.at(-1)
    const [first] = last ?? []
    if (last && first !== undefined && at(each) - at(first) <= near) last.push(each)
    else found.push([each])
  }
  return found
}

const levels = (values: readonly number[]): readonly number[] =>
  clusters(
    values.toSorted((a, b) => a - b),
    (value) => value,
    NEAR,
  ).map((each) => each.reduce((sum, value) => sum + value, 0) / each.length)

/** Union–find over any indices. */
export function joiner(count: number) {
  const root = Array.from({ length: count }, (_, at) => at)
  const find = (at: number): number => {
    let top = at
    while (root[top] !== top) top = root[top] ?? 0
    return top
  }
  const join = (a: number, b: number): void => {
    root[find(a)] = find(b)
  }
  return { find, join }
}

function together(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const { find, join } = joiner(rules.length)
  rules.forEach((one, i) => {
    if (!one.across) return
    rules.forEach((other, j) => {
      if (other.across) return
      if (other.at < one.from - NEAR || other.at > one.to + NEAR) return
      if (one.at < other.from - NEAR || one.at > other.to + NEAR) return
      join(i, j)
    })
  })
  return [...Map.groupBy(rules.keys(), find).values()].map((group) => group.flatMap((at) => rules[at] ?? []))
}

/** The bounds that the crossing rules reach belong to the grid even where no rule closes it. */
function bounds(at: readonly number[], crossing: readonly Rule[]): readonly number[] {
  const from = Math.min(...crossing.map((rule) => rule.from))
  const to = Math.max(...crossing.map((rule) => rule.to))
  return levels([
    ...at,
    ...((at[0] ?? 0) - from > BEYOND ? [from] : []),
    ...(to - (at.at(-1) ?? 0) > BEYOND ? [to] : []),
  ])
}

function gridOf(rules: readonly Rule[]): Grid | undefined {
  const across = rules.filter((rule) => rule.across)
  const down = rules.filter((rule) => !rule.across)
  if (across.length === 0 || down.length === 0) return undefined
  const xs = bounds(levels(down.map(({ at }) => at)), across)
  const ys = bounds(levels(across.map(({ at }) => at)), down)
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > 20_000) return undefined
  const { find, join } = joiner(columns * rows)
  const isRuled = (lines: readonly Rule[], at: number, from: number, to: number) =>
    lines.some(
      (line) => Math.abs(line.at - at) <= NEAR && line.from <= (from + to) / 2 && line.to >= (from + to) / 2,
    )
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const here = row * columns + column
      const [x0 = 0, x1 = 0] = [xs[column], xs[column + 1]]
      const [y0 = 0, y1 = 0] = [ys[row], ys[row + 1]]
      if (column + 1 < columns && !isRuled(down, x1, y0, y1)) join(here, here + 1)
      if (row + 1 < rows && !isRuled(across, y1, x0, x1)) join(here, here + columns)
    }
  const places = Array.from({ length: columns * rows }, (_, at) => at)
  const cells = [...Map.groupBy(places, find).values()]
    .flatMap((group) => rectangles(group, columns))
    .map((cell) => {
      const [x0 = 0, x1 = 0] = [xs[cell.column], xs[cell.column + cell.columns]]
      const [y0 = 0, y1 = 0] = [ys[cell.row], ys[cell.row + cell.rows]]
      return { ...cell, box: [x0, y0, x1 - x0, y1 - y0] as const }
    })
    .toSorted((a, b) => a.row - b.row || a.column - b.column)
  const [left = 0, top = 0] = [xs[0], ys[0]]
  return { box: [left, top, (xs.at(-1) ?? 0) - left, (ys.at(-1) ?? 0) - top], xs, ys, cells }
}

/** One merged cell where the places fill a rectangle, else each place by itself. */
function rectangles(places: readonly number[], columns: number): readonly Omit<GridCell, 'box'>[] {
  const at = places.map((place) => [Math.floor(place / columns), place % columns] as const)
  const [top, bottom] = [Math.min(...at.map(([row]) => row)), Math.max(...at.map(([row]) => row))]
  const [left, right] = [
    Math.min(...at.map(([, column]) => column)),
    Math.max(...at.map(([, column]) => column)),
  ]
  const whole = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }
  return whole.rows * whole.columns === places.length
    ? [whole]
    : at.map(([row, column]) => ({ row, column, rows: 1, columns: 1 }))
}
