import { type StandingOpinion, standingOpinions } from '#domain/cycle/opinion.ts'
import { isSettled, reviewState } from '#domain/cycle/review.ts'
import { listOpinions } from '#store/opinions.ts'
import { listReviewMoves } from '#store/reviews.ts'
import type { ReadTx } from '#store/transaction.ts'

/**
 * 委員会の意見: each once, in its latest words and without the member's account. What is handed in to a room that is still open is not the
 * panel's yet, so nobody outside that room is shown it.
 */
export async function settledOpinions(
  tx: ReadTx,
  of: { readonly plan?: string } = {},
): Promise<readonly StandingOpinion[]> {
  const moves = Map.groupBy(await listReviewMoves(tx), ({ review }) => review)
  return standingOpinions(await listOpinions(tx, of))
    .filter(({ review }) => review === undefined || isSettled(reviewState(moves.get(review) ?? [])))
    .map(({ author: _, ...opinion }) => ({ ...opinion, before: [] }))
}
