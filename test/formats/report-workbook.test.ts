// The workbook of a department goes out, is filled by whatever program, and comes back.
import * as XLSX from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { EMPTY_ANSWER } from '#domain/cycle/report.ts'
import { HIDDEN_SHEET, type WorkbookHead } from '#domain/cycle/workbook.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import { decimal } from '#domain/shared/decimal.ts'
import { fiscalYear } from '#domain/shared/year.ts'
import { missingWords, readReportWorkbook } from '#readers/report-workbook.ts'
import { en } from '#words/en.ts'
import { ja } from '#words/ja.ts'
import { writeReportWorkbook } from '#writers/report-workbook.ts'
import { byOffice, describeWithOffice } from '../support/formats.ts'

const open = 'not-stated' as const
const head: WorkbookHead = {
  government: '992011',
  department: 'd',
  year: 2025,
  madeAt: '2026-05-01T00:00:00.000Z',
}
const indicator = (id: string, name: string): Indicator => ({
  ...{ id, name, unit: '件', better: 'higher', accumulation: 'annual', scope: open, period: open },
  ...{
    dataSource: open,
    release: open,
    department: 'd',
    mayBeSummed: open,
    definition: '数え方、"引用符"と|縦棒',
  },
})
const actuals = [2022, 2023, 2024].map((year) => ({
  kind: 'known' as const,
  year: fiscalYear(year),
  value: decimal(String(year)),
}))
const answered = { ...EMPTY_ANSWER, value: '1200', note: '前からの備考' }
const rows = [
  { indicator: indicator('a', '観光客数'), name: '観光客数', actuals },
  {
    ...{ indicator: indicator('b', '相談件数'), name: '相談件数', actuals: [] },
    answer: {
      id: '1',
      year: 2025,
      indicator: 'b',
      fields: answered,
      via: 'page' as const,
      savedAt: '',
      savedBy: '',
    },
  },
  { indicator: indicator('c', '創業件数'), name: '創業件数', actuals },
]
const missing = missingWords(ja.missing, en.missing)
const bytes = await writeReportWorkbook({ head, department: '商工観光課', due: '2026-06-14', rows }, ja)
const read = (of: Uint8Array) => {
  const found = readReportWorkbook(of, missing)
  if (!found.ok) throw new Error(found.why)
  return found.value
}

/** Changes cells of the first sheet as a person would, and saves it again. */
function edited(change: (sheet: XLSX.WorkSheet, book: XLSX.WorkBook) => void): Uint8Array {
  const book = XLSX.read(bytes, { type: 'array' })
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] as XLSX.WorkSheet
  change(sheet, book)
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}
const put = (sheet: XLSX.WorkSheet, cell: string, value: string | number) =>
  XLSX.utils.sheet_add_aoa(sheet, [[value]], { origin: cell })

describe('調査票', () => {
  test('書かずに返せば、書き出したときのまま', () => {
    const back = read(bytes)
    expect(back.head).toEqual(head)
    expect(back.findings).toEqual([])
    expect(back.rows.map(({ indicator: id, fields, base, cell }) => [id, fields, base, cell])).toEqual([
      ['a', EMPTY_ANSWER, EMPTY_ANSWER, 'I8'],
      ['b', answered, answered, 'I9'],
      ['c', EMPTY_ANSWER, EMPTY_ANSWER, 'I10'],
    ])
  })

  test('値・理由・速報・備考・出典が読める', () => {
    const back = read(
      edited((sheet) => {
        put(sheet, 'I8', 1350.5)
        put(sheet, 'K8', '○')
        put(sheet, 'L8', '増えた\n理由')
        put(sheet, 'J9', '未公表')
        put(sheet, 'I9', '')
        put(sheet, 'I10', '約150件')
        put(sheet, 'M10', '台帳')
      }),
    )
    expect(back.rows.map(({ fields }) => fields)).toEqual([
      { ...EMPTY_ANSWER, value: '1350.5', provisional: true, note: '増えた\n理由' },
      { ...answered, value: '', why: 'not-yet-published' },
      { ...EMPTY_ANSWER, value: '約150件', source: '台帳' },
    ])
  })

  test('行を並べ替え、列を入れ、行を消しても、どの指標かは変わらない', () => {
    const back = read(
      edited((sheet) => {
        const lines = XLSX.utils.sheet_to_json<(string | number)[]>(sheet, {
          header: 1,
          raw: true,
          defval: '',
        })
        const [first, , third] = lines.slice(7)
        const widened = [...lines.slice(0, 7), third, first].map((line) => ['', ...(line ?? [])])
        for (const key of Object.keys(sheet)) if (!key.startsWith('!')) delete sheet[key]
        XLSX.utils.sheet_add_aoa(sheet, widened, { origin: 'A1' })
        put(sheet, 'J8', 77)
      }),
    )
    expect(back.rows.map(({ indicator: id, fields, cell }) => [id, fields.value, cell])).toEqual([
      ['c', '77', 'J8'],
      ['a', '', 'J9'],
    ])
    expect(back.findings).toEqual([{ code: 'row-missing', severity: 'warning', detail: { id: 'b' } }])
  })

  test.each([
    ['番号のない行に書いた', (sheet: XLSX.WorkSheet) => put(sheet, 'I15', 5), 'row-without-id', 'I15'],
    [
      '一覧にない理由',
      (sheet: XLSX.WorkSheet) => put(sheet, 'J8', 'そのうち出る'),
      'reason-not-in-list',
      'J8',
    ],
    ['同じ行を二度貼った', (sheet: XLSX.WorkSheet) => put(sheet, 'A9', 'a'), 'row-twice', 'I9'],
    [
      '別の調査票の行',
      (sheet: XLSX.WorkSheet) =>
        XLSX.utils.sheet_add_aoa(sheet, [['zzz', '', '', '', '', '', '', '', 5]], { origin: 'A15' }),
      'row-of-another',
      'I15',
    ],
  ] as const)('%s: セルをいって知らせる', (_, change, code, cell) => {
    const back = read(edited(change))
    expect(back.findings.find((each) => each.code === code)?.detail?.cell).toBe(cell)
  })

  test('調査票でないものは断る', async () => {
    const other = edited((_, book) => {
      delete book.Sheets[HIDDEN_SHEET]
      book.SheetNames = book.SheetNames.filter((name) => name !== HIDDEN_SHEET)
    })
    expect(readReportWorkbook(other, missing)).toMatchObject({ ok: false, why: 'not-our-workbook' })
    expect(readReportWorkbook(new TextEncoder().encode('いろは'), missing)).toMatchObject({
      ok: false,
      why: 'not-a-workbook',
    })
  })
})

describeWithOffice('LibreOffice で開いて保存した調査票', () => {
  test('書き出したままの中身が読め、書いた値も読める', () => {
    expect(read(byOffice(bytes, 'xlsx', 'xlsx:Calc MS Excel 2007 XML')).rows).toEqual(read(bytes).rows)
    const filled = edited((sheet) => put(sheet, 'I8', 99))
    expect(read(byOffice(filled, 'xlsx', 'xlsx:Calc MS Excel 2007 XML')).rows[0]?.fields.value).toBe('99')
  })
})
