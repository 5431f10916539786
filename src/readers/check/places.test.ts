import { expect, test } from 'vitest'
import type { SourceBlock, SourceDocument } from '#domain/document/source-document.ts'
import { readCsv } from '../csv/read.ts'
import { readPlan } from '../grammar/read-plan.ts'
import { checkDocument } from './check-document.ts'

const table = (sheet: string, rows: readonly (readonly string[])[], from = 1): SourceBlock => ({
  kind: 'table',
  at: { sheet, line: from, cell: `A${from}` },
  rows: rows.map((cells, row) =>
    cells.map((text, column) => ({
      text,
      at: { sheet, line: from + row, cell: `${'ABCDE'[column]}${from + row}` },
    })),
  ),
})

const HEAD = ['', '指標', '基準値', '目標値（R6）'] as const

const workbook: SourceDocument = {
  name: 'it.xlsx',
  format: 'excel',
  findings: [],
  pages: [
    { number: 1, name: '観光', blocks: [table('観光', [HEAD, ['', '観光客数', '120人', '150人']])] },
    { number: 2, name: '移住', blocks: [table('移住', [HEAD, ['', '移住者数', '12人', '30人']], 5)] },
  ],
}

test('ブックの確認事項と下書きは、シートとセルで場所を言う', () => {
  const [found] = checkDocument(workbook).filter(({ code }) => code === 'kpi-without-baseline-year')
  expect(found).toMatchObject({ sheet: '観光', cell: 'B2', line: 2 })
  expect(found).not.toHaveProperty('page')
  expect(found?.places.map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual(['観光!B2', '移住!B6'])
})

test('CSV の確認事項は、セルで場所を言う', () => {
  const csv = readCsv(new TextEncoder().encode('指標,基準値,目標値（R6）\n観光客数,120人,150人\n'), 'it.csv')
  const [found] = checkDocument(csv).filter(({ code }) => code === 'kpi-without-baseline-year')
  expect(found).toMatchObject({ cell: 'A2', line: 2 })
  expect(found).not.toHaveProperty('sheet')
})

test('渡された下書きをそのまま使う。結果は渡さないときと同じ', () => {
  const draft = readPlan(workbook)
  expect(checkDocument(workbook, draft)).toEqual(checkDocument(workbook))
  const none = checkDocument(workbook, { ...draft, entries: [] })
  expect(none).toEqual([])
})
