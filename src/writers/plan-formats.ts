import type { Plan } from '#domain/plan/plan.ts'
import type { Words } from '#words/words.ts'
import { planDocument } from './plan-document.ts'
import { writePlanFile } from './plan-file.ts'

type PlanFormat = {
  readonly type: string
  readonly write: (plan: Plan, words: Words) => string | Promise<string | Uint8Array>
}

const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** 計画を書き出す形式. The printers are loaded when they are asked for: the one of workbooks takes 200 MB. */
export const PLAN_FORMATS = {
  yaml: { type: 'application/yaml; charset=utf-8', write: (plan) => writePlanFile(plan) },
  json: {
    type: 'application/json; charset=utf-8',
    write: (plan) => `${JSON.stringify(plan, null, 2)}\n`,
  },
  docx: {
    type: `${OFFICE}.wordprocessingml.document`,
    write: async (plan, words) => (await import('./docx.ts')).writeDocx(planDocument(plan, words)),
  },
  pdf: {
    type: 'application/pdf',
    write: async (plan, words) => (await import('./pdf.ts')).writePdf(planDocument(plan, words)),
  },
  xlsx: {
    type: `${OFFICE}.spreadsheetml.sheet`,
    write: async (plan, words) =>
      (await import('./xlsx.ts')).writeXlsx(planDocument(plan, words), words.paper.textSheet),
  },
} as const satisfies Readonly<Record<string, PlanFormat>>

export type PlanFormatName = keyof typeof PLAN_FORMATS

export const PLAN_FORMAT_NAMES = Object.keys(PLAN_FORMATS) as readonly PlanFormatName[]
