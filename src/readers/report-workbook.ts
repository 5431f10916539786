import * as XLSX from '@e965/xlsx'
import { z } from 'zod'
import type { ReturnedRow } from '#domain/cycle/merge-answers.ts'
import { type AnswerFields, EMPTY_ANSWER } from '#domain/cycle/report.ts'
import {
  HIDDEN_SHEET,
  WORKBOOK_COLUMNS,
  type WorkbookColumn,
  type WorkbookHead,
} from '#domain/cycle/workbook.ts'
import { MISSING_WHY, type MissingWhy } from '#domain/indicator/actual.ts'
import type { Finding } from '#domain/shared/finding.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { sheetParts } from './excel/read.ts'

export type ReturnedWorkbook = {
  readonly head: WorkbookHead
  readonly rows: readonly ReturnedRow[]
  /** What is odd and was understood all the same, or left alone: each names its cell. */
  readonly findings: readonly Finding[]
}

export type WorkbookRefused = 'not-a-workbook' | 'not-our-workbook'

/** Words of the reasons for a missing value, in any language the workbook may have been written in. */
export type MissingWords = ReadonlyMap<string, MissingWhy>

/**
 * 返ってきた調査票を読む. Rows are known by their hidden ids wherever they were moved to, columns by the codes of the hidden row. What cannot be
 * placed is a finding with its cell; nothing is guessed and nothing is dropped in silence.
 */
export function readReportWorkbook(
  bytes: Uint8Array,
  missing: MissingWords,
): Outcome<ReturnedWorkbook, WorkbookRefused> {
  const parts = sheetParts(bytes)
  if (!parts.ok) return refuse('not-a-workbook')
  let book: XLSX.WorkBook
  try {
    book = XLSX.read(parts.value, { type: 'array' })
  } catch {
    return refuse('not-a-workbook')
  }
  const hidden = book.Sheets[HIDDEN_SHEET]
  const head = headOf(hidden && text(hidden, 'A1'))
  const [name] = book.SheetNames.filter((each) => each !== HIDDEN_SHEET)
  const sheet = name === undefined ? undefined : book.Sheets[name]
  if (!head || !hidden || !sheet) return refuse('not-our-workbook')
  const base = basesOf(hidden)
  const columns = columnsOf(sheet)
  if (!columns) return refuse('not-our-workbook')
  return done({ head, ...rowsOf(sheet, columns, base, missing) })
}

const text = (sheet: XLSX.WorkSheet, address: string): string => {
  const cell = sheet[address] as XLSX.CellObject | undefined
  if (cell === undefined) return ''
  const said = cell.t === 'n' ? String(cell.v ?? '') : String(cell.v ?? cell.w ?? '')
  return said.replace(/\r\n?/g, '\n').trim()
}

function headOf(written: string | undefined): WorkbookHead | undefined {
  try {
    const head = JSON.parse(written ?? '') as WorkbookHead
    return typeof head.year === 'number' && typeof head.government === 'string' ? head : undefined
  } catch {
    return undefined
  }
}

function basesOf(hidden: XLSX.WorkSheet): ReadonlyMap<string, AnswerFields> {
  const bases = new Map<string, AnswerFields>()
  const { e } = XLSX.utils.decode_range(hidden['!ref'] ?? 'A1')
  for (let row = 2; row <= e.r + 1; row += 1) {
    const id = text(hidden, `A${row}`)
    try {
      if (id) bases.set(id, { ...EMPTY_ANSWER, ...(JSON.parse(text(hidden, `B${row}`)) as AnswerFields) })
    } catch {
      bases.set(id, EMPTY_ANSWER)
    }
  }
  return bases
}

type Columns = { readonly row: number; readonly at: ReadonlyMap<WorkbookColumn, string> }

