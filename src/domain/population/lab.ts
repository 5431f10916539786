import { done, type Outcome, refuse } from '../shared/outcome.ts'
import { contributions } from './contribution.ts'
import { type DriverTarget, planScenario, usedDrivers } from './drivers.ts'
import { type InfluenceOf, influences } from './influence.ts'
import { outlines, type YearOutline } from './outline.ts'
import type { Population } from './population.ts'
import { totalOf } from './population.ts'
import {
  fertilityToKeep,
  type Kept,
  migrationToKeep,
  type Promised,
  type PromiseRefused,
  peopleIn,
} from './promise.ts'
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

/**
 * 想定 (choice): the published projection as it is, the targets of a plan as if they were all met, or one's own: a TFR reached by a year, and so
 * many persons a year on top of the published net migration.
 */
export type Choice =
  | { readonly kind: 'published' }
  | { readonly kind: 'plan' }
  | { readonly kind: 'own'; readonly fertility: number; readonly by: number; readonly more: number }

/** What a slider may say; beyond it an answer would mean nothing. `more` is a share of the base population a year. */
export const FERTILITY_RANGE = { least: 0.5, most: 3 } as const
export const MIGRATION_SHARE = 0.02

export type ChoiceRefused = 'fertility-out-of-range' | 'target-year-not-after-base' | 'migration-out-of-range'

/** 想定 → シナリオ. A choice of one's own is refused outside the range of the sliders. */
export function scenarioOf(
  outset: Outset,
  choice: Choice,
  targets: readonly DriverTarget[],
): Outcome<Scenario, ChoiceRefused> {
  if (choice.kind === 'published') return done(PATTERN_1)
  if (choice.kind === 'plan') return done(planScenario(outset, usedDrivers(targets).used))
  const { fertility, by, more } = choice
  const most = Math.round(totalOf(outset.base) * MIGRATION_SHARE)
  if (!(fertility >= FERTILITY_RANGE.least && fertility <= FERTILITY_RANGE.most))
    return refuse('fertility-out-of-range', { ...FERTILITY_RANGE })
  if (!(by > outset.year)) return refuse('target-year-not-after-base', { by, base: outset.year })
  if (!(Math.abs(more) <= most)) return refuse('migration-out-of-range', { most })
  const { year } = outset
  return done({
    fertility: {
      kind: 'fertility-rate',
      path: [
        { year, value: ownFertility(outset) },
        { year: by, value: fertility },
      ],
    },
    migration:
      more === 0
        ? PATTERN_1.migration
        : {
            kind: 'more',
            path: [
              { year, value: 0 },
              { year: by, value: more },
            ],
          },
  })
}

/** What the page of the lab shows of a scenario. Contributions are persons in the last year and add up to the gap to the published. */
export type LabResult = {
  readonly years: readonly (YearOutline & {
    readonly people: Population
    readonly held: boolean
    readonly fertility: number
  })[]
  readonly published: readonly YearOutline[]
  readonly publishedPeople: readonly Population[]
  readonly contributions: { readonly fertility: number; readonly migration: number }
  readonly influence: InfluenceOf
  readonly promise?: Promised & {
    readonly people: number
    readonly reached: number
    readonly published: number
    readonly fertility: Outcome<Kept, PromiseRefused>
    readonly netMigration: Outcome<Kept, PromiseRefused>
  }
}

/** 試算 of a scenario up to a year, against the published projection and a promise. `by` is when the answer to the promise must be reached. */
export function labResult(
  outset: Outset,
  scenario: Scenario,
  { to, by, promise }: { readonly to: number; readonly by: number; readonly promise?: Promised },
): LabResult {
  const run = (of: Scenario) => runScenario(outset, of, to)
  const end = (years: readonly ScenarioYear[]) => totalOf((years.at(-1) as ScenarioYear).people)
  const years = run(scenario)
  const published = run(PATTERN_1)
  const [fertility = 0, migration = 0] = contributions(['fertility', 'migration'] as const, (present) =>
    end(
      run({
        fertility: present.includes('fertility') ? scenario.fertility : PATTERN_1.fertility,
        migration: present.includes('migration') ? scenario.migration : PATTERN_1.migration,
      }),
    ),
  )
  const last = (of: Scenario) => (run(of).at(-1) as ScenarioYear).people
  const lines = outlines(years)
  return {
    years: years.map(({ people, held, fertility: rate }, at) => ({
      ...(lines[at] as YearOutline),
      ...{ people, held, fertility: rate },
    })),
    published: outlines(published),
    publishedPeople: published.map(({ people }) => people),
    contributions: { fertility, migration },
    influence: influences(
      (published.at(-1) as ScenarioYear).people,
      last(simulation1(outset, 2.1, Math.max(outset.year + 10, 2030))),
      last(simulation2(outset, 2.1, Math.max(outset.year + 10, 2030))),
    ),
    ...(promise && promise.year <= to && promise.year > outset.year
      ? {
          promise: {
            ...promise,
            reached: peopleIn(years, promise.year),
            published: peopleIn(published, promise.year),
            fertility: fertilityToKeep(outset, scenario, promise, Math.min(by, promise.year)),
            netMigration: migrationToKeep(outset, scenario, promise),
          },
        }
      : {}),
  }
}
