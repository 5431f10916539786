import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPlanFile } from '#readers/plan-file/read.ts'
import { readDocument } from '#readers/read-document.ts'
import { ja } from '#words/ja.ts'
import { PLAN_FORMAT_NAMES, PLAN_FORMATS } from './plan-formats.ts'

const { plan } = readPlanFile(
  readFileSync(join(import.meta.dirname, '../../samples/kumamoto-pref-strategy-2.yaml'), 'utf8'),
)

test.each(PLAN_FORMAT_NAMES)('計画を %s に書き出す', async (format) => {
  if (!plan) throw new Error('the sample is not a plan')
  const content = await PLAN_FORMATS[format].write(plan, ja, new Map())
  if (typeof content === 'string') {
    expect(content).toContain(format === 'md' ? plan.title : plan.id)
    return
  }
  const { format: read, findings } = await readDocument(content, `plan.${format}`)
  expect([read, findings.filter(({ severity }) => severity !== 'note')]).toEqual([
    { docx: 'word', pdf: 'pdf', xlsx: 'excel' }[format as string],
    [],
  ])
})
