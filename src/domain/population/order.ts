const BINS = 1024

/** 順序統計量をとる場所: reused from call to call, so that nothing is allocated while paths run. */
export type OrderRoom = {
  readonly counts: Int32Array
  readonly marks: Int8Array
  readonly kept: Float64Array
}

export const orderRoom = (most: number): OrderRoom => ({
  counts: new Int32Array(BINS),
  marks: new Int8Array(BINS),
  kept: new Float64Array(most),
})

/**
 * 分位点: of the first `count` values, for each share the least value that has at least that share of them at or below it. An order
 * statistic, not an interpolation and not the edge of a bin. Shares ascending; values finite.
 */
export function quantilesInto(
  values: Float64Array,
  count: number,
  shares: readonly number[],
  into: Float64Array,
  at: number,
  { counts, marks, kept }: OrderRoom,
): void {
  const [low, high] = coreOf(values, count, kept)
  if (!(high > low)) {
    into.fill(low, at, at + shares.length)
    return
  }
  const scale = BINS / (high - low)
  counts.fill(0)
  for (let each = 0; each < count; each += 1) {
    const bin = binOf(((values[each] as number) - low) * scale)
    counts[bin] = (counts[bin] as number) + 1
  }
  const found = binsOf(counts, count, shares)
  marks.fill(0)
  for (const { bin } of found) marks[bin] = 1
  let held = 0
  for (let each = 0; each < count; each += 1) {
    const value = values[each] as number
    if (marks[binOf((value - low) * scale)] !== 0) kept[held++] = value
  }
  // Bins are in order and so are the values in them: after sorting, a rank is its place among the kept ones.
  sortFirst(kept, held)
  let before = 0
  let last = -1
  for (const [which, { bin, rank }] of found.entries()) {
    if (last >= 0 && bin !== last) before += counts[last] as number
    last = bin
    into[at + which] = kept[before + rank] as number
  }
}

/** A few are put in order on the spot; a call of the engine's own sort would take longer. */
const FEW = 64

function sortFirst(values: Float64Array, count: number): void {
  if (count > FEW) {
    values.subarray(0, count).sort()
    return
  }
  for (let each = 1; each < count; each += 1) {
    const value = values[each] as number
    let place = each
    while (place > 0 && (values[place - 1] as number) > value) {
      values[place] = values[place - 1] as number
      place -= 1
    }
    values[place] = value
  }
}

const binOf = (place: number): number => (place <= 0 ? 0 : place >= BINS ? BINS - 1 : place | 0)

const SAMPLE = 64
/** So many of the sample are left out on either side: where tails are heavy, the least and the largest value say nothing of the rest. */
const OUTSIDE = 2

/** Where most values lie, by a sample; all of them where that is one point. What lies outside goes into the outermost bins. */
function coreOf(values: Float64Array, count: number, room: Float64Array): readonly [number, number] {
  if (count > SAMPLE) {
    const stride = count / SAMPLE
    for (let each = 0; each < SAMPLE; each += 1) room[each] = values[Math.floor(each * stride)] as number
    sortFirst(room, SAMPLE)
    const core = [room[OUTSIDE] as number, room[SAMPLE - 1 - OUTSIDE] as number] as const
    if (core[1] > core[0]) return core
  }
  let [least, most] = [values[0] as number, values[0] as number]
  for (let each = 1; each < count; each += 1) {
    const value = values[each] as number
    if (value < least) least = value
    if (value > most) most = value
  }
  return [least, most]
}

/** For each share the bin of its order statistic, and its rank within the bin, from 0. */
function binsOf(counts: Int32Array, count: number, shares: readonly number[]) {
  let bin = 0
  let below = 0
  return shares.map((share) => {
    // Less a hair, so that 0.9 × 1,000 is the 900th and not the 901st.
    const rank = Math.max(0, Math.ceil(share * count - 1e-9) - 1)
    while (below + (counts[bin] as number) <= rank) {
      below += counts[bin] as number
      bin += 1
    }
    return { bin, rank: rank - below }
  })
}
