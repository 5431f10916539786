/** 手紙 (letter): what a person is to be told. An invitation and a reset carry a link to set a password, made when it is sent. */
export const LETTER_KINDS = ['invitation', 'added', 'reset'] as const
/** 進行の知らせ: what is to be done or came back; it leads to a page and opens nothing. */
export const NOTICE_KINDS = ['reminder', 'digest', 'returned', 'question', 'answer'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]
export type LetterKind = (typeof LETTER_KINDS)[number] | NoticeKind

export const isNotice = (kind: LetterKind): kind is NoticeKind =>
  (NOTICE_KINDS as readonly string[]).includes(kind)

export type Attempt = {
  readonly what: 'begun' | 'sent' | 'failed' | 'given-up' | 'shown'
  readonly at: string
  readonly error?: string
}

const MINUTE = 60_000

/** Pauses after the first, second, … failure, in minutes. Afterwards the letter is given up. */
const PAUSES = [1, 5, 15, 60, 240, 720, 1440] as const

/** A sending that began and said nothing more was cut off, and may begin again after this. */
const CUT_OFF_MINUTES = 10

/** A letter that waited longer than this says nothing true any more. */
const STALE_DAYS = 7

export type Next =
  | { readonly do: 'send' | 'give-up' | 'nothing' }
  | { readonly do: 'wait'; readonly until: string }

/** 次の一手: what to do with a letter now, from what was tried. */
export function nextStep(queuedAt: string, attempts: readonly Attempt[], now: string): Next {
  if (attempts.some(({ what }) => what === 'sent' || what === 'given-up')) return { do: 'nothing' }
  const at = Date.parse(now)
  if (at - Date.parse(queuedAt) > STALE_DAYS * 24 * 60 * MINUTE) return { do: 'give-up' }
  const tried = attempts.filter(({ what }) => what !== 'shown')
  const last = tried.at(-1)
  if (!last) return { do: 'send' }
  const failures = tried.filter(({ what }) => what === 'failed').length
  const minutes = last.what === 'begun' ? CUT_OFF_MINUTES : PAUSES[failures - 1]
  if (minutes === undefined) return { do: 'give-up' }
  const until = Date.parse(last.at) + minutes * MINUTE
  return at >= until ? { do: 'send' } : { do: 'wait', until: new Date(until).toISOString() }
}
