import {
  AlignmentType,
  BorderStyle,
  Document as DocxDocument,
  Table as DocxTable,
  TableRow as DocxTableRow,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  type ITableCellOptions,
  Packer,
  PageNumber,
  Paragraph,
  TableCell,
  TableLayoutType,
  TextRun,
  WidthType,
} from 'docx'
import { unzipSync, type Zippable, zipSync } from 'fflate'
import type { Lang } from '#domain/shared/lang.ts'
import {
  type Block,
  type Column,
  type Document,
  printable,
  type Table,
  type TableRow,
  unitNote,
} from './document.ts'

/** 書体: for running text, for headings and tables, and for digits, of one width so that columns of numbers line up. */
type Faces = { readonly text: string; readonly table: string; readonly digits: string; readonly tag: string }

const BIZ: Faces = { text: 'BIZ UD明朝', table: 'BIZ UDPゴシック', digits: 'BIZ UDゴシック', tag: 'ja-JP' }

/** 繁體中文 is set in a face that Windows and Office carry; the digits of 微軟正黑體 are of one width. */
const FACES: Readonly<Record<Lang, Faces>> = {
  ja: BIZ,
  en: BIZ,
  'zh-Hant': {
    text: 'PMingLiU',
    table: 'Microsoft JhengHei',
    digits: 'Microsoft JhengHei',
    tag: 'zh-TW',
  },
}
const font = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name })

/** A4 within margins of 25 and 22 mm, in twentieths of a point. */
const WIDTH = 9412
const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const
const SIZES = [30, 26, 23, 21, 21, 21]
const ALIGN = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, centre: AlignmentType.CENTER } as const

/** Word (.docx): headings as styles, header rows repeated. Same document, same bytes. */
export async function writeDocx(document: Document): Promise<Uint8Array> {
  const faces = FACES[document.lang]
  const heading = (level: number) => ({
    run: { font: font(faces.table), size: SIZES[level] ?? 21, bold: true },
    paragraph: { spacing: { before: level === 0 ? 360 : 240, after: 120 }, keepNext: true },
  })
  const file = new DocxDocument({
    title: printable(document.title),
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: {
        document: {
          run: { font: font(faces.text), size: 21, language: { value: 'en-US', eastAsia: faces.tag } },
          paragraph: { spacing: { line: 320 } },
        },
        title: {
          run: { font: font(faces.table), size: 36, bold: true },
          paragraph: { spacing: { after: 120 } },
        },
        ...{ heading1: heading(0), heading2: heading(1), heading3: heading(2) },
        ...{ heading4: heading(3), heading5: heading(4), heading6: heading(5) },
      },
      paragraphStyles: [
        {
          id: 'Cell',
          name: 'Cell',
          run: { font: font(faces.table), size: 17 },
          paragraph: { spacing: { line: 260 } },
        },
        {
          id: 'Caption2',
          name: 'Table caption',
          run: { font: font(faces.table), size: 19, bold: true },
          paragraph: { keepNext: true, spacing: { before: 160, after: 60 } },
        },
        {
          id: 'Note',
          name: 'Note',
          run: { font: font(faces.table), size: 16 },
          paragraph: { indent: { left: 220, hanging: 220 }, spacing: { line: 260 } },
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1247, bottom: 1247, left: 1247, right: 1247 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({ size: 16, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: runs(document.title) }),
          ...(document.subtitle ?? []).map((text) => new Paragraph({ children: runs(text) })),
          ...document.blocks.flatMap((block) => printed(block, document, faces)),
        ],
      },
    ],
  })
  return withoutTime(new Uint8Array(await Packer.toBuffer(file)))
}

/** The library writes the time into the file's properties, and the zip into every entry. */
function withoutTime(bytes: Uint8Array): Uint8Array {
  const mtime = new Date(1980, 0, 1)
  const files: Zippable = {}
  for (const [name, content] of Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1)))
    files[name] =
      name === 'docProps/core.xml'
        ? new TextEncoder().encode(
            new TextDecoder()
              .decode(content)
              .replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, ''),
          )
        : content
  return zipSync(files, { mtime })
}

const runs = (text: string, options: { bold?: boolean; font?: ReturnType<typeof font> } = {}): TextRun[] =>
  printable(text)
    .split('\n')
    .map((line, at) => new TextRun({ text: line, ...(at > 0 ? { break: 1 } : {}), ...options }))

const paragraph = (text: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: runs(text) })

function printed(block: Block, document: Document, faces: Faces): readonly (Paragraph | DocxTable)[] {
  switch (block.kind) {
    case 'heading':
      return [paragraph(block.text, { heading: LEVELS[block.level - 1] ?? HeadingLevel.HEADING_6 })]
    case 'paragraph':
      return [paragraph(block.text)]
    case 'list':
      return block.entries.map(({ mark, text, level }) =>
        paragraph(`${mark}${text}`, { indent: { left: 420 + level * 420, hanging: 420 } }),
      )
    case 'notes':
      return notes(block.texts)
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true })]
    case 'table':
      return [
        ...(block.caption || block.unit
          ? [
              paragraph([block.caption, unitNote(document, block)].filter(Boolean).join('\u3000'), {
                style: 'Caption2',
              }),
            ]
          : []),
        tableOf(block, faces),
        ...notes(block.notes ?? []),
        new Paragraph({ spacing: { line: 160 } }),
      ]
  }
}

const notes = (texts: readonly string[]): readonly Paragraph[] =>
  texts.map((text) => paragraph(`※ ${text}`, { style: 'Note' }))

function tableOf({ columns, rows }: Table, faces: Faces): DocxTable {
  const cell = cellIn(faces.table)
  const all = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.round((WIDTH * width) / all))
  const line = { style: BorderStyle.SINGLE, size: 3, color: '808080' }
  return new DocxTable({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: { ...line, size: 8 },
      bottom: { ...line, size: 8 },
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [
      new DocxTableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ heading }, at) =>
          cell(
            heading,
            { ...shade('EDEDED'), width: { size: widths[at] ?? 0, type: WidthType.DXA } },
            AlignmentType.CENTER,
            true,
          ),
        ),
      }),
      ...rows.map(
        (row) => new DocxTableRow({ cantSplit: true, children: cellsOf(row, columns, widths, faces) }),
      ),
    ],
  })
}

const shade = (fill: string) => ({ shading: { type: 'clear', fill } as const })

function cellsOf(
  row: TableRow,
  columns: readonly Column[],
  widths: readonly number[],
  faces: Faces,
): TableCell[] {
  const cell = cellIn(faces.table)
  if (row.kind === 'group')
    return [
      cell(
        row.text,
        { columnSpan: columns.length, ...(row.level > 1 ? shade('F7F7F7') : {}) },
        AlignmentType.LEFT,
        row.level === 1,
      ),
    ]
  return columns.map((column, at) =>
    cell(
      row.cells[at] ?? '',
      { width: { size: widths[at] ?? 0, type: WidthType.DXA }, ...(row.total ? shade('EDEDED') : {}) },
      ALIGN[column.align],
      row.total === true,
      column.align === 'right' ? faces.digits : faces.table,
    ),
  )
}

const cellIn =
  (usual: string) =>
  (
    text: string,
    options: Omit<ITableCellOptions, 'children'>,
    alignment: (typeof ALIGN)[keyof typeof ALIGN],
    bold = false,
    face = usual,
  ): TableCell =>
    new TableCell({
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...options,
      children: text
        .split('\n')
        .map(
          (each) =>
            new Paragraph({ style: 'Cell', alignment, children: runs(each, { bold, font: font(face) }) }),
        ),
    })
