import { type PastError, withUnknown } from './past-errors.ts'
import { sum } from './population.ts'
import { leastNear } from './simplex.ts'
import { type SpreadRates, spreadOf } from './spread.ts'
import type { PeopleRow } from './statistics.ts'
import { childbearing } from './step.ts'
import { studentLogDensity } from './student.ts'

/** Where the search begins, and what a file of few areas stays near. Fitted on the odd prefectures' targets of 1990–2000; see interval.ts. */
const START: SpreadRates = { common: 0.0075, size: 1.5, growth: 0.35, movement: 0.23, power: 0.87, drift: 0 }
/** How far, in log, the coefficients are thought to be from {@link START} before anything is seen. One place's errors are worth more. */
const DOUBT = 0.7
const ORDER = ['common', 'size', 'growth', 'movement', 'power'] as const

/**
 * 誤差の大きさの係数をあてはめる: by maximum likelihood of Student's t, all areas and horizons alike. The form is frozen; see docs/population.md. `census` must end with the
 * last year that may be looked at.
 */
export function fitSpread(errors: readonly PastError[], census: readonly PeopleRow[]): SpreadRates {
  const drift = birthDrift(census)
  const ratesOf = (point: readonly number[]): SpreadRates => ({
    ...(Object.fromEntries(ORDER.map((name, at) => [name, Math.exp(point[at] as number)])) as Record<
      (typeof ORDER)[number],
      number
    >),
    drift,
  })
  const start = ORDER.map((name) => Math.log(START[name]))
  const cost = (point: readonly number[]) => {
    const rates = ratesOf(point)
    const doubt = point.reduce((total, x, at) => total + ((x - (start[at] as number)) / DOUBT) ** 2 / 2, 0)
    return errors.reduce((total, { unrest, base, target, error }) => {
      const scale = spreadOf(rates, unrest, (target - base) / 5)
      return total - studentLogDensity(error / scale) + Math.log(scale)
    }, doubt)
  }
  return ratesOf(leastNear(cost, start))
}

/** 出生の動き: mean share of 0–4 × root mean square of the log change of the child-woman ratio from census to census, of all areas together. */
export function birthDrift(census: readonly PeopleRow[]): number {
  const years = [...Map.groupBy(census, ({ year }) => year)]
    .toSorted(([a], [b]) => a - b)
    .map(([, rows]) => {
      const all = rows.map(withUnknown)
      const children = sum(all.map(({ male, female }) => (male[0] ?? 0) + (female[0] ?? 0)))
      const women = sum(all.map(({ female }) => childbearing(female)))
      return {
        share: children / sum(all.map(({ male, female }) => sum(male) + sum(female))),
        ratio: children / women,
      }
    })
  const changes = years.slice(1).map(({ ratio }, at) => Math.log(ratio / (years[at]?.ratio as number)))
  if (changes.length === 0) return 0
  const share = sum(years.map((each) => each.share)) / years.length
  return share * Math.sqrt(sum(changes.map((change) => change ** 2)) / changes.length)
}
