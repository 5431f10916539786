import type { Draft, DraftEntry, DraftPlace, DraftValue } from '#domain/document/draft.ts'
import { writeMoney } from '#domain/shared/money.ts'

const place = ({ page, line, to, sheet, cell }: DraftPlace): string =>
  [
    page === undefined || sheet !== undefined ? '' : `p${page}`,
    sheet ?? '',
    cell ?? '',
    line === undefined || cell !== undefined ? '' : `${line}${to === undefined ? '' : `–${to}`}`,
  ]
    .filter(Boolean)
    .join(':')

const valueText = ({ value, year }: DraftValue, unit = ''): string =>
  `${typeof value === 'string' ? `${value}${unit}` : value.words}${year === undefined ? '' : ` (${year})`}`

function entryText(entry: DraftEntry): string {
  switch (entry.kind) {
    case 'indicator':
      return [
        `指標 ${entry.relisted ? '（再掲）' : ''}${entry.name}`,
        ...(entry.baseline ? [`基準 ${valueText(entry.baseline, entry.unit)}`] : []),
        ...entry.targets.map((target) => `目標 ${valueText(target, entry.unit)}`),
        ...entry.actuals.map((actual) => `実績 ${valueText(actual, entry.unit)}`),
      ].join('  ')
    case 'project':
      return `事業 ${entry.name}${entry.amount ? `  ${writeMoney(entry.amount)}` : ''}${
        entry.previous ? `  前年度 ${entry.previous === 'none' ? 'なし' : writeMoney(entry.previous)}` : ''
      }`
    case 'donation':
      return `寄附の金額の目安 ${writeMoney(entry.estimate)}`
    case 'node':
      return `${'  '.repeat(Math.max(0, entry.depth - 1))}${entry.number ?? ''} ${entry.name}`.trimEnd()
    case 'term':
      return `用語 ${entry.number} ${entry.term}`
    case 'body':
    case 'step':
      return `${entry.kind === 'body' ? '体制' : '流れ'} ${entry.name}`
    case 'section':
      return `目次 ${entry.number} ${entry.title}`
  }
}

/** 取込結果（案） for a person at a terminal: a line an entry, with its place, its rule and how sure it is. */
export const describeDraft = (draft: Draft): string =>
  `${draft.document}  ${draft.entries.length}件\n${draft.entries
    .map(
      (entry) =>
        `${place(entry.grounds.at).padStart(9)}  ${entry.grounds.confidence.toFixed(2)}  ${entryText(entry)}  [${entry.grounds.rule}]`,
    )
    .join('\n')}\n`
