import type { OpinionKind } from '#domain/cycle/opinion.ts'
import { MINUTES_FIELDS, type MinutesFields } from '#domain/cycle/review.ts'
import type { Words } from '#words/words.ts'
import type { Block, Document } from './document.ts'

/** 議事録の中身: what was kept, what members said (by affiliation), the summary and the sign-off. */
export type Minutes = {
  readonly year: number
  readonly meeting: {
    readonly title: string
    readonly day: string
    readonly time: string
    readonly place: string
  }
  readonly pack: { readonly number: number; readonly fixedAt: string; readonly sha256: string } | undefined
  readonly fields: MinutesFields
  readonly opinions: readonly {
    readonly number?: number
    readonly affiliation?: string
    readonly kind?: OpinionKind
    readonly text: string
  }[]
  readonly summary: string
  readonly signed: { readonly at: string; readonly reference: string | undefined } | undefined
}

/** 議事録 as a paper. */
export function minutesDocument(
  { year, meeting, pack, fields, opinions, summary, signed }: Minutes,
  words: Words,
): Document {
  const { room } = words
  const section = (title: string, text: string): readonly Block[] =>
    text.trim() === ''
      ? []
      : [
          { kind: 'heading', level: 1, text: title },
          ...text.split(/\n+/).map((line): Block => ({ kind: 'paragraph', text: line })),
        ]
  const when = room.meeting(meeting.day, meeting.time, meeting.place, '')
  return {
    title: `${room.paperTitle(year)} ${meeting.title} ${room.minutes}`,
    lang: words.lang,
    subtitle: [
      ...(when ? [room.paperWhen(when)] : []),
      ...(pack ? [room.paperPack(pack.number, words.moment(pack.fixedAt)), room.paperHash(pack.sha256)] : []),
    ],
    blocks: [
      ...MINUTES_FIELDS.flatMap((name) => section(room.minutesFields[name], fields[name])),
      ...(opinions.length > 0
        ? [
            { kind: 'heading' as const, level: 1, text: room.paperOpinions },
            {
              kind: 'table' as const,
              columns: [
                { heading: room.opinionNumber, width: 2, align: 'left' as const },
                { heading: room.members, width: 3, align: 'left' as const },
                { heading: room.kind, width: 2, align: 'left' as const },
                { heading: room.text, width: 9, align: 'left' as const },
              ],
              rows: opinions.map(({ number, affiliation, kind, text }) => ({
                kind: 'cells' as const,
                cells: [
                  number === undefined ? '' : room.number(year, number),
                  affiliation ?? '',
                  kind ? room.kinds[kind] : '',
                  text,
                ],
              })),
            },
          ]
        : []),
      ...section(room.summary, summary),
      ...(signed
        ? [{ kind: 'paragraph' as const, text: room.signed(words.moment(signed.at), signed.reference) }]
        : []),
    ],
  }
}
