import { gunzipSync } from 'node:zlib'
import * as XLSX from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import type { Finding } from '#domain/shared/finding.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { decode } from '../csv/decode.ts'
import { sheetParts } from '../excel/read.ts'

/** 表の素材 (sheet): rows of trimmed text as they stand in the file; row 0 is its first line. A CSV is one sheet without a name. */
export type Sheet = { readonly name?: string; readonly rows: readonly (readonly string[])[] }

export type Material =
  | { readonly kind: 'sheets'; readonly sheets: readonly Sheet[]; readonly findings: readonly Finding[] }
  | { readonly kind: 'json'; readonly value: unknown; readonly findings: readonly Finding[] }

const MOST_BYTES = 300_000_000
const MOST_ROWS = 200_000

const starts = (bytes: Uint8Array, ...first: readonly number[]) =>
  first.every((byte, at) => bytes[at] === byte)

/** Bytes → rows or JSON, by content: gzip is opened, workbooks and CSV in any of our encodings become sheets. */
export function materialOf(bytes: Uint8Array): Outcome<Material, string> {
  if (bytes.length === 0) return refuse('file-empty')
  if (bytes.length > MOST_BYTES) return refuse('file-too-big', { bytes: bytes.length, most: MOST_BYTES })
  if (starts(bytes, 0x1f, 0x8b)) {
    const opened = gunzip(bytes)
    return opened ? materialOf(opened) : refuse('not-readable', { format: 'gzip' })
  }
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return workbook(bytes)
  const { text, encoding, sure } = decode(bytes)
  const json = /^\s*[[{]/.test(text) ? parsed(text) : undefined
  if (json !== undefined) return done({ kind: 'json', value: json, findings: [] })
  const findings: Finding[] = sure
    ? []
    : [{ code: 'encoding-guessed', severity: 'note', detail: { encoding } }]
  return done({ kind: 'sheets', sheets: [{ rows: recordsOf(text) }], findings })
}

function gunzip(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES })
  } catch {
    return undefined
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function recordsOf(text: string): readonly (readonly string[])[] {
  const delimiter = (text.slice(0, 2_000).match(/\t/g)?.length ?? 0) > 10 ? '\t' : ','
  const options = {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  }
  try {
    return (parse(text, { ...options, trim: true, to: MOST_ROWS }) as string[][]) ?? []
  } catch {
    return text.split(/\r\n|\r|\n/).map((line) => line.split(delimiter).map((cell) => cell.trim()))
  }
}

/** Numbers keep all their digits: a cell is read by its value, not as it is displayed. */
function workbook(bytes: Uint8Array): Outcome<Material, string> {
  const parts = starts(bytes, 0x50, 0x4b) ? sheetParts(bytes) : done(bytes)
  if (!parts.ok) return refuse(parts.why === 'not-a-zip' ? 'not-readable' : parts.why, { format: 'Excel' })
  try {
    const book = XLSX.read(parts.value, { type: 'array', dense: true, cellText: false, cellHTML: false })
    const sheets = book.SheetNames.map((name): Sheet => {
      const sheet = book.Sheets[name]
      const rows = sheet
        ? XLSX.utils.sheet_to_json<unknown[]>(sheet, {
            header: 1,
            raw: true,
            defval: '',
            blankrows: true,
            range: fromFirst(sheet),
          })
        : []
      return {
        name,
        rows: rows.slice(0, MOST_ROWS).map((row) => row.map((cell) => String(cell ?? '').trim())),
      }
    })
    return done({ kind: 'sheets', sheets, findings: [] })
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 120) : ''
    return refuse(/password|encrypt/i.test(reason) ? 'encrypted' : 'not-readable', {
      format: 'Excel',
      reason,
    })
  }
}

/** The used range begins at its first filled cell; ours begins at A1, so that places stay true. */
function fromFirst(sheet: XLSX.WorkSheet): string {
  const { e } = XLSX.utils.decode_range(sheet['!ref'] ?? 'A1')
  return XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e })
}
