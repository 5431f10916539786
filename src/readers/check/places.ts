import type { Place, SourceBlock, SourceDocument } from '../source-document.ts'
import type { Line, Remark } from './remark.ts'

/** Where a remark points: the page where the document has pages, the line on it, and its text. */
export type RemarkPlace = {
  readonly page?: number
  readonly sheet?: string
  readonly line: number
  readonly text: string
}

/**
 * Counts the lines of a document of several pages through, so that a rule can name any of them by one number; `pageLine` leads back
 * to page and line. A document of one page keeps its lines.
 */
export function countedThrough(document: SourceDocument): {
  readonly document: SourceDocument
  readonly pageLine: (line: number) => { readonly page?: number; readonly line: number }
} {
  if (document.pages.length < 2) return { document, pageLine: (line) => ({ line }) }
  const back: { readonly page: number; readonly line: number }[] = []
  const next = (page: number, at: Place): Place => {
    back.push({ page, line: at.line ?? 0 })
    return { ...at, line: back.length }
  }
  const block = (page: number, each: SourceBlock): SourceBlock => {
    if (each.kind === 'line') return { ...each, at: next(page, each.at) }
    const rows = each.rows.map((cells) => {
      const { line = 0 } = next(page, cells[0]?.at ?? each.at)
      return cells.map((cell) => ({ ...cell, at: { ...cell.at, line } }))
    })
    const first = rows[0]?.[0]?.at.line
    return { ...each, at: { ...each.at, ...(first === undefined ? {} : { line: first }) }, rows }
  }
  return {
    document: {
      ...document,
      pages: document.pages.map((page) => ({
        ...page,
        blocks: page.blocks.map((each) => block(page.number, each)),
      })),
    },
    pageLine: (line) => back[line - 1] ?? { line },
  }
}

/** The lines that a remark names, in their order. */
export function linesNamed({ line, detail }: Remark, lines: readonly Line[]): readonly Line[] {
  const named = new Set([
    line,
    ...String(detail?.lines ?? '')
      .split(', ')
      .map(Number),
  ])
  return lines.filter((each) => named.has(each.line))
}
