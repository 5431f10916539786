// Claim: 500 returned workbooks of 40 rows each are read, merged and saved in under 30 seconds, one after another, each a transaction of its own.
// The peer in the same run is the bare reading of the same files by the spreadsheet library.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as XLSX from '@e965/xlsx'
import { mergeAnswers } from '#domain/cycle/merge-answers.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { fiscalYear } from '#domain/shared/year.ts'
import { missingWords, readReportWorkbook } from '#readers/report-workbook.ts'
import { openStore } from '#store/open.ts'
import { writing } from '#store/transaction.ts'
import { findAsked } from '#usecases/asked.ts'
import { importPlan } from '#usecases/import-plan.ts'
import { openRound } from '#usecases/open-round.ts'
import { registerGovernment } from '#usecases/register-government.ts'
import { applyAnswers } from '#usecases/save-answers.ts'
import { ja } from '#words/ja.ts'
import { writeReportWorkbook } from '#writers/report-workbook.ts'

const [BOOKS, ROWS, YEAR, LIMIT] = [500, 40, 2025, 30]
const code = '992011'
const doing = {
  actor: { id: 'bench', name: 'bench', role: 'administrator', government: code },
  now: '2026-05-10T00:00:00.000Z',
} as const
const open = 'not-stated' as const
const indicator = (book: number, row: number): Indicator => ({
  ...{
    id: `i-${book}-${row}`,
    name: `指標${book}-${row}`,
    unit: '件',
    better: 'higher',
    accumulation: 'annual',
  },
  ...{
    scope: open,
    period: open,
    dataSource: open,
    release: open,
    department: `d${book}`,
    mayBeSummed: open,
  },
})
const all = Array.from({ length: BOOKS }, (_, book) =>
  Array.from({ length: ROWS }, (__, row) => indicator(book, row)),
)
const plan: Plan = {
  ...{ id: 'bench', government: code, kind: 'other', title: '測定' },
  edition: { id: 'first', label: '初版', stage: 'adopted' },
  period: { from: fiscalYear(2024), to: fiscalYear(2028) },
  ...{
    documents: [],
    sections: [],
    passages: [],
    figures: [],
    tags: [],
    relistings: [],
    projects: [],
    listings: [],
  },
  ...{ tables: [], glossary: [], bodies: [], steps: [], references: [], alignments: [], donations: [] },
  trees: [
    {
      ...{ id: 'main', kind: 'main', name: '体系', levels: [{ id: 'goal', name: '目標', role: 'goal' }] },
      nodes: [{ id: 'g', level: 'goal', name: '目標' }],
    },
  ],
  indicators: all.flat(),
  commitments: all.flat().map(({ id }) => ({
    ...{ id: `c-${id}`, indicator: id, on: 'g', baseline: open },
    targets: [{ value: '10' as never, year: fiscalYear(2028), role: 'final' as const }],
  })),
}

const dataDir = await mkdtemp(join(tmpdir(), 'shirube-bench-'))
const store = await openStore({ dataDir, databaseUrl: undefined })
try {
  const government = { code, name: '測定市', kind: 'city', fictional: true, sample: false } as const
  const began = await writing(store, { government: code }, async (tx) => {
    await registerGovernment(tx, doing, government)
    const imported = await importPlan(tx, doing, { plan })
    return imported.ok
      ? openRound(tx, doing, { year: YEAR, dates: [{ stage: 'report', from: '05-01', to: '06-14' }] })
      : imported
  })
  if (!began.ok) throw new Error(began.why)

  const files: Uint8Array[] = []
  for (const [book, indicators] of all.entries()) {
    const head = { government: code, department: `d${book}`, year: YEAR, madeAt: doing.now }
    const rows = indicators.map((each) => ({ indicator: each, name: each.name, actuals: [] }))
    const made = XLSX.read(await writeReportWorkbook({ head, department: `課${book}`, rows }, ja), {
      type: 'array',
    })
    const sheet = made.Sheets[made.SheetNames[0] ?? ''] as XLSX.WorkSheet
    XLSX.utils.sheet_add_aoa(
      sheet,
      indicators.map((_, row) => [row + 1]),
      { origin: 'I8' },
    )
    files.push(new Uint8Array(XLSX.write(made, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer))
  }

  const missing = missingWords(ja.missing)
  const from = performance.now()
  let saved = 0
  for (const [book, bytes] of files.entries()) {
    const read = readReportWorkbook(bytes, missing)
    if (!read.ok) throw new Error(read.why)
    const { rows } = read.value
    const applied = await writing(store, { government: code }, async (tx) => {
      const asked = await findAsked(
        tx,
        YEAR,
        rows.map(({ indicator: id }) => id),
      )
      if (!asked.ok) return asked
      return applyAnswers(tx, doing, { year: YEAR, rows: mergeAnswers(rows, asked.value).save })
    })
    if (!applied.ok) throw new Error(applied.why)
    saved += applied.value.saved
    if (book % 25 === 24) process.stderr.write(`\r${book + 1} / ${BOOKS}`)
  }
  const ours = (performance.now() - from) / 1000
  const again = performance.now()
  for (const bytes of files) XLSX.read(bytes, { type: 'array' })
  const bare = (performance.now() - again) / 1000
  process.stderr.write('\n')
  console.log(
    `${BOOKS} workbooks of ${ROWS} rows: ${saved} answers saved in ${ours.toFixed(1)} s (limit ${LIMIT} s)`,
  )
  console.log(`bare reading of the same files: ${bare.toFixed(1)} s; ratio ${(ours / bare).toFixed(2)}`)
  if (saved !== BOOKS * ROWS || ours > LIMIT) process.exitCode = 1
} finally {
  await store.close()
  await rm(dataDir, { recursive: true, force: true })
}
