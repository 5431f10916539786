import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPlanFile } from '#readers/plan-file/read.ts'
import { readDocument } from '#readers/read-document.ts'
import { ja } from '#words/ja.ts'
import { zhHant } from '#words/zh-Hant.ts'
import { PLAN_FORMAT_NAMES, PLAN_FORMATS } from './plan-formats.ts'

const { plan } = readPlanFile(
  readFileSync(join(import.meta.dirname, '../../samples/kumamoto-pref-strategy-2.yaml'), 'utf8'),
)

test.each(
  [ja, zhHant].flatMap((words) => PLAN_FORMAT_NAMES.map((format) => [words.lang, format, words] as const)),
)('計画を %s で %s に書き出す', async (_, format, words) => {
  if (!plan) throw new Error('the sample is not a plan')
  const content = await PLAN_FORMATS[format].write(plan, words, new Map())
  if (typeof content === 'string') {
    expect(content).toContain(format === 'md' ? plan.title : plan.id)
    return
  }
  const { format: read, pages, findings } = await readDocument(content, `plan.${format}`)
  expect([read, findings.filter(({ severity }) => severity !== 'note')]).toEqual([
    { docx: 'word', pdf: 'pdf', xlsx: 'excel' }[format as string],
    [],
  ])
  const text = JSON.stringify(pages)
  for (const said of [words.paper.baseline, words.paper.unit]) expect(text).toContain(said)
})

test('繁体字の PDF は、言語を zh-TW と名乗る', async () => {
  if (!plan) throw new Error('the sample is not a plan')
  const bytes = await PLAN_FORMATS.pdf.write(plan, zhHant, new Map())
  expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/Lang\s*\(zh-TW\)/)
})
