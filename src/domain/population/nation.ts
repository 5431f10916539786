import { areaPath, womenOf } from './area-path.ts'
import type { FlatUnits } from './flat.ts'
import { FITTED } from './interval.ts'
import { orderRoom, quantilesInto } from './order.ts'
import { type PathRoom, pathRoom, runPaths } from './paths.ts'
import type { Population } from './population.ts'
import { scaleShocks } from './shocks.ts'
import { spreadOf, unrestOf } from './spread.ts'
import { nationalSurvival } from './survival.ts'

/** What the national run tells of each area and year. */
export const NATION_SHARES = [0.1, 0.5, 0.9] as const

/** 揺らぎの広がり of an area: scale of ln(total) after each step, from its own first step. */
export function spreadsOf(path: readonly Float64Array[]): readonly number[] {
  const [base, first] = path
  if (!base || !first) return []
  const unrest = unrestOf(peopleOf(base), peopleOf(first))
  return path.slice(1).map((_, step) => spreadOf(FITTED, unrest, step + 1))
}

export const peopleOf = (cells: Float64Array): Population => {
  const groups = cells.length / 2
  return { male: [...cells.subarray(0, groups)], female: [...cells.subarray(groups)] }
}

/**
 * 全国の試行の一部: quantiles of the total of the units from `from` up to `to`, `into[unit][step][share]`. Units do not touch each other, so any split over
 * threads gives the same figures. `codes` are the areas' own numbers: the shocks of an area do not depend on which others run.
 * `kept`: national survival of the first step, `[sex][source]`.
 */
export function runUnits(
  flat: FlatUnits,
  codes: Float64Array,
  asked: {
    readonly from: number
    readonly to: number
    readonly seed: number
    readonly paths: number
  },
  into: Float64Array,
  kept: Float64Array,
  rooms = unitRooms(flat, asked.paths),
): void {
  const { from, to, seed, paths } = asked
  const shares = NATION_SHARES.length
  for (let unit = from; unit < to; unit += 1) {
    const area = areaPath(flat, unit, kept)
    const of = { seed, code: codes[unit] as number, paths }
    runPaths(area, scaleShocks(area, spreadsOf(area.people)), of, { total: rooms.total }, rooms.path)
    for (let step = 0; step < flat.steps; step += 1)
      quantilesInto(
        rooms.total.subarray(step * paths, (step + 1) * paths),
        paths,
        NATION_SHARES,
        into,
        (unit * flat.steps + step) * shares,
        rooms.order,
      )
  }
}

/** 全国の生残率 as all units together have it in the first step, `[sex][source]`: what an area's change has beyond it is migration. */
export function keptOf({ units, groups, base, change, additive }: FlatUnits): Float64Array {
  const sources = groups - 1
  const before = new Float64Array(2 * groups)
  const after = new Float64Array(2 * groups)
  for (let unit = 0; unit < units; unit += 1)
    for (let cell = 0; cell < 2 * groups; cell += 1) {
      const [sex, age] = [cell < groups ? 0 : 1, cell % groups]
      const at = unit * 2 * groups + cell
      before[cell] = (before[cell] as number) + (base[at] as number)
      if (age === 0) continue
      const source = (base[at - 1] as number) + (age === sources ? (base[at] as number) : 0)
      const rate = change[(unit * 2 + sex) * sources + age - 1] as number
      after[cell] = (after[cell] as number) + source * rate + (additive[at] as number)
    }
  const { male, female } = nationalSurvival(peopleOf(before), peopleOf(after))
  return Float64Array.from([...male, ...female])
}

export type UnitRooms = {
  readonly total: Float64Array
  readonly path: PathRoom
  readonly order: ReturnType<typeof orderRoom>
}

export const unitRooms = ({ groups, steps }: FlatUnits, paths: number): UnitRooms => ({
  total: new Float64Array(steps * paths),
  path: pathRoom(groups, steps),
  order: orderRoom(paths),
})

/**
 * 全国値に合わせた率: the flat arrays whose unshocked run makes the control totals `[step][sex][age]` after every step. Every cell of a step is scaled alike in
 * all units; the factors go into the rates, so that paths spread around the controlled run. Steps past the totals are left as they are.
 */
export function controlledRates(
  flat: FlatUnits,
  totals: Float64Array,
): { readonly flat: FlatUnits; readonly path: Float64Array } {
  const { units, steps, groups } = flat
  const cells = 2 * groups
  const sources = groups - 1
  const made = {
    change: flat.change.slice(),
    additive: flat.additive.slice(),
    childWomanRatio: flat.childWomanRatio.slice(),
    maleShare: flat.maleShare.slice(),
  }
  const path = new Float64Array((steps + 1) * units * cells)
  path.set(flat.base)
  const sums = new Float64Array(cells)
  for (let step = 0; step < steps; step += 1) {
    const now = path.subarray(step * units * cells, (step + 1) * units * cells)
    const next = path.subarray((step + 1) * units * cells, (step + 2) * units * cells)
    sums.fill(0)
    for (let unit = 0; unit < units; unit += 1) {
      for (let sex = 0; sex < 2; sex += 1) {
        const at = unit * cells + sex * groups
        const rate = ((step * units + unit) * 2 + sex) * sources
        const more = ((step * units + unit) * 2 + sex) * groups
        for (let age = 1; age < groups; age += 1) {
          const source = (now[at + age - 1] as number) + (age === groups - 1 ? (now[at + age] as number) : 0)
          next[at + age] =
            source * (flat.change[rate + age - 1] as number) + (flat.additive[more + age] as number)
        }
      }
      const women = womenOf(next.subarray(unit * cells), groups)
      const children = (flat.childWomanRatio[step * units + unit] as number) * women
      const share = flat.maleShare[step * units + unit] as number
      const more = (step * units + unit) * cells
      next[unit * cells] = children * share + (flat.additive[more] as number)
      next[unit * cells + groups] = children * (1 - share) + (flat.additive[more + groups] as number)
      for (let cell = 0; cell < cells; cell += 1)
        sums[cell] = (sums[cell] as number) + (next[unit * cells + cell] as number)
    }
    const factor = sums.map((sum, cell) => (sum > 0 ? (totals[step * cells + cell] ?? sum) / sum : 1))
    for (let unit = 0; unit < units; unit += 1) {
      const before = womenOf(next.subarray(unit * cells), groups)
      const row = step * units + unit
      for (let cell = 0; cell < cells; cell += 1) {
        const by = factor[cell] as number
        next[unit * cells + cell] = (next[unit * cells + cell] as number) * by
        made.additive[row * cells + cell] = (made.additive[row * cells + cell] as number) * by
        const [sex, age] = [cell < groups ? 0 : 1, cell % groups]
        const rate = (row * 2 + sex) * sources + age - 1
        if (age > 0) made.change[rate] = (made.change[rate] as number) * by
      }
      const after = womenOf(next.subarray(unit * cells), groups)
      const share = flat.maleShare[row] as number
      const [boys, girls] = [share * (factor[0] as number), (1 - share) * (factor[groups] as number)]
      made.maleShare[row] = boys + girls > 0 ? boys / (boys + girls) : share
      made.childWomanRatio[row] =
        after > 0 ? ((flat.childWomanRatio[row] as number) * (boys + girls) * before) / after : 0
    }
  }
  return { flat: { ...flat, ...made }, path }
}
