import type { Draft } from '#domain/document/draft.ts'
import { plain } from './characters.ts'
import type { Row } from './rows.ts'
import type { Sentence } from './sentences.ts'
import { findYears } from './years.ts'

/** 計画期間: 「令和2年度から令和5年度までの4年間」, 「(期間 R5年度まで)」. */
export function periodOf(rows: readonly Row[], sentences: readonly Sentence[]): Draft['period'] {
  const tries = [
    ...sentences.filter(({ text }) => /期間/.test(text)),
    ...rows.filter(({ text }) => /期間/.test(text)).map((row) => ({ text: plain(row.text), row })),
  ]
  for (const { text, row } of tries) {
    const years = findYears(text, row.context)
    const first = years.findIndex(({ end }) => /^[^、。]{0,4}(?:から|~|-)/.test(text.slice(end)))
    const [from, to] = [years[first], years[first + 1]]
    if (from && to && to.year >= from.year && to.year - from.year <= 30)
      return { from: from.year, to: to.year, at: row.at }
    const [last] = years
    const isEnd = last && (/まで/.test(text) || /(?:~|から)\s*$/.test(text.slice(0, last.start)))
    const only = years.length === 1 && isEnd ? last : undefined
    if (only && /期間/.test(text)) return { to: only.year, at: row.at }
  }
  return undefined
}
