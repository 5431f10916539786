import type { Place, SourceBlock, SourceCell } from '#domain/document/source-document.ts'

export type Row = { readonly at: Place; readonly cells: readonly SourceCell[] }

const filled = ({ cells }: Row): readonly SourceCell[] => cells.filter(({ text }) => text !== '')

/**
 * Rows of a sheet or a CSV as blocks: blank rows part them, a row with one text above or below a table is a line of its own, and one
 * within a table is a group row of it.
 */
export function blocksOf(rows: readonly Row[]): readonly SourceBlock[] {
  const depthIn = outlineOf(rows)
  const found: (readonly SourceBlock[])[] = []
  let open: Row[] = []
  const finish = () => {
    const first = open.findIndex((row) => filled(row).length > 1)
    const last = open.findLastIndex((row) => filled(row).length > 1)
    const lines = (some: readonly Row[]) =>
      some.flatMap((row) =>
        filled(row).flatMap(({ text, at }) =>
          text.split('\n').map((line): SourceBlock => ({ kind: 'line', text: line, at, ...depthIn(row) })),
        ),
      )
    if (first < 0) found.push(lines(open))
    else {
      const table = open.slice(first, last + 1)
      found.push(lines(open.slice(0, first)))
      found.push([{ kind: 'table', at: table[0]?.at ?? {}, rows: table.map(({ cells }) => cells) }])
      found.push(lines(open.slice(last + 1)))
    }
    open = []
  }
  for (const row of rows) {
    if (filled(row).length === 0) finish()
    else open.push(row)
  }
  finish()
  return found.flat()
}

/**
 * 段をずらした文章: a sheet of single texts in several columns is an outline: what stands left of the last column is a heading, the
 * further left the higher.
 */
function outlineOf(rows: readonly Row[]): (row: Row) => { readonly heading?: number } {
  const columns = rows.map(({ cells }) => cells.flatMap(({ text }, at) => (text === '' ? [] : [at])))
  const used = [...new Set(columns.flat())].sort((a, b) => a - b)
  if (used.length < 2 || columns.some((each) => each.length > 1)) return () => ({})
  return ({ cells }) => {
    const depth = used.indexOf(cells.findIndex(({ text }) => text !== ''))
    return depth < used.length - 1 ? { heading: depth + 1 } : {}
  }
}
