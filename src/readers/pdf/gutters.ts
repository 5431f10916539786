import type { Box } from './box.ts'

export type Interval = readonly [number, number]

/** Free stretches between −∞ and ∞ that no box covers. */
export function freeOf(boxes: readonly Box[]): readonly Interval[] {
  const found: Interval[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const [x, , width] of boxes.toSorted((a, b) => a[0] - b[0])) {
    if (x > end) found.push([end, x])
    end = Math.max(end, x + width)
  }
  found.push([end, Number.POSITIVE_INFINITY])
  return found
}

export function shared(one: readonly Interval[], other: readonly Interval[]): readonly Interval[] {
  const found: Interval[] = []
  for (const [a, b] of one)
    for (const [c, d] of other) {
      const [from, to] = [Math.max(a, c), Math.min(b, d)]
      if (to > from) found.push([from, to])
    }
  return found
}

/** Gutters with something on both sides. */
export const inner = (free: readonly Interval[], least: number): readonly Interval[] =>
  free.filter(([from, to]) => Number.isFinite(from) && Number.isFinite(to) && to - from >= least)

/** Things in rows: whatever overlaps in height stands in one band, whichever column it is in. */
export function bandsOf<T extends { readonly box: Box }>(things: readonly T[]): readonly (readonly T[])[] {
  const found: T[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const thing of things.toSorted((a, b) => a.box[1] - b.box[1])) {
    const [, y, , height] = thing.box
    const last = found.at(-1)
    if (last && y < end - 0.3 * Math.min(height, end - (last[0]?.box[1] ?? 0))) {
      last.push(thing)
      end = Math.max(end, y + height)
    } else {
      found.push([thing])
      end = y + height
    }
  }
  return found
}
