import { done, type Outcome, refuse } from '../shared/outcome.ts'

/** 年度の状態: 入力中 → 締め → 公表ずみ. Reopening goes back with a reason; a published year can be published again, as a correction. */
export type YearState = 'open' | 'closed' | 'published'

/** A move of the yearly cycle. */
export type YearMove = 'close' | 'reopen' | 'publish'

const NEXT: Readonly<Record<YearState, Partial<Record<YearMove, YearState>>>> = {
  open: { close: 'closed' },
  closed: { reopen: 'open', publish: 'published' },
  published: { reopen: 'open', publish: 'published' },
}

export type MoveRefused = 'already-closed' | 'not-closed' | 'already-open'

/** The next state, or why the move cannot be made. */
export function move(state: YearState, how: YearMove): Outcome<YearState, MoveRefused> {
  const next = NEXT[state][how]
  if (next) return done(next)
  if (how === 'close') return refuse('already-closed')
  return refuse(how === 'publish' ? 'not-closed' : 'already-open')
}

/** Where a year stands after the moves made so far, in order. Moves that are not allowed never got recorded. */
export const stateAfter = (moves: readonly YearMove[]): YearState =>
  moves.reduce<YearState>((state, how) => NEXT[state][how] ?? state, 'open')
