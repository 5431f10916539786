import type { Column } from './align.ts'
import { plain } from './characters.ts'
import { type Heading, readHeading } from './heading.ts'
import { isBlankMark, quantityCell } from './quantity.ts'
import { newRecord, type TableRecord } from './record.ts'
import type { Row } from './rows.ts'

/** 転置した表: names in the head, years or roles down the side. */
export function transposed(
  rows: readonly Row[],
  from: number,
  columns: readonly Column[],
): { readonly records: readonly TableRecord[]; readonly next: number } {
  const row = rows[from] as Row
  const named = columns.slice(1).filter(({ text }) => text !== '')
  const records = named.map(({ text }) =>
    newRecord({ at: row.at, text, context: row.context, rule: 'transposed', name: text }),
  )
  let at = from + 1
  for (; at < rows.length; at += 1) {
    const below = rows[at] as Row
    const cells = below.cells.filter(({ text }) => text !== '')
    const values = cells.slice(-named.length)
    const label = cells
      .slice(0, -named.length)
      .map(({ text }) => text)
      .join(' ')
    const isUnits = readHeading(label, below.context)?.role === 'unit'
    if (isUnits && values.length === named.length) {
      for (const [index, { text }] of values.entries()) {
        const record = records[index]
        if (record && !isBlankMark(text)) record.unit = plain(text).replace(/\s/g, '')
      }
      continue
    }
    const valued = values.every(
      ({ text }) => quantityCell(text, below.context) !== undefined || isBlankMark(text),
    )
    if (cells.length <= named.length || !valued) break
    const heading = readHeading(label, below.context) ?? transposedHeading(label, below)
    if (!heading) break
    for (const [index, cell] of values.entries()) {
      const quantity = quantityCell(cell.text, below.context)
      if (quantity) records[index]?.filled.push({ heading, quantity, at: below.at, x: index })
    }
  }
  return { records, next: at }
}

/** 「H28.3 初年度」「H 2年目」: a year and its order, either of which may be missing. */
function transposedHeading(label: string, { context }: Row): Heading | undefined {
  const words = label
    .split(/\s+/)
    .map((word) => readHeading(word, context) ?? readHeading(word.replace(/初年度|\d+年目/, ''), context))
  const year = words.find((word) => word?.year !== undefined)?.year
  if (/年目|初年度|最終年度/.test(label)) return { role: 'order', ...(year === undefined ? {} : { year }) }
  return words.every(Boolean) ? words[0] : undefined
}
