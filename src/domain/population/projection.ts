import { done, type Outcome, refuse } from '../shared/outcome.ts'
import { NATIONAL_FACTORS } from './fertility.ts'
import { impliedSteps } from './implied-rates.ts'
import { type InfluenceOf, influences } from './influence.ts'
import { outlines, type YearOutline } from './outline.ts'
import type { Point } from './path.ts'
import { type BySex, type Population, totalOf } from './population.ts'
import type { StepRates } from './rates.ts'
import {
  type Outset,
  ownFertility,
  PATTERN_1,
  runScenario,
  type Scenario,
  type ScenarioYear,
  simulation1,
  simulation2,
} from './scenario.ts'
import type { Explained, Rounding } from './step.ts'
import { type SurvivalFrom, separate } from './survival.ts'

/** 標準のシナリオ: the published table (held on past its horizon, which is パターン1) and the two simulations. */
export const STANDARD_SCENARIOS = ['pattern1', 'sim1', 'sim2'] as const
export type StandardScenario = (typeof STANDARD_SCENARIOS)[number]

/** A year of a published table. */
export type PublishedYear = { readonly year: number; readonly people: Population }

/** Survival of each step by the year it begins in, and where it is from. */
export type Survival = {
  readonly from: SurvivalFrom
  readonly of: ReadonlyMap<number, BySex<readonly number[]>>
}

export type Asked = {
  readonly base: number
  readonly to: number
  readonly scenario: StandardScenario
  /** Target of the simulations: 合計特殊出生率 by a year. */
  readonly fertility: number
  readonly by: number
  readonly rounding: Rounding
  /** TFR ÷ CWR of the nation by year, where the caller knows better than the measured ones. */
  readonly factors?: readonly Point[]
}

export type ProjectionRefused =
  | 'no-base-year'
  | 'not-five-year-steps'
  | 'years-backwards'
  | 'year-too-far'
  | 'target-year-not-after-base'
  | 'no-survival'

export type ProjectedYear = YearOutline & {
  readonly people: Population
  readonly held: boolean
  readonly fertility: number
  readonly told?: Explained
}

export type Projection = {
  readonly outset: Outset
  /** What was run from it. */
  readonly ran: Scenario
  readonly years: readonly ProjectedYear[]
  readonly baseFertility: number
  /** 換算率 used between TFR and child-woman ratio. */
  readonly factors: readonly Point[]
  readonly survivalFrom?: SurvivalFrom
  /** 影響度 in the last year, where survival is known. */
  readonly influence?: InfluenceOf
}

/** A projection may go on so far past its last published year; further, the held rates mean nothing. */
export const FURTHEST_HELD = 100

/** シナリオの出発点 of a published table from its base year on. Survival is told apart where it is known. */
export function outsetOf(
  published: readonly PublishedYear[],
  base: number,
  survival?: Survival,
): Outcome<Outset, 'no-base-year' | 'no-survival'> {
  const years = published.toSorted((a, b) => a.year - b.year)
  const first = years.findIndex(({ year }) => year === base)
  const known = years.map(({ year }) => year).join(', ')
  const after = years.slice(first).filter(({ year }, at) => year === base + at * 5)
  if (first < 0 || after.length < 2) return refuse('no-base-year', { base, years: known })
  const steps: StepRates[] = []
  for (const [at, rates] of impliedSteps(after.map(({ people }) => people)).entries()) {
    const kept = survival?.of.get(base + at * 5)
    if (survival && kept?.male.length !== rates.survival.male.length) return refuse('no-survival')
    steps.push(kept ? separate(rates, kept) : rates)
  }
  return done({ base: after[0]?.people ?? { male: [], female: [] }, year: base, steps })
}

/** 推計する: years, three age groups, indices, and each step told by its parts where survival is known. */
export function projectFrom(
  published: readonly PublishedYear[],
  { base, to, scenario, fertility, by, rounding, factors }: Asked,
  survival?: Survival,
): Outcome<Projection, ProjectionRefused> {
  const known = published.map(({ year }) => year).toSorted((a, b) => a - b)
  if (!known.includes(base)) return refuse('no-base-year', { base, years: known.join(', ') })
  if (to <= base) return refuse('years-backwards', { base, to })
  if ((to - base) % 5 !== 0) return refuse('not-five-year-steps', { from: base, to })
  const last = known.at(-1) ?? base
  if (to > last + FURTHEST_HELD) return refuse('year-too-far', { to, most: last + FURTHEST_HELD })
  if (scenario !== 'pattern1' && by <= base) return refuse('target-year-not-after-base', { by, base })
  if (scenario === 'sim2' && !survival) return refuse('no-survival')
  const found = outsetOf(published, base, survival)
  if (!found.ok) return found
  const outset: Outset = { ...found.value, ...(factors ? { factors } : {}) }
  const chosen = (which: StandardScenario): Scenario =>
    which === 'pattern1' ? PATTERN_1 : (which === 'sim1' ? simulation1 : simulation2)(outset, fertility, by)
  const run = (which: StandardScenario) => runScenario(outset, chosen(which), to, rounding)
  const years = run(scenario)
  const lines = outlines(years)
  const end = (path: readonly ScenarioYear[]) => (path.at(-1) as ScenarioYear).people
  const compared = scenario !== 'pattern1' && survival && totalOf(end(run('pattern1'))) > 0
  return done({
    outset,
    ran: chosen(scenario),
    years: years.map(({ people, held, fertility: rate, told }, at) => ({
      ...(lines[at] as YearOutline),
      ...{ people, held, fertility: rate },
      ...(told && survival ? { told } : {}),
    })),
    baseFertility: ownFertility(outset),
    factors: factors ?? NATIONAL_FACTORS,
    ...(survival ? { survivalFrom: survival.from } : {}),
    ...(compared ? { influence: influences(end(run('pattern1')), end(run('sim1')), end(run('sim2'))) } : {}),
  })
}
