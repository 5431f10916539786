import { arrange } from './arrange.ts'
import type { Block, TableBlock } from './block.ts'
import { type Size, turned, turnedBack, type Way } from './box.ts'
import { tableOf } from './cells.ts'
import { gridsOf } from './grid.ts'
import { openGrids } from './open-tables.ts'
import type { Painted } from './paint.ts'
import type { Rule, Run } from './run.ts'
import { segmentsOf, withoutRuby } from './segments.ts'

export type ReadPage = { readonly blocks: readonly Block[]; readonly ruby: number; readonly turned: Way }

/** What was painted on a page, as lines and tables in reading order, with boxes on the page as it is. */
export function readPage({ runs, rules }: Painted, size: Size): ReadPage {
  const onPage = runs.filter(
    ({ box }) => box[0] + box[2] > 0 && box[1] + box[3] > 0 && box[0] < size.width && box[1] < size.height,
  )
  const way = mainWay(onPage)
  const seen = onPage.map((run) => ({
    ...run,
    box: turned(run.box, way, size),
    way: (way === 90 && isUpright(run) ? 0 : (run.way - way + 360) % 360) as Way,
  }))
  const read = readUpright(
    seen,
    rules.map((rule) => turnedRule(rule, way, size)),
  )
  const back = <T extends { readonly box: Block['box'] }>(each: T): T => ({
    ...each,
    box: turnedBack(each.box, way, size),
  })
  const blocks = read.blocks.map(
    (block): Block =>
      block.kind === 'line' ? back(block) : back({ ...block, rows: block.rows.map((row) => row.map(back)) }),
  )
  return { blocks, ruby: read.ruby, turned: way }
}

/** On a page that runs down: a character that was set by itself, or two or three digits side by side (縦中横), in the line all the same. */
const isUpright = ({ way, box, size }: Run): boolean => way === 0 && box[2] <= 1.3 * size

function mainWay(runs: readonly Run[]): Way {
  const count = new Map<Way, number>()
  for (const { way, text } of runs) count.set(way, (count.get(way) ?? 0) + text.length)
  const [[way] = [0 as Way]] = [...count.entries()].toSorted((a, b) => b[1] - a[1])
  return way
}

function turnedRule({ across, at, from, to }: Rule, way: Way, size: Size): Rule {
  if (way === 0) return { across, at, from, to }
  const [x, y, width, height] = turned(
    across ? [from, at, to - from, 0] : [at, from, 0, to - from],
    way,
    size,
  )
  return width > height
    ? { across: true, at: y, from: x, to: x + width }
    : { across: false, at: x, from: y, to: y + height }
}

function readUpright(
  runs: readonly Run[],
  rules: readonly Rule[],
): { readonly blocks: readonly Block[]; readonly ruby: number } {
  const tables: TableBlock[] = []
  let rest = runs
  const grids = gridsOf(rules)
  const take = (grid: (typeof grids)[number]) => {
    const read = tableOf(grid, rest)
    rest = read.rest
    if (read.table) tables.push(read.table)
  }
  grids.forEach(take)
  openGrids(rules, rest).forEach(take)
  const upright = withoutRuby(segmentsOf(rest.filter(({ way }) => way === 0)))
  const other = ([90, 180, 270] as const).flatMap((way) => aside(rest, way))
  return {
    blocks: [
      ...arrange(
        upright.segments.filter(({ text }) => text !== ''),
        tables,
      ),
      ...other,
    ],
    ruby: upright.ruby.length,
  }
}

/** Lines that run another way than the page, such as a tab at its edge, come last. */
function aside(runs: readonly Run[], way: Way): readonly Block[] {
  const size = { width: 10_000, height: 10_000 }
  const mine = runs.filter((run) => run.way === way)
  if (mine.length === 0) return []
  return segmentsOf(mine.map((run) => ({ ...run, box: turned(run.box, way, size) })))
    .filter(({ text }) => text !== '')
    .map((segment) => ({ kind: 'line', ...segment, box: turnedBack(segment.box, way, size) }))
}
