import type { Draft } from '#domain/document/draft.ts'
import { plain } from './characters.ts'
import type { Row } from './rows.ts'
import type { Sentence } from './sentences.ts'
import { findYears } from './years.ts'

const PLAN = /計画|戦略|プラン|ビジョン|方針/
/** A title stands this near the beginning. */
const REACH = 12

/** 「総合戦略（2020年度〜2024年度）」: the period in the bracket after a title. */
export function periodInTitle(row: Row): { readonly from: number; readonly to: number } | undefined {
  const [, title = '', inside = ''] = /^([^()]*)\(([^()]*)\)$/.exec(plain(row.text).trim()) ?? []
  if (!PLAN.test(title) || title.length > 60) return undefined
  const years = findYears(`(${inside})`, row.context)
  const [from, to] = years
  if (!from || !to || years.length > 2 || to.year < from.year || to.year - from.year > 30) return undefined
  const between = `(${inside})`.slice(from.end, to.start)
  return /^\s*(?:から|~|-)\s*$/.test(between) ? { from: from.year, to: to.year } : undefined
}

/** 計画期間: 「令和2年度から令和5年度までの4年間」, 「(期間 R5年度まで)」. */
export function periodOf(rows: readonly Row[], sentences: readonly Sentence[]): Draft['period'] {
  const tries = [
    ...sentences.filter(({ text }) => /期間/.test(text)),
    ...rows.filter(({ text }) => /期間/.test(text)).map((row) => ({ text: plain(row.text), row })),
  ]
  const title = rows.slice(0, REACH).find((row) => periodInTitle(row))
  const said = title && periodInTitle(title)
  const titled = title && said && { ...said, at: title.at }
  for (const { text: whole, row } of tries) {
    const text = title ? whole.replace(plain(title.text).trim(), '') : whole
    const years = findYears(text, row.context)
    const first = years.findIndex(({ end }) => /^[^、。]{0,4}(?:から|~|-)/.test(text.slice(end)))
    const [from, to] = [years[first], years[first + 1]]
    if (from && to && to.year >= from.year && to.year - from.year <= 30)
      return { from: from.year, to: to.year, at: row.at }
    const [last] = years
    const isEnd = last && (/まで/.test(text) || /(?:~|から)\s*$/.test(text.slice(0, last.start)))
    const only = years.length === 1 && isEnd ? last : undefined
    if (only && /期間/.test(text)) return titled ?? { to: only.year, at: row.at }
  }
  return titled
}
