import type { AreaRates } from './area-rates.ts'
import { fillHeaviness, fillNormal, type Stream, streamOf } from './random.ts'
import { ageApart, agePair, bear, joinRows, moveApart, movePair, type RowRates, rowRates } from './rows.ts'
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
  readonly men: RowRates
  readonly women: RowRates
  readonly block: Readonly<
    Record<
      | ('draw' | 'heaviness' | 'young' | 'men' | 'women' | 'elder' | 'old')
      | ('fertility' | 'survival' | 'migration' | 'births' | 'deaths' | 'moves'),
      Float64Array
    >
  >
}

export function pathRoom(groups: number, steps: number): PathRoom {
  const one = () => new Float64Array(BLOCK)
  return {
    rows: new Float64Array((groups + steps) * 2 * BLOCK),
    men: rowRates(),
    women: rowRates(),
    block: {
      ...{ draw: one(), heaviness: one(), young: one(), men: one(), women: one(), elder: one(), old: one() },
      ...{ fertility: one(), survival: one(), migration: one(), births: one(), deaths: one(), moves: one() },
    },
  }
}

const PURPOSE = { heaviness: 1_000, again: 1_001, fertility: 0, survival: 1, migration: 2 } as const

/**
 * 道すじを走らせる: `paths` projections of an area, each with its own shocks. The shocks of path p depend on seed, area and p alone.
 *
 *     P[x+1](t+5) = P[x](t)·c[x]·(1 + shape[x]·(Lm − 1))·(1 + death[x]·(Lv − 1)) + A[x+1]
 *     K(t+5) = CWR·Lf·Σ women 15–49 (t+5)
 *
 * L = level(heaviness · z), z = persistence · z + scale · normal draw, of migration, deaths and fertility. Without shocks it is `step`.
 */
export function runPaths(
  area: AreaRates,
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

/** Age a after step t lives in row `steps − t + a` of its sex: a cohort keeps its row. */
const rowOf = ({ steps, groups }: AreaRates, sex: number, age: number, step: number): number =>
  (sex * (groups + steps) + steps - step + age) * BLOCK

function start(area: AreaRates, { rows, block }: PathRoom, count: number): void {
  for (let sex = 0; sex < 2; sex += 1)
    for (let age = 0; age < area.groups; age += 1) {
      const at = rowOf(area, sex, age, 0)
      rows.fill(area.base[sex * area.groups + age] as number, at, at + count)
    }
  for (const held of [block.fertility, block.survival, block.migration]) held.fill(0, 0, count)
}

function advance(area: AreaRates, step: number, { rows, block, men, women }: PathRoom, count: number): void {
  const { groups } = area
  const sources = groups - 1
  const { moves, deaths, births } = block
  for (const sum of [block.young, block.men, block.women, block.elder, block.old]) sum.fill(0, 0, count)
  for (const sex of [0, 1])
    joinRows(rows, rowOf(area, sex, sources - 1, step), rowOf(area, sex, sources, step), count)
  for (let from = 0; from < sources; from += 1) {
    const [male, female] = [rowOf(area, 0, from, step), rowOf(area, 1, from, step)]
    setRates(men, area, step, 0, from)
    setRates(women, area, step, 1, from)
    const sum = from < 2 ? block.young : from < 12 ? block.elder : block.old
    const nobodyDies = men[2] === 0 && women[2] === 0
    if (from >= 2 && from <= 8) {
      if (nobodyDies) moveApart(rows, male, female, men, women, moves, block.men, block.women, count)
      else ageApart(rows, male, female, men, women, moves, deaths, block.men, block.women, count)
    } else if (nobodyDies) movePair(rows, male, female, men, women, moves, sum, count)
    else agePair(rows, male, female, men, women, moves, deaths, sum, count)
  }
  const more = step * 2 * groups
  const born = {
    ratio: area.childWomanRatio[step] as number,
    share: area.maleShare[step] as number,
    moreBoys: area.additive[more] as number,
    moreGirls: area.additive[more + groups] as number,
  }
  const [boys, girls] = [rowOf(area, 0, 0, step + 1), rowOf(area, 1, 0, step + 1)]
  bear(rows, boys, girls, born, births, block.women, block.young, count)
}

function setRates(into: RowRates, area: AreaRates, step: number, sex: 0 | 1, from: number): void {
  const sources = area.groups - 1
  const place = sex * sources + from
  const change = area.change[step * 2 * sources + place] as number
  into[0] = change
  into[1] = change * (area.migration[place] as number)
  into[2] = area.survival[place] as number
  into[3] = area.additive[(step * 2 + sex) * area.groups + from + 1] as number
}

function gather(
  { young, men, women, elder, old }: PathRoom['block'],
  out: PathTotals,
  at: number,
  count: number,
): void {
  const { total } = out
  for (let p = 0; p < count; p += 1)
    total[at + p] =
      (young[p] as number) +
      ((men[p] as number) + (women[p] as number) + (elder[p] as number)) +
      (old[p] as number)
  out.young?.set(young.subarray(0, count), at)
  out.old?.set(old.subarray(0, count), at)
  const { working } = out
  if (working)
    for (let p = 0; p < count; p += 1)
      working[at + p] = (men[p] as number) + (women[p] as number) + (elder[p] as number)
}
