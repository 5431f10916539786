import { type AreaPath, areaPath } from './area-path.ts'
import { flatten } from './flat.ts'
import { impliedSteps } from './implied-rates.ts'
import { FITTED } from './interval.ts'
import { type OrderRoom, orderRoom, quantilesInto } from './order.ts'
import { type PathRoom, type PathTotals, pathRoom, runPaths } from './paths.ts'
import { type Population, threeGroups, totalOf } from './population.ts'
import { type Outset, PATTERN_1, runScenario, type Scenario, type ScenarioYear } from './scenario.ts'
import { scaleShocks } from './shocks.ts'
import { SEEN_AHEAD, spreadOf, unrestOf } from './spread.ts'

/** What a fan tells of each year. */
export const FAN_SHARES = [0.1, 0.25, 0.5, 0.75, 0.9] as const

/** 10・25・50・75・90% 点, persons, in the order of {@link FAN_SHARES}. */
export type Quantiles = readonly [number, number, number, number, number]

export type FanYear = {
  readonly year: number
  /** Further ahead than errors were fitted on. */
  readonly extrapolated: boolean
  readonly total: Quantiles
  readonly young: Quantiles
  readonly working: Quantiles
  readonly old: Quantiles
}

/** 人口の扇 (fan): quantiles of the total and of the three age groups. The base year is known and has no width. */
export type Fan = { readonly paths: number; readonly seed: number; readonly years: readonly FanYear[] }

export type AskedOfFan = { readonly paths: number; readonly seed: number; readonly code: number }

/** Places to compute in, for whoever asks again and again; made anew where the number of paths or steps differs. */
export type FanRoom = {
  readonly paths: number
  readonly steps: number
  readonly groups: number
  readonly out: Required<PathTotals>
  readonly path: PathRoom
  readonly order: OrderRoom
}

export function fanRoom({ groups, steps }: Pick<AreaPath, 'groups' | 'steps'>, paths: number): FanRoom {
  const one = () => new Float64Array(steps * paths)
  const out = { total: one(), young: one(), working: one(), old: one() }
  return { paths, steps, groups, out, path: pathRoom(groups, steps), order: orderRoom(paths) }
}

/**
 * シナリオの扇: `paths` shocked paths around a scenario, from the outset's year to `to`. Seeded: same input, same figures, in a browser and on a server. `code`
 * is the area's number (43203): the same seed gives each area shocks of its own. How wide it is follows from the published projection and not from the scenario.
 */
export function fanOf(
  outset: Outset,
  scenario: Scenario,
  to: number,
  asked: AskedOfFan,
  room?: FanRoom,
): Fan {
  const years = runScenario(outset, scenario, to)
  const area = pathAlong(years)
  const spreads = spreadsAhead(outset, area.steps)
  const fits =
    room?.paths === asked.paths && room.steps === area.steps && room.groups === area.groups ? room : undefined
  const used = fits ?? fanRoom(area, asked.paths)
  runPaths(area, scaleShocks(area, spreads), asked, used.out, used.path)
  return {
    paths: asked.paths,
    seed: asked.seed,
    years: years.map((year, at) => fanYear(year, at, outset, used)),
  }
}

/** The rates along a path that was run: they carry each of its years to the next, whatever made them. */
function pathAlong(years: readonly ScenarioYear[]): AreaPath {
  const people = years.map((each) => each.people)
  const [base, first] = [people[0] as Population, years[1]]
  return areaPath(flatten([{ base, steps: impliedSteps(people) }]), 0, first && survivalOf(base, first))
}

/** Survival of the first step `[sex][source]`, at most 1. Where it was not told apart from migration it is the change itself. */
function survivalOf(base: Population, { told }: ScenarioYear): Float64Array | undefined {
  if (!told) return undefined
  const of = (sex: 'male' | 'female') =>
    told.deaths[sex].map((deaths, at) => {
      const last = at === told.deaths[sex].length - 1
      const source = (base[sex][at] ?? 0) + (last ? (base[sex][at + 1] ?? 0) : 0)
      return source > 0 ? Math.min(1, Math.max(0, 1 - deaths / source)) : 1
    })
  return Float64Array.from([...of('male'), ...of('female')])
}

function spreadsAhead(outset: Outset, steps: number): readonly number[] {
  const [, first] = runScenario(outset, PATTERN_1, outset.year + 5)
  const unrest = unrestOf(outset.base, first?.people ?? outset.base)
  return Array.from({ length: steps }, (_, step) => spreadOf(FITTED, unrest, step + 1))
}

function fanYear(
  { year, people }: ScenarioYear,
  at: number,
  outset: Outset,
  { out, order, paths }: FanRoom,
): FanYear {
  const told = (values: Float64Array, known: (of: Population) => number): Quantiles => {
    if (at === 0) {
      const value = known(people)
      return [value, value, value, value, value]
    }
    const into = new Float64Array(FAN_SHARES.length)
    quantilesInto(values.subarray((at - 1) * paths, at * paths), paths, FAN_SHARES, into, 0, order)
    return [...into] as unknown as Quantiles
  }
  return {
    year,
    extrapolated: year - outset.year > SEEN_AHEAD,
    total: told(out.total, totalOf),
    young: told(out.young, (of) => threeGroups(of).young),
    working: told(out.working, (of) => threeGroups(of).working),
    old: told(out.old, (of) => threeGroups(of).old),
  }
}
