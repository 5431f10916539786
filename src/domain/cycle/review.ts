import { done, type Outcome, refuse } from '../shared/outcome.ts'

/** 検証の回の状態: preparing (no pack yet) → reading (members read and write) → closed (opinions are in) → signed. */
export type ReviewState = 'preparing' | 'reading' | 'closed' | 'signed'

/** When and where, as announced. Days are `YYYY-MM-DD`, a time is as it was written. */
export type Meeting = {
  readonly title: string
  readonly day: string
  readonly time: string
  readonly place: string
  /** 意見のしめきり. */
  readonly due: string
}

/** 委員会の判定 of one promise, as the chair gave it in the room. */
export type RoomJudgement = {
  readonly plan: string
  readonly commitment: string
  readonly grade: string
  readonly comment: string
  readonly reason: string
}

/** 確認 (sign-off): by the chair in the room, or by a planner who names the paper that the chair signed. */
export type SignOff = { readonly how: 'chair' } | { readonly how: 'paper'; readonly reference: string }

/** 一手 (move). What people do is a list that is only added to; where the review stands follows from it (ADR 0011). */
export type ReviewMove =
  | { readonly move: 'open'; readonly detail: Meeting }
  | { readonly move: 'change'; readonly detail: Meeting }
  | { readonly move: 'pack'; readonly detail: { readonly number: number } }
  | { readonly move: 'close'; readonly detail: Readonly<Record<string, never>> }
  | { readonly move: 'judge'; readonly detail: RoomJudgement }
  | { readonly move: 'sign'; readonly detail: SignOff }
  | { readonly move: 'reopen'; readonly detail: Readonly<Record<string, never>> }

export type MadeMove = ReviewMove & {
  readonly reason?: string
  readonly at: string
  readonly by: string
}

const NEXT: Readonly<Record<ReviewState, Partial<Record<ReviewMove['move'], ReviewState>>>> = {
  preparing: { change: 'preparing', pack: 'reading' },
  reading: { change: 'reading', pack: 'reading', judge: 'reading', close: 'closed' },
  closed: { change: 'closed', judge: 'closed', sign: 'signed', reopen: 'reading' },
  signed: { reopen: 'closed' },
}

export type ReviewRefused =
  | 'pack-missing'
  | 'opinions-closed'
  | 'opinions-open'
  | 'review-signed'
  | 'nothing-closed'

/** The state after the moves made so far. A move that could not be made changes nothing. */
export const reviewState = (moves: readonly Pick<ReviewMove, 'move'>[]): ReviewState =>
  moves.reduce<ReviewState>((state, { move }) => NEXT[state][move] ?? state, 'preparing')

/** The next state, or why the move cannot be made. */
export function moveReview(
  state: ReviewState,
  move: ReviewMove['move'],
): Outcome<ReviewState, ReviewRefused> {
  const next = NEXT[state][move]
  if (next) return done(next)
  if (state === 'signed') return refuse('review-signed')
  if (move === 'reopen') return refuse('nothing-closed')
  if (state === 'preparing') return refuse('pack-missing')
  return refuse(move === 'sign' ? 'opinions-open' : 'opinions-closed')
}

/** The meeting as last announced. */
export const meetingOf = (moves: readonly ReviewMove[]): Meeting | undefined =>
  moves.reduce<Meeting | undefined>(
    (found, each) => (each.move === 'open' || each.move === 'change' ? each.detail : found),
    undefined,
  )

/** 委員会の判定 by promise, the latest of each. */
export const roomJudgements = (
  moves: readonly MadeMove[],
): readonly (RoomJudgement & { readonly at: string })[] => [
  ...new Map(
    moves.flatMap((each) =>
      each.move === 'judge' ? [[each.detail.commitment, { ...each.detail, at: each.at }] as const] : [],
    ),
  ).values(),
]

/** 確認ずみ: the sign-off that stands; none while the review is open again. */
export const signOffOf = (moves: readonly MadeMove[]): (SignOff & { readonly at: string }) | undefined => {
  const last = moves.findLast(({ move }) => move === 'sign')
  return reviewState(moves) === 'signed' && last?.move === 'sign'
    ? { ...last.detail, at: last.at }
    : undefined
}

/** May members write and change their opinions? */
export const takesOpinions = (state: ReviewState): boolean => state === 'reading'
/** May anything at all still be written? */
export const isWritable = (state: ReviewState): boolean => state !== 'signed'
/** Are the opinions those of the panel, to be answered and published? */
export const isSettled = (state: ReviewState): boolean => state === 'closed' || state === 'signed'

/** 議事録 and 委員長総括, as typed. */
export const MINUTES_FIELDS = ['attendees', 'agenda', 'discussion', 'conclusion'] as const
export type MinutesFields = Readonly<Record<(typeof MINUTES_FIELDS)[number], string>>
export const SUMMARY_FIELDS = ['summary'] as const
export type SummaryFields = Readonly<Record<(typeof SUMMARY_FIELDS)[number], string>>
export type TextKind = 'minutes' | 'summary'

/** Longest text of one field, in characters. */
export const LONGEST_TEXT = 40_000
