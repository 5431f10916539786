import * as XLSX from '@e965/xlsx'
import { strFromU8, strToU8, zipSync } from 'fflate'
import type { SourceCell, SourceDocument, SourcePage } from '#domain/document/source-document.ts'
import type { Finding } from '#domain/shared/finding.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { blocksOf, type Row } from '../rows.ts'
import { openZip, type ZipWhy } from '../zip.ts'
import { displayed } from './displayed.ts'

const MOST_ROWS = 20_000
const MOST_COLUMNS = 500
const MOST_SHEETS = 200

/** Excel (.xlsx, .xlsm, .xls) → one page a sheet. What is hidden is read too, and a finding says that it was hidden. */
export function readExcel(bytes: Uint8Array, name: string): SourceDocument {
  const refused = (code: string, detail: NonNullable<Finding['detail']>): SourceDocument => ({
    name,
    format: 'excel',
    pages: [],
    findings: [{ code, severity: 'error', detail: { format: 'Excel', ...detail } }],
  })
  const parts = bytes[0] === 0x50 && bytes[1] === 0x4b ? sheetParts(bytes) : done(bytes)
  if (!parts.ok) return refused(parts.why === 'not-a-zip' ? 'not-readable' : parts.why, parts.detail ?? {})
  let book: XLSX.WorkBook
  try {
    book = XLSX.read(parts.value, {
      type: 'array',
      cellStyles: true,
      cellNF: true,
      cellText: true,
      cellFormula: false,
      cellHTML: false,
      bookVBA: false,
      sheetRows: MOST_ROWS + 1,
      dateNF: 'yyyy/m/d',
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 120) : ''
    return refused(/password|encrypt/i.test(reason) ? 'encrypted' : 'not-readable', { reason })
  }
  const findings: Finding[] = []
  const names = book.SheetNames.slice(0, MOST_SHEETS)
  if (book.SheetNames.length > MOST_SHEETS)
    findings.push({
      code: 'too-many-sheets',
      severity: 'warning',
      detail: { sheets: book.SheetNames.length, most: MOST_SHEETS },
    })
  const pages = names.flatMap((sheet, at): readonly SourcePage[] => {
    const found = book.Sheets[sheet]
    if (!found) return []
    if (book.Workbook?.Sheets?.[at]?.Hidden) findings.push(note('sheet-hidden', { sheet }))
    return [{ number: at + 1, name: sheet, blocks: blocksOf(rowsOf(found, sheet, findings)) }]
  })
  if (pages.every(({ blocks }) => blocks.length === 0))
    findings.push({ code: 'nothing-read', severity: 'error' })
  const title = titleOf(book, pages[0])
  return { name, ...(title ? { title } : {}), format: 'excel', pages, findings }
}

/** The title among the properties of the file, where it is also printed at the top of the first sheet. */
function titleOf({ Props }: XLSX.WorkBook, first: SourcePage | undefined): string | undefined {
  const title = Props?.Title?.trim()
  const top = first?.blocks.slice(0, 3) ?? []
  return title && top.some((block) => block.kind === 'line' && block.text.trim() === title)
    ? title
    : undefined
}

/**
 * The parts of a workbook that are read, inflated by us within the limits and handed on as they are: the library trusts what a zip says
 * of its sizes. Pictures and macros stay behind.
 */
export function sheetParts(bytes: Uint8Array): Outcome<Uint8Array, ZipWhy> {
  const zip = openZip(bytes)
  if (!zip.ok) return zip
  const files = zip.value.readAll(
    (path) => !/^xl\/(?:media|drawings|charts|embeddings|printerSettings|vba)/.test(path),
  )
  if (!files) return refuse('not-a-zip')
  const strings = files[SHARED_STRINGS]
  return done(
    zipSync(strings ? { ...files, [SHARED_STRINGS]: withEmptyStrings(strings) } : files, { level: 0 }),
  )
}

const SHARED_STRINGS = 'xl/sharedStrings.xml'

/** The library passes over an empty string that is written `<si/>`, and every later cell would say the text of its neighbour. */
function withEmptyStrings(xml: Uint8Array): Uint8Array {
  const text = strFromU8(xml)
  const spelled = text.replace(/<((?:\w+:)?)si\s*\/>/g, '<$1si><$1t></$1t></$1si>')
  return spelled === text ? xml : strToU8(spelled)
}

const note = (code: string, detail: NonNullable<Finding['detail']>): Finding => ({
  code,
  severity: 'note',
  detail,
})

function rowsOf(sheet: XLSX.WorkSheet, name: string, findings: Finding[]): readonly Row[] {
  const cells = new Map<number, Map<number, string>>()
  let [lastRow, lastColumn] = [-1, -1]
  for (const [address, cell] of Object.entries(sheet)) {
    if (address.startsWith('!')) continue
    const text = displayed(cell as XLSX.CellObject)
      .replace(/\r\n?/g, '\n')
      .trim()
    if (text === '') continue
    const { r, c } = XLSX.utils.decode_cell(address)
    if (r >= MOST_ROWS || c >= MOST_COLUMNS) {
      if (!findings.some(({ code, detail }) => code === 'too-many-rows' && detail?.sheet === name))
        findings.push({
          code: 'too-many-rows',
          severity: 'warning',
          detail: { sheet: name, rows: r + 1, most: r >= MOST_ROWS ? MOST_ROWS : MOST_COLUMNS },
        })
      continue
    }
    const row = cells.get(r) ?? new Map<number, string>()
    row.set(c, text)
    cells.set(r, row)
    lastRow = Math.max(lastRow, r)
    lastColumn = Math.max(lastColumn, c)
  }
  const merges = mergesOf(sheet, lastRow, lastColumn)
  hiddenOf(sheet, name, cells, lastRow, lastColumn, findings)
  const rows: Row[] = []
  for (let r = 0; r <= lastRow; r++) {
    const found: SourceCell[] = []
    for (let c = 0; c <= lastColumn; c++) {
      const merge = merges.get(`${r} ${c}`)
      if (merge === 'covered') continue
      found.push({
        text: cells.get(r)?.get(c) ?? '',
        at: { sheet: name, cell: XLSX.utils.encode_cell({ r, c }), line: r + 1 },
        ...(merge && merge.columns > 1 ? { columns: merge.columns } : {}),
        ...(merge && merge.rows > 1 ? { rows: merge.rows } : {}),
      })
    }
    rows.push({ at: { sheet: name, cell: `A${r + 1}`, line: r + 1 }, cells: found })
  }
  return rows
}

type Merge = { readonly columns: number; readonly rows: number } | 'covered'

/** A merged cell at its first place, and the places it covers. What reaches beyond the filled part is cut off. */
function mergesOf(sheet: XLSX.WorkSheet, lastRow: number, lastColumn: number): ReadonlyMap<string, Merge> {
  const found = new Map<string, Merge>()
  for (const { s, e } of sheet['!merges'] ?? []) {
    const [row, column] = [Math.min(e.r, lastRow), Math.min(e.c, lastColumn)]
    for (let r = s.r; r <= row; r++) for (let c = s.c; c <= column; c++) found.set(`${r} ${c}`, 'covered')
    if (s.r <= row && s.c <= column)
      found.set(`${s.r} ${s.c}`, { columns: column - s.c + 1, rows: row - s.r + 1 })
  }
  return found
}

function hiddenOf(
  sheet: XLSX.WorkSheet,
  name: string,
  cells: ReadonlyMap<number, ReadonlyMap<number, string>>,
  lastRow: number,
  lastColumn: number,
  findings: Finding[],
): void {
  const rows = [...cells.keys()]
    .filter((r) => r <= lastRow && sheet['!rows']?.[r]?.hidden)
    .sort((a, b) => a - b)
  const columns = Array.from({ length: lastColumn + 1 }, (_, c) => c).filter(
    (c) => sheet['!cols']?.[c]?.hidden && [...cells.values()].some((row) => row.has(c)),
  )
  if (rows.length > 0)
    findings.push(note('rows-hidden', { sheet: name, rows: listed(rows.map((r) => String(r + 1))) }))
  if (columns.length > 0)
    findings.push(
      note('columns-hidden', { sheet: name, columns: listed(columns.map(XLSX.utils.encode_col)) }),
    )
}

const listed = (names: readonly string[]): string =>
  names.length > 20 ? `${names.slice(0, 20).join(', ')} …` : names.join(', ')
