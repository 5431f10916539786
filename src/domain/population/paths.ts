import { type AreaPath, womenOf } from './area-path.ts'
import { fillHeaviness, fillNormal, type Stream, streamOf } from './random.ts'
import { ageBearers, ageOldest, ageTwo, bear, type OldestRates, type TwoRates, twoRates } from './rows.ts'
import { PERSISTENCE, type ShockScales } from './shocks.ts'

/** Paths that run together, so that what they need stays in the cache; not a power of two, or all rows would meet in the same part of it. */
const BLOCK = 520

/** 人口の道すじ: persons by `[step][path]`. What is left out is not stored. */
export type PathTotals = {
  readonly total: Float64Array
  readonly young?: Float64Array
  readonly working?: Float64Array
  readonly old?: Float64Array
}

/** 計算の場所: made once for areas of one shape, and used again. */
export type PathRoom = {
  readonly rows: Float64Array
  readonly rates: TwoRates
  readonly block: Readonly<
    Record<
      | ('draw' | 'heaviness' | 'young' | 'working' | 'women' | 'old' | 'oldestMen' | 'oldestWomen')
      | ('fertility' | 'survival' | 'migration' | 'births' | 'deaths' | 'moves'),
      Float64Array
    >
  >
}

export function pathRoom(groups: number, steps: number): PathRoom {
  const one = () => new Float64Array(BLOCK)
  return {
    rows: new Float64Array((groups + steps) * BLOCK),
    rates: twoRates(),
    block: {
      ...{ draw: one(), heaviness: one(), young: one(), working: one(), women: one(), old: one() },
      ...{ oldestMen: one(), oldestWomen: one() },
      ...{ fertility: one(), survival: one(), migration: one(), births: one(), deaths: one(), moves: one() },
    },
  }
}

const PURPOSE = { heaviness: 1_000, again: 1_001, fertility: 0, survival: 1, migration: 2 } as const

/**
 * 道すじを走らせる: `paths` projections of an area, each with its own shocks. The shocks of path p depend on seed, area and p alone.
 *
 *     P[x+1](t+5) = P̂[x+1](t+5)·g(t+5),  g(t+5) = g(t)·(1 + shape[x]·(Lm − 1))·(1 + death[x]·(Lv − 1))
 *     K(t+5) = K̂(t+5)·Lf·Σ P ÷ Σ P̂  of the women of 15–49
 *
 * P̂ is the path without shocks, g what the shocks have made of a cohort, the same for men and women; the open group is kept by sex.
 * L = level(heaviness · z), z = persistence · z + scale · normal draw, of migration, deaths and fertility.
 */
export function runPaths(
  area: AreaPath,
  scales: ShockScales,
  { seed, code, paths }: { readonly seed: number; readonly code: number; readonly paths: number },
  out: PathTotals,
  room: PathRoom,
): void {
  const heavy = streamOf(seed, code, PURPOSE.heaviness)
  const again = streamOf(seed, code, PURPOSE.again)
  const streams = Array.from({ length: area.steps }, (_, step) => ({
    fertility: streamOf(seed, code, step * 3 + PURPOSE.fertility),
    survival: streamOf(seed, code, step * 3 + PURPOSE.survival),
    migration: streamOf(seed, code, step * 3 + PURPOSE.migration),
  }))
  const { block } = room
  for (let from = 0; from < paths; from += BLOCK) {
    const count = Math.min(BLOCK, paths - from)
    fillHeaviness(heavy, again, from, block.heaviness, count)
    start(area, room, count)
    for (const [step, stream] of streams.entries()) {
      const { draw, heaviness } = block
      const shock = (
        which: Stream,
        held: Float64Array,
        keeps: number,
        scale: number,
        most: number,
        level: Float64Array,
      ) => {
        fillNormal(which, from, draw, count)
        shockLevels(draw, held, heaviness, keeps, scale, most, level, count)
      }
      const { fertility, survival, migration } = PERSISTENCE
      shock(stream.fertility, block.fertility, fertility, scales.fertility, MOST_LEVEL, block.births)
      shock(stream.survival, block.survival, survival, scales.survival, MOST_DEATHS, block.deaths)
      shock(
        stream.migration,
        block.migration,
        migration,
        scales.migration[step] as number,
        MOST_LEVEL,
        block.moves,
      )
      advance(area, step, room, count)
      gather(block, out, step * paths + from, count)
    }
  }
}

/** Where the level has its largest value, 13.9; shocks are cut there. */
const MOST_LEVEL = 3.4
/** Level 1.9, so that no more die than live. */
const MOST_DEATHS = 0.64

