import type { Plan } from '#domain/plan/plan.ts'
import type { Words } from '#words/words.ts'
import { PAPER_FORMATS, type PaperFormatName } from './paper-formats.ts'
import { type DepartmentNames, planDocument } from './plan-document.ts'
import { writePlanFile } from './plan-file.ts'

type PlanFormat = {
  readonly type: string
  readonly write: (
    plan: Plan,
    words: Words,
    departments?: DepartmentNames,
  ) => string | Promise<string | Uint8Array>
}

const paper = (name: PaperFormatName): PlanFormat => ({
  type: PAPER_FORMATS[name].type,
  write: (plan, words, departments) =>
    PAPER_FORMATS[name].write(planDocument(plan, words, departments), words),
})

/** 計画を書き出す形式. */
export const PLAN_FORMATS = {
  yaml: { type: 'application/yaml; charset=utf-8', write: (plan) => writePlanFile(plan) },
  json: {
    type: 'application/json; charset=utf-8',
    write: (plan) => `${JSON.stringify(plan, null, 2)}\n`,
  },
  md: {
    type: 'text/markdown; charset=utf-8',
    write: async (plan, words, departments) =>
      (await import('./markdown.ts')).writeMarkdown(planDocument(plan, words, departments)),
  },
  docx: paper('docx'),
  pdf: paper('pdf'),
  xlsx: paper('xlsx'),
} as const satisfies Readonly<Record<string, PlanFormat>>

export type PlanFormatName = keyof typeof PLAN_FORMATS

export const PLAN_FORMAT_NAMES = Object.keys(PLAN_FORMATS) as readonly PlanFormatName[]
