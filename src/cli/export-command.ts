import { writeFile } from 'node:fs/promises'
import { done, refuse } from '#domain/shared/outcome.ts'
import { listDepartments } from '#store/departments.ts'
import { reading } from '#store/transaction.ts'
import { ja } from '#words/ja.ts'
import { PLAN_FORMATS, type PlanFormatName } from '#writers/plan-formats.ts'
import { momentOf, planOf } from './commands.ts'
import type { CliCommand } from './terminal.ts'

export const exportPlan: CliCommand = async (call) => {
  const format = (call.options.json ? 'json' : (textOption(call.options.format) ?? 'yaml')) as PlanFormatName
  const out = textOption(call.options.out)
  const isText = ['yaml', 'json', 'md'].includes(format)
  if (!isText && out === undefined) return refuse('needs-out', { format })
  const plan = await planOf(call, call.args[0] ?? '')
  if (!plan.ok) return plan
  const scope = { government: plan.value.government, asOf: momentOf(call) }
  const departments = new Map(
    (await reading(call.store, scope, listDepartments)).map(({ id, name }) => [id, name]),
  )
  const content = await PLAN_FORMATS[format].write(plan.value, ja, departments)
  if (out === undefined) return done({ text: String(content) })
  const written = await writeFile(out, content).then(
    () => true,
    () => false,
  )
  return written ? done({ text: `${out} に書き出しました。\n` }) : refuse('file-not-writable', { file: out })
}

const textOption = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
