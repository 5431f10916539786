import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plan } from '#domain/plan/plan.ts'
import { readPlanFile } from '#readers/plan-file/read.ts'

const FOLDER = join(import.meta.dirname, '../../samples')

/** Names of the sample plan files of real governments, without `.yaml`; the fictional city has a folder of its own. */
export const sampleNames: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml') && file !== 'governments.yaml')
  .map((file) => file.slice(0, -'.yaml'.length))
  .sort()

export const sampleText = (name: string): string => readFileSync(join(FOLDER, `${name}.yaml`), 'utf8')

/** A sample that does not read without a finding is a fault of the sample, so it throws. */
export function samplePlan(name: string): Plan {
  const { plan, findings } = readPlanFile(sampleText(name))
  if (!plan || findings.length > 0) throw new Error(`samples/${name}.yaml: ${JSON.stringify(findings)}`)
  return plan
}
