import type { Draft } from '#domain/document/draft.ts'
import type { SourceDocument } from '#domain/document/source-document.ts'
import type { Finding } from '#domain/shared/finding.ts'

/**
 * 確認事項 (remark) on a document: what a careful reader would ask its author. `line` is the first place, `detail.lines` names the
 * others; `detail.arithmetic` is the sum that does not come out. The text itself is never corrected.
 */
export type Remark = Finding & { readonly line: number }

/** What every rule sees: the lines as they came, and what the grammar made of them. */
export type Checked = {
  readonly document: SourceDocument
  readonly lines: readonly Line[]
  readonly draft: Draft
}

export type Line = {
  readonly text: string
  readonly line: number
  readonly page?: number
  readonly heading?: number
}

/** A rule looks at one document and says what it noticed. */
export type Rule = (checked: Checked) => readonly Remark[]

type Severity = Finding['severity']
type Detail = Readonly<Record<string, string | number>>

export const remark = (code: string, severity: Severity, line: number, detail: Detail = {}): Remark => ({
  code,
  severity,
  line,
  detail,
})

/** Lines 3, 5 and 9 as 「3, 5, 9」. */
export const listed = (lines: readonly (number | undefined)[]): string =>
  [...new Set(lines.filter((line) => line !== undefined))].sort((a, b) => a - b).join(', ')

/** The lines of a document; a row of a table is one line. */
export function linesOf({ pages }: SourceDocument): readonly Line[] {
  return pages.flatMap(({ number, blocks }) =>
    blocks.flatMap((block): Line[] => {
      const page = pages.length > 1 ? { page: number } : {}
      if (block.kind === 'line')
        return [
          {
            text: block.text.trim(),
            line: block.at.line ?? 0,
            ...page,
            ...(block.heading === undefined ? {} : { heading: block.heading }),
          },
        ]
      return block.rows.map((cells) => ({
        text: cells.map(({ text }) => text.trim()).join('\t'),
        line: cells[0]?.at.line ?? block.at.line ?? 0,
        ...page,
      }))
    }),
  )
}

/** The lines that no entry was read from: what is left to be prose. */
export function proseOf({ lines, draft }: Checked): readonly Line[] {
  const spoken = new Set(
    draft.entries
      .filter(({ kind }) => kind === 'indicator' || kind === 'project')
      .map(({ grounds }) => grounds.at.line),
  )
  return lines.filter(({ line }) => !spoken.has(line))
}
