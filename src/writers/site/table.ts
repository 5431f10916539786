import { type Html, html, type Part } from './html.ts'

/** `is`: 'number' is set right; 'main' stands beside the row's name when the table is stacked; 'full' takes a line of its own. */
export type Column = { readonly name: string; readonly head?: Part; readonly is?: 'number' | 'main' | 'full' }

export type Drawn = { readonly cells: readonly Part[]; readonly id?: string; readonly strong?: boolean }

const classOf = ({ is }: Column) => (is === 'number' || is === 'main' ? `num ${is}` : (is ?? ''))

/**
 * A table that stacks under 768 px: the first cell is the row's heading, the others carry the name of their column.
 * The roles are written out because a table that is no longer laid out as one loses them.
 */
export function table(
  caption: Part,
  columns: readonly Column[],
  rows: readonly Drawn[],
  { unit, foot = [] }: { readonly unit?: Part; readonly foot?: readonly Drawn[] } = {},
): Html {
  const body = (drawn: readonly Drawn[]) => drawn.map((row) => drawRow(columns, row))
  return html`<table class="data" role="table">
<caption>${caption}${unit && html`<span class="of">${unit}</span>`}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(
    (column) =>
      html`<th scope="col" role="columnheader" class="${classOf(column)}">${column.head ?? column.name}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${body(rows)}</tbody>
${foot.length > 0 && html`<tfoot role="rowgroup">${body(foot)}</tfoot>`}</table>
`
}

function drawRow(columns: readonly Column[], { cells, id, strong }: Drawn): Html {
  const drawn = columns.map((column, at) => {
    const cell = cells[at]
    return at === 0
      ? html`<th scope="row" role="rowheader">${cell}</th>`
      : html`<td role="cell" class="${classOf(column)}"${column.is === 'main' ? '' : html` data-l="${column.name}"`}>${cell}</td>`
  })
  return html`<tr role="row"${id !== undefined && html` id="${id}"`}${strong && html` class="strong"`}>${drawn}</tr>
`
}
