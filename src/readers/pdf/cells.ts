import type { CellBlock, TableBlock } from './block.ts'
import { around, type Box, turned, type Way } from './box.ts'
import type { Grid, GridCell } from './grid.ts'
import { plainText } from './plain-text.ts'
import { centre, middle, type Run } from './run.ts'
import { joined, type Segment, segment, strips, withoutRuby } from './segments.ts'

/** Fills a grid with the runs that lie in it. `rest` are those outside; without text in two cells there is no table. */
export function tableOf(
  grid: Grid,
  runs: readonly Run[],
): { readonly table?: TableBlock; readonly rest: readonly Run[] } {
  const places = new Map<number, GridCell>()
  const width = grid.xs.length
  for (const cell of grid.cells)
    for (let row = cell.row; row < cell.row + cell.rows; row++)
      for (let column = cell.column; column < cell.column + cell.columns; column++)
        places.set(row * width + column, cell)
  const inside = new Map<GridCell, Run[]>()
  const rest: Run[] = []
  for (const run of runs) {
    const [column, row] = [step(grid.xs, centre(run)), step(grid.ys, middle(run))]
    const cell = column < 0 || row < 0 ? undefined : places.get(row * width + column)
    if (!cell) rest.push(run)
    else inside.set(cell, [...(inside.get(cell) ?? []), run])
  }
  const filled = [...inside.keys()]
  if (filled.length < 2 || isFrame(grid, filled) || isDrawing(grid, filled)) return { rest: runs }
  const read = grid.cells.map((cell) => ({ cell, lines: linesOf(inside.get(cell) ?? []) }))
  const rows = [...Map.groupBy(read, ({ cell }) => cell.row).values()].flatMap(splitRow)
  return { table: { kind: 'table', box: grid.box, rows }, rest }
}

/** Which interval of the sorted bounds a value lies in, or -1. */
function step(bounds: readonly number[], value: number): number {
  const at = bounds.findLastIndex((bound) => bound <= value)
  return at === bounds.length - 1 ? -1 : at
}

/** A frame around running text with a heading or two is no table: nearly all of its text stands in one wide cell. */
function isFrame(grid: Grid, filled: readonly GridCell[]): boolean {
  const columns = new Set(filled.map(({ column }) => column))
  return columns.size === 1 && filled.every((cell) => cell.box[2] > grid.box[2] * 0.95) && filled.length < 3
}

/** The bars and lines of a chart enclose much and hold little. */
const isDrawing = (grid: Grid, filled: readonly GridCell[]): boolean =>
  grid.cells.length > 8 && filled.length < grid.cells.length * 0.25

type Read = { readonly cell: GridCell; readonly lines: readonly Segment[] }

/** The way most of the text in a cell runs; lines of vertical text come from right to left. */
function linesOf(runs: readonly Run[]): readonly Segment[] {
  if (runs.length === 0) return []
  const ways = new Map<Way, number>()
  for (const { way, text } of runs) ways.set(way, (ways.get(way) ?? 0) + text.length)
  const [way = 0] = [...ways.entries()].toSorted((a, b) => b[1] - a[1])[0] ?? []
  if (way === 0 && ways.size === 1)
    return withoutRuby(strips(runs).map((strip) => segment(strip))).segments.filter(({ text }) => text !== '')
  const page = { width: 10_000, height: 10_000 }
  const seen = runs.map((run) => ({ ...run, box: turned(run.box, way, page) }))
  return strips(seen).map((strip) => ({
    text: plainText(joined(strip)),
    box: around(runs.map(({ box }) => box)),
    size: strip[0]?.size ?? 0,
  }))
}

const AMOUNT = /^[▲△−-]?[\d,.]+\s?[^\d\s()（）]{0,4}$/u

/**
 * A row of the grid, or several where the rules do not part them: where cells of amounts hold the same number of lines at the same
 * heights, each height is a row.
 */
function splitRow(row: readonly Read[]): readonly (readonly CellBlock[])[] {
  const amounts = row.filter(({ lines }) => lines.length >= 2 && lines.every(({ text }) => AMOUNT.test(text)))
  const [first] = amounts
  const levels = first?.lines.map(({ box }) => box[1] + box[3] / 2) ?? []
  const agrees = amounts.every(
    ({ lines }) =>
      lines.length === levels.length &&
      lines.every(({ box, size }, at) => Math.abs(box[1] + box[3] / 2 - (levels[at] ?? 0)) < 0.5 * size),
  )
  const named = row.some((read) => !amounts.includes(read) && read.lines.length >= levels.length)
  if (levels.length < 2 || !agrees || !named || row.some(({ cell }) => cell.rows > 1))
    return [row.map(({ cell, lines }) => block(cell, lines))]
  return levels.map((_, at) =>
    row.map(({ cell, lines }) =>
      block(
        cell,
        lines.filter(({ box, size }) => {
          const own = levels.findLastIndex((level) => level <= box[1] + box[3] / 2 + 0.5 * size)
          return Math.max(0, own) === at
        }),
      ),
    ),
  )
}

const block = ({ box, columns, rows }: GridCell, lines: readonly Segment[]): CellBlock => ({
  text: wrapped(lines, box),
  box: lines.length > 0 ? around(lines.map((line) => line.box)) : box,
  ...(columns > 1 ? { columns } : {}),
  ...(rows > 1 ? { rows } : {}),
})

const ITEM = /^[・●○◎◇◆■□※★☆▶►①-⑳【〈]|^[(（][\d０-９ア-ン]{1,2}[)）]|^[\d０-９]{1,2}[.．)）]/u

/** Lines of one cell. A line that filled its cell was wrapped there and goes on; one that ended before is a line of its own. */
export function wrapped(lines: readonly Segment[], cell: Box): string {
  // An opening bracket at the start of a line is set half out of its box.
  const offsets = lines
    .filter(({ text }) => !/^[「『（(【〔《〈]/u.test(text))
    .map(({ box }) => box[0] - cell[0])
  const pad = Math.min(12, Math.max(1, offsets.length > 0 ? Math.min(...offsets) : 4))
  const width = cell[2] - 2 * pad
  let text = ''
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    if (!before) text = line.text
    else if (line.text === '') return
    else if (ITEM.test(line.text) || before.box[2] + first(line) <= width + 0.05 * line.size)
      text += `\n${line.text}`
    else
      text +=
        /[\x21-\x7e]$/.test(text) && /^[A-Za-z]/.test(line.text) && /[A-Za-z,.]$/.test(text)
          ? ` ${line.text}`
          : line.text
  })
  return text
}

/** What cannot be parted at the start of a line: opening brackets, a word or a character, and what must not begin a line. */
const START =
  /^[「『（(【〔《〈]*(?:[\x21-\x7e]{1,12}|.)[、。，．」』）)】〕》〉ーゃゅょっャュョッぁぃぅぇぉァィゥェォ・：；！？%％]*/u

/** Width of what could not stand on the line before. */
const first = ({ text, size }: Segment): number =>
  [...(START.exec(text)?.[0] ?? '')].reduce((sum, char) => sum + (char <= '~' ? 0.55 : 1) * size, 0)
