import type { DraftIndicator } from '#domain/document/draft.ts'
import { isIndicatorName, type Made } from './inline.ts'
import { readName } from './names.ts'
import { isBlankMark } from './quantity.ts'
import type { Row } from './rows.ts'
import type { TableRead } from './table.ts'
import type { Head } from './table-head.ts'

/** 「・」 separates entries only at the start or after a blank; inside a word (増強・創出) it belongs to the name. */
export const listed = (text: string): readonly string[] =>
  text
    .split(/(?:^|[\s\u3000])[・･●○]\s*(?=\S)/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isBlankMark(part))

export type NamedOnly = {
  readonly indicators: readonly Made[]
  readonly efforts: readonly { readonly name: string; readonly row: Row }[]
}

/** 値のないKPIの一覧: a table that names indicators, several in a cell, and gives no value for any. */
export function namedOnly(
  rows: readonly Row[],
  head: Head,
): (NamedOnly & { readonly next: number }) | undefined {
  const at = head.columns.findIndex(
    ({ heading, text }) => heading?.role === 'name' && /KPI|ＫＰＩ|指標/.test(text),
  )
  const effort = head.columns.findIndex(({ heading }) => heading?.role === 'project')
  if (
    at === -1 ||
    !head.tabular ||
    head.columns.some(
      ({ heading }) => heading && !['name', 'project', 'label', 'direction'].includes(heading.role),
    )
  )
    return undefined
  const indicators: Made[] = []
  const efforts: { name: string; row: Row }[] = []
  let next = head.next
  for (; next < rows.length; next += 1) {
    const row = rows[next]
    if (!row?.tabular || row.cells.length > head.columns.length) break
    for (const name of listed(row.cells[at]?.text ?? '')) indicators.push(madeOf(name, row))
    for (const name of listed((row.cells[effort]?.text ?? '').replace(/^[^・]{1,12}\s(?=・)/, '')))
      efforts.push({ name, row })
  }
  return indicators.length > 0 ? { indicators, efforts, next } : undefined
}

/** 値の記載のない表: a table of indicators that has columns for values, and 「記載なし」 or nothing in all of them. */
export function withoutValues({ head, records }: TableRead): readonly Made[] {
  const isNamed = head?.columns.some(
    ({ heading, text }) => heading?.role === 'name' && /KPI|ＫＰＩ|指標/.test(text),
  )
  const isEmpty = records.every(({ filled }) =>
    filled.every(({ quantity, words }) => !quantity && (words === undefined || isBlankMark(words))),
  )
  if (!head?.tabular || !isNamed || !isEmpty) return []
  return records.flatMap(({ name, unit, filled, at, text, group }) => {
    // A row with a name alone is one of a group.
    if (name === undefined || (filled.length === 0 && unit === undefined) || !isIndicatorName(name)) return []
    const { indicator, ...made } = madeOf(name, { at, text })
    return [{ ...made, ...(group ? { group } : {}), indicator: { ...indicator, ...(unit ? { unit } : {}) } }]
  })
}

function madeOf(raw: string, row: Pick<Row, 'at' | 'text'>): Made {
  const { name, unit, relisted } = readName(raw)
  const indicator: DraftIndicator = {
    kind: 'indicator',
    name,
    ...(unit ? { unit } : {}),
    targets: [],
    actuals: [],
    relisted,
  }
  return { indicator, rule: 'named-without-values', confidence: 0.9, row }
}
