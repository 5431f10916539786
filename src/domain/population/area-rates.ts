import type { FlatUnits } from './flat.ts'

/**
 * 計算核への入力 of one area: people `[sex][age]`, cohort changes `[step][sex][source]`, additive migrants `[step][sex][age]`, child-woman ratios
 * and male shares `[step]`; and how strongly a shock meets each source group, `[sex][source]`.
 */
export type AreaRates = {
  readonly groups: number
  readonly steps: number
  readonly base: Float64Array
  readonly change: Float64Array
  readonly additive: Float64Array
  readonly childWomanRatio: Float64Array
  readonly maleShare: Float64Array
  /** 移動の型: 0–1. A migration shock of level L multiplies the cohort by 1 + shape·(L − 1). */
  readonly migration: Float64Array
  /** 死亡の型: −(1 − S) ÷ c, so that a shock of level L multiplies deaths by L. 0 where hardly anybody dies. */
  readonly survival: Float64Array
}

/** What every group has of a migration shock, and what the group that moves most has more. */
const MIGRATION_LEAST = 0.4
/** Below this share of deaths in five years a mortality shock would not be seen. */
const DEATHS_LEAST = 0.01

/** One unit out of the flat arrays. `kept`: survival `[sex][source]` of the first step, where it is known; else the change cut at 1. */
export function areaRates(flat: FlatUnits, unit: number, kept?: Float64Array): AreaRates {
  const { units, steps, groups } = flat
  const sources = 2 * (groups - 1)
  const gather = (from: Float64Array, wide: number) => {
    const into = new Float64Array(steps * wide)
    for (let step = 0; step < steps; step += 1) {
      const at = (step * units + unit) * wide
      into.set(from.subarray(at, at + wide), step * wide)
    }
    return into
  }
  const base = flat.base.slice(unit * 2 * groups, (unit + 1) * 2 * groups)
  const change = gather(flat.change, sources)
  return {
    ...{ groups, steps, base, change },
    additive: gather(flat.additive, 2 * groups),
    childWomanRatio: gather(flat.childWomanRatio, 1),
    maleShare: gather(flat.maleShare, 1),
    ...shapesOf(base, change, groups, kept),
  }
}

function shapesOf(base: Float64Array, change: Float64Array, groups: number, kept?: Float64Array) {
  const sources = groups - 1
  const survived = (at: number) => kept?.[at] ?? Math.min(1, change[at] as number)
  const moved = (at: number) => Math.abs((change[at] as number) - survived(at))
  let [people, movers] = [0, 0]
  for (let at = 0; at < 2 * sources; at += 1) {
    const sex = at < sources ? 0 : 1
    const there = base[sex * groups + (at - sex * sources)] as number
    people += there
    movers += there * moved(at)
  }
  const usual = people > 0 ? movers / people : 0
  const migration = new Float64Array(2 * sources).fill(1)
  const survival = new Float64Array(2 * sources)
  for (let at = 0; at < 2 * sources; at += 1) {
    if (usual > 0) migration[at] = MIGRATION_LEAST + ((1 - MIGRATION_LEAST) * moved(at)) / (moved(at) + usual)
    const deaths = 1 - survived(at)
    const whole = change[at] as number
    if (deaths > DEATHS_LEAST && whole > 0) survival[at] = -Math.min(1, deaths / whole)
  }
  return { migration, survival }
}
