import { byAnother } from '../by-another.ts'
import { readForm, statusOf } from '../form.ts'
import { postOnly } from '../post-only.ts'
import { actOnReview } from '../review/act.ts'
import { visitOf } from '../visit.ts'
import type { Route } from './+types/document-steps'

export const loader = postOnly

/** Steps that the browser sends one after another, answered in JSON: the id of the step, or why not. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const refused = byAnother(visit, form)
  if (refused) return refused
  const result = await actOnReview(visit, params.document, form)
  return result.ok
    ? Response.json({ ok: true, id: result.value.id })
    : Response.json(result, { status: statusOf(result.why) })
}
