import { abs, compare, div, fromDecimal, rational } from '../shared/rational.ts'
import type { Actual, KnownActual } from './actual.ts'
import type { Indicator } from './indicator.ts'
import { unitOf } from './settled.ts'

/** 入力の見直し: a value that may well be right but looks like a slip of the pen. It can be confirmed with a reason. */
export type Slip =
  | { readonly kind: 'ten-times'; readonly before: KnownActual }
  | { readonly kind: 'tenth'; readonly before: KnownActual }
  | { readonly kind: 'share-outside'; readonly value: string }

const TEN = rational(10)

/** Ten times or a tenth of the latest earlier value; a percentage outside 0–100. */
export function slipsOf(indicator: Indicator, actuals: readonly Actual[], next: Actual): readonly Slip[] {
  if (next.kind !== 'known') return []
  const value = fromDecimal(next.value)
  const unit = unitOf(indicator)
  const slips: Slip[] = []
  if (
    (unit === '%' || unit === '％') &&
    (compare(value, rational(0)) < 0 || compare(value, rational(100)) > 0)
  )
    slips.push({ kind: 'share-outside', value: next.value })
  const before = actuals.findLast(
    (each): each is KnownActual => each.kind === 'known' && each.year < next.year,
  )
  const ratio = before && div(abs(value), abs(fromDecimal(before.value)))
  if (before && ratio && compare(ratio, TEN) >= 0) slips.push({ kind: 'ten-times', before })
  if (before && ratio && compare(ratio, rational(1, 10)) <= 0 && compare(value, rational(0)) !== 0)
    slips.push({ kind: 'tenth', before })
  return slips
}
