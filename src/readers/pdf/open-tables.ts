import { around, type Box } from './box.ts'
import type { Grid, GridCell } from './grid.ts'
import { merged } from './grid.ts'
import { bandsOf, freeOf, type Interval, inner, shared } from './gutters.ts'
import { centre, middle, type Rule, type Run } from './run.ts'
import { type Segment, segmentsOf } from './segments.ts'

const SAME_END = 6
const LEAST_GUTTER = 0.6

type Band = {
  readonly top: number
  readonly bottom: number
  readonly segments: readonly Segment[]
  /** Something else stands above what is kept of it. */
  readonly begins?: boolean
}

/**
 * Tables with rules between the rows and none between the columns. The columns are the gutters that all their rows leave free; a band
 * with one segment across is a group row.
 */
export function openGrids(rules: readonly Rule[], runs: readonly Run[]): readonly Grid[] {
  const across = merged(rules, true).filter(({ from, to }) => to - from > 40)
  const groups = Map.groupBy(
    across,
    ({ from, to }) => `${Math.round(from / SAME_END)} ${Math.round(to / SAME_END)}`,
  )
  return [...groups.values()].flatMap((group) => {
    const levels = group.toSorted((a, b) => a.at - b.at)
    const [first] = levels
    if (levels.length < 3 || !first) return []
    const bands = levels.slice(1).map((rule, at): Band => {
      const top = levels[at]?.at ?? 0
      const mine = runs.filter(
        (run) =>
          run.way === 0 &&
          middle(run) > top &&
          middle(run) < rule.at &&
          centre(run) > first.from - 2 &&
          centre(run) < first.to + 2,
      )
      return { top, bottom: rule.at, segments: segmentsOf(mine, LEAST_GUTTER) }
    })
    return sequences(bands.map(withoutHeading)).flatMap((sequence) => gridOf(sequence, first) ?? [])
  })
}

/** What stands in a band well above its lowest lines is a heading over the table, under the rule of something else. */
function withoutHeading(band: Band): Band {
  const bands = bandsOf(band.segments)
  for (let at = bands.length - 1; at > 0; at--) {
    const [above, below] = [
      around((bands[at - 1] ?? []).map(({ box }) => box)),
      around((bands[at] ?? []).map(({ box }) => box)),
    ]
    const gap = below[1] - above[1] - above[3]
    if (gap > 1.2 * (bands[at]?.[0]?.size ?? 0))
      return { ...band, top: below[1] - gap / 2, segments: bands.slice(at).flat(), begins: true }
  }
  return band
}

/** Something in two columns; where many lines stand between two rules, most of them must. */
function isRow({ segments }: Band): boolean {
  if (gaps(segments).length === 0) return false
  const lines = bandsOf(segments)
  return lines.length <= 4 || lines.filter((line) => line.length > 1).length >= lines.length * 0.6
}

const isGroup = ({ segments }: Band): boolean => segments.length === 1
const gaps = (segments: readonly Segment[]): readonly Interval[] =>
  inner(freeOf(segments.map(({ box }) => box)), LEAST_GUTTER * (segments[0]?.size ?? 0))

/** Stretches of bands that are rows or group rows, beginning and ending with a row. */
function sequences(bands: readonly Band[]): readonly (readonly Band[])[] {
  const found: Band[][] = []
  let open: Band[] = []
  let free: readonly Interval[] = []
  const finish = () => {
    while (open.length > 0 && !open.at(-1)?.segments[1]) open.pop()
    if (open.filter(isRow).length >= 2) found.push(open)
    open = []
  }
  for (const band of bands) {
    if (band.begins) finish()
    if (isRow(band)) {
      const mine = freeOf(band.segments.map(({ box }) => box))
      const next = open.length === 0 ? mine : shared(free, mine)
      // Another table begins where few of the gutters go on.
      if (inner(next, 2).length < Math.max(1, inner(free, 2).length * 0.5)) {
        finish()
        free = mine
      } else free = next
      open.push(band)
    } else if (isGroup(band) && open.length > 0) open.push(band)
    else finish()
  }
  finish()
  return found
}

function gridOf(bands: readonly Band[], { from, to }: Rule): Grid | undefined {
  const rows = bands.filter(isRow)
  const free = rows.map(({ segments }) => freeOf(segments.map(({ box }) => box))).reduce(shared)
  const gutters = inner(free, 2).map(([a, b]) => (a + b) / 2)
  if (gutters.length === 0) return undefined
  const xs = [from, ...gutters, to]
  const [top, ...bottoms] = [bands[0]?.top ?? 0, ...bands.map(({ bottom }) => bottom)]
  const ys = [top, ...bottoms]
  const cells = bands.flatMap((band, row): readonly GridCell[] => {
    const boxOf = (column: number, columns: number): Box => [
      xs[column] ?? 0,
      band.top,
      (xs[column + columns] ?? 0) - (xs[column] ?? 0),
      band.bottom - band.top,
    ]
    if (!isRow(band))
      return [{ row, column: 0, rows: 1, columns: xs.length - 1, box: boxOf(0, xs.length - 1) }]
    return xs.slice(1).map((_, column) => ({ row, column, rows: 1, columns: 1, box: boxOf(column, 1) }))
  })
  return { box: [from, top, to - from, (ys.at(-1) ?? 0) - top], xs, ys, cells }
}
