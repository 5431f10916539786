const MIDDLE_TOP = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
  2.506628277459239,
]
const MIDDLE_BOTTOM = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1,
  1,
]
const TAIL_TOP = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
]
const TAIL_BOTTOM = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1]
/** Below it, and above its opposite, the tail's fraction is used. */
const TAIL = 0.02425

function horner(coefficients: readonly number[], x: number): number {
  let sum = 0
  for (const each of coefficients) sum = sum * x + each
  return sum
}

/** 正規分布の分位点: the z below which a share lies, relative error below 1.2e-9; ∓∞ for 0 and 1. Source: P. J. Acklam's rational approximation (2003). */
export function normalQuantile(share: number): number {
  if (share <= 0) return Number.NEGATIVE_INFINITY
  if (share >= 1) return Number.POSITIVE_INFINITY
  if (share < TAIL) {
    const root = Math.sqrt(-2 * Math.log(share))
    return horner(TAIL_TOP, root) / horner(TAIL_BOTTOM, root)
  }
  if (share > 1 - TAIL) {
    const root = Math.sqrt(-2 * Math.log(1 - share))
    return -horner(TAIL_TOP, root) / horner(TAIL_BOTTOM, root)
  }
  const middle = share - 0.5
  const square = middle * middle
  return (middle * horner(MIDDLE_TOP, square)) / horner(MIDDLE_BOTTOM, square)
}
