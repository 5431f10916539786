import type { Answer } from '#domain/cycle/report.ts'
import { EMPTY_ANSWER } from '#domain/cycle/report.ts'
import {
  HIDDEN_SHEET,
  TICK,
  WORKBOOK_COLUMNS,
  type WorkbookColumn,
  type WorkbookHead,
} from '#domain/cycle/workbook.ts'
import { type Actual, MISSING_WHY } from '#domain/indicator/actual.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import { printDecimal } from '#domain/shared/rational.ts'
import type { Words } from '#words/words.ts'
import { printable } from './document.ts'
import { excelize, must } from './excelize.ts'

export type WorkbookRow = {
  readonly indicator: Indicator
  readonly name: string
  readonly actuals: readonly Actual[]
  readonly answer?: Answer
}

const WIDTH: Readonly<Record<WorkbookColumn, number>> = {
  ...{ id: 4, number: 6, name: 36, unit: 10, about: 36 },
  ...{ 'before-3': 12, 'before-2': 12, 'before-1': 12 },
  ...{ value: 16, why: 18, provisional: 8, note: 40, source: 28 },
}
const OPEN: ReadonlySet<WorkbookColumn> = new Set(['value', 'why', 'provisional', 'note', 'source'])
/** Rows above the first indicator: title, whose and when, three of instructions, hidden codes, headings. */
const FIRST = 8
const FONT = { Family: 'BIZ UDPゴシック', Size: 11 }

const column = (code: WorkbookColumn): string => String.fromCharCode(65 + WORKBOOK_COLUMNS.indexOf(code))

/**
 * 調査票: the workbook of one department. Only what is to be filled can be written to; lists are chosen from; ids and the answers as they were
 * are hidden, so that it can be sorted, filled anywhere and merged when it comes back.
 */
