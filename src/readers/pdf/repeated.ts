import type { Block, LineBlock } from './block.ts'

type Page = { readonly number: number; readonly blocks: readonly Block[]; readonly height: number }

/** 柱とページ番号: lines that stand alike at the edge of several pages. */
export type Repeated = {
  readonly isRepeated: (block: Block) => boolean
  /** The lines as they first stand, with the number of pages. */
  readonly headers: readonly { readonly text: string; readonly pages: number }[]
  readonly numbered: number
}

const EDGE = 0.12
const LEAST = 3
/** Only the outermost lines of a page can be headers or footers. */
const OUTERMOST = 2
const NUMBER =
  /^[-–—−‐〜~ \u3000]*(?:p\.?|page)?[ \u3000]*(\d+|[０-９]+|[ivx]+|[ⅰ-ⅹ]+)(?:[ \u3000]*[/／][ \u3000]*\d+)?[-–—−‐〜~ \u3000頁]*$/iu
const WITH_NUMBER =
  /^(.*?\D)[ \u3000]*[-–—−‐]?[ \u3000]*(\d{1,4})(?:[ \u3000]*[/／][ \u3000]*\d+)?[ \u3000]*[-–—−‐]?$|^(\d{1,4})[ \u3000]+(\D.*)$/u

/** Text with the number of its own page in it counts as the same text on every page. Other digits do not: 「第1章」 is not 「第2章」. */
function keyOf({ text }: LineBlock, page: number): string {
  if (NUMBER.test(text)) return 'number'
  const match = WITH_NUMBER.exec(text)
  if (!match) return text
  const [, before = '', last, first, after = ''] = match
  return `${before}${after} @ ${Number(last ?? first) - page}`
}

function edgeOf(page: Page): readonly LineBlock[] {
  const lines = page.blocks
    .filter((block): block is LineBlock => block.kind === 'line')
    .toSorted((a, b) => a.box[1] - b.box[1])
  const top = lines.slice(0, OUTERMOST).filter(({ box }) => box[1] + box[3] < page.height * EDGE)
  const foot = lines.slice(-OUTERMOST).filter(({ box }) => box[1] > page.height * (1 - EDGE))
  return [...top, ...foot]
}

export function repeated(pages: readonly Page[]): Repeated {
  const seen = new Map<string, { readonly text: string; readonly lines: LineBlock[] }>()
  for (const page of pages)
    for (const line of edgeOf(page)) {
      const key = keyOf(line, page.number)
      const found = seen.get(key) ?? { text: line.text, lines: [] }
      found.lines.push(line)
      seen.set(key, found)
    }
  const kept = [...seen].filter(([, { lines }]) => lines.length >= LEAST && isLevel(lines))
  const out = new Set<Block>(kept.flatMap(([, { lines }]) => lines))
  return {
    isRepeated: (block) => out.has(block),
    headers: kept
      .filter(([key]) => key !== 'number')
      .map(([, { text, lines }]) => ({ text, pages: lines.length })),
    numbered: kept.find(([key]) => key === 'number')?.[1].lines.length ?? 0,
  }
}

/** Most of them stand at one of two heights: pages may have other margins on the left than on the right. */
function isLevel(lines: readonly LineBlock[]): boolean {
  const count = new Map<number, number>()
  for (const { box } of lines) count.set(Math.round(box[1] / 8), (count.get(Math.round(box[1] / 8)) ?? 0) + 1)
  return Math.max(...count.values()) >= lines.length * 0.4
}
