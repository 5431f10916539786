import { checkPlan } from '#domain/plan/check.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { Finding } from '#domain/shared/finding.ts'
import { LARGEST_YAML_FILE, readYamlFile } from '../yaml-file.ts'
import { planFile } from './schema.ts'

export const LARGEST_PLAN_FILE = LARGEST_YAML_FILE

export type ReadPlan = { readonly plan?: Plan; readonly findings: readonly Finding[] }

/**
 * Reads a 計画ファイル (plan file, YAML). Never throws on bad input: a fault comes back as findings with line and reason,
 * and then there is no plan.
 */
export function readPlanFile(text: string): ReadPlan {
  const { value, findings } = readYamlFile<Plan>(text, planFile, checkPlan)
  return value ? { plan: value, findings } : { findings }
}
