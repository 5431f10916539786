// The same plan page by other producers than our own: what Chromium and LibreOffice print must read like what Typst prints.

import * as XLSX from '@e965/xlsx'
import {
  AlignmentType,
  Document,
  Packer,
  PageTextDirectionType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { expect, test } from 'vitest'
import { readDocument } from '#readers/read-document.ts'
import { writeXlsx } from '#writers/xlsx.ts'
import { describeWithBrowser, useBrowser } from '../support/browser.ts'
import {
  byOffice,
  codesOf,
  describeWithOffice,
  linesOf,
  rowsOf,
  tablesOf,
  typstPdf,
} from '../support/formats.ts'

const ROWS = [
  ['指標', '単位', '基準値（R1）', '目標値（R6）'],
  ['雇用創出数（累計）', '人', '61', '250以上'],
  ['仕事と子育ての両立ができていると感じる市民の割合', '%', '18.9', '28.8'],
  ['社会増加数', '人', '−1', '65'],
] as const
const LINES = [
  '基本目標1　安心して働ける仕事をつくる',
  '平成27年度から5年間で、次の施策を進める。',
  '※ 毎年度検証する。',
]

const HTML = `<!doctype html><html lang="ja"><meta charset="utf-8"><style>
  body { font: 10.5pt "Noto Sans CJK JP", sans-serif } table { border-collapse: collapse } td { border: 1px solid #333; padding: 3px }
  .down { writing-mode: vertical-rl; height: 60mm; break-before: page } .two { columns: 2; break-before: page }
  </style><h2>${LINES[0]}</h2><p>${LINES[1]}</p>
  <table style="width:120mm">${ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>
  <p>${LINES[2]}</p>
  <div class="down"><p>「縦書き」の本文。人口が減る。</p><p>二つ目の段落。</p></div>
  <div class="two">${'左の段の文章である。'.repeat(12)}<br style="break-after:column"><div style="break-before:column">${'右の段の文章である。'.repeat(12)}</div></div>
  </html>`

describeWithBrowser('Chromium の PDF', () => {
  const browser = useBrowser()

  test('行、表、縦書き、2段組み', async () => {
    const page = await browser.open()
    await page.setContent(HTML)
    const document = await readDocument(new Uint8Array(await page.pdf({ format: 'A4' })), 'chromium.pdf')
    const [first, second, third] = document.pages
    expect(linesOf({ ...document, pages: first ? [first] : [] })).toEqual(LINES)
    expect(tablesOf(document).map(rowsOf)).toEqual([ROWS])
    expect(linesOf({ ...document, pages: second ? [second] : [] })).toEqual([
      '「縦書き」の本文。人口が減る。',
      '二つ目の段落。',
    ])
    expect(linesOf({ ...document, pages: third ? [third] : [] }).join('')).toBe(
      '左の段の文章である。'.repeat(12) + '右の段の文章である。'.repeat(12),
    )
  })
})

const docx = async (): Promise<Uint8Array> =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({
        styles: { default: { document: { run: { font: 'Noto Sans CJK JP', size: 21 } } } },
        sections: [
          {
            children: [
              new Paragraph({ children: [new TextRun({ text: LINES[0] ?? '', bold: true })] }),
              new Paragraph(LINES[1] ?? ''),
              new Table({
                columnWidths: [4500, 900, 1800, 1800],
                rows: ROWS.map(
                  (row) =>
                    new TableRow({
                      children: row.map(
                        (text, at) =>
                          new TableCell({
                            width: { size: [4500, 900, 1800, 1800][at] ?? 0, type: 'dxa' },
                            children: [
                              new Paragraph({ text, ...(at > 1 ? { alignment: AlignmentType.RIGHT } : {}) }),
                            ],
                          }),
                      ),
                    }),
                ),
              }),
              new Paragraph(LINES[2] ?? ''),
            ],
          },
        ],
      }),
    ),
  )

