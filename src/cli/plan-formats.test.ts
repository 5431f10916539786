import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPlanFile } from '#readers/plan-file/read.ts'
import { readDocument } from '#readers/read-document.ts'
import { exportPlan } from './commands.ts'
import { PLAN_FORMATS, writePlanAs } from './plan-formats.ts'
import type { Call } from './terminal.ts'

const { plan } = readPlanFile(
  readFileSync(join(import.meta.dirname, '../../samples/kumamoto-pref-strategy-2.yaml'), 'utf8'),
)

test.each(PLAN_FORMATS)('計画を %s に書き出す', async (format) => {
  if (!plan) throw new Error('the sample is not a plan')
  const content = await writePlanAs(plan, format)
  if (typeof content === 'string') {
    expect(content).toContain(plan.id)
    return
  }
  const { format: read, findings } = await readDocument(content, `plan.${format}`)
  expect([read, findings.filter(({ severity }) => severity !== 'note')]).toEqual([
    { docx: 'word', pdf: 'pdf', xlsx: 'excel' }[format as string],
    [],
  ])
})

test('画面に出せない形式は、書き出す先がなければ断る', async () => {
  const call = { args: ['x'], options: { format: 'pdf' } } as unknown as Call
  expect(await exportPlan(call)).toEqual({ ok: false, why: 'needs-out', detail: { format: 'pdf' } })
})
