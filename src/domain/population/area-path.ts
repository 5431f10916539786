import type { FlatUnits } from './flat.ts'

/**
 * 中央の道すじと揺らぎの型 of one area: people `[sex][age]` of the base and after each step without shocks, and how strongly a shock meets each source group.
 */
export type AreaPath = {
  readonly groups: number
  readonly steps: number
  readonly people: readonly Float64Array[]
  /** 移動の型: 0–1 by source group. A migration shock of level L multiplies the cohort by 1 + shape·(L − 1). */
  readonly migration: Float64Array
  /** 死亡の型: −deaths ÷ who is left, so that a shock of level L multiplies deaths by L. 0 where hardly anybody dies. */
  readonly survival: Float64Array
}

/** What every group has of a migration shock; the group that moves most has nearly 1. */
const MIGRATION_LEAST = 0.4
/** Below this share of deaths in five years a mortality shock would not be seen. */
const DEATHS_LEAST = 0.01

/** One unit out of the flat arrays. `kept`: survival `[sex][source]` of the first step, where it is known; else the change cut at 1. */
export function areaPath(flat: FlatUnits, unit: number, kept?: Float64Array): AreaPath {
  const { groups, steps } = flat
  const people: Float64Array[] = [flat.base.slice(unit * 2 * groups, (unit + 1) * 2 * groups)]
  for (let step = 0; step < steps; step += 1)
    people.push(after(flat, unit, step, people[step] as Float64Array))
  return { groups, steps, people, ...shapesOf(flat, unit, kept) }
}

function after(flat: FlatUnits, unit: number, step: number, now: Float64Array): Float64Array {
  const { groups, units } = flat
  const row = step * units + unit
  const next = new Float64Array(2 * groups)
  for (let sex = 0; sex < 2; sex += 1)
    for (let to = 1; to < groups; to += 1) {
      const at = sex * groups + to
      const source = (now[at - 1] as number) + (to === groups - 1 ? (now[at] as number) : 0)
      const rate = flat.change[(row * 2 + sex) * (groups - 1) + to - 1] as number
      next[at] = source * rate + (flat.additive[row * 2 * groups + at] as number)
    }
  const children = (flat.childWomanRatio[row] as number) * womenOf(next, groups)
  const boys = children * (flat.maleShare[row] as number)
  next[0] = boys + (flat.additive[row * 2 * groups] as number)
  next[groups] = children - boys + (flat.additive[row * 2 * groups + groups] as number)
  return next
}

/** Women of 15–49 in `[sex][age]`. */
export function womenOf(people: Float64Array, groups: number): number {
  let women = 0
  for (let age = 3; age < 10; age += 1) women += people[groups + age] as number
  return women
}

/** Both sexes have one shape: what a shock adds or takes is the same share of men and of women of an age. */
function shapesOf({ groups, base, change }: FlatUnits, unit: number, kept?: Float64Array) {
  const sources = groups - 1
  const there = new Float64Array(sources)
  const moved = new Float64Array(sources)
  const died = new Float64Array(sources)
  const left = new Float64Array(sources)
  let [people, movers] = [0, 0]
  for (let sex = 0; sex < 2; sex += 1)
    for (let age = 0; age < sources; age += 1) {
      const at = (unit * 2 + sex) * groups + age
      const source = (base[at] as number) + (age === sources - 1 ? (base[at + 1] as number) : 0)
      const rate = change[(unit * 2 + sex) * sources + age] as number
      const survived = kept?.[sex * sources + age] ?? Math.min(1, rate)
      there[age] = (there[age] as number) + source
      moved[age] = (moved[age] as number) + source * Math.abs(rate - survived)
      died[age] = (died[age] as number) + source * (1 - survived)
      left[age] = (left[age] as number) + source * rate
      people += source
      movers += source * Math.abs(rate - survived)
    }
  const usual = people > 0 ? movers / people : 0
  const share = (of: Float64Array, age: number) =>
    (there[age] as number) > 0 ? (of[age] as number) / (there[age] as number) : 0
  return {
    migration: there.map((_, age) => {
      const own = share(moved, age)
      return usual > 0 ? MIGRATION_LEAST + ((1 - MIGRATION_LEAST) * own) / (own + usual) : 1
    }),
    survival: there.map((_, age) => {
      const [deaths, stay] = [share(died, age), share(left, age)]
      return deaths > DEATHS_LEAST && stay > 0 ? -Math.min(1, deaths / stay) : 0
    }),
  }
}
