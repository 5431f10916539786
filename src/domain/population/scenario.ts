import { childWomanRatio, childWomanRatioOf, fertilityOf, NATIONAL_FACTORS } from './fertility.ts'
import { heldOn } from './implied-rates.ts'
import { fiveYearsOf, type Point, valueOn } from './path.ts'
import { type BySex, type Population, sum } from './population.ts'
import type { StepRates } from './rates.ts'
import { childbearing, type Explained, explain, type Rounding, step } from './step.ts'

/** What every scenario of an area starts from. Years are five apart. */
export type Outset = {
  readonly base: Population
  readonly year: number
  /** Rates of each step as published or implied, survival told apart from migration. Past the last one it is held. */
  readonly steps: readonly StepRates[]
  readonly factors?: readonly Point[]
}

/** 出生の仮定. `births` are of a calendar year; `kept` is how many of five years' births are there as 0–4 at the end. */
export type FertilityAssumption =
  | { readonly kind: 'as-published' }
  | { readonly kind: 'fertility-rate'; readonly path: readonly Point[] }
  | { readonly kind: 'births'; readonly path: readonly Point[]; readonly kept: number }

/** 移動の仮定, persons a year. `net` is the whole net migration, `more` comes on top of the published one. */
export type MigrationAssumption =
  | { readonly kind: 'as-published' }
  | { readonly kind: 'zero' }
  | {
      readonly kind: 'net' | 'more'
      readonly path: readonly Point[]
      readonly weights?: BySex<readonly number[]>
    }

export type Scenario = {
  readonly fertility: FertilityAssumption
  readonly migration: MigrationAssumption
}

/** パターン1: the published projection, held on past its horizon. */
export const PATTERN_1: Scenario = {
  fertility: { kind: 'as-published' },
  migration: { kind: 'as-published' },
}

/** シミュレーション1: パターン1 with the TFR rising in a straight line from the area's own to a target by a year, and held there. */
export const simulation1 = (outset: Outset, target: number, by: number): Scenario => ({
  ...PATTERN_1,
  fertility: {
    kind: 'fertility-rate',
    path: [
      { year: outset.year, value: ownFertility(outset) },
      { year: by, value: target },
    ],
  },
})

/** シミュレーション2: シミュレーション1 with net migration zero (移動均衡). */
export const simulation2 = (outset: Outset, target: number, by: number): Scenario => ({
  ...simulation1(outset, target, by),
  migration: { kind: 'zero' },
})

/** The area's TFR in its base year, made from its child-woman ratio. */
export const ownFertility = ({ base, year, factors }: Outset): number =>
  fertilityOf(childWomanRatio(base), year, factors ?? NATIONAL_FACTORS)

/** One year of a scenario. `told` is how it came from the year before; the base year has none. */
export type ScenarioYear = {
  readonly year: number
  readonly people: Population
  readonly told?: Explained
  /** TFR that the children of this year amount to. */
  readonly fertility: number
  /** Beyond the published horizon. */
  readonly held: boolean
  /** More were to leave a group than are in it; those were all there were. */
  readonly emptied: boolean
}

/** シナリオを進める: from the outset's year to `to`. A scenario keeps its fractions unless told to round. */
export function runScenario(
  outset: Outset,
  scenario: Scenario,
  to: number,
  rounding: Rounding = 'none',
): readonly ScenarioYear[] {
  const factors = outset.factors ?? NATIONAL_FACTORS
  const years: ScenarioYear[] = [
    {
      year: outset.year,
      people: outset.base,
      fertility: ownFertility(outset),
      held: false,
      emptied: false,
    },
  ]
  heldOn(outset.steps, Math.round((to - outset.year) / 5)).forEach((rates, at) => {
    const now = (years.at(-1) as ScenarioYear).people
    const from = outset.year + at * 5
    const moved = withMigration(now, rates, scenario.migration, from)
    const used = withFertility(now, moved.rates, scenario.fertility, from, factors)
    const told = explain(now, used)
    const people = rounding === 'none' ? told.after : step(now, used, rounding)
    years.push({
      year: from + 5,
      people,
      told,
      fertility: fertilityOf(childWomanRatio(people), from + 5, factors),
      held: at >= outset.steps.length,
      emptied: moved.emptied,
    })
  })
  return years
}

function withFertility(
  now: Population,
  rates: StepRates,
  assumed: FertilityAssumption,
  from: number,
  factors: readonly Point[],
): StepRates {
  if (assumed.kind === 'as-published') return rates
  if (assumed.kind === 'fertility-rate') {
    const year = from + 5
    return { ...rates, childWomanRatio: childWomanRatioOf(valueOn(assumed.path, year), year, factors) }
  }
  const women = childbearing(step(now, rates).female)
  const children = fiveYearsOf(assumed.path, from) * assumed.kept
  return { ...rates, childWomanRatio: women > 0 ? children / women : 0 }
}

/**
 * The net migration that is wanted beyond the area's own is shared out by sex and age as the area's own net migrants are, without their
 * sign: ages at which many come or go move most. Where nobody moves, by the young adults that are there.
 */
function withMigration(
  now: Population,
  rates: StepRates,
  assumed: MigrationAssumption,
  from: number,
): { readonly rates: StepRates; readonly emptied: boolean } {
  if (assumed.kind === 'as-published') return { rates, emptied: false }
  if (assumed.kind === 'zero') {
    const { survival, childWomanRatio, maleShare } = rates
    return { rates: { survival, childWomanRatio, maleShare }, emptied: false }
  }
  const told = explain(now, rates)
  const own = sum(told.migrants.male) + sum(told.migrants.female)
  const wanted = fiveYearsOf(assumed.path, from)
  const more = assumed.kind === 'net' ? wanted - own : wanted
  const weights = shares(assumed.weights ?? ownWeights(told))
  let emptied = false
  const of = (sex: 'male' | 'female') =>
    told.after[sex].map((there, age) => {
      const before = rates.additive?.[sex][age] ?? 0
      // Children are born to who is there; 0–4 moves with the child-woman ratio.
      const change = age === 0 ? 0 : more * (weights[sex][age] ?? 0)
      if (there + change < 0) emptied = true
      return before + Math.max(change, -there)
    })
  const additive = { male: of('male'), female: of('female') }
  return { rates: { ...rates, additive }, emptied }
}

function ownWeights({ migrants, after }: Explained): BySex<readonly number[]> {
  const size = (values: readonly number[]) => values.map((value, age) => (age === 0 ? 0 : Math.abs(value)))
  const own = { male: size(migrants.male), female: size(migrants.female) }
  if (sum(own.male) + sum(own.female) > 0) return own
  const young = (values: readonly number[]) => values.map((value, age) => (age >= 4 && age <= 7 ? value : 0))
  return { male: young(after.male), female: young(after.female) }
}

function shares({ male, female }: BySex<readonly number[]>): BySex<readonly number[]> {
  const whole = sum(male.slice(1)) + sum(female.slice(1))
  const of = (values: readonly number[]) => values.map((value) => (whole > 0 ? value / whole : 0))
  return { male: of(male), female: of(female) }
}
