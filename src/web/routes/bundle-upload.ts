import { receiveFile } from '../bundles/act.ts'
import { servingContext } from '../context.ts'
import { readForm, statusOf } from '../form.ts'
import type { Intake } from '../intake.ts'
import { postOnly } from '../post-only.ts'
import { visitOf } from '../visit.ts'
import type { Route } from './+types/bundle-upload'

export const loader = postOnly

/** An upload that shows its progress, answered in JSON. */
export async function action({ request, context }: Route.ActionArgs) {
  const seal = await context.get(servingContext).seal()
  const form = await readForm(request)
  const received = await receiveFile(visitOf(context), seal, form.file('file'))
  const answer: Intake = received.ok
    ? { ok: true, id: received.value.id, known: false }
    : { ok: false, why: received.why, detail: received.detail, findings: [] }
  return Response.json(answer, { status: answer.ok ? 200 : statusOf(answer.why) })
}
