import type { Block, CellBlock, LineBlock, TableBlock } from './block.ts'
import { around, type Box } from './box.ts'
import { bandsOf, freeOf, inner, shared } from './gutters.ts'
import { plainText } from './plain-text.ts'
import { joined, type Segment } from './segments.ts'

type Atom = {
  readonly box: Box
  readonly size: number
  readonly segment?: Segment
  readonly table?: TableBlock
}

const GUTTER = 1.2
const TABLE_GUTTER = 0.7
const LEAST_LINES = 3
/** Lines of running text fill their column; cells of a table do not. */
const FILLED = 0.6

export const arrange = (segments: readonly Segment[], tables: readonly TableBlock[]): readonly Block[] =>
  ordered([
    ...segments.map((segment) => ({ box: segment.box, size: segment.size, segment })),
    ...tables.map((table) => ({ box: table.box, size: 10, table })),
  ])

/** 読む順: bands from top to bottom; where a gutter runs through several of them, the left column before the right. */
function ordered(atoms: readonly Atom[], depth = 0): readonly Block[] {
  const bands = bandsOf(atoms)
  const found: Block[] = []
  let at = 0
  while (at < bands.length) {
    const side = depth < 8 ? columnsFrom(bands, at) : undefined
    if (side) {
      found.push(...ordered(side.left, depth + 1), ...ordered(side.right, depth + 1))
      at = side.end
      continue
    }
    const aligned = alignedFrom(bands, at)
    if (aligned) {
      found.push(aligned.table)
      at = aligned.end
      continue
    }
    found.push(...plain(bands[at] ?? []))
    at++
  }
  return found
}

const boxes = (atoms: readonly Atom[]): readonly Box[] => atoms.map(({ box }) => box)
const sizeOf = (atoms: readonly Atom[]): number => Math.max(...atoms.map(({ size }) => size))

/**
 * Where the bands from `at` on stop leaving a common gutter; undefined where none of the first three does. Three, because the lines of
 * two columns may stand between each other.
 */
function reach(bands: readonly (readonly Atom[])[], at: number, least: number): number | undefined {
  for (let first = 1; first <= 3; first++) {
    let free = freeOf(boxes(bands.slice(at, at + first).flat()))
    if (inner(free, least).length === 0) continue
    for (let end = at + first; end < bands.length; end++) {
      free = shared(free, freeOf(boxes(bands[end] ?? [])))
      if (inner(free, least).length === 0) return end
    }
    return bands.length
  }
  return undefined
}

function columnsFrom(
  bands: readonly (readonly Atom[])[],
  at: number,
): { readonly left: readonly Atom[]; readonly right: readonly Atom[]; readonly end: number } | undefined {
  const least = GUTTER * sizeOf(bands[at] ?? [])
  const last = reach(bands, at, least)
  if (last === undefined) return undefined
  const end = beforeTable(bands, at, last)
  const rows = bands.slice(at, end)
  const free = rows.map((row) => freeOf(boxes(row))).reduce(shared)
  const mine = rows.flat()
  for (const [from, to] of inner(free, least).toSorted((a, b) => b[1] - b[0] - (a[1] - a[0]))) {
    const left = mine.filter(({ box }) => box[0] + box[2] <= from + 0.1)
    const right = mine.filter(({ box }) => box[0] >= to - 0.1)
    if (isColumn(left) && isColumn(right)) return { left, right, end }
  }
  return undefined
}

/** Columns end where rows of a table begin that happen to leave the same gutter. */
function beforeTable(bands: readonly (readonly Atom[])[], at: number, end: number): number {
  for (let from = at + 1; from < end; from++) if (alignedFrom(bands.slice(0, end), from)?.wide) return from
  return end
}

/** Several lines, most of which fill their width and are long enough to be prose; or a table with text above or below it. */
function isColumn(atoms: readonly Atom[]): boolean {
  const lines = bandsOf(atoms.filter(({ segment }) => segment))
  if (atoms.some(({ table }) => table)) return lines.length > 0 || atoms.length > 1
  if (lines.length < LEAST_LINES) return false
  const width = around(boxes(atoms))[2]
  const full = lines.filter((line) => around(boxes(line))[2] >= FILLED * width)
  const characters = atoms.reduce((sum, { segment }) => sum + (segment?.text.length ?? 0), 0)
  return full.length >= lines.length / 2 && characters >= 9 * lines.length
}

