import type { Draft, DraftEntry, DraftPlace } from '#domain/document/draft.ts'
import type { Place, SourceBlock, SourceDocument } from '#domain/document/source-document.ts'
import type { Line, Remark } from './remark.ts'

/** Where a remark stands: line of a text, page and line of a document with pages, sheet and cell of a workbook, cell of a CSV. */
export type Spot = {
  readonly page?: number
  readonly line: number
  readonly sheet?: string
  readonly cell?: string
}

/** A place that a remark points to, with its text. */
export type RemarkPlace = Spot & { readonly text: string }

export type Counted = {
  readonly document: SourceDocument
  /** Back to the place in the document as it was given. */
  readonly spotOf: (line: number) => Spot
  /** The draft of the document as it was given, its places as lines counted through. */
  readonly counted: (draft: Draft) => Draft
}

/**
 * Counts the lines of a document of several pages through, so that a rule can name any of them by one number; `spotOf` leads back. A
 * document of one page keeps its lines.
 */
export function countedThrough(document: SourceDocument): Counted {
  const spots = new Map<number, Spot>()
  const several = document.pages.length > 1
  const lines = new Map<string, number>()
  let last = 0
  const next = (page: number, at: Place, cell = at): Place => {
    last = several ? last + 1 : (at.line ?? 0)
    lines.set(key(page, at.line), last)
    if (!spots.has(last)) spots.set(last, spotAt(several ? page : undefined, at, cell))
    return { ...at, line: last }
  }
  const block = (page: number, each: SourceBlock): SourceBlock => {
    if (each.kind === 'line') return { ...each, at: next(page, each.at) }
    const rows = each.rows.map((cells) => {
      const filled = cells.find(({ text }) => text.trim() !== '')
      const { line = 0 } = next(page, cells[0]?.at ?? each.at, filled?.at)
      return cells.map((cell) => ({ ...cell, at: { ...cell.at, line } }))
    })
    const first = rows[0]?.[0]?.at.line
    return { ...each, at: { ...each.at, ...(first === undefined ? {} : { line: first }) }, rows }
  }
  const pages = document.pages.map((page) => ({
    ...page,
    blocks: page.blocks.map((each) => block(page.number, each)),
  }))
  const lineOf = ({ page = 1 }: DraftPlace, line: number | undefined) => lines.get(key(page, line)) ?? line
  return {
    document: several ? { ...document, pages } : document,
    spotOf: (line) => spots.get(line) ?? { line },
    counted: (draft) =>
      several ? { ...draft, entries: draft.entries.map((each) => moved(each, lineOf)) } : draft,
  }
}

const key = (page: number, line: number | undefined) => `${page}:${line ?? 0}`

/** The number of a sheet says nothing to a reader; its name does. */
const spotAt = (page: number | undefined, { line = 0, sheet }: Place, { cell }: Place): Spot => ({
  ...(page === undefined || sheet !== undefined ? {} : { page }),
  line,
  ...(sheet === undefined ? {} : { sheet }),
  ...(cell === undefined ? {} : { cell }),
})

type LineOf = (at: DraftPlace, line: number | undefined) => number | undefined

function moved(entry: DraftEntry, lineOf: LineOf): DraftEntry {
  const at = <T extends { readonly at: DraftPlace }>(each: T): T => {
    const [line, to] = [lineOf(each.at, each.at.line), lineOf(each.at, each.at.to)]
    return {
      ...each,
      at: { ...each.at, ...(line === undefined ? {} : { line }), ...(to === undefined ? {} : { to }) },
    }
  }
  const grounds = at(entry.grounds)
  if (entry.kind !== 'indicator') return { ...entry, grounds }
  const { baseline, targets, actuals } = entry
  return {
    ...entry,
    grounds,
    ...(baseline ? { baseline: at(baseline) } : {}),
    targets: targets.map(at),
    actuals: actuals.map(at),
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
