import { normalCdf } from './normal.ts'

/** 混合分布 (mixture) of normal distributions; weights add up to 1. */
export type Mixture = readonly { readonly weight: number; readonly mean: number; readonly sd: number }[]

/** P(X ≤ x). */
export function cdf(mixture: Mixture, x: number): number {
  if (x === Number.NEGATIVE_INFINITY) return 0
  if (x === Number.POSITIVE_INFINITY) return 1
  let sum = 0
  for (const { weight, mean, sd } of mixture) sum += weight * normalCdf((x - mean) / sd)
  return Math.min(1, Math.max(0, sum))
}

const HALVINGS = 80

/** The value below which a share `p` of the distribution lies; by bisection, so that it never falls as `p` rises. */
export function quantile(mixture: Mixture, p: number): number {
  let low = Math.min(...mixture.map(({ mean, sd }) => mean - 9 * sd))
  let high = Math.max(...mixture.map(({ mean, sd }) => mean + 9 * sd))
  const near = 1e-10 * (high - low)
  for (let at = 0; at < HALVINGS && high - low > near; at++) {
    const middle = (low + high) / 2
    if (cdf(mixture, middle) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The parts that make up all but a share `left` of the weight, heaviest first, weighted anew. */
export function heaviest<T extends { readonly weight: number }>(
  parts: readonly T[],
  left: number,
): readonly T[] {
  const ordered = parts.toSorted((a, b) => b.weight - a.weight)
  let sum = 0
  const kept = ordered.filter(({ weight }) => {
    if (sum >= 1 - left) return false
    sum += weight
    return true
  })
  return kept.map((part) => ({ ...part, weight: part.weight / sum }))
}

const LIKE = 0.05

/**
 * The same distribution in fewer parts: parts whose mean and spread differ by less than a twentieth of the spread become one, with their
 * common mean and variance.
 */
export function condensed(mixture: Mixture): Mixture {
  const bins = new Map<string, { weight: number; sum: number; squares: number }>()
  const centre = mixture.reduce((sum, { weight, mean }) => sum + weight * mean, 0)
  for (const { weight, mean, sd } of mixture) {
    const size = Math.round(Math.log(sd) / LIKE)
    const key = `${size} ${Math.round((mean - centre) / (2 * LIKE * Math.exp(size * LIKE)))}`
    const bin = bins.get(key) ?? { weight: 0, sum: 0, squares: 0 }
    bin.weight += weight
    bin.sum += weight * mean
    bin.squares += weight * (sd * sd + mean * mean)
    bins.set(key, bin)
  }
  return [...bins.values()].map(({ weight, sum, squares }) => {
    const mean = sum / weight
    return { weight, mean, sd: Math.sqrt(Math.max(squares / weight - mean * mean, Number.MIN_VALUE)) }
  })
}
