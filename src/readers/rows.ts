import type { Place, SourceBlock, SourceCell } from './source-document.ts'

export type Row = { readonly at: Place; readonly cells: readonly SourceCell[] }

const filled = ({ cells }: Row): readonly SourceCell[] => cells.filter(({ text }) => text !== '')

/**
 * Rows of a sheet or a CSV as blocks: blank rows part them, a row with one text above or below a table is a line of its own, and one
 * within a table is a group row of it.
 */
export function blocksOf(rows: readonly Row[]): readonly SourceBlock[] {
  const found: SourceBlock[] = []
  let open: Row[] = []
  const finish = () => {
    const first = open.findIndex((row) => filled(row).length > 1)
    const last = open.findLastIndex((row) => filled(row).length > 1)
    const lines = (some: readonly Row[]) =>
      some.flatMap((row) =>
        filled(row).flatMap(({ text, at }) =>
          text.split('\n').map((line): SourceBlock => ({ kind: 'line', text: line, at })),
        ),
      )
    if (first < 0) found.push(...lines(open))
    else {
      const table = open.slice(first, last + 1)
      found.push(...lines(open.slice(0, first)))
      found.push({ kind: 'table', at: table[0]?.at ?? {}, rows: table.map(({ cells }) => cells) })
      found.push(...lines(open.slice(last + 1)))
    }
    open = []
  }
  for (const row of rows) {
    if (filled(row).length === 0) finish()
    else open.push(row)
  }
  finish()
  return found
}
