import {
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { codesOf, linesOf, rowsOf, tablesOf } from '#test/support/formats.ts'
import { written } from './numbering.ts'
import { readWord } from './read.ts'

const cell = (text: string, more: Partial<ConstructorParameters<typeof TableCell>[0]> = {}) =>
  new TableCell({ children: text.split('\n').map((line) => new Paragraph(line)), ...more })

type Options = ConstructorParameters<typeof Document>[0]

const docx = async (children: (Paragraph | Table)[], more: Partial<Options> = {}): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toBuffer(new Document({ ...more, sections: [{ children }] } as Options)))

/** The same file with parts changed or added. */
function patched(bytes: Uint8Array, parts: Readonly<Record<string, (text: string) => string>>): Uint8Array {
  const files = unzipSync(bytes)
  for (const [name, change] of Object.entries(parts))
    files[name] = strToU8(change(files[name] ? new TextDecoder().decode(files[name]) : ''))
  return zipSync(files)
}

const read = async (children: (Paragraph | Table)[], more?: Partial<Options>) =>
  readWord(await docx(children, more), 'it.docx')

describe('Word', () => {
  test('見出しは様式から、番号は段落番号の定義から', async () => {
    const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, at: number) => ({
      level: at,
      format,
      text,
    })
    const document = await read(
      [
        new Paragraph({
          text: '総論',
          heading: HeadingLevel.HEADING_1,
          numbering: { reference: 'n', level: 0 },
        }),
        new Paragraph({ text: '目的', numbering: { reference: 'n', level: 1 } }),
        new Paragraph({ text: '期間', numbering: { reference: 'n', level: 1 } }),
        new Paragraph({
          text: '各論',
          heading: HeadingLevel.HEADING_1,
          numbering: { reference: 'n', level: 0 },
        }),
        new Paragraph({ text: '雇用', numbering: { reference: 'n', level: 1 } }),
        new Paragraph({ text: '企業の誘致', bullet: { level: 0 } }),
      ],
      {
        numbering: {
          config: [
            {
              reference: 'n',
              levels: [level(LevelFormat.DECIMAL, '第%1章', 0), level(LevelFormat.AIUEO, '%2', 1)],
            },
          ],
        },
      },
    )
    expect(
      document.pages[0]?.blocks.map((block) => (block.kind === 'line' ? [block.heading, block.text] : [])),
    ).toEqual([
      [1, '第1章　総論'],
      [undefined, 'ア　目的'],
      [undefined, 'イ　期間'],
      [1, '第2章　各論'],
      [undefined, 'ア　雇用'],
      [undefined, '●企業の誘致'],
    ])
  })

  test('結合したセルは、はじめの場所に一度だけ。セルの段落は行', async () => {
    const document = await read([
      new Table({
        rows: [
          new TableRow({
            children: [
              cell('指標', { verticalMerge: VerticalMergeType.RESTART }),
              cell('値', { columnSpan: 2 }),
            ],
          }),
          new TableRow({
            children: [cell('', { verticalMerge: VerticalMergeType.CONTINUE }), cell('R1'), cell('R6')],
          }),
          new TableRow({ children: [cell('雇用数'), cell('61\n（H24）'), cell('250以上')] }),
        ],
      }),
    ])
    expect(rowsOf(tablesOf(document)[0])).toEqual([
      ['指標 1×2', '値 2×1'],
      ['R1', 'R6'],
      ['雇用数', '61\n（H24）', '250以上'],
    ])
  })

  test('脚注はその場所に番号を、終わりに文を', async () => {
    const document = await read(
      [
        new Paragraph({
          children: [new TextRun('関係人口'), new FootnoteReferenceRun(1), new TextRun('を増やす')],
        }),
      ],
      { footnotes: { 1: { children: [new Paragraph('地域と多様に関わる人')] } } },
    )
    expect(linesOf(document)).toEqual(['関係人口（注1）を増やす', '（注1）地域と多様に関わる人'])
  })

  test('改ページでページが変わり、行を数え直す', async () => {
    const document = await read([
      new Paragraph('一枚目'),
      new Paragraph({ text: '二枚目', pageBreakBefore: true }),
      new Paragraph({ children: [new TextRun({ text: '', break: 0 })] }),
    ])
    expect(linesOf(document)).toEqual(['一枚目', '二枚目'])
  })

  test('消された文字と隠し文字は除き、加えられた文字は読む', async () => {
    const change = { id: 1, author: '佐藤', date: '2024-04-01T00:00:00Z' }
    const document = await read([
      new Paragraph({
        children: [
          new TextRun('目標は'),
          new DeletedTextRun({ ...change, text: '200' }),
          new InsertedTextRun({ ...change, id: 2, text: '250' }),
          new TextRun({ text: '（案）', vanish: true }),
          new TextRun('人'),
        ],
      }),
    ])
    expect(linesOf(document)).toEqual(['目標は250人'])
    expect(codesOf(document)).toEqual(['hidden-text-left-out', 'deleted-text-left-out'])
  })

  test('ふりがな、マクロ、外への参照', async () => {
    const bytes = patched(await docx([new Paragraph('置き場')]), {
      'word/document.xml': (text) =>
        text.replace(
          /<w:r>.*?<\/w:r>/,
          '<w:r><w:ruby><w:rt><w:r><w:t>ひとよし</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>人吉</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>市</w:t></w:r>',
        ),
      'word/_rels/document.xml.rels': (text) =>
        text.replace(
          '</Relationships>',
          '<Relationship Id="x" Type="http://x/attachedTemplate" Target="http://example.invalid/a.dotm" TargetMode="External"/></Relationships>',
        ),
      'word/vbaProject.bin': () => 'macro',
    })
    const document = readWord(bytes, 'it.docm')
    expect(linesOf(document)).toEqual(['人吉市'])
    expect(codesOf(document)).toEqual(['ruby-left-out', 'macros-ignored', 'external-ignored'])
  })

  test('テキストボックスは、二つの描き方のうち一つだけ読む', async () => {
    const box = (text: string) => `<w:txbxContent><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:txbxContent>`
    const bytes = patched(await docx([new Paragraph('本文')]), {
      'word/document.xml': (text) =>
        text.replace(
          /<\/w:r><\/w:p>/,
          `</w:r><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice>${box('囲みの文')}</mc:Choice><mc:Fallback>${box('囲みの文')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`,
        ),
    })
    expect(linesOf(readWord(bytes, 'it.docx'))).toEqual(['本文', '囲みの文'])
  })

  test.each([
    [3, 'decimalFullWidth', '３'],
    [3, 'decimalEnclosedCircle', '③'],
    [21, 'decimalEnclosedCircle', '㉑'],
    [4, 'upperRoman', 'Ⅳ'],
    [2, 'aiueoFullWidth', 'イ'],
    [3, 'irohaFullWidth', 'ハ'],
    [12, 'japaneseCounting', '十二'],
    [27, 'upperLetter', 'AA'],
  ])('%d を %s で書くと %s', (value, format, said) => {
    expect(written(value, format)).toBe(said)
  })
})

