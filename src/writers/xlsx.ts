import type { Lang } from '#domain/shared/lang.ts'
import {
  type Column,
  type Document,
  isNumeric,
  printable,
  type Table,
  type TableRow,
  unitNote,
} from './document.ts'
import { type Excelize, excelize, must } from './excelize.ts'

type File = ReturnType<Excelize['NewFile']>

type Sheet = {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly TableRow[]
  readonly notes: readonly string[]
}

const FACES: Readonly<Record<Lang, string>> = {
  ja: 'BIZ UDPゴシック',
  en: 'BIZ UDPゴシック',
  'zh-Hant': 'Microsoft JhengHei',
}

/**
 * Excel (.xlsx): the text on the first sheet in reading order, then a sheet for each kind of table. The header row is frozen and printed
 * on every page; numbers are numbers, shown as the plan prints them; no cell is merged, so that columns can be summed and sorted.
 */
export async function writeXlsx(document: Document, textSheet: string): Promise<Uint8Array> {
  const library = await excelize()
  const file = library.NewFile()
  const names = new Set<string>()
  const first = sheetName(textSheet, names)
  must(file.SetSheetName('Sheet1', first))
  const styles = new Styles(file, FACES[document.lang])
  writeText(file, first, document, styles)
  for (const sheet of sheetsOf(document)) {
    const name = sheetName(sheet.name, names)
    must(file.NewSheet(name))
    writeSheet(file, name, sheet, styles)
  }
  must(
    file.SetDocProps({
      Title: printable(document.title),
      Created: '1980-01-01T00:00:00Z',
      Modified: '1980-01-01T00:00:00Z',
    }),
  )
  const { buffer, error } = file.WriteToBuffer()
  if (error || !buffer) throw new Error(`excelize: ${error}`)
  return new Uint8Array(buffer as Uint8Array)
}

