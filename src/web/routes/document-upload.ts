import { readForm, statusOf } from '../form.ts'
import { takeDocument } from '../intake.ts'
import { postOnly } from '../post-only.ts'
import { visitOf } from '../visit.ts'
import type { Route } from './+types/document-upload'

export const loader = postOnly

/** An upload that shows its progress, answered in JSON. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const taken = await takeDocument(visitOf(context), form.file('file'))
  return Response.json(taken, { status: taken.ok ? 200 : statusOf(taken.why) })
}
