import type { Plan } from '#domain/plan/plan.ts'
import { ja } from '#words/ja.ts'
import { planDocument } from '#writers/plan-document.ts'
import { writePlanFile } from '#writers/plan-file.ts'

/** The printers are loaded when they are asked for: the one of workbooks takes 200 MB. */
const FORMATS = {
  yaml: async (plan: Plan) => writePlanFile(plan),
  json: async (plan: Plan) => `${JSON.stringify(plan, null, 2)}\n`,
  docx: async (plan: Plan) => (await import('#writers/docx.ts')).writeDocx(planDocument(plan, ja)),
  pdf: async (plan: Plan) => (await import('#writers/pdf.ts')).writePdf(planDocument(plan, ja)),
  xlsx: async (plan: Plan) =>
    (await import('#writers/xlsx.ts')).writeXlsx(planDocument(plan, ja), ja.paper.textSheet),
} as const

export const PLAN_FORMATS = Object.keys(FORMATS) as (keyof typeof FORMATS)[]

/** A plan in the format of that name; the plan file where there is none of it. */
export const writePlanAs = (plan: Plan, format: string): Promise<string | Uint8Array> =>
  (FORMATS[format as keyof typeof FORMATS] ?? FORMATS.yaml)(plan)
