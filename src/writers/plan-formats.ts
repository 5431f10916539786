import type { Plan } from '#domain/plan/plan.ts'
import type { Words } from '#words/words.ts'
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

const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** 計画を書き出す形式. The printers are loaded when they are asked for: the one of workbooks takes 200 MB. */
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
  docx: {
    type: `${OFFICE}.wordprocessingml.document`,
    write: async (plan, words, departments) =>
      (await import('./docx.ts')).writeDocx(planDocument(plan, words, departments)),
  },
  pdf: {
    type: 'application/pdf',
    write: async (plan, words, departments) =>
      (await import('./pdf.ts')).writePdf(planDocument(plan, words, departments)),
  },
  xlsx: {
    type: `${OFFICE}.spreadsheetml.sheet`,
    write: async (plan, words, departments) =>
      (await import('./xlsx.ts')).writeXlsx(planDocument(plan, words, departments), words.paper.textSheet),
  },
} as const satisfies Readonly<Record<string, PlanFormat>>

export type PlanFormatName = keyof typeof PLAN_FORMATS

export const PLAN_FORMAT_NAMES = Object.keys(PLAN_FORMATS) as readonly PlanFormatName[]
