/** 団体の変遷: what can happen to a government. */
export type LifeWhat = 'founded' | 'renamed' | 'merged-into' | 'split-into' | 'abolished'

/**
 * One event in a government's life. `other` is the code of the other side: what it merged into or split into, or, for a
 * founding by merger, one of those it was made of. 那珂川町 40305 → 那珂川市 40231.
 */
export type LifeEvent = {
  readonly code: string
  /** `YYYY-MM-DD`, the day from which it holds. */
  readonly day: string
  readonly what: LifeWhat
  readonly other?: string
  /** Names as they were, or a short note. */
  readonly note?: string
}

/**
 * The codes that answer on a day for what a code stood for: itself, or whatever it was merged or split into by then. Follows
 * chains; a circle in the data ends where it began.
 */
export function codesOn(events: readonly LifeEvent[], code: string, day: string): readonly string[] {
  const seen = new Set<string>()
  const follow = (one: string): readonly string[] => {
    if (seen.has(one)) return []
    seen.add(one)
    const gone = events.filter(
      (each) => each.code === one && each.day <= day && each.what !== 'founded' && each.what !== 'renamed',
    )
    if (gone.length === 0) return [one]
    return gone.flatMap(({ other }) => (other === undefined ? [] : follow(other)))
  }
  return follow(code)
}
