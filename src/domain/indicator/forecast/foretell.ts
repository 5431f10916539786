import { oneYearOn, printedVariance, type ScaledPoint, type State } from './follow.ts'
import { condensed, type Mixture } from './mixture.ts'
import { type Priors, WIDER } from './priors.ts'
import { shockVariance, type Weighed } from './weigh.ts'

/** One possible future: expected value, variance and covariances of the printed values of the coming years, in the model's scale. */
type Future = {
  readonly weight: number
  readonly means: readonly number[]
  /** Variance of each year's printed value. */
  readonly variances: readonly number[]
  /** `shared[j][k]`, j < k: covariance of the levels of two years. */
  readonly shared: readonly (readonly number[])[]
  readonly shock: number
}

export type About = Pick<ScaledPoint, 'known'> & { readonly counting: (z: number) => number }

function futureOf({ weight, setting, state }: Weighed, years: number, about: About, priors: Priors): Future {
  const states: State[] = []
  for (let at = 0, now = state; at < years; at++) {
    now = oneYearOn(now, setting)
    states.push(now)
  }
  return {
    weight,
    means: states.map(({ level }) => level),
    variances: states.map(
      ({ level, vLevel }) =>
        vLevel + printedVariance(setting, { known: about.known, counted: about.counting(level), years: 1 }),
    ),
    shared: states.map(({ vLevel, vBoth }) => {
      // The level k years later takes along the level itself and the drift, damped more each year.
      let carried = 0
      return Array.from({ length: years }, (_, ahead) => {
        if (ahead > 0) carried += setting.damping ** ahead
        return vLevel + carried * vBoth
      })
    }),
    shock: shockVariance(priors, setting),
  }
}

/** Each coming year's value by itself, `years` of them, calm or after a shock on the way. */
export function valuesAhead(
  parts: readonly Weighed[],
  years: number,
  about: About,
  priors: Priors,
): readonly Mixture[] {
  const futures = parts.map((part) => futureOf(part, years, about, priors))
  return Array.from({ length: years }, (_, at) =>
    condensed(
      futures.flatMap(({ weight, means, variances, shock }) =>
        calmOrNot(weight, means[at] ?? 0, variances[at] ?? 0, shock, chanceBy(priors, at)),
      ),
    ),
  )
}

/**
 * Sums of the coming years' values from the next one on, for a running total. In logarithms each year is log-normal and so, nearly,
 * is the sum (Fenton–Wilkinson: same mean and variance); the mixture is of the logarithm of sum + offset × years.
 */
export function sumsAhead(
  parts: readonly Weighed[],
  years: number,
  about: About,
  priors: Priors,
  isLog: boolean,
): readonly Mixture[] {
  const futures = parts.map((part) => futureOf(part, years, about, priors))
  return Array.from({ length: years }, (_, at) =>
    condensed(
      futures.flatMap((future) => {
        const { mean, variance } = isLog ? logSum(future, at + 1) : plainSum(future, at + 1)
        return calmOrNot(future.weight, mean, variance, future.shock, chanceBy(priors, at))
      }),
    ),
  )
}

const chanceBy = ({ shock }: Priors, at: number): number => 1 - (1 - shock.chance) ** (at + 1)

const calmOrNot = (
  weight: number,
  mean: number,
  variance: number,
  shock: number,
  chance: number,
): Mixture => [
  { weight: weight * (1 - chance), mean, sd: WIDER * Math.sqrt(variance) },
  { weight: weight * chance, mean, sd: WIDER * Math.sqrt(variance + shock) },
]

const between = ({ variances, shared }: Future, j: number, k: number): number =>
  (j === k ? variances[j] : shared[Math.min(j, k)]?.[Math.abs(k - j)]) ?? 0

function plainSum(future: Future, years: number): { readonly mean: number; readonly variance: number } {
  let [mean, variance] = [0, 0]
  for (let j = 0; j < years; j++) {
    mean += future.means[j] ?? 0
    for (let k = 0; k < years; k++) variance += between(future, j, k)
  }
  return { mean, variance }
}

/** Beyond this variance of a logarithm its mean says nothing any more. */
const WIDEST = 2

function logSum(future: Future, years: number): { readonly mean: number; readonly variance: number } {
  const sizes = Array.from({ length: years }, (_, j) =>
    Math.exp((future.means[j] ?? 0) + Math.min(WIDEST, future.variances[j] ?? 0) / 2),
  )
  const total = sizes.reduce((sum, each) => sum + each, 0)
  let spread = 0
  for (let j = 0; j < years; j++)
    for (let k = 0; k < years; k++)
      spread += (sizes[j] ?? 0) * (sizes[k] ?? 0) * Math.expm1(Math.min(WIDEST, between(future, j, k)))
  const variance = Math.log1p(spread / (total * total))
  return { mean: Math.log(total) - variance / 2, variance }
}
