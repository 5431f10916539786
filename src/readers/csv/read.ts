import { parse } from 'csv-parse/sync'
import type { SourceDocument } from '#domain/document/source-document.ts'
import type { Finding } from '#domain/shared/finding.ts'
import { blocksOf, type Row } from '../rows.ts'
import { decode } from './decode.ts'

const MOST_ROWS = 100_000
const SEPARATORS = [',', '\t', ';'] as const

/** CSV → one page with a table. The encoding and the separator are guessed, and a finding says as what. */
export function readCsv(bytes: Uint8Array, name: string): SourceDocument {
  const { text, encoding, sure } = decode(bytes)
  const findings: Finding[] = []
  if (!sure) findings.push({ code: 'encoding-guessed', severity: 'note', detail: { encoding } })
  else if (encoding !== 'UTF-8')
    findings.push({ code: 'encoding-read', severity: 'note', detail: { encoding } })
  const separator = separatorOf(text)
  if (separator !== ',')
    findings.push({
      code: 'separator-guessed',
      severity: 'note',
      detail: { separator: separator === '\t' ? 'TAB' : separator },
    })
  const { rows, fault } = recordsOf(text, separator)
  if (fault) findings.push(fault)
  if (rows.length > MOST_ROWS)
    findings.push({
      code: 'too-many-rows',
      severity: 'warning',
      detail: { rows: rows.length, most: MOST_ROWS },
    })
  const kept = rows.slice(0, MOST_ROWS)
  const blocks = blocksOf(
    kept.map(
      ({ line, cells }): Row => ({
        at: { line },
        cells: cells.map((cell, column) => ({
          text: cell.trim(),
          at: { line, cell: `${columnName(column)}${line}` },
        })),
      }),
    ),
  )
  if (blocks.length === 0) findings.push({ code: 'nothing-read', severity: 'error' })
  return { name, format: 'csv', pages: [{ number: 1, blocks }], findings }
}

/** 0 → A, 26 → AA. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1
  return `${rest < 0 ? '' : columnName(rest)}${String.fromCharCode(65 + (column % 26))}`
}

/** The separator that parts most of the first lines, quoted parts left aside, into the same number of cells. */
function separatorOf(text: string): (typeof SEPARATORS)[number] {
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50)
  const score = (separator: string) => lines.filter((line) => line.includes(separator)).length
  return SEPARATORS.reduce((best, each) => (score(each) > score(best) ? each : best), SEPARATORS[0])
}

export type Rows = readonly { readonly line: number; readonly cells: readonly string[] }[]

export function recordsOf(
  text: string,
  separator: string,
): { readonly rows: Rows; readonly fault?: Finding } {
  try {
    const found = parse(text, {
      delimiter: separator,
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 2_000_000,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    let line = 1
    const rows = found.map(({ record, info }) => {
      const at = line
      line = info.lines + 1
      return { line: at, cells: record }
    })
    return { rows }
  } catch (error) {
    // An open quote swallows the rest of the file; without quotes every line is still there.
    const reason = error instanceof Error ? error.message.slice(0, 120) : ''
    const lines = text.split(/\r\n|\r|\n/)
    return {
      rows: lines.map((line, at) => ({
        line: at + 1,
        cells: line.split(separator).map((cell) => cell.replace(/^"|"$/g, '')),
      })),
      fault: { code: 'quotes-unbalanced', severity: 'warning', detail: { reason } },
    }
  }
}
