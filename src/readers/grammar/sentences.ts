import { plain } from './characters.ts'
import type { Row } from './rows.ts'

/** 文 (sentence), put together over the lines it wraps over. */
export type Sentence = { readonly text: string; readonly row: Row; readonly to: Row; readonly lead: string }

const isProse = (row: Row): boolean =>
  !row.tabular && row.heading === undefined && (row.cells.length <= 3 || /目標[:：]/.test(row.text))

/** Sentences that begin in rows `from` to `to` (exclusive). Lines are joined while the sentence before them is open and the line was full. */
export function sentencesOf(rows: readonly Row[], skip: ReadonlySet<Row>): readonly Sentence[] {
  const found: Sentence[] = []
  let open: { text: string; row: Row; to: Row; lead: string } | undefined
  const close = () => {
    if (open && open.text !== '') found.push(open)
    open = undefined
  }
  for (const row of rows) {
    if (skip.has(row) || !isProse(row)) {
      close()
      continue
    }
    const text = plain(row.text).replace(/(?<=[^\x20-\x7e])\s+(?=[^\x20-\x7e])/g, ' ')
    const starts = /^[・●○◎◆◇■□▪※☑✓(（【[<＜「①-⑳]|^\d+[.\s]/.test(row.text)
    if (open && (starts || row.cells.length > 1 || row.paragraph > open.to.paragraph + 1)) close()
    // 「…とします。（現状：43.2％）」: the bracket belongs to the sentence before.
    const parts = text.split(/(?<=。)(?!\()|(?<=。\([^()]{1,40}\))/)
    const lead = /^([^\s\u3000。、]{2,8}[都道府県市区町村])[\u3000]/.exec(row.text)?.[1] ?? ''
    for (const part of parts) {
      if (!open) open = { text: part.trim(), row, to: row, lead }
      else open = { ...open, text: `${open.text}${part.trim()}`, to: row }
      if (/。(?:\([^()]*\))?\s*$/.test(part)) close()
    }
    if (open && (text.length < 18 || row.cells.length > 1)) close()
  }
  close()
  return found
}
