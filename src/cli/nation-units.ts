import type { FlatUnits } from '#domain/population/flat.ts'
import { runUnits, unitRooms } from '#domain/population/nation.ts'

/** What every thread shares. `next`: the first unit that nobody has taken, and how many are done. */
export type NationShare = {
  readonly flat: FlatUnits
  readonly codes: Float64Array
  readonly kept: Float64Array
  readonly seed: number
  readonly paths: number
  readonly into: Float64Array
  readonly next: Int32Array
}

const CHUNK = 8

/** 計算を分けて引き受ける: the next few units, until none is left. `after` is awaited between them. */
export async function takeUnits(
  { flat, codes, kept, seed, paths, into, next }: NationShare,
  after?: () => Promise<void>,
): Promise<void> {
  const rooms = unitRooms(flat, paths)
  for (;;) {
    const from = Atomics.add(next, 0, CHUNK)
    if (from >= flat.units) return
    const to = Math.min(from + CHUNK, flat.units)
    runUnits(flat, codes, { from, to, seed, paths }, into, kept, rooms)
    Atomics.add(next, 1, to - from)
    await after?.()
  }
}
