import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Draft, DraftEntry, DraftValue } from '#domain/document/draft.ts'

const FOLDER = join(import.meta.dirname, '../readers/fixtures')

/** 見本の断片: made-up passages, each followed by what a careful reader finds in it. */
export type Passage = { readonly title: string; readonly text: string; readonly expected: readonly string[] }

export const passagesIn = (file: string): readonly Passage[] =>
  readFileSync(join(FOLDER, file), 'utf8')
    .split(/^=== */m)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [title = '', ...rest] = part.split('\n')
      const [text = '', expected = ''] = rest.join('\n').split(/^-->\n/m)
      return { title, text, expected: expected.split('\n').filter((line) => line !== '') }
    })

const BOUND: Readonly<Record<string, string>> = { 'at-least': '>=', 'at-most': '<=' }
const valueText = ({ value, year, qualifier }: DraftValue) =>
  `${typeof value === 'string' ? value : value.words}@${year ?? ''}${BOUND[qualifier ?? ''] ?? ''}`

/** 「I 名前|単位|b基準値@年|t目標値@年 …|a実績値@年 …」「P 事業名|千円|前年度」「D 千円」. */
export function told(entry: DraftEntry): string | undefined {
  if (entry.kind === 'indicator')
    return [
      `I ${entry.name}`,
      entry.unit ?? '',
      `b${entry.baseline ? valueText(entry.baseline) : ''}`,
      `t${entry.targets.map(valueText).join(' ')}`,
      `a${entry.actuals.map(valueText).join(' ')}${entry.relisted ? '|R' : ''}`,
    ].join('|')
  if (entry.kind === 'project') {
    const previous = entry.previous === 'none' ? 'none' : entry.previous ? entry.previous.yen / 1000 : ''
    return `P ${entry.name}|${(entry.amount?.yen ?? 0) / 1000}|${previous}`
  }
  return entry.kind === 'donation' ? `D ${entry.estimate.yen / 1000}` : undefined
}

/** What was read of a passage, with how sure the reader was; a name without a value counts for nothing. */
export const readIn = ({
  entries,
}: Draft): readonly { readonly said: string; readonly confidence: number }[] =>
  entries.flatMap((entry) => {
    const said = told(entry)
    const isEmpty =
      entry.kind === 'indicator' && !entry.baseline && entry.targets.length + entry.actuals.length === 0
    return said === undefined || isEmpty ? [] : [{ said, confidence: entry.grounds.confidence }]
  })