describe('Word として読めないもの', () => {
  test('文書型宣言のある部品は読まない', async () => {
    const bytes = patched(await docx([new Paragraph('本文')]), {
      'word/document.xml': (text) =>
        text
          .replace('?>', '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>')
          .replace('本文', '&e;'),
    })
    const document = readWord(bytes, 'it.docx')
    expect([document.pages, codesOf(document)]).toEqual([[], ['xml-dtd']])
  })

  test('深すぎる入れ子', async () => {
    const bytes = patched(await docx([new Paragraph('本文')]), {
      'word/document.xml': (text) =>
        text.replace('<w:body>', `<w:body>${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}`),
    })
    expect(codesOf(readWord(bytes, 'it.docx'))).toEqual(['nested-too-deep'])
  })

  test('ふくらむ圧縮ファイルは、開く前に断る', async () => {
    const files = unzipSync(await docx([new Paragraph('本文')]))
    const bytes = zipSync({ ...files, 'word/media/x.xml': new Uint8Array(60_000_000) })
    const document = readWord(bytes, 'it.docx')
    expect([document.pages, codesOf(document)]).toEqual([[], ['zip-too-dense']])
  })

  test('途中で切れたもの', async () => {
    const bytes = await docx([new Paragraph('本文')])
    expect(codesOf(readWord(bytes.subarray(0, bytes.length - 200), 'it.docx'))).toEqual(['not-readable'])
  })
})
