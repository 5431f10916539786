// A 35-page strategy as PDF, read warm and in process, against `pdftotext -layout` (a whole process) on the same file.
// Claim: under 3 times.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPdf } from '#readers/pdf/read.ts'
import type { Block, Document } from '#writers/document.ts'
import { writePdf } from '#writers/pdf.ts'

const WARM = 5
const RUNS = 15
const PAGES = 35

const PROSE =
  '本市では、人口減少と少子高齢化が進むなか、平成27年度から令和元年度までの5年間を計画期間とする総合戦略を策定し、地域の資源を生かした仕事づくりと、子育てしやすいまちづくりに取り組んできた。'

/** One page of a strategy as they are printed: a heading, prose, measures, a table of indicators with its notes. */
const page = (at: number): readonly Block[] => [
  { kind: 'heading', level: 1, text: `第${at}章　施策の方向性` },
  { kind: 'paragraph', text: PROSE.repeat(3) },
  {
    kind: 'list',
    entries: Array.from({ length: 8 }, (_, entry) => ({
      mark: '・',
      text: `取組の名前その${entry + 1}の推進`,
      level: 0,
    })),
  },
  {
    kind: 'table',
    caption: '重要業績評価指標（KPI）',
    columns: [
      { heading: '指標', width: 48, align: 'left' },
      { heading: '単位', width: 14, align: 'centre' },
      { heading: '基準値', width: 18, align: 'right' },
      { heading: '年', width: 14, align: 'centre' },
      { heading: '目標値（R6）', width: 20, align: 'right' },
    ],
    rows: Array.from({ length: 9 }, (_, row) => ({
      kind: 'cells',
      cells: [`指標の名前その${row + 1}（累計）`, '人', String(at * 100 + row), 'R1', String(at * 120 + row)],
    })),
    notes: ['基準値は、前の計画の最後の年度の値である。'],
  },
  { kind: 'page-break' },
]

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const document: Document = {
  title: '試市　第2期総合戦略',
  lang: 'ja',
  blocks: Array.from({ length: PAGES }, (_, at) => page(at + 1)).flat(),
}
const bytes = await writePdf(document)
const folder = mkdtempSync(join(tmpdir(), 'shirube-bench-'))
const file = join(folder, 'strategy.pdf')
writeFileSync(file, bytes)

const ours: number[] = []
const theirs: number[] = []
let pages = 0
for (let run = 0; run < WARM + RUNS; run++) {
  const start = performance.now()
  pages = (await readPdf(bytes, file)).pages.length
  const between = performance.now()
  execFileSync('pdftotext', ['-layout', file, join(folder, 'out.txt')])
  const end = performance.now()
  if (run < WARM) continue
  ours.push(between - start)
  theirs.push(end - between)
}
rmSync(folder, { recursive: true })
const ratio = median(ours) / median(theirs)
console.log(
  `read-pdf: ${pages} pages, ${median(ours).toFixed(0)} ms, pdftotext -layout ${median(theirs).toFixed(0)} ms, ratio ${ratio.toFixed(2)} (claim: under 3)`,
)
process.exitCode = ratio < 3 ? 0 : 1
