import { data } from 'react-router'
import { can } from '#domain/access/can.ts'
import { isSettled, signOffOf } from '#domain/cycle/review.ts'
import { viewRoom } from '#usecases/view-room.ts'
import { minutesDocument } from '#writers/review-minutes.ts'
import { packDocument } from '#writers/review-pack.ts'
import { langOf } from '../paths.ts'
import { visitOf } from '../visit.ts'
import { wordsOf } from '../words.tsx'
import type { Route } from './+types/review-paper'

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

const EMPTY = { attendees: '', agenda: '', discussion: '', conclusion: '' }

/** 資料一式 and 議事録 as Word or PDF. Minutes are shown to members once the opinions are closed. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  if (!can(visit.actor, 'room:read')) throw data({ why: 'not-allowed' }, 403)
  const url = new URL(request.url)
  const words = wordsOf(langOf(url))
  const asked = url.searchParams.get('pack')
  const file = (url.pathname.split('/').at(-1) ?? '').replace(/\.data$/, '')
  const view = await visit.read((tx) =>
    viewRoom(tx, params.review, visit.actor.id, asked ? Number(asked) : undefined),
  )
  const isPack = file.startsWith('pack.')
  const hidden = !isPack && !(can(visit.actor, 'staff:read') || (view && isSettled(view.state)))
  if (!view || hidden || (isPack && !view.read))
    throw data({ why: 'no-such-review', value: params.review }, 404)
  const { meeting, read, review, opinions, minutes, summary } = view
  const signed = signOffOf(view.moves)
  const document =
    isPack && read
      ? packDocument(read.pack, { meeting: meeting.title, ...read.record }, words)
      : minutesDocument(
          {
            ...{ year: review.year, meeting, pack: read?.record, opinions },
            fields: minutes?.fields ?? EMPTY,
            summary: summary?.fields.summary ?? '',
            signed: signed && {
              at: signed.at,
              reference: signed.how === 'paper' ? signed.reference : undefined,
            },
          },
          words,
        )
  const format = file.endsWith('.pdf') ? 'pdf' : 'docx'
  // The printers are loaded when they are asked for.
  const content =
    format === 'pdf'
      ? await (await import('#writers/pdf.ts')).writePdf(document)
      : await (await import('#writers/docx.ts')).writeDocx(document)
  return new Response(Uint8Array.from(content), {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="review-${review.id}-${file}"`,
    },
  })
}
