import type { Driver } from '../indicator/indicator.ts'
import { contributions } from './contribution.ts'
import type { Point } from './path.ts'
import { type BySex, totalOf } from './population.ts'
import {
  type FertilityAssumption,
  type MigrationAssumption,
  type Outset,
  ownFertility,
  PATTERN_1,
  runScenario,
  type Scenario,
  type ScenarioYear,
} from './scenario.ts'
import { explain } from './step.ts'

/**
 * 推計を動かす目標 (driver target): an indicator of the plan with its values in years. `baseline` is where it stands; without one it starts
 * at what the area's own population says, and 移住者数, of which a population says nothing, at 0.
 */
export type DriverTarget = {
  readonly driver: Driver
  readonly baseline?: Point
  readonly points: readonly Point[]
  /** 移動の年齢の型, where the plan gives one: any weights by sex and arriving group. */
  readonly weights?: BySex<readonly number[]>
}

/** Why a target does not move the projection: another one says the same thing more fully, or it names no value. */
export type UnusedWhy = 'rate-says-it' | 'net-migration-says-it' | 'listed-twice' | 'no-value'

export type UsedDrivers = {
  readonly used: readonly DriverTarget[]
  readonly unused: readonly { readonly target: DriverTarget; readonly why: UnusedWhy }[]
}

/** Births follow from a fertility rate, and arrivals are part of net migration: counted once, by the fuller one. */
export function usedDrivers(targets: readonly DriverTarget[]): UsedDrivers {
  const has = (driver: Driver) => targets.some((each) => each.driver === driver && each.points.length > 0)
  const why = (target: DriverTarget, at: number): UnusedWhy | undefined => {
    if (target.points.length === 0) return 'no-value'
    if (targets.findIndex(({ driver, points }) => driver === target.driver && points.length > 0) < at)
      return 'listed-twice'
    if (target.driver === 'births' && has('fertility-rate')) return 'rate-says-it'
    if (target.driver === 'arrivals' && has('net-migration')) return 'net-migration-says-it'
    return undefined
  }
  return {
    used: targets.filter((target, at) => why(target, at) === undefined),
    unused: targets.flatMap((target, at) => {
      const reason = why(target, at)
      return reason === undefined ? [] : [{ target, why: reason }]
    }),
  }
}

/** 計画自身のシナリオ (the plan's own scenario): its targets as assumptions; what no target names stays as published. */
export function planScenario(outset: Outset, targets: readonly DriverTarget[]): Scenario {
  let { fertility, migration } = PATTERN_1
  for (const target of targets)
    if (target.driver === 'fertility-rate' || target.driver === 'births')
      fertility = fertilityBy(outset, target)
    else migration = migrationBy(outset, target)
  return { fertility, migration }
}

function fertilityBy(outset: Outset, { driver, baseline, points }: DriverTarget): FertilityAssumption {
  const { male, female } = outset.base
  if (driver === 'fertility-rate') {
    const start = baseline ?? { year: outset.year, value: ownFertility(outset) }
    return { kind: 'fertility-rate', path: [start, ...points] }
  }
  const start = baseline ?? { year: outset.year, value: ((male[0] ?? 0) + (female[0] ?? 0)) / 5 }
  return { kind: 'births', path: [start, ...points], kept: 1 }
}

function migrationBy(
  outset: Outset,
  { driver, baseline, points, weights }: DriverTarget,
): MigrationAssumption {
  const shaped = weights ? { weights } : {}
  if (driver === 'arrivals') {
    const already = baseline?.value ?? 0
    const path = [
      { year: baseline?.year ?? outset.year, value: 0 },
      ...points.map(({ year, value }) => ({ year, value: value - already })),
    ]
    return { kind: 'more', path, ...shaped }
  }
  const start = baseline ?? { year: outset.year, value: ownNetMigration(outset) }
  return { kind: 'net', path: [start, ...points], ...shaped }
}

/** 社会増減, persons a year, of the first step as published. */
export function ownNetMigration({ base, steps }: Outset): number {
  const [first] = steps
  if (!first) return 0
  const { migrants } = explain(base, first)
  return [...migrants.male, ...migrants.female].reduce((total, value) => total + value, 0) / 5
}

/** 計画のシナリオの結果. Figures are persons in the year asked for. */
export type PlanOutcome = UsedDrivers & {
  readonly years: readonly ScenarioYear[]
  readonly published: readonly ScenarioYear[]
  readonly people: number
  /** Against the published projection: the sum of the contributions. */
  readonly beyondPublished: number
  readonly contributions: readonly { readonly driver: Driver; readonly people: number }[]
  /** Against the population that the plan promises; positive where it is more than kept. */
  readonly beyondPromise?: number
}

/** 計画の目標どおりになったら何人か, what each target adds, and how far that is from IPSS and from the promise. */
export function planOutcome(
  outset: Outset,
  targets: readonly DriverTarget[],
  to: number,
  promised?: number,
): PlanOutcome {
  const { used, unused } = usedDrivers(targets)
  const run = (present: readonly DriverTarget[]) => runScenario(outset, planScenario(outset, present), to)
  const people = (years: readonly ScenarioYear[]) => totalOf((years.at(-1) as ScenarioYear).people)
  const [years, published] = [run(used), run([])]
  const shares = contributions(used, (present) => people(run(present)))
  return {
    used,
    unused,
    years,
    published,
    people: people(years),
    beyondPublished: people(years) - people(published),
    contributions: used.map(({ driver }, at) => ({ driver, people: shares[at] ?? 0 })),
    ...(promised === undefined ? {} : { beyondPromise: people(years) - promised }),
  }
}