/** The hidden row of codes, wherever rows and columns were inserted. */
function columnsOf(sheet: XLSX.WorkSheet): Columns | undefined {
  const { e } = XLSX.utils.decode_range(sheet['!ref'] ?? 'A1')
  for (let r = 0; r <= Math.min(e.r, 40); r += 1) {
    const at = new Map<WorkbookColumn, string>()
    for (let c = 0; c <= Math.min(e.c, 60); c += 1) {
      const said = text(sheet, XLSX.utils.encode_cell({ r, c }))
      const code = WORKBOOK_COLUMNS.find((each) => each === said)
      if (code) at.set(code, XLSX.utils.encode_col(c))
    }
    if (at.has('id') && at.has('value') && at.has('note')) return { row: r + 1, at }
  }
  return undefined
}

function rowsOf(
  sheet: XLSX.WorkSheet,
  { row: codes, at }: Columns,
  base: ReadonlyMap<string, AnswerFields>,
  missing: MissingWords,
): { readonly rows: readonly ReturnedRow[]; readonly findings: readonly Finding[] } {
  const rows = new Map<string, ReturnedRow>()
  const findings: Finding[] = []
  const note = (code: string, cell: string, detail: Finding['detail'] = {}) =>
    findings.push({ code, severity: 'warning', detail: { cell, ...detail } })
  const { e } = XLSX.utils.decode_range(sheet['!ref'] ?? 'A1')
  for (let line = codes + 2; line <= e.r + 1; line += 1) {
    const cell = (code: WorkbookColumn): string => `${at.get(code) ?? ''}${line}`
    const said = (code: WorkbookColumn): string => (at.has(code) ? text(sheet, cell(code)) : '')
    const id = said('id')
    const filled = (['value', 'why', 'note', 'source'] as const).find((code) => said(code) !== '')
    if (id === '' || !base.has(id)) {
      if (filled)
        note(id === '' ? 'row-without-id' : 'row-of-another', cell(filled), {
          text: said(filled).slice(0, 40),
        })
      continue
    }
    if (rows.has(id)) {
      note('row-twice', cell('value'), { name: said('name') })
      continue
    }
    const why = said('why')
    const known = missing.get(why)
    if (why !== '' && known === undefined) note('reason-not-in-list', cell('why'), { text: why.slice(0, 40) })
    rows.set(id, {
      indicator: id,
      cell: cell('value'),
      base: base.get(id) ?? EMPTY_ANSWER,
      fields: {
        ...(base.get(id) ?? EMPTY_ANSWER),
        ...{ value: said('value'), why: known ?? (why === '' ? '' : (base.get(id)?.why ?? '')) },
        ...{ provisional: said('provisional') !== '', note: said('note'), source: said('source') },
      },
    })
  }
  for (const id of base.keys())
    if (!rows.has(id)) findings.push({ code: 'row-missing', severity: 'warning', detail: { id } })
  return { rows: [...rows.values()], findings }
}

export const missingWords = (...languages: readonly Readonly<Record<string, string>>[]): MissingWords =>
  new Map(languages.flatMap((words) => MISSING_WHY.map((why) => [words[why] ?? why, why] as const)))

/** 回答 as it travels. */
export const answerFields = z.strictObject({
  ...{ value: z.string(), why: z.union([z.enum(MISSING_WHY), z.literal('')]), provisional: z.boolean() },
  ...{ note: z.string(), source: z.string(), confirmed: z.boolean() },
})
const returned = z.object({
  head: z.object({ government: z.string(), department: z.string(), year: z.int(), madeAt: z.string() }),
  rows: z.array(
    z.object({ indicator: z.string(), fields: answerFields, base: answerFields, cell: z.string() }),
  ),
})

/** What a page sent back of a workbook that was read before; undefined for anything else. Its findings were shown already. */
export function parseReturned(text: string): ReturnedWorkbook | undefined {
  try {
    const read = returned.safeParse(JSON.parse(text))
    return read.success ? { ...read.data, findings: [] } : undefined
  } catch {
    return undefined
  }
}
