// Every sample leaves as PDF, Word and Excel and is read again: no value and no amount is lost on the way.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { SourceDocument } from '#domain/document/source-document.ts'
import { writePrintedValue } from '#domain/indicator/printed.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { writeMoney } from '#domain/shared/money.ts'
import { readPlanFile } from '#readers/plan-file/read.ts'
import { readDocument } from '#readers/read-document.ts'
import { en } from '#words/en.ts'
import { ja } from '#words/ja.ts'
import type { Document } from '#writers/document.ts'
import { writeDocx } from '#writers/docx.ts'
import { writePdf } from '#writers/pdf.ts'
import { planDocument } from '#writers/plan-document.ts'
import { writeXlsx } from '#writers/xlsx.ts'
import { allText, codesOf } from '../support/formats.ts'

const SAMPLES = [
  'hitoyoshi-revitalization',
  'kumamoto-action-2024',
  'kumamoto-pref-strategy-2',
  'kumamoto-strategy-1',
  'kumamoto-strategy-2',
  'shirube/shirube-action-2026',
  'shirube/shirube-strategy-1',
  'shirube/shirube-strategy-1-revised',
  'shirube/shirube-strategy-2',
  'shirube/shirube-strategy-3',
]

const FORMATS: Readonly<Record<string, (document: Document) => Promise<Uint8Array>>> = {
  pdf: writePdf,
  docx: writeDocx,
  xlsx: (document) => writeXlsx(document, ja.paper.textSheet),
}

const planOf = (name: string): Plan => {
  const { plan } = readPlanFile(readFileSync(join(import.meta.dirname, `../../samples/${name}.yaml`), 'utf8'))
  if (!plan) throw new Error(name)
  return plan
}

/** Wave dashes, minus signs and blanks differ between fonts and formats without a difference in meaning. */
const even = (text: string): string =>
  text.normalize('NFKC').replace(/[−–]/g, '-').replace(/[~〜]/g, '~').replace(/\s+/g, '')

type Wanted = { readonly name: string; readonly values: readonly string[] }

/** What must be found in one row: an indicator with its values, a project with its amounts. */
function wantedOf(plan: Plan): readonly Wanted[] {
  const indicators = plan.commitments.map(({ indicator, printedName, baseline, targets }) => ({
    name: printedName ?? plan.indicators.find(({ id }) => id === indicator)?.name ?? '',
    values: [...(baseline === 'not-stated' ? [] : [baseline]), ...targets].map(
      (value) => value.printed ?? writePrintedValue(value),
    ),
  }))
  const projects = plan.listings.map(({ project, printedName, amount, previous }) => ({
    name: printedName ?? plan.projects.find(({ id }) => id === project)?.name ?? '',
    values: [amount, previous].flatMap((money) =>
      typeof money === 'object' ? [writeMoney(money).replace(/[^\d.,]+$/, '')] : [],
    ),
  }))
  const donations = plan.donations.map(({ name, estimate }) => ({ name, values: [writeMoney(estimate)] }))
  return [...indicators, ...projects, ...donations]
}

const rowTexts = ({ pages }: SourceDocument): readonly (readonly string[])[] =>
  pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => even(text))) : [],
    ),
  )

describe.each(SAMPLES)('見本 %s', (name) => {
  const plan = planOf(name)
  const document = planDocument(plan, ja)

  test.each(Object.keys(FORMATS))(
    '%s に書いて読み直すと、指標の値も金額も、名前と同じ行にある',
    async (format) => {
      const bytes = (await FORMATS[format]?.(document)) ?? new Uint8Array()
      const read = await readDocument(bytes, `it.${format}`)
      expect(codesOf(read).filter((code) => !/left-out$/.test(code))).toEqual([])
      const rows = rowTexts(read)
      const said = even(allText(read))
      const lost = wantedOf(plan).filter(
        ({ name: of, values }) =>
          // A project without an amount has no row of its own.
          !(values.length === 0 && said.includes(even(of))) &&
          !rows.some(
            (row) =>
              row.some((cell) => cell.startsWith(even(of))) &&
              values.every((value) =>
                row.some((cell) => cell === even(value) || cell.startsWith(`${even(value)}(`)),
              ),
          ),
      )
      expect(lost).toEqual([])
    },
  )
})

describe('書き出し', () => {
  const document = planDocument(planOf('kumamoto-strategy-2'), ja)

  test.each(Object.entries(FORMATS))('%s: 同じ文書からは同じバイト列', async (_, write) => {
    const first = await write(document)
    await new Promise((go) => setTimeout(go, 2100))
    expect(Buffer.compare(await write(document), first)).toBe(0)
  })

  test('PDF は題名と言語とタグを持つ', async () => {
    const text = Buffer.from(await writePdf(document)).toString('latin1')
    expect(text).toContain('/Lang')
    expect(text).toContain('/StructTreeRoot')
    expect(text).toMatch(/\/Title/)
  })

  test('Word の見出しは様式で、深さが読み戻せる', async () => {
    const read = await readDocument(await writeDocx(document), 'it.docx')
    const found = read.pages.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'line' && block.heading ? [[block.heading, block.text]] : [],
      ),
    )
    expect(found).toEqual(
      document.blocks.flatMap((block) => (block.kind === 'heading' ? [[block.level, block.text]] : [])),
    )
  })

  test('Excel は数を数として持ち、見出しの行を固定する', async () => {
    const bytes = await writeXlsx(document, ja.paper.textSheet)
    const { unzipSync } = await import('fflate')
    const files = unzipSync(bytes)
    const sheet = new TextDecoder().decode(files['xl/worksheets/sheet2.xml'])
    expect(sheet).toMatch(/<pane [^>]*state="frozen"/)
    expect(sheet).toContain('<v>2325</v>')
    expect(sheet).not.toContain('<mergeCell')
  })

  test('英語の言葉でも、同じ数だけの見出しと表になる', () => {
    const english = planDocument(planOf('kumamoto-strategy-2'), en)
    expect(english.blocks.map(({ kind }) => kind)).toEqual(document.blocks.map(({ kind }) => kind))
  })

  test('文書の文字は、組版の命令として読まれない', async () => {
    const text = '#panic("x") *強調* $x$ @ref <a> & \u0001 ]'
    const bytes = await writePdf({ title: text, lang: 'ja', blocks: [{ kind: 'paragraph', text }] })
    const read = await readDocument(bytes, 'it.pdf')
    expect(even(JSON.stringify(read.pages))).toContain(even('#panic(\\"x\\") *強調* $x$ @ref <a> &'))
  })
})
