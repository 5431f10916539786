import type { Commitment } from '../indicator/commitment.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Plan } from '../plan/plan.ts'
import type { DriverTarget } from './drivers.ts'
import type { Promised } from './promise.ts'

/** A commitment of the plan that moves the projection, with the indicator it is about. */
export type PlanDriver = {
  readonly indicator: Indicator
  readonly commitment: Commitment
  readonly target: DriverTarget
}

/** 人口の約束 of a plan, as printed: 「約2万6千人」 in 2040. */
export type PlanPromise = Promised & { readonly what: string; readonly printed: string }

/**
 * 計画の目標のうち、人口を動かすもの: commitments of indicators tagged as drivers, their targets of this plan (not those reprinted from an earlier one).
 * A running total says nothing of a year and is given without points.
 */
export function driversOf(plan: Plan): readonly PlanDriver[] {
  return plan.commitments.flatMap((commitment): readonly PlanDriver[] => {
    const indicator = plan.indicators.find(({ id }) => id === commitment.indicator)
    if (indicator?.driver === undefined) return []
    const { baseline } = commitment
    const points = commitment.targets
      .filter(({ role }) => role !== 'former')
      .map(({ year, value }) => ({ year: Number(year), value: Number(value) }))
    const start =
      baseline !== 'not-stated' && typeof baseline.year === 'number'
        ? { baseline: { year: Number(baseline.year), value: Number(baseline.value) } }
        : {}
    const yearly = indicator.accumulation !== 'cumulative'
    return [
      { indicator, commitment, target: { driver: indicator.driver, ...start, points: yearly ? points : [] } },
    ]
  })
}

/** Promises of people, by year. */
export const promisesOf = (plan: Plan): readonly PlanPromise[] =>
  plan.figures
    .flatMap(({ promise, unit, year, value, what, printed }): readonly PlanPromise[] =>
      promise && unit === '人' && typeof year === 'number'
        ? [{ people: Number(value), year, what, printed: printed ?? value }]
        : [],
    )
    .toSorted((a, b) => a.year - b.year)
