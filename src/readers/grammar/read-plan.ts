import type { Draft, DraftEntry } from '#domain/document/draft.ts'
import type { SourceDocument } from '../source-document.ts'
import { indicatorFrom } from './assemble.ts'
import { cueAt } from './cue.ts'
import { rowsOf } from './rows.ts'
import { tableAt } from './table.ts'

export function readPlan(document: SourceDocument): Draft {
  const rows = rowsOf(document)
  const entries: DraftEntry[] = []
  for (let at = 0; at < rows.length; ) {
    const table = tableAt(rows, at)
    if (!table) {
      at += 1
      continue
    }
    const cue = cueAt(rows, at)
    for (const record of table.records) {
      if (record.name === undefined && cue.topic) record.name = cue.topic
      const made = indicatorFrom(record, cue, table.head?.columns.map(({ heading }) => heading) ?? [])
      if (made)
        entries.push({
          ...made.indicator,
          id: `e${entries.length + 1}`,
          grounds: { rule: record.rule, confidence: 0.9 * made.confidence, at: record.at, text: record.text },
        })
    }
    at = Math.max(table.next, at + 1)
  }
  return { document: document.name, entries, findings: [] }
}
