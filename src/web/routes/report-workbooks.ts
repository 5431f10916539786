import { readForm, statusOf } from '../form.ts'
import { postOnly } from '../post-only.ts'
import { takeWorkbook } from '../reports/workbook.ts'
import { visitOf } from '../visit.ts'
import type { Route } from './+types/report-workbooks'

export const loader = postOnly

/** One of many returned workbooks, answered in JSON. */
export async function action({ request, context }: Route.ActionArgs) {
  const taken = await takeWorkbook(visitOf(context), (await readForm(request)).file('file'))
  return Response.json(taken, { status: taken.ok ? 200 : statusOf(taken.why) })
}
