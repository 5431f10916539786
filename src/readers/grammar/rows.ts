import type { Place, SourceDocument } from '#domain/document/source-document.ts'
import { joinSpaced, plain, widthOf } from './characters.ts'
import { readHeading } from './heading.ts'
import { isBlankMark, quantityCell } from './quantity.ts'
import { isUnit, joinParted } from './units.ts'
import { type EraContext, eraAfter, wholeYear } from './years.ts'

/** 升 (cell): a piece of a row. `x` is its column on the line where the text itself is laid out by blanks. */
export type Cell = { readonly text: string; readonly x: number; readonly blanks: number; readonly at: Place }

/** 行 (row): a line of text or a row of a table, parted into cells in the same way whatever the format. */
export type Row = {
  readonly cells: readonly Cell[]
  readonly text: string
  readonly at: Place
  /** From a table of the format itself: cells stand in columns by their index. */
  readonly tabular: boolean
  /** Which table of the format itself the row is of. */
  readonly table?: number
  readonly heading?: number
  readonly indent: number
  /** Rows without a blank line between them have the same number. */
  readonly paragraph: number
  readonly context: EraContext
  readonly trailing: number
}

/** Lays out a whole document as rows. */
export function rowsOf(document: SourceDocument): readonly Row[] {
  const rows: Row[] = []
  let context = firstEra(document)
  let paragraph = 0
  let tables = 0
  let last: number | undefined
  for (const page of document.pages) {
    last = undefined
    for (const block of page.blocks) {
      const own = (at: Place): Place => ({
        ...(document.pages.length > 1 ? { page: page.number } : {}),
        ...at,
      })
      if (block.kind === 'table') tables += 1
      const lines =
        block.kind === 'line'
          ? [{ at: block.at, heading: block.heading, raw: block.text, cells: undefined }]
          : block.rows.map((cells) => ({
              at: cells[0]?.at ?? block.at,
              heading: undefined,
              raw: cells.map(({ text }) => text).join('\t'),
              cells,
            }))
      for (const { at, heading, raw, cells: given } of lines) {
        if (at.line === undefined || last === undefined || at.line !== last + 1) paragraph += 1
        last = at.line
        const text = joinParted(
          joinSpaced(
            raw.replace(/\^\{[^}]*\}/g, '').replace(/^([\s\u3000]*[一-龠])[\s\u3000]+(?=[一-龠][:：])/, '$1'),
          ),
        )
        context = eraAfter(plain(text), context)
        const place = own(at)
        const cells = given
          ? given.map((cell, index) => ({
              text: joinSpaced(cell.text.replace(/\^\{[^}]*\}/g, '')).trim(),
              x: index,
              blanks: 0,
              at: own(cell.at),
            }))
          : cellsOf(text, place, context)
        rows.push({
          cells,
          text: given
            ? cells
                .map((cell) => cell.text)
                .filter(Boolean)
                .join('\u3000')
            : text.trim(),
          at: place,
          tabular: given !== undefined && given.length > 1,
          ...(given ? { table: tables } : {}),
          ...(heading === undefined ? {} : { heading }),
          indent: widthOf(/^[\s\u3000]*/.exec(raw)?.[0] ?? ''),
          paragraph,
          context,
          trailing: given ? 0 : (/\u3000*$/.exec(text)?.[0].length ?? 0),
        })
      }
    }
  }
  return rows.filter((row, at) => !isPageNumber(row, rows[at - 1], rows[at + 1]))
}

/** 「- 12 -」 anywhere; a bare number only where a page ends or begins, apart from what is beside it. */
function isPageNumber(row: Row, before: Row | undefined, after: Row | undefined): boolean {
  if (row.tabular || row.cells.length !== 1) return false
  if (
    /^[-−–ー]\s*\d{1,4}\s*[-−–ー]$|^(?:p\.?|P\.?)\s?\d{1,4}$|^\d{1,4}\s*[-−–]$|^\d{1,4}\s*[/／]\s*\d{1,4}\s*ページ$/.test(
      row.text,
    )
  )
    return true
  // A value in a row of values without units is no page number.
  const value = before?.cells.length === 1 ? quantityCell(before.text, before.context) : undefined
  if (value && value.unit === undefined) return false
  const edge = !after || !before || after.at.page !== row.at.page || before.at.page !== row.at.page
  return (
    edge &&
    /^\d{1,3}$/.test(row.text) &&
    before?.paragraph !== row.paragraph &&
    after?.paragraph !== row.paragraph
  )
}