/** level(x) − 1, level(x) = (12 + 6x + x²) ÷ (12 − 6x + x²): eˣ to 0.1 % for |x| < 1, never 0, and level(−x) = 1 ÷ level(x). */
function shockLevels(
  draw: Float64Array,
  held: Float64Array,
  heaviness: Float64Array,
  keeps: number,
  scale: number,
  most: number,
  level: Float64Array,
  count: number,
): void {
  // A sum is held as a bare number; the argument itself would be wrapped anew for every path.
  const top = most + 0
  for (let p = 0; p < count; p += 1) {
    const state = keeps * (held[p] as number) + scale * (draw[p] as number)
    held[p] = state
    let x = state * (heaviness[p] as number)
    if (x > top) x = top
    else if (x < -MOST_LEVEL) x = -MOST_LEVEL
    level[p] = (12 * x) / (12 - 6 * x + x * x)
  }
}

/** Age a after step t lives in row `steps − t + a`: a cohort keeps its row. */
const rowOf = ({ steps }: AreaPath, age: number, step: number): number => (steps - step + age) * BLOCK

function start(area: AreaPath, { rows, block }: PathRoom, count: number): void {
  const { groups } = area
  const base = area.people[0] as Float64Array
  const first = rowOf(area, 0, 0)
  rows.fill(1, first, first + groups * BLOCK)
  block.oldestMen.fill(base[groups - 1] as number, 0, count)
  block.oldestWomen.fill(base[2 * groups - 1] as number, 0, count)
  for (const held of [block.fertility, block.survival, block.migration]) held.fill(0, 0, count)
}

/** Source groups that become 15–19 to 50–54: mothers, and one more so that they are even. */
const BEARERS = [2, 10] as const
/** Sources up to this one stay below 65. */
const LAST_WORKING = 12

function advance(area: AreaPath, step: number, { rows, block, rates }: PathRoom, count: number): void {
  const { groups } = area
  const { moves, deaths, births, young, working, women, old } = block
  for (const sum of [young, working, women, old]) sum.fill(0, 0, count)
  const next = area.people[step + 1] as Float64Array
  for (let from = 0; from < groups - 2; from += 2) {
    // The last one may be alone: beside it goes the row of those who reach the open group, without weight and without shock.
    const alone = from + 1 === groups - 2
    setRates(rates, 0, area, next, from)
    if (alone) rates.fill(0, 4)
    else setRates(rates, 4, area, next, from + 1)
    const [one, other] = [rowOf(area, from, step), rowOf(area, from + 1, step)]
    if (from >= BEARERS[0] && from < BEARERS[1])
      ageBearers(rows, one, other, rates, moves, deaths, working, women, count)
    else {
      const sum = from < BEARERS[0] ? young : from < LAST_WORKING ? working : old
      ageTwo(rows, one, other, rates, moves, deaths, sum, count)
    }
  }
  const oldest = oldestRates(area, step, next)
  const reaching = rowOf(area, groups - 2, step)
  ageOldest(rows, reaching, block.oldestMen, block.oldestWomen, oldest, moves, deaths, old, count)
  const mothers = womenOf(next, groups)
  const children = (next[0] as number) + (next[groups] as number)
  const born = rowOf(area, 0, step + 1)
  bear(rows, born, mothers > 0 ? 1 / mothers : 0, children, births, women, young, count)
}

function setRates(into: TwoRates, at: number, area: AreaPath, next: Float64Array, from: number): void {
  const women = next[area.groups + from + 1] as number
  into[at] = area.migration[from] as number
  into[at + 1] = area.survival[from] as number
  into[at + 2] = (next[from + 1] as number) + women
  into[at + 3] = from <= 8 ? women : 0
}

function oldestRates(
  { groups, people, migration, survival }: AreaPath,
  step: number,
  next: Float64Array,
): OldestRates {
  const now = people[step] as Float64Array
  const of = (sex: number) => {
    const at = sex * groups + groups - 1
    const [reach, after] = [now[at - 1] as number, next[at] as number]
    const before = reach + (now[at] as number)
    return { reach, kept: before > 0 ? after / before : 0, more: before > 0 ? 0 : after }
  }
  const [men, women] = [of(0), of(1)]
  return {
    ...{ reachMen: men.reach, keptMen: men.kept, moreMen: men.more },
    ...{ reachWomen: women.reach, keptWomen: women.kept, moreWomen: women.more },
    ...{ migration: migration[groups - 2] as number, survival: survival[groups - 2] as number },
  }
}

function gather(
  { young, working, old }: PathRoom['block'],
  out: PathTotals,
  at: number,
  count: number,
): void {
  const { total } = out
  for (let p = 0; p < count; p += 1)
    total[at + p] = (young[p] as number) + (working[p] as number) + (old[p] as number)
  out.young?.set(young.subarray(0, count), at)
  out.working?.set(working.subarray(0, count), at)
  out.old?.set(old.subarray(0, count), at)
}
