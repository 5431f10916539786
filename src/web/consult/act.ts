import { randomUUID } from 'node:crypto'
import { CHANNELS, type CommentGroup, OUTCOMES } from '#domain/cycle/consultation.ts'
import { type Outcome, refuse } from '#domain/shared/outcome.ts'
import { commentTable } from '#readers/comment-table.ts'
import { readInWorker } from '#readers/in-worker.ts'
import {
  erasePeople,
  extendConsultation,
  publishComments,
  type ToComment,
  takeComment,
  takeComments,
  withdrawConsultation,
  writeGroup,
} from '#usecases/consult.ts'
import { dayInJapan } from '#usecases/today.ts'
import type { SentForm } from '../form.ts'
import type { Visit } from '../visit.ts'

export const CONSULT_DEEDS = [
  ...(['extend', 'withdraw', 'publish', 'erase', 'take', 'takeMany', 'group'] as const),
] as const
export type ConsultDeed = (typeof CONSULT_DEEDS)[number]

/** Larger than any table of comments that people type. */
const MOST_BYTES = 5_000_000

/** Runs what one form of the page asks for. */
export function handle(
  visit: Visit,
  id: string,
  deed: ConsultDeed,
  form: SentForm,
): Promise<Outcome<unknown, string>> {
  const { told } = form
  const reason = told('reason')
  switch (deed) {
    case 'extend':
      return visit.act('comment:handle', (tx, doing) =>
        extendConsultation(tx, doing, { id, reason, until: told('until') }),
      )
    case 'withdraw':
      return visit.act('comment:handle', (tx, doing) => withdrawConsultation(tx, doing, { id, reason }))
    case 'publish':
      return visit.act('comment:handle', (tx, doing) => publishComments(tx, doing, { id, reason }))
    case 'erase':
      return visit.act('comment:handle', (tx, doing) => erasePeople(tx, doing, id))
    case 'take':
      return visit.act('comment:handle', (tx, doing) =>
        takeComment(tx, { doing, now: doing.now }, id, {
          ...{ token: told('token') || randomUUID(), text: told('text'), about: told('about') },
          channel: CHANNELS.find((each) => each === told('channel')) ?? 'mail',
          receivedOn: told('receivedOn') || dayInJapan(doing.now),
          person: { name: told('name'), contact: told('contact') },
        }),
      )
    case 'takeMany':
      return takeMany(visit, id, form)
    case 'group':
      return visit.act('comment:answer', (tx, doing) =>
        writeGroup(tx, doing, id, {
          key: told('key').slice(0, 64),
          fields: groupIn(form),
          seen: told('seen'),
        }),
      )
  }
}

export const groupIn = ({ told, all }: SentForm): CommentGroup => ({
  ...{ heading: told('heading'), summary: told('summary'), comments: all('comment'), answer: told('answer') },
  outcome: OUTCOMES.find((each) => each === told('outcome')) ?? '',
  ...{ change: told('change'), department: told('department') },
})

/** The rows of a table. A row that is sent again with the same words of the same table is the same comment. */
async function takeMany(visit: Visit, id: string, form: SentForm): Promise<Outcome<unknown, string>> {
  const file = form.file('file')
  const pasted = form.told('table')
  if (!file && pasted === '') return refuse('comment-missing')
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(pasted)
  if (bytes.length > MOST_BYTES) return refuse('document-too-large')
  const lines = commentTable(await readInWorker(bytes, file?.name ?? 'comments.csv'), dayInJapan(visit.now))
  if (!lines) return refuse('no-comment-column')
  if (lines.length === 0) return refuse('comment-missing')
  const token = form.told('token') || randomUUID()
  const comments = lines.map(
    ({ row, name, contact, ...line }): ToComment => ({
      ...{ ...line, token: `${token}-${row}`, person: { name, contact } },
    }),
  )
  return visit.act('comment:handle', (tx, doing) => takeComments(tx, doing, id, comments))
}
