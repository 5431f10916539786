import { byAnother } from '../by-another.ts'
import { readForm, statusOf } from '../form.ts'
import { postOnly } from '../post-only.ts'
import { saveFrom } from '../reports/act.ts'
import { visitOf } from '../visit.ts'
import type { Route } from './+types/report-save'

export const loader = postOnly

/** Autosave of one answer, answered in JSON: the id it was saved under, the other answer where there is a conflict, or why not. */
export async function action({ request, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const refused = byAnother(visit, form)
  if (refused) return refused
  const saved = await saveFrom(visit, visit.year, form)
  return saved.ok
    ? Response.json({ ok: true, ...saved.value })
    : Response.json(saved, { status: statusOf(saved.why) })
}
