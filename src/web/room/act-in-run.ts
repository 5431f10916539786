import { fixPack } from '#usecases/fix-pack.ts'
import { moveRoom } from '#usecases/open-review.ts'
import { saveRoomText } from '#usecases/save-review-text.ts'
import { seatMember } from '#usecases/seat-member.ts'
import { signReview } from '#usecases/sign-review.ts'
import type { SentForm } from '../form.ts'
import type { Visit } from '../visit.ts'
import { meetingFrom } from './asked.ts'
import { textFrom } from './texts.ts'

/** What a form of the running page asks. */
export async function actInRun(visit: Visit, review: string, form: SentForm) {
  const { told, has } = form
  const wanted = told('do')
  const reason = told('reason')
  switch (wanted) {
    case 'seat':
    case 'unseat':
      return visit.act('room:run', (tx, doing) =>
        seatMember(tx, doing, {
          ...{ review, user: told('user'), affiliation: told('affiliation') },
          ...{ chair: has('chair'), removed: wanted === 'unseat' },
        }),
      )
    case 'fix':
      return visit.act('room:run', (tx, doing) =>
        fixPack(tx, doing, { review, seen: Number(told('seen')), reason }),
      )
    case 'minutes':
    case 'summary':
      return visit.act('room:run', (tx, doing) =>
        saveRoomText(tx, doing, { review, kind: wanted, fields: textFrom(form, wanted), seen: told('seen') }),
      )
    case 'change':
      return visit.act('room:run', (tx, doing) =>
        moveRoom(tx, doing, { review, move: 'change', meeting: meetingFrom(form) }),
      )
    case 'sign':
      return visit.act('room:run', (tx, doing) =>
        signReview(tx, doing, {
          ...{ review, reference: told('reference').slice(0, 200) },
          shown: { summary: textFrom(form, 'summary').summary ?? '', seen: told('seen') },
        }),
      )
    case 'reopen':
      return visit.act('room:run', (tx, doing) => moveRoom(tx, doing, { review, move: 'reopen', reason }))
    default:
      return visit.act('room:run', (tx, doing) => moveRoom(tx, doing, { review, move: 'close' }))
  }
}
