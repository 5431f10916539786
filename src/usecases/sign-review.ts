import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { type MoveReviewRefused, moveRoom } from './open-review.ts'
import { saveRoomText } from './save-review-text.ts'

export type ToSign = {
  readonly review: string
  readonly reference: string
  /** 見ていた総括: the summary as the page showed it, and the saving it was written upon; empty for none. */
  readonly shown: { readonly summary: string; readonly seen: string }
}

/**
 * 見ていた総括を確認する: what is sealed is the summary that the person had before them. It is saved first where it differs; where somebody else saved
 * in between, nothing is signed and nothing is saved.
 */
export async function signReview(
  tx: WriteTx,
  doing: Doing,
  { review, reference, shown: { summary, seen } }: ToSign,
): Promise<Outcome<{ readonly review: string }, MoveReviewRefused | 'summary-changed'>> {
  const saved = await saveRoomText(tx, doing, { review, kind: 'summary', fields: { summary }, seen })
  if (!saved.ok) return saved
  if (saved.value.conflict) return refuse('summary-changed', { by: saved.value.conflict.savedBy })
  const moved = await moveRoom(tx, doing, { review, move: 'sign', reference })
  return moved.ok ? done({ review }) : moved
}
