import type { SourceBlock, SourcePage } from '#domain/document/source-document.ts'
import { isOn } from './marks.ts'

/** Blocks that one view holds; a text without pages may have any number of lines. */
const MOST = 600

/** 頁の一部 (part): a page as it is shown, or a stretch of one that is too long. */
export type Part = SourcePage & { readonly first: number; readonly last: number }

const lineOf = (block: SourceBlock | undefined): number =>
  block === undefined
    ? 0
    : block.kind === 'line'
      ? (block.at.line ?? 0)
      : (block.rows[0]?.[0]?.at.line ?? block.at.line ?? 0)

/** The pages in parts of a size that a person can look at. */
export function partsOf(pages: readonly SourcePage[]): readonly Part[] {
  return pages.flatMap((page) => {
    const parts: Part[] = []
    for (let at = 0; at === 0 || at < page.blocks.length; at += MOST) {
      const blocks = page.blocks.slice(at, at + MOST)
      const next = page.blocks[at + MOST]
      parts.push({
        ...page,
        blocks,
        first: at === 0 ? 0 : lineOf(blocks[0]),
        last: next ? lineOf(next) - 1 : Number.POSITIVE_INFINITY,
      })
    }
    return parts
  })
}

/** Which part shows a place, from 0; the first where none does. */
export function partWith(
  parts: readonly Part[],
  {
    page,
    sheet,
    line = 0,
  }: {
    readonly page?: number | undefined
    readonly sheet?: string | undefined
    readonly line?: number | undefined
  },
): number {
  const paged = page !== undefined || sheet !== undefined
  const at = parts.findIndex(
    (part) => (!paged || isOn(part, { page, sheet })) && part.first <= line && line <= part.last,
  )
  return Math.max(0, at)
}
