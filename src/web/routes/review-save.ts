import { saveOpinionDraft } from '#usecases/hand-in-opinion.ts'
import { saveRoomText } from '#usecases/save-review-text.ts'
import { byAnother } from '../by-another.ts'
import { readForm, statusOf } from '../form.ts'
import { postOnly } from '../post-only.ts'
import { opinionFrom } from '../room/asked.ts'
import { textFrom } from '../room/texts.ts'
import { visitOf } from '../visit.ts'
import type { Route } from './+types/review-save'

export const loader = postOnly

/** Autosave of a draft, the minutes or the summary, answered in JSON: when it was saved, the other text where there is a conflict, or why not. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const refused = byAnother(visit, form)
  if (refused) return refused
  const kind = form.told('do')
  const { review } = params
  const saved =
    kind === 'minutes' || kind === 'summary'
      ? await visit.act('opinion:write', (tx, doing) =>
          saveRoomText(tx, doing, { review, kind, fields: textFrom(form, kind), seen: form.told('seen') }),
        )
      : await visit.act('opinion:write', (tx, doing) =>
          saveOpinionDraft(tx, doing, {
            review,
            place: form.told('place').slice(0, 200),
            fields: opinionFrom(form),
          }),
        )
  return saved.ok
    ? Response.json({ ok: true, ...saved.value })
    : Response.json(saved, { status: statusOf(saved.why) })
}