const AMOUNT = /^[約(（▲△＋+−–—ー-]*[\d０-９][\d０-９,，.．]*|^[-−–—―ー]$/u

/** 「120　60」: values of two columns, so the gutter that was found is not the one between them. */
const TWO_AMOUNTS = /^\S*[\d０-９]\S*\u3000+[約(（▲△＋+−–—ー-]*[\d０-９][\d０-９,，.．]*$/u

/** Rows of text that line up in three or more columns, or in two of which the second is of amounts. */
function alignedFrom(
  bands: readonly (readonly Atom[])[],
  at: number,
): { readonly table: TableBlock; readonly end: number; readonly wide: boolean } | undefined {
  const start = bands[at] ?? []
  const least = TABLE_GUTTER * sizeOf(start)
  if (start.some(({ table }) => table) || inner(freeOf(boxes(start)), least).length === 0) return undefined
  let end = reach(bands, at, least) ?? at
  const stop = bands.findIndex((band, index) => index >= at && index < end && band.some(({ table }) => table))
  if (stop >= 0) end = stop
  while (end > at && (bands[end - 1]?.length ?? 0) < 2) end--
  const rows = bands.slice(at, end)
  if (rows.length < LEAST_LINES) return undefined
  const free = rows.map((row) => freeOf(boxes(row))).reduce(shared)
  const gutters = inner(free, least).map(([from, to]) => (from + to) / 2)
  const cells = withoutHalves(rows.map((row) => cellsOf(row, gutters)))
  const wide = (cells[0]?.length ?? 0) > 2
  const several = cells.filter((row) => row.filter(({ text }) => text !== '').length >= 2)
  if (several.length < rows.length * 0.6) return undefined
  const amountsIn = (row: readonly CellBlock[]) =>
    row.slice(1).filter(({ text }) => AMOUNT.test(text) && !TWO_AMOUNTS.test(text)).length
  if (cells.slice(0, 2).every((row) => amountsIn(row) === 0)) return undefined
  if (cells.flat().filter(({ text }) => text.includes('。')).length > rows.length * 0.2) return undefined
  // The first row may be of headings.
  const values = cells
    .slice(1)
    .flatMap((row) => row.slice(1))
    .filter(({ text }) => text !== '')
  const amounts = cells.slice(1).reduce((sum, row) => sum + amountsIn(row), 0)
  if (amounts < values.length * (wide ? 0.4 : 0.6)) return undefined
  return {
    table: { kind: 'table', box: around(boxes(rows.flat())), rows: cells },
    end,
    wide,
  }
}

/** A centred heading over numbers set right may leave a gutter of its own: neighbours that are never both filled are one column. */
function withoutHalves(rows: readonly (readonly CellBlock[])[]): readonly (readonly CellBlock[])[] {
  let kept: readonly (readonly CellBlock[])[] = rows.map(() => [])
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const meets = kept.some((row, at) => {
      const last = row.at(-1)
      return last === undefined || (last.text !== '' && rows[at]?.[column]?.text !== '')
    })
    kept = kept.map((row, at) => {
      const [last, next] = [row.at(-1), rows[at]?.[column]]
      if (!next) return row
      if (meets || !last) return [...row, next]
      return last.text === '' ? [...row.slice(0, -1), next] : row
    })
  }
  return kept
}

function cellsOf(row: readonly Atom[], gutters: readonly number[]): readonly CellBlock[] {
  return [Number.NEGATIVE_INFINITY, ...gutters].map((from, at): CellBlock => {
    const to = gutters[at] ?? Number.POSITIVE_INFINITY
    const mine = row.filter(({ box }) => box[0] + box[2] / 2 >= from && box[0] + box[2] / 2 < to)
    const box = mine.length > 0 ? around(boxes(mine)) : around(boxes(row))
    return {
      text: lines(mine)
        .map(({ text }) => text)
        .join(''),
      box,
    }
  })
}

/** The lines of a band as they stand: segments on one baseline are one line. */
function lines(band: readonly Atom[]): readonly LineBlock[] {
  const segments = band
    .flatMap(({ segment }) => segment ?? [])
    .toSorted((a, b) => a.box[1] + a.box[3] - b.box[1] - b.box[3])
  const found: Segment[][] = []
  for (const segment of segments) {
    const last = found.at(-1)
    const [first] = last ?? []
    const near = first && Math.abs(base(segment) - base(first)) < 0.3 * Math.max(segment.size, first.size)
    if (last && near) last.push(segment)
    else found.push([segment])
  }
  return found.map((line) => ({
    kind: 'line',
    text: plainText(joined(line.toSorted((a, b) => a.box[0] - b.box[0]))),
    box: around(line.map(({ box }) => box)),
    size: Math.max(...line.map(({ size }) => size)),
  }))
}

const base = ({ box, size }: Segment): number => box[1] + box[3] - 0.12 * size

function plain(band: readonly Atom[]): readonly Block[] {
  const tables = band.flatMap(({ table }) => table ?? [])
  return [...lines(band), ...tables].toSorted((a, b) => a.box[1] - b.box[1])
}
