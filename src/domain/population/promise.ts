import { done, type Outcome, refuse } from '../shared/outcome.ts'
import type { Point } from './path.ts'
import { totalOf } from './population.ts'
import { type Outset, ownFertility, runScenario, type Scenario, type ScenarioYear } from './scenario.ts'

/** 約束した人口 (promise): so many people in a year. */
export type Promised = { readonly people: number; readonly year: number }

export type PromiseRefused = 'promise-out-of-reach' | 'promise-below-reach' | 'year-not-after-base'

/** No country is known to have held a TFR above this; a promise that needs more is said to be out of reach. */
const HIGHEST_FERTILITY = 5
/** Net migration of a year, as a share of the base population, beyond which the answer would mean nothing. */
const LARGEST_MIGRATION = 0.05
const PRECISION = 1e-6

/** Where the answer lies, and how many people it gives, checked by running it. */
export type Kept = { readonly value: number; readonly people: number }

/**
 * 約束を守る合計特殊出生率: which TFR, reached by a year in a straight line and then held, keeps the promise when migration is as the scenario has it.
 */
export const fertilityToKeep = (
  outset: Outset,
  scenario: Scenario,
  promised: Promised,
  by: number,
): Outcome<Kept, PromiseRefused> => {
  const start: Point = { year: outset.year, value: ownFertility(outset) }
  return keep(outset, promised, [0, HIGHEST_FERTILITY], (value) => ({
    ...scenario,
    fertility: { kind: 'fertility-rate', path: [start, { year: by, value }] },
  }))
}

/** 約束を守る社会増減: which net migration, persons a year from the base year on, keeps the promise when fertility is as the scenario has it. */
export const migrationToKeep = (
  outset: Outset,
  scenario: Scenario,
  promised: Promised,
): Outcome<Kept, PromiseRefused> => {
  const most = totalOf(outset.base) * LARGEST_MIGRATION
  return keep(outset, promised, [-most, most], (value) => ({
    ...scenario,
    migration: { kind: 'net', path: [{ year: outset.year, value }] },
  }))
}

/** Bisection: more children or more arrivals never make fewer people. */
function keep(
  outset: Outset,
  { people, year }: Promised,
  [least, most]: readonly [number, number],
  scenarioOf: (value: number) => Scenario,
): Outcome<Kept, PromiseRefused> {
  if (year <= outset.year) return refuse('year-not-after-base', { year, base: outset.year })
  const at = (value: number) =>
    peopleIn(runScenario(outset, scenarioOf(value), stepAfter(outset, year)), year)
  const [fewest, greatest] = [at(least), at(most)]
  if (greatest < people)
    return refuse('promise-out-of-reach', { people, year, most, reaches: Math.round(greatest) })
  if (fewest > people)
    return refuse('promise-below-reach', { people, year, least, reaches: Math.round(fewest) })
  let [low, high] = [least, most]
  while (high - low > PRECISION * Math.max(1, Math.abs(most))) {
    const middle = (low + high) / 2
    if (at(middle) < people) low = middle
    else high = middle
  }
  return done({ value: high, people: at(high) })
}

/** The end of the step in which a year lies. */
const stepAfter = ({ year: base }: Outset, year: number): number => base + Math.ceil((year - base) / 5) * 5

/** People in any year: between two steps on the straight line. */
export function peopleIn(years: readonly ScenarioYear[], year: number): number {
  const at = years.findIndex((each) => each.year >= year)
  const [before, after] = [years[Math.max(0, at - 1)], years[at]]
  if (!before || !after) throw new RangeError(`${year} is outside the scenario`)
  if (after.year === year || before === after) return totalOf(after.people)
  const share = (year - before.year) / (after.year - before.year)
  return totalOf(before.people) + (totalOf(after.people) - totalOf(before.people)) * share
}
