import { can } from '#domain/access/can.ts'
import {
  isWritable,
  LONGEST_TEXT,
  MINUTES_FIELDS,
  SUMMARY_FIELDS,
  type TextKind,
} from '#domain/cycle/review.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { findReviewText, type SavedText, saveReviewText } from '#store/review-texts.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { findRoom } from './open-review.ts'

export type TextFields = Readonly<Record<string, string>>

export type ToSaveText = {
  readonly review: string
  readonly kind: TextKind
  readonly fields: TextFields
  /** The saving that the person saw; empty for none. */
  readonly seen: string
}

/**
 * 議事録・総括を保存する (autosave). Minutes are kept by planning, the summary by the chair or for the chair. If somebody else saved meanwhile, theirs
 * stands and what was sent is set aside; both can be shown, and whoever chooses saves again upon the other.
 */
export async function saveRoomText(
  tx: WriteTx,
  { actor, now }: Doing,
  { review, kind, fields: sent, seen }: ToSaveText,
): Promise<
  Outcome<
    { readonly id: string; readonly savedAt: string; readonly conflict?: SavedText<TextFields> },
    'not-allowed' | 'no-such-review' | 'review-signed' | 'too-long'
  >
> {
  const room = await findRoom(tx, review, actor.id)
  if (!room) return refuse('no-such-review')
  const chairs = kind === 'summary' && room.seat?.chair === true && can(actor, 'opinion:write')
  if (!(chairs || can(actor, 'room:run'))) return refuse('not-allowed')
  if (!isWritable(room.state)) return refuse('review-signed')
  const names: readonly string[] = kind === 'minutes' ? MINUTES_FIELDS : SUMMARY_FIELDS
  const fields = Object.fromEntries(names.map((name) => [name, sent[name] ?? '']))
  const long = Object.values(fields).find(({ length }) => length > LONGEST_TEXT)
  if (long !== undefined) return refuse('too-long', { length: long.length, most: LONGEST_TEXT })
  const standing = await findReviewText<TextFields>(tx, review, kind)
  if (standing && names.every((name) => (standing.fields[name] ?? '') === fields[name]))
    return done({ id: standing.id, savedAt: standing.savedAt })
  const conflict = standing && standing.id !== seen ? standing : undefined
  const id = await saveReviewText(tx, review, kind, {
    ...{ fields, savedAt: now, savedBy: chairs ? (room.seat?.affiliation ?? '') : actor.name },
    ...{ basedOn: seen || undefined, setAside: conflict !== undefined },
  })
  return done({ id, savedAt: now, ...(conflict ? { conflict } : {}) })
}
