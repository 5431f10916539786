import type { Population } from './population.ts'
import type { StepRates } from './rates.ts'

/**
 * 計算核への入力 (flat arrays) of many units at once, as the fast kernel wants them: people `[unit][sex][age]`; cohort changes
 * `[step][unit][sex][source]` (survival and migration together); additive migrants `[step][unit][sex][age]`; child-woman ratios and male
 * shares `[step][unit]`. Sex 0 is male.
 */
export type FlatUnits = {
  readonly units: number
  readonly steps: number
  readonly groups: number
  readonly base: Float64Array
  readonly change: Float64Array
  readonly additive: Float64Array
  readonly childWomanRatio: Float64Array
  readonly maleShare: Float64Array
}

export type Unit = { readonly base: Population; readonly steps: readonly StepRates[] }

/** @throws RangeError where the units have not the same number of groups and steps. */
export function flatten(units: readonly Unit[]): FlatUnits {
  const groups = units[0]?.base.male.length ?? 0
  const steps = units[0]?.steps.length ?? 0
  const flat = {
    base: new Float64Array(units.length * 2 * groups),
    change: new Float64Array(steps * units.length * 2 * (groups - 1)),
    additive: new Float64Array(steps * units.length * 2 * groups),
    childWomanRatio: new Float64Array(steps * units.length),
    maleShare: new Float64Array(steps * units.length),
  }
  units.forEach((unit, at) => {
    if (unit.base.male.length !== groups || unit.steps.length !== steps)
      throw new RangeError(`unit ${at} has other groups or steps than the first`)
    for (const [which, sex] of (['male', 'female'] as const).entries()) {
      flat.base.set(unit.base[sex], (at * 2 + which) * groups)
      unit.steps.forEach((rates, step) => {
        const place = (step * units.length + at) * 2 + which
        const change = rates.survival[sex].map((kept, age) => kept + (rates.migration?.[sex][age] ?? 0))
        flat.change.set(change, place * (groups - 1))
        if (rates.additive) flat.additive.set(rates.additive[sex], place * groups)
      })
    }
    unit.steps.forEach(({ childWomanRatio, maleShare }, step) => {
      flat.childWomanRatio[step * units.length + at] = childWomanRatio
      flat.maleShare[step * units.length + at] = maleShare
    })
  })
  return { units: units.length, steps, groups, ...flat }
}
