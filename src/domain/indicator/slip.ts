import { abs, compare, div, fromDecimal, mul, type Rational, rational } from '../shared/rational.ts'
import type { Actual, KnownActual } from './actual.ts'
import type { Indicator } from './indicator.ts'
import { unitOf } from './settled.ts'

/** 入力の見直し: a value that may well be right but looks like a slip of the pen. It can be confirmed with a reason. */
export type Slip =
  | { readonly kind: 'ten-times'; readonly before: KnownActual }
  | { readonly kind: 'tenth'; readonly before: KnownActual }
  | { readonly kind: 'share-outside'; readonly value: string }
  | { readonly kind: 'other-sign'; readonly before: KnownActual }
  | { readonly kind: 'far-from-history'; readonly before: KnownActual }

const TEN = rational(10)

const ZERO = rational(0)
/** How far a value may lie from a history that has moved less than that. */
const FAR = rational(3)

/**
 * What a person may have mistyped: a percentage outside 0–100, ten times or a tenth of the latest earlier value, another sign than
 * every earlier value, or more than three times outside a history that never moved that far.
 */
export function slipsOf(indicator: Indicator, actuals: readonly Actual[], next: Actual): readonly Slip[] {
  if (next.kind !== 'known') return []
  const value = fromDecimal(next.value)
  const unit = unitOf(indicator)
  const slips: Slip[] = []
  if ((unit === '%' || unit === '％') && (compare(value, ZERO) < 0 || compare(value, rational(100)) > 0))
    slips.push({ kind: 'share-outside', value: next.value })
  const history = actuals.filter(
    (each): each is KnownActual => each.kind === 'known' && each.year < next.year,
  )
  const before = history.at(-1)
  if (!before) return slips
  const ratio = div(abs(value), abs(fromDecimal(before.value)))
  const sign = compare(value, ZERO)
  const other = sign !== 0 && history.every((each) => compare(fromDecimal(each.value), ZERO) === -sign)
  if (ratio && compare(ratio, TEN) >= 0) slips.push({ kind: 'ten-times', before })
  else if (ratio && sign !== 0 && compare(ratio, rational(1, 10)) <= 0) slips.push({ kind: 'tenth', before })
  else if (other) slips.push({ kind: 'other-sign', before })
  else if (isFar(value, history)) slips.push({ kind: 'far-from-history', before })
  return slips
}

/** Three values or more that lie within {@link FAR} times of each other, and one that lies outside. */
function isFar(value: Rational, history: readonly KnownActual[]): boolean {
  const sizes = history.map((each) => abs(fromDecimal(each.value))).sort(compare)
  const [least, most] = [sizes[0], sizes.at(-1)]
  if (sizes.length < 3 || !least || !most || compare(least, ZERO) === 0) return false
  if (compare(most, mul(least, FAR)) > 0) return false
  return compare(abs(value), mul(most, FAR)) > 0 || compare(mul(abs(value), FAR), least) < 0
}