export async function writeReportWorkbook(
  {
    head,
    department,
    due,
    rows,
  }: {
    readonly head: WorkbookHead
    readonly department: string
    readonly due?: string | undefined
    readonly rows: readonly WorkbookRow[]
  },
  words: Words,
): Promise<Uint8Array> {
  const library = await excelize()
  const file = library.NewFile()
  const w = words.workbook
  const sheet = w.sheet
  must(file.SetSheetName('Sheet1', sheet))
  const style = (more: object, locked = true): number => {
    const made = file.NewStyle({ Font: FONT, Protection: { Locked: locked }, ...more })
    must(made)
    return made.style
  }
  const border = ['left', 'right', 'top', 'bottom'].map((Type) => ({ Type, Color: '808080', Style: 1 }))
  const wrap = { Vertical: 'center', WrapText: true }
  const fill = (color: string) => ({ Fill: { Type: 'pattern', Pattern: 1, Color: [color] } })
  const styles = {
    title: style({ Font: { ...FONT, Size: 16, Bold: true } }),
    head: style({
      Font: { ...FONT, Bold: true },
      Border: border,
      Alignment: { ...wrap, Horizontal: 'center' },
      ...fill('EDEDED'),
    }),
    shut: style({ Border: border, Alignment: wrap, ...fill('F7F7F7') }),
    past: style({ Border: border, Alignment: { ...wrap, Horizontal: 'right' }, ...fill('F7F7F7') }),
    text: style({ Border: border, Alignment: wrap, CustomNumFmt: '@' }, false),
    value: style({ Border: border, Alignment: { ...wrap, Horizontal: 'right' } }, false),
  }
  const put = (cell: string, value: string | number, of?: number) => {
    must(file.SetCellValue(sheet, cell, typeof value === 'string' ? printable(value) : value))
    if (of !== undefined) must(file.SetCellStyle(sheet, cell, cell, of))
  }
  put('B1', w.title(head.year), styles.title)
  put('B2', [department, due && w.due(due), w.madeAt(words.moment(head.madeAt))].filter(Boolean).join('　'))
  for (const [at, text] of w.how.entries()) put(`B${3 + at}`, text)
  const headings: Readonly<Record<WorkbookColumn, string>> = {
    ...{ id: '', number: w.number, name: w.name, unit: w.unit, about: w.about },
    ...{
      'before-3': words.shortYear(head.year - 3),
      'before-2': words.shortYear(head.year - 2),
      'before-1': words.shortYear(head.year - 1),
    },
    ...{
      value: words.year(head.year),
      why: w.why,
      provisional: words.reports.provisional,
      note: words.reports.note,
      source: words.reports.source,
    },
  }
  for (const code of WORKBOOK_COLUMNS) {
    put(`${column(code)}${FIRST - 2}`, code)
    put(`${column(code)}${FIRST - 1}`, headings[code], styles.head)
    must(file.SetColWidth(sheet, column(code), column(code), WIDTH[code]))
  }
  rows.forEach(({ indicator, name, actuals, answer }, at) => {
    const line = FIRST + at
    const fields = answer?.fields ?? EMPTY_ANSWER
    const past = (back: number): string => {
      const actual = actuals.findLast(({ year }) => year === head.year - back)
      return actual === undefined
        ? ''
        : actual.kind === 'known'
          ? printDecimal(actual.value)
          : words.missing[actual.why]
    }
    const cells: Readonly<Record<WorkbookColumn, string | number>> = {
      ...{
        id: indicator.id,
        number: at + 1,
        name,
        unit: indicator.unit === 'not-stated' ? '' : indicator.unit,
      },
      about: [indicator.definition, indicator.dataSource === 'not-stated' ? '' : indicator.dataSource]
        .filter(Boolean)
        .join('／'),
      ...{ 'before-3': past(3), 'before-2': past(2), 'before-1': past(1) },
      ...{ value: numberOr(fields.value), why: fields.why ? words.missing[fields.why] : '' },
      ...{ provisional: fields.provisional ? TICK : '', note: fields.note, source: fields.source },
    }
    for (const code of WORKBOOK_COLUMNS)
      put(
        `${column(code)}${line}`,
        cells[code],
        code === 'value'
          ? styles.value
          : OPEN.has(code)
            ? styles.text
            : code.startsWith('before')
              ? styles.past
              : styles.shut,
      )
  })
  const last = FIRST + Math.max(rows.length, 1) - 1
  const list = (code: WorkbookColumn, options: readonly string[]) =>
    must(
      file.AddDataValidation(sheet, {
        ...{ Type: 'list', Sqref: `${column(code)}${FIRST}:${column(code)}${last}`, AllowBlank: true },
        ...{
          Formula1: `"${options.join(',')}"`,
          ShowErrorMessage: true,
          ErrorStyle: 'stop',
          ErrorTitle: w.sheet,
          Error: w.fromList,
        },
      }),
    )
  list(
    'why',
    MISSING_WHY.map((why) => words.missing[why]),
  )
  list('provisional', [TICK])
  must(
    file.AddDataValidation(sheet, {
      ...{ Type: 'decimal', Operator: 'between', Formula1: '-1E+15', Formula2: '1E+15', AllowBlank: true },
      ...{
        Sqref: `${column('value')}${FIRST}:${column('value')}${last}`,
        ShowErrorMessage: true,
        ErrorStyle: 'warning',
      },
      ...{
        ErrorTitle: w.sheet,
        Error: w.numberOnly,
        ShowInputMessage: true,
        PromptTitle: words.year(head.year),
        Prompt: w.prompt,
      },
    }),
  )
  must(file.SetColVisible(sheet, column('id'), false))
  must(file.SetRowVisible(sheet, FIRST - 2, false))
  must(
    file.SetPanes(sheet, {
      ...{
        Freeze: true,
        Split: false,
        XSplit: 3,
        YSplit: FIRST - 1,
        TopLeftCell: `D${FIRST}`,
        ActivePane: 'bottomRight',
      },
    }),
  )
  must(file.SetSheetProps(sheet, { FitToPage: true }))
  must(file.SetPageLayout(sheet, { Orientation: 'landscape', Size: 9, FitToWidth: 1, FitToHeight: 0 }))
  must(
    file.ProtectSheet(sheet, {
      ...{
        FormatColumns: true,
        FormatRows: true,
        Sort: true,
        AutoFilter: true,
        SelectLockedCells: true,
        SelectUnlockedCells: true,
      },
    }),
  )
  must(file.NewSheet(HIDDEN_SHEET))
  const hide = (cell: string, value: string) => must(file.SetCellValue(HIDDEN_SHEET, cell, value))
  hide('A1', JSON.stringify(head))
  rows.forEach(({ indicator, answer }, at) => {
    hide(`A${at + 2}`, indicator.id)
    hide(`B${at + 2}`, JSON.stringify(answer?.fields ?? EMPTY_ANSWER))
  })
  must(file.SetSheetVisible(HIDDEN_SHEET, false))
  must(
    file.SetDocProps({
      Title: w.title(head.year),
      Created: '1980-01-01T00:00:00Z',
      Modified: '1980-01-01T00:00:00Z',
    }),
  )
  const { buffer, error } = file.WriteToBuffer()
  if (error || !buffer) throw new Error(`excelize: ${error}`)
  return new Uint8Array(buffer as Uint8Array)
}

/** A number where Excel keeps it as it is written; else the text. */
const numberOr = (text: string): string | number =>
  /^-?\d{1,15}(\.\d*[1-9])?$/.test(text) && String(Number(text)) === text ? Number(text) : text
