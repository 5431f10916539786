import { expect, test } from 'vitest'
import type { SourceDocument } from '#domain/document/source-document.ts'
import { readDocument } from '#readers/read-document.ts'
import type { Document } from '#writers/document.ts'
import { writePdf } from '#writers/pdf.ts'

const paper = (...rows: readonly (readonly string[])[]): Document => ({
  ...{ title: '長い表', lang: 'ja' },
  blocks: [
    {
      kind: 'table',
      columns: [
        { heading: '項目', width: 20, align: 'left' },
        { heading: '説明', width: 80, align: 'left' },
      ],
      rows: rows.map((cells) => ({ kind: 'cells', cells })),
    },
  ],
})
const read = async (document: Document): Promise<SourceDocument> =>
  readDocument(await writePdf(document), 'it.pdf')
const textOf = ({ pages }: Pick<SourceDocument, 'pages'>) => JSON.stringify(pages.map(({ blocks }) => blocks))
const marks = (count: number) =>
  Array.from({ length: count }, (_, at) => `第${String(at).padStart(4, '0')}文。`)

test('一ページより長いセルは、次のページに続き、なにも落ちない', async () => {
  const sentences = marks(571)
  const long = sentences.join('')
  expect(long.length).toBeGreaterThan(3_990)
  const document = await read(
    paper(['短い', '短い'], ['長い', long], ['せまい', '短い'], [marks(80).join(''), '短い']),
  )
  expect(document.pages.length).toBeGreaterThan(2)
  const said = document.pages
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])))
    .flatMap((row) => row.map(({ text }) => text.replace(/[^第0-9文。]/g, '')))
    .join('')
  expect(sentences.filter((each) => !said.includes(each))).toEqual([])
})

test('ふつうの行は、ページのあいだで割れない', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => [`い${at}`, `始${at}。${'あ'.repeat(150)}終${at}。`])
  const document = await read(paper(...rows))
  expect(document.pages.length).toBeGreaterThan(1)
  const pages = document.pages.map((page) => textOf({ pages: [page] }))
  for (const at of rows.keys())
    expect(pages.findIndex((said) => said.includes(`始${at}。`))).toBe(
      pages.findIndex((said) => said.includes(`終${at}。`)),
    )
})