function firstEra(document: SourceDocument): EraContext {
  for (const { blocks } of document.pages)
    for (const block of blocks) {
      const text =
        block.kind === 'line'
          ? block.text
          : block.rows
              .flat()
              .map((cell) => cell.text)
              .join(' ')
      const found = eraAfter(plain(text), {})
      if (found.era) return found
    }
  return {}
}

const GAP = /\t|[ \u3000]*\u3000[ \u3000]*| {2,}/g

/** Parts a line at tabs, full-width blanks and wide gaps, and single values from the words beside them. */
export function cellsOf(line: string, at: Place, context: EraContext): readonly Cell[] {
  const cells: Cell[] = []
  const text = line.trimEnd()
  let start = 0
  let blanks = 0
  const push = (end: number) => {
    const piece = text.slice(start, end)
    if (piece.trim() !== '') {
      let x = widthOf(text.slice(0, start))
      for (const [index, word] of wordsOf(piece, context).entries()) {
        cells.push({ text: word.trim(), x, blanks: index === 0 ? blanks : 0, at })
        x += widthOf(word) + 1
      }
    }
  }
  for (const gap of text.matchAll(GAP)) {
    push(gap.index)
    start = gap.index + gap[0].length
    blanks = gap[0].replace(/[^\u3000]/g, '').length
  }
  push(text.length)
  return cells
}

const isBracketYear = (word: string, context: EraContext) =>
  /^[(（].*[)）]$/.test(word) && wholeYear(word, context) !== undefined

/** Splits a piece at single blanks where values, or nothing but headings, stand between them. */
function wordsOf(piece: string, context: EraContext): readonly string[] {
  const words = piece.split(/ (?=\S)/)
  if (words.length === 1 || piece.includes('。')) return [piece]
  const years = words.map((word) => isBracketYear(word, context))
  if (years.every(Boolean)) return words
  const merged: string[] = []
  for (const [index, word] of words.entries())
    if (years[index] && merged.length > 0) merged.push(`${merged.pop()} ${word}`)
    else merged.push(word)
  if (merged.length > 1 && merged.every((word) => readHeading(word, context) !== undefined)) return merged
  const values = merged.map(
    (word) => quantityCell(word, context) !== undefined || (isBlankMark(word) && word !== ''),
  )
  // 「1 関係人口創出事業 8,400,000」: a number in the list, not a value.
  if (values[0] && /^\d{1,3}$/.test(merged[0] ?? '') && values[1] === false) {
    const rest = wordsOf(merged.slice(1).join(' '), context)
    return rest.length > 1 ? [merged[0] as string, ...rest] : [piece]
  }
  if (values[0] ? !values.every(Boolean) : !values.some(Boolean)) return [piece]
  // A number between words that has no unit and is followed by one belongs to the words: 「第 3 期」「平成 28 年度」.
  const parts: string[] = []
  for (const [index, word] of merged.entries()) {
    const isUnitOf = values[index + 1] === true && isUnit(plain(word))
    const before = index > 0 && !values[index] && !values[index - 1] && !isUnitOf
    if (before) parts.push(`${parts.pop()} ${word}`)
    else parts.push(word)
  }
  return parts.length > 1 && /^\d+$/.test(parts[1] ?? '') && /^[年月日期次条章]/.test(parts[2] ?? '')
    ? [piece]
    : parts
}

/** What a cell is by its own text alone. */
export type CellKind = 'blank' | 'year' | 'quantity' | 'unit' | 'grade' | 'direction' | 'text'

export function kindOf(text: string, context: EraContext): CellKind {
  if (isBlankMark(text)) return 'blank'
  if (/^[○〇◎△▲×●☆★◯✕ー]$|^[SABCDEＡＢＣＤＥ][+＋-]?$/.test(text)) return 'grade'
  if (/^(?:アップ|ダウン|↑|↓|→|↗|↘|増加|減少|維持|向上|増|減|上昇|低下|改善|[↑↓]|高い|低い)$/.test(text))
    return 'direction'
  if (isUnit(plain(text).replace(/\s+/g, ''))) return 'unit'
  if (wholeYear(text, context)) return 'year'
  if (quantityCell(text, context)) return 'quantity'
  return 'text'
}
