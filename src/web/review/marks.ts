import { nameOf } from '#domain/document/bodies.ts'
import type { DraftEntry, DraftPlace, DraftValue } from '#domain/document/draft.ts'
import type { EntryState, Review } from '#domain/document/review.ts'
import type { SourceCell, SourcePage } from '#domain/document/source-document.ts'
import { plain } from '#readers/grammar/characters.ts'

/** A stretch of a line that something was read from, or plain text where `entry` is absent. */
export type Stretch = {
  readonly text: string
  readonly entry?: string
  readonly state?: EntryState
  /** 体系 (a node of the outline) is drawn apart from values. */
  readonly node?: boolean
}

export type MarkedLine = {
  readonly line: number
  readonly stretches: readonly Stretch[]
  /** Marks of the remarks that name this line. */
  readonly remarks: readonly string[]
}

export type MarkedBlock =
  | ({ readonly kind: 'line'; readonly heading?: number } & MarkedLine)
  | {
      readonly kind: 'table'
      readonly caption?: string
      readonly rows: readonly {
        readonly line: number
        readonly remarks: readonly string[]
        readonly cells: readonly {
          readonly stretches: readonly Stretch[]
          readonly columns?: number
          readonly rows?: number
        }[]
      }[]
    }

/** The place of a remark, as far as it leads to a line of the source. */
export type RemarkAt = {
  readonly mark: string
  readonly page?: number | undefined
  readonly sheet?: string | undefined
  readonly line: number
}

type Piece = {
  readonly text: string
  readonly entry: string
  readonly state: EntryState
  readonly node: boolean
}

/** Whether a place is on this page, or this sheet of a workbook. */
export const isOn = (page: SourcePage, { page: number, sheet }: Pick<RemarkAt, 'page' | 'sheet'>): boolean =>
  sheet === undefined ? number === page.number : sheet === page.name

/** 印をつけた頁: the blocks of a page with the stretches that entries were read from, and the lines that remarks name. */
export function markedPage(
  page: SourcePage,
  {
    entries,
    remarks,
    onlyPage,
  }: {
    readonly entries: Review['entries']
    readonly remarks: readonly RemarkAt[]
    readonly onlyPage: boolean
  },
): readonly MarkedBlock[] {
  const here = (at: Pick<RemarkAt, 'page' | 'sheet'>) => onlyPage || isOn(page, at)
  const pieces = new Map<number, Piece[]>()
  for (const { entry, state } of entries)
    for (const { at, text } of piecesOf(entry)) {
      if (!here(at) || at.line === undefined) continue
      const all = pieces.get(at.line) ?? []
      all.push({ text, entry: entry.id, state, node: entry.kind === 'node' })
      pieces.set(at.line, all)
    }
  const named = Map.groupBy(remarks.filter(here), ({ line }) => line)
  const marksOn = (line: number) => [...new Set((named.get(line) ?? []).map(({ mark }) => mark))]
  return page.blocks.map((block): MarkedBlock => {
    if (block.kind === 'line') {
      const line = block.at.line ?? 0
      return {
        kind: 'line',
        line,
        ...(block.heading === undefined ? {} : { heading: block.heading }),
        stretches: stretchesOf(block.text, pieces.get(line) ?? []),
        remarks: marksOn(line),
      }
    }
    return {
      kind: 'table',
      ...(block.caption ? { caption: block.caption } : {}),
      rows: block.rows.map((cells) => {
        const line = cells[0]?.at.line ?? block.at.line ?? 0
        return { line, remarks: marksOn(line), cells: inCells(cells, pieces.get(line) ?? []) }
      }),
    }
  })
}

/** Each piece belongs to the first cell that holds it and has not given it to another. */
function inCells(cells: readonly SourceCell[], pieces: readonly Piece[]) {
  const waiting = [...pieces]
  return cells.map(({ text, columns, rows }) => {
    const found = waiting.filter((piece) => locate(text, piece.text) !== undefined)
    const stretches = stretchesOf(text, found)
    const used = new Set(stretches.map(({ entry }) => entry))
    for (const piece of found) if (used.has(piece.entry)) waiting.splice(waiting.indexOf(piece), 1)
    return { stretches, ...(columns ? { columns } : {}), ...(rows ? { rows } : {}) }
  })
}

/** The texts of an entry with their places: its name and each printed value. */
function piecesOf(entry: DraftEntry): readonly { readonly at: DraftPlace; readonly text: string }[] {
  const name = { at: entry.grounds.at, text: nameOf(entry) }
  if (entry.kind !== 'indicator') return [name, ...amounts(entry)]
  const values = [entry.baseline, ...entry.targets, ...entry.actuals].filter(
    (each): each is DraftValue => each !== undefined,
  )
  return [
    name,
    ...values.map(({ at, printed }) => ({
      at: at.line === undefined ? entry.grounds.at : at,
      text: printed,
    })),
  ]
}

/** Amounts have no printed text of their own: the digits as a document writes them. */
function amounts(entry: DraftEntry): readonly { readonly at: DraftPlace; readonly text: string }[] {
  const money =
    entry.kind === 'project'
      ? [entry.amount, entry.previous === 'none' ? undefined : entry.previous]
      : entry.kind === 'donation'
        ? [entry.estimate]
        : []
  const scale = { 円: 1, 千円: 1e3, 万円: 1e4, 百万円: 1e6, 億円: 1e8, 十億円: 1e9 } as const
  return money.flatMap((each) =>
    each === undefined
      ? []
      : [{ at: entry.grounds.at, text: (each.yen / scale[each.unit]).toLocaleString('en-US') }],
  )
}

function stretchesOf(text: string, pieces: readonly Piece[]): readonly Stretch[] {
  const spans: { from: number; to: number; piece: Piece }[] = []
  for (const piece of pieces) {
    const at = locate(text, piece.text, spans)
    if (at) spans.push({ ...at, piece })
  }
  spans.sort((a, b) => a.from - b.from)
  const out: Stretch[] = []
  let done = 0
  for (const { from, to, piece } of spans) {
    if (from > done) out.push({ text: text.slice(done, from) })
    out.push({
      text: text.slice(from, to),
      entry: piece.entry,
      state: piece.state,
      ...(piece.node ? { node: true } : {}),
    })
    done = to
  }
  if (done < text.length || out.length === 0) out.push({ text: text.slice(done) })
  return out
}

type Span = { readonly from: number; readonly to: number }

/** Where a text stands in a line, however wide its characters and blanks are there; not over what is taken already. */
export function locate(line: string, text: string, taken: readonly Span[] = []): Span | undefined {
  const wanted = tightened(text).letters
  if (wanted === '') return undefined
  const { letters, at } = tightened(line)
  for (let found = letters.indexOf(wanted); found >= 0; found = letters.indexOf(wanted, found + 1)) {
    const from = at[found] ?? 0
    const last = at[found + wanted.length - 1] ?? 0
    const to = last + 1
    const inside = /\d/.test(wanted[0] ?? '') && /[\d,.]/.test(letters[found - 1] ?? '')
    if (!inside && !taken.some((each) => from < each.to && each.from < to)) return { from, to }
  }
  return undefined
}

/** Letters without blanks, each with its index in the original. */
function tightened(text: string): { readonly letters: string; readonly at: readonly number[] } {
  let letters = ''
  const at: number[] = []
  for (let index = 0; index < text.length; index++) {
    const each = plain(text[index] ?? '').replace(/\s+/g, '')
    for (const letter of each) {
      letters += letter
      at.push(index)
    }
  }
  return { letters, at }
}