describeWithOffice('LibreOffice', () => {
  test('Word 文書を PDF にしたものは、Word のまま読んだものと同じ行と表になる', async () => {
    const word = await docx()
    const direct = await readDocument(word, 'it.docx')
    const printed = await readDocument(byOffice(word, 'docx', 'pdf'), 'it.pdf')
    expect(linesOf(direct)).toEqual(LINES)
    expect(linesOf(printed)).toEqual(LINES)
    expect(tablesOf(direct).map(rowsOf)).toEqual([ROWS])
    expect(tablesOf(printed).map(rowsOf)).toEqual([ROWS])
  })

  test('LibreOffice が書き直した Word 文書', async () => {
    const document = await readDocument(byOffice(await docx(), 'docx', 'docx:MS Word 2007 XML'), 'it.docx')
    expect(linesOf(document)).toEqual(LINES)
    expect(tablesOf(document).map(rowsOf)).toEqual([ROWS])
  })

  test('縦書きの Word 文書を PDF にしたもの: 横に寝た英数字のあとの約物も、その行に入る', async () => {
    const lines = ['第一章　「総論」について。', '地域の資源を生かした（ABC）。2030年に。']
    const word = await Packer.toBuffer(
      new Document({
        styles: { default: { document: { run: { font: 'Noto Serif CJK JP', size: 21 } } } },
        sections: [
          {
            properties: { page: { textDirection: PageTextDirectionType.TOP_TO_BOTTOM_RIGHT_TO_LEFT } },
            children: lines.map((line) => new Paragraph(line)),
          },
        ],
      }),
    )
    const printed = await readDocument(byOffice(new Uint8Array(word), 'docx', 'pdf'), 'it.pdf')
    expect(linesOf(printed)).toEqual(lines)
  })

  test('.doc は断り、どうすればよいかを言う', async () => {
    const document = await readDocument(byOffice(await docx(), 'docx', 'doc'), 'it.doc')
    expect([document.pages, codesOf(document)]).toEqual([[], ['old-word']])
  })

  test('Excel を .xls にしたもの（非表示の行）', async () => {
    const sheet = XLSX.utils.aoa_to_sheet(ROWS.map((row) => [...row]))
    sheet['!cols'] = [{ wch: 40 }, { wch: 6 }, { wch: 11 }, { wch: 11 }]
    sheet['!rows'] = [{}, {}, {}, { hidden: true }]
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, sheet, '指標')
    const xlsx = new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
    const old = await readDocument(byOffice(xlsx, 'xlsx', 'xls'), 'it.xls')
    expect(tablesOf(old).map(rowsOf)).toEqual([ROWS])
    expect(old.findings).toContainEqual({
      code: 'rows-hidden',
      severity: 'note',
      detail: { sheet: '指標', rows: '4' },
    })
  })

  test('わたしたちの Excel を PDF にしたもの', async () => {
    const [head = [], ...rows] = ROWS
    const workbook = await writeXlsx(
      {
        title: LINES[0] ?? '',
        lang: 'ja',
        blocks: [
          {
            kind: 'table',
            sheet: '指標',
            columns: head.map((heading, at) => ({
              heading,
              width: at === 0 ? 6 : 2,
              align: at > 1 ? 'right' : 'left',
            })),
            rows: rows.map((cells) => ({ kind: 'cells', cells })),
          },
        ],
      },
      '本文',
    )
    const printed = await readDocument(byOffice(workbook, 'xlsx', 'pdf'), 'it.pdf')
    expect(
      tablesOf(printed).map((table) => rowsOf(table).map((row) => row.map((cell) => cell.replace('-', '−')))),
    ).toEqual([ROWS])
  })
})

test('Typst の PDF', async () => {
  const cells = ROWS.flat().map((cell) => `[${cell}]`)
  const document = await readDocument(
    await typstPdf(
      `#text(weight: "bold")[${LINES[0]}]\n\n${LINES[1]}\n\n#table(columns: (60mm, 15mm, 30mm, 30mm), align: (left, center, right, right), ${cells.join(', ')})\n\n${LINES[2]}`,
    ),
    'typst.pdf',
  )
  expect(linesOf(document)).toEqual(LINES)
  expect(tablesOf(document).map(rowsOf)).toEqual([ROWS])
})
