import { abs, add, fromDecimal, mul, neg, type Rational, round, sub } from '../shared/rational.ts'
import type { Reading } from './measure.ts'
import type { Bound, Scheme } from './scheme.ts'
import type { Situation } from './situation.ts'
import { flip, type Sign, sayComparison } from './working.ts'

export type Read = Reading & { readonly ok: true }

/** 以上・以下 where the bound is closed, 超・未満 where it is open. */
export const signOf = ({ closed }: Bound, side: '≧' | '≦'): Sign =>
  closed ? side : side === '≧' ? '＞' : '＜'

/** Where a bound lies in the measure's own scale: 「基準値の−10%」 and 「許容差」 become amounts. */
export function threshold({ at, of }: Bound, { path, tolerance }: Situation): Rational {
  const by = of === 'baseline' ? path?.baseline : of === 'tolerance' ? tolerance : undefined
  return by ? mul(fromDecimal(at), abs(by)) : fromDecimal(at)
}

/** 端数処理: the value as the scheme compares it. Exact, unless the scheme rounds shares first. */
export const roundedBy = ({ rounding }: Scheme, { as, value }: Read): Rational =>
  rounding && as === 'percent' ? round(value, rounding.percentDigits + 2) : value

/** Differences are said as the two values they come from: 「148≧144」 rather than 「4≧0」. */
export function sayBound(
  scheme: Scheme,
  reading: Read,
  bound: Bound,
  side: '≧' | '≦',
  situation: Situation,
): string {
  const { against, as, shares } = reading
  const [value, sign, limit] = [roundedBy(scheme, reading), signOf(bound, side), threshold(bound, situation)]
  if (shares) return sayComparison(shares[0], sign, add(shares[1], limit), as)
  if (!against) return sayComparison(value, sign, limit, as)
  const { better } = situation.aim
  if (better === 'steady') return sayComparison(abs(value), flip(sign), neg(limit), 'number')
  return better === 'higher'
    ? sayComparison(situation.actual, sign, add(against, limit), 'number')
    : sayComparison(situation.actual, flip(sign), sub(against, limit), 'number')
}
