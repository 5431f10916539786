import { handInOpinion, saveOpinionDraft } from '#usecases/hand-in-opinion.ts'
import { judgeInRoom } from '#usecases/judge-in-room.ts'
import { saveRoomText } from '#usecases/save-review-text.ts'
import { signReview } from '#usecases/sign-review.ts'
import type { SentForm } from '../form.ts'
import type { Visit } from '../visit.ts'
import { opinionFrom } from './asked.ts'
import { textFrom } from './texts.ts'

type Asked = {
  readonly commitment: string
  readonly grade: string
  readonly comment: string
  readonly reason: string
}

export const judgementFrom = ({ told }: SentForm): Asked => ({
  ...{
    commitment: told('commitment'),
    grade: told('grade'),
    comment: told('comment'),
    reason: told('reason'),
  },
})

/** What a form of the room asks: hand in or keep an opinion, judge for the panel, write the summary, sign. */
export async function actInRoom(visit: Visit, review: string, form: SentForm) {
  const { told } = form
  const place = told('place').slice(0, 200)
  const edits = told('edits')
  switch (told('do')) {
    case 'draft':
      return visit.act('opinion:write', (tx, doing) =>
        saveOpinionDraft(tx, doing, {
          ...{ review, place: edits ? `${place}#${edits}` : place, fields: opinionFrom(form) },
        }),
      )
    case 'judge':
      return visit.act('opinion:write', (tx, doing) =>
        judgeInRoom(tx, doing, { review, plan: told('plan'), seen: told('seen'), ...judgementFrom(form) }),
      )
    case 'summary':
      return visit.act('opinion:write', (tx, doing) =>
        saveRoomText(tx, doing, {
          review,
          kind: 'summary',
          fields: textFrom(form, 'summary'),
          seen: told('seen'),
        }),
      )
    case 'sign':
      return visit.act('opinion:write', (tx, doing) =>
        signReview(tx, doing, {
          ...{ review, reference: told('reference').slice(0, 200) },
          shown: { summary: textFrom(form, 'summary').summary ?? '', seen: told('seen') },
        }),
      )
    default:
      return visit.act('opinion:write', (tx, doing) =>
        handInOpinion(tx, doing, {
          ...{ review, place, fields: opinionFrom(form) },
          ...(edits ? { edits: { id: edits, seen: told('seen') } } : {}),
          ...(told('spokenBy') ? { spokenBy: told('spokenBy') } : {}),
        }),
      )
  }
}
