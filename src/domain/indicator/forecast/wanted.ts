import type { Better } from '../indicator.ts'
import { cdf, type Mixture } from './mixture.ts'

/** 目標の問い: which values count as reached: 以上, 以下, or within a range (維持). Bounds are included. */
export type Wanted =
  | { readonly is: 'at-least'; readonly value: number }
  | { readonly is: 'at-most'; readonly value: number }
  | { readonly is: 'within'; readonly from: number; readonly to: number }

/**
 * What a target asks for: its own value or better, less what is tolerated on the worse side. Undefined where a value is to be held and nobody
 * says within what: exactly the target is no question that a chance answers.
 */
export function wantedOf(better: Better, target: number, tolerance: number): Wanted | undefined {
  if (better === 'higher') return { is: 'at-least', value: target - tolerance }
  if (better === 'lower') return { is: 'at-most', value: target + tolerance }
  return tolerance > 0 ? { is: 'within', from: target - tolerance, to: target + tolerance } : undefined
}

/**
 * 届く見込み: the chance of what is wanted. `step` is that of printed values: 56.5 is reached by whatever prints as 56.5, and
 * a count of 7 by whatever is nearer to 7 than to 6.
 */
export function chanceOf(
  wanted: Wanted,
  mixture: Mixture,
  toScale: (value: number) => number,
  step: number,
): number {
  const below = (value: number) => cdf(mixture, toScale(value))
  if (wanted.is === 'at-least') return 1 - below(wanted.value - step / 2)
  if (wanted.is === 'at-most') return below(wanted.value + step / 2)
  return Math.max(0, below(wanted.to + step / 2) - below(wanted.from - step / 2))
}
