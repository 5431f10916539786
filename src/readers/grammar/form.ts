import { plain } from './characters.ts'
import { type Heading, readHeading } from './heading.ts'
import { arrowLine } from './inline.ts'
import { keyedPair } from './inline-brackets.ts'
import { canBeName } from './names.ts'
import { isBlankMark, quantityCell } from './quantity.ts'
import { newRecord, put, type TableRecord } from './record.ts'
import type { Row } from './rows.ts'
import { isHeadRow, transposedAt } from './table-head.ts'
import { wholeYear } from './years.ts'

type Word = { readonly text: string; readonly heading: Heading | undefined; readonly row: Row }

/**
 * 様式 (form): keys and what was filled in for them, one after another, on lines of their own or run into one line:
 * 「指標名 … 計画 令和4年度 10人 令和5年度 12人 実績 …」「指標名：… 単位：人 現状値：… 目標値：…」.
 */
export function formAt(
  rows: readonly Row[],
  from: number,
): { readonly records: readonly TableRecord[]; readonly next: number } | undefined {
  const first = rows[from]
  if (!first || first.tabular) return undefined
  const words: Word[] = []
  let next = from
  for (; next < rows.length && next < from + 40; next += 1) {
    const row = rows[next] as Row
    if (row.tabular || isHeadRow(row) || transposedAt(rows, next) || keyedPair(row) || arrowLine(row)) break
    const found = wordsOf(row)
    const keyed = found.some(({ heading }) => heading && heading.role !== 'year')
    if (
      row.heading !== undefined ||
      (!keyed && !found.every(({ heading, text }) => heading || quantityCell(text, row.context)))
    )
      break
    words.push(...found)
  }
  const above = rows[from - 1]
  const title =
    above &&
    !above.tabular &&
    above.cells.length === 1 &&
    canBeName(above.text) &&
    !/[:：。]/.test(above.text)
      ? above.text
      : undefined
  const records = recordsFrom(words, title)
  return records.length > 0 ? { records, next } : undefined
}

/** A line in words: parted at blanks and after the colon of a key. */
const wordsOf = (row: Row): readonly Word[] =>
  row.text
    .replace(/^(?:[・●○◆■□◇]|\d{1,2}[.．、)）]?(?=[\s\u3000])|[(（]\d{1,2}[)）]|[①-⑳])[\s\u3000]*/, '')
    .split(/[\s\u3000]+/)
    .flatMap((word) => {
      const keyed = /^([^:：]+)[:：](.*)$/.exec(word)
      const key = keyed?.[1] && readHeading(keyed[1], row.context)
      return keyed && key ? [keyed[1] as string, keyed[2] ?? ''] : [word]
    })
    .filter((text) => text !== '' && !/^[|｜・/／]+$/.test(text))
    .map((text) => ({ text, heading: readHeading(text, row.context), row }))

/** `title` is the line above, which names a form that has no key for its name. */
function recordsFrom(words: readonly Word[], title: string | undefined): readonly TableRecord[] {
  const records: TableRecord[] = []
  let key: Heading | undefined
  let year: number | undefined
  let texts: string[] = []
  let closed = false
  const close = () => {
    const record = records.at(-1)
    const text = texts.join(' ')
    texts = []
    if (!record || !key || text === '') return
    if (key.role === 'name') record.name ??= text
    else if (key.role === 'project') record.project ??= text
    else if (key.role === 'unit' || key.role === 'time')
      put(record, { text, x: 0, blanks: 0, at: record.at }, key, record)
    else if (key.role !== 'label')
      put(
        record,
        { text, x: record.filled.length, blanks: 0, at: record.at },
        { ...key, ...(year === undefined ? {} : { year }) },
        record,
      )
  }
  for (const { text, heading, row } of words) {
    const own = wholeYear(text, row.context)
    if (own && key && key.role !== 'name' && key.role !== 'project' && key.role !== 'label') {
      close()
      closed = false
      year = own.year
      continue
    }
    if (heading && !own) {
      close()
      closed = false
      year = heading.year
      key = heading
      if (
        records.length === 0 &&
        title !== undefined &&
        (heading.role === 'baseline' || heading.role === 'target')
      )
        records.push(
          newRecord({
            at: row.at,
            text: `${title} ${row.text}`,
            context: row.context,
            rule: 'form',
            fit: 0.97,
            name: title,
          }),
        )
      if (heading.role === 'name' || (heading.role === 'project' && !records.at(-1)?.name))
        records.push(newRecord({ at: row.at, text: row.text, context: row.context, rule: 'form', fit: 0.98 }))
      continue
    }
    // What stands after a value and is none belongs to nothing.
    if (closed && !quantityCell(text, row.context)) continue
    texts.push(text)
    if (
      key &&
      key.role !== 'name' &&
      key.role !== 'project' &&
      key.role !== 'label' &&
      (quantityCell(text, row.context) || isBlankMark(text))
    ) {
      close()
      closed = true
      year = undefined
    }
  }
  close()
  return records.filter(
    ({ name, project, filled }) =>
      (name ?? project) !== undefined &&
      filled.some(({ quantity }) => quantity) &&
      plain(name ?? project ?? '').length <= 60,
  )
}