/** At most 31 characters, none of which Excel refuses, and told apart by a number. */
function sheetName(wanted: string, taken: Set<string>): string {
  const plain =
    printable(wanted)
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 28) || 'Sheet'
  let name = plain
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${plain.slice(0, 27)} ${count}`
  taken.add(name.toLowerCase())
  return name
}

const signature = ({ sheet, columns }: Table): string =>
  JSON.stringify([sheet, columns.map(({ heading }) => heading)])

/** Tables of one kind one below the other, each under the headings it stands under in the document. */
function sheetsOf(document: Document): readonly Sheet[] {
  const found = new Map<
    string,
    { name: string; columns: readonly Column[]; rows: TableRow[]; notes: string[] }
  >()
  const path: string[] = []
  document.blocks.forEach((block, at) => {
    if (block.kind === 'heading') {
      path.length = block.level
      path[block.level - 1] = block.text
    }
    if (block.kind !== 'table') return
    const key = block.sheet ? signature(block) : String(at)
    const name = block.sheet ?? block.caption ?? path.at(-1) ?? ''
    const sheet = found.get(key) ?? { name, columns: block.columns, rows: [], notes: [] }
    const under = path.filter(Boolean).join('\u3000')
    const group = [under, block.caption, unitNote(document, block)].filter(Boolean).join('\u3000')
    if (group !== '') sheet.rows.push({ kind: 'group', text: group, level: 1 })
    sheet.rows.push(...block.rows)
    sheet.notes.push(...(block.notes ?? []))
    found.set(key, sheet)
  })
  return [...found.values()]
}

type Look = 'title' | 'heading' | 'head' | 'text' | 'group' | 'total'

/** Each look is made once in a workbook. */
class Styles {
  readonly #file: File
  readonly #face: string
  readonly #made = new Map<string, number>()

  constructor(file: File, face: string) {
    this.#file = file
    this.#face = face
  }

  get(look: Look, align: Column['align'] = 'left', format = ''): number {
    const key = `${look} ${align} ${format}`
    const known = this.#made.get(key)
    if (known !== undefined) return known
    const border = ['left', 'right', 'top', 'bottom'].map((Type) => ({ Type, Color: '808080', Style: 1 }))
    const fill = (color: string) => ({ Fill: { Type: 'pattern', Pattern: 1, Color: [color] } })
    const inTable = look !== 'title' && look !== 'heading'
    const { style, error } = this.#file.NewStyle({
      Font: { Family: this.#face, Size: look === 'title' ? 16 : 10, Bold: look !== 'text' },
      Alignment: {
        Horizontal: align === 'centre' ? 'center' : align,
        Vertical: 'center',
        WrapText: look === 'head' || look === 'text',
      },
      ...(inTable && look !== 'group' ? { Border: border } : {}),
      ...(look === 'head' || look === 'total' ? fill('EDEDED') : {}),
      ...(format ? { CustomNumFmt: format } : {}),
    })
    must({ error })
    this.#made.set(key, style)
    return style
  }
}

const AMOUNT = /^[-−]?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/

/** A text that is only a number becomes one, with the format that shows it as it was. */
function numberOf(text: string): { readonly value: number; readonly format: string } | undefined {
  if (!AMOUNT.test(text) || text.length > 15 || text === '-0') return undefined
  const decimals = text.split('.')[1]?.length ?? 0
  const whole = text.includes(',') ? '#,##0' : '0'
  return {
    value: Number(text.replaceAll(',', '').replace('−', '-')),
    format: decimals > 0 ? `${whole}.${'0'.repeat(decimals)}` : whole,
  }
}

function writeText(
  file: File,
  sheet: string,
  { title, subtitle = [], blocks }: Document,
  styles: Styles,
): void {
  let row = 0
  // A column for each depth of heading and the last one for the text, so that the outline is seen on the sheet.
  const depth = Math.max(0, ...blocks.map((block) => (block.kind === 'heading' ? block.level : 0)))
  const put = (text: string, look: Look, column = depth) => {
    row++
    const cell = `${columnName(column)}${row}`
    must(file.SetCellValue(sheet, cell, printable(text)))
    must(file.SetCellStyle(sheet, cell, cell, styles.get(look)))
  }
  put(title, 'title', 0)
  for (const line of subtitle) put(line, 'text')
  for (const block of blocks) {
    if (block.kind === 'heading') put(block.text, 'heading', block.level - 1)
    else if (block.kind === 'paragraph') put(block.text, 'text')
    else if (block.kind === 'list')
      for (const { mark, text, level } of block.entries)
        put(`${'\u3000'.repeat(level)}${mark}${text}`, 'text')
    else if (block.kind === 'notes') for (const text of block.texts) put(`※ ${text}`, 'text')
  }
  if (depth > 0) must(file.SetColWidth(sheet, 'A', columnName(depth - 1), 3))
  must(file.SetColWidth(sheet, columnName(depth), columnName(depth), 100))
}

const columnName = (at: number): string =>
  (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))

function writeSheet(file: File, sheet: string, { columns, rows, notes }: Sheet, styles: Styles): void {
  const last = columnName(columns.length - 1)
  const all = columns.reduce((sum, { width }) => sum + width, 0)
  columns.forEach(({ heading, width }, at) => {
    const name = columnName(at)
    must(file.SetCellValue(sheet, `${name}1`, printable(heading)))
    must(file.SetColWidth(sheet, name, name, Math.max(8, Math.round((110 * width) / all))))
  })
  must(file.SetCellStyle(sheet, 'A1', `${last}1`, styles.get('head', 'centre')))
  rows.forEach((row, at) => {
    const line = at + 2
    if (row.kind === 'group') {
      must(file.SetCellValue(sheet, `A${line}`, printable(row.text)))
      must(file.SetCellStyle(sheet, `A${line}`, `A${line}`, styles.get('group')))
      return
    }
    columns.forEach((column, index) => {
      const [address, text] = [`${columnName(index)}${line}`, printable(row.cells[index] ?? '')]
      const amount = isNumeric(column) ? numberOf(text) : undefined
      must(file.SetCellValue(sheet, address, amount ? amount.value : text))
      must(
        file.SetCellStyle(
          sheet,
          address,
          address,
          styles.get(row.total ? 'total' : 'text', column.align, amount?.format),
        ),
      )
    })
  })
  notes.forEach((note, at) => {
    must(file.SetCellValue(sheet, `A${rows.length + at + 3}`, printable(`※ ${note}`)))
  })
  must(
    file.SetPanes(sheet, {
      Freeze: true,
      Split: false,
      XSplit: 0,
      YSplit: 1,
      TopLeftCell: 'A2',
      ActivePane: 'bottomLeft',
    }),
  )
  must(file.SetDefinedName({ Name: '_xlnm.Print_Titles', RefersTo: `'${sheet}'!$1:$1`, Scope: sheet }))
  must(file.SetSheetProps(sheet, { FitToPage: true }))
  must(file.SetPageLayout(sheet, { Orientation: 'landscape', Size: 9, FitToWidth: 1, FitToHeight: 0 }))
}
