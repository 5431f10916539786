import {
  OPINION_KINDS,
  type OpinionFields,
  RESPONSE_STATES,
  readCite,
  STANCES,
} from '#domain/cycle/opinion.ts'
import type { Meeting } from '#domain/cycle/review.ts'
import type { SentForm } from '../form.ts'

/** An opinion as a form sends it. Cites come as one field each, or joined by commas from the autosave. */
export const opinionFrom = ({ told, all }: SentForm): OpinionFields => ({
  subject: told('subject'),
  kind: OPINION_KINDS.find((each) => each === told('kind')) ?? '',
  stance: STANCES.find((each) => each === told('stance')) ?? '',
  text: told('text'),
  cites: all('cites')
    .flatMap((each) => each.split(','))
    .flatMap((each) => readCite(each) ?? []),
})

export const meetingFrom = ({ told }: SentForm): Meeting => ({
  ...{ title: told('title'), time: told('time'), place: told('place') },
  ...{ day: told('day').normalize('NFKC'), due: told('due').normalize('NFKC') },
})

export const responseState = (told: string) => RESPONSE_STATES.find((each) => each === told)
