import type { Block, LineBlock } from './block.ts'
import { around } from './box.ts'
import { right } from './run.ts'

type Page = { readonly number: number; readonly blocks: readonly Block[] }

/** 文字の大きさで見た見出し: the title of a document, and the depth of the lines set larger than its running text. */
export type Headings = {
  readonly title?: string
  readonly titleLines: readonly Block[]
  readonly depths: Map<Block, number>
}

const LARGER = 1.03
/** Sizes so near to each other are one. */
const SAME = 1.02
const DEEPEST = 6
const LONGEST = 90

const characters = (lines: readonly LineBlock[]): number =>
  lines.reduce((sum, { text }) => sum + text.length, 0)

/** The size of most characters outside tables is that of the running text; what is larger and rarer is a heading, the largest outermost. */
export function headingsOf(pages: readonly Page[]): Headings {
  const lines = pages.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'line'))
  const sizes = clustered(lines)
  const [text] = sizes.toSorted((a, b) => characters(b.lines) - characters(a.lines))
  const depths = new Map<Block, number>()
  if (!text) return { titleLines: [], depths }
  const larger = sizes.filter(
    (each) => each.size > text.size * LARGER && characters(each.lines) < characters(text.lines),
  )
  const title = titleIn(larger, pages[0])
  const ranked = larger.filter(({ lines: set }) => set !== title?.lines)
  for (const [at, { lines: set }] of ranked.entries())
    for (const line of set)
      if (line.text.length <= LONGEST && !/[。、]$/.test(line.text))
        depths.set(line, Math.min(at + 1, DEEPEST))
  return {
    ...(title ? { title: title.lines.map(({ text: said }) => said).join('') } : {}),
    titleLines: title?.lines ?? [],
    depths,
  }
}

type Cluster = { readonly size: number; readonly lines: readonly LineBlock[] }

/** Lines by size, the largest first. */
function clustered(lines: readonly LineBlock[]): readonly Cluster[] {
  const found: { size: number; lines: LineBlock[] }[] = []
  for (const line of lines.toSorted((a, b) => b.size - a.size)) {
    const last = found.at(-1)
    if (last && last.size / line.size < SAME) last.lines.push(line)
    else found.push({ size: line.size, lines: [line] })
  }
  const order = new Map(lines.map((line, at) => [line, at]))
  return found.map(({ size, lines: set }) => ({
    size,
    lines: set.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
  }))
}

/** The largest size is the title's where it is used once, at the top of the first page, for up to three lines. */
function titleIn([largest]: readonly Cluster[], first: Page | undefined): Cluster | undefined {
  if (!largest || largest.lines.length > 3) return undefined
  const top = first?.blocks.filter((block) => block.kind === 'line').slice(0, 8) ?? []
  return largest.lines.every((line) => top.includes(line)) ? largest : undefined
}

/** A heading that wraps is one line again: full to the right edge, and the next one of the same size right below it. */
export function unwrapped(blocks: readonly Block[], { depths }: Headings): readonly Block[] {
  const edge = Math.max(0, ...blocks.map(right))
  const found: Block[] = []
  for (const block of blocks) {
    const last = found.at(-1)
    const joins =
      block.kind === 'line' &&
      last?.kind === 'line' &&
      depths.has(block) &&
      depths.get(block) === depths.get(last) &&
      right(last) > edge - 1.6 * last.size &&
      Math.abs(block.box[0] - last.box[0]) < 0.5 * block.size &&
      block.box[1] - (last.box[1] + last.box[3]) < block.size
    if (!joins) found.push(block)
    else {
      const line: LineBlock = {
        ...last,
        text: `${last.text}${block.text}`,
        box: around([last.box, block.box]),
      }
      depths.set(line, depths.get(block) ?? DEEPEST)
      found[found.length - 1] = line
    }
  }
  return found
}
