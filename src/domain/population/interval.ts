/** 幅 (band) of a total: so many percent of such projections came out inside. */
export type Band = {
  readonly year: number
  readonly low80: number
  readonly low50: number
  readonly high50: number
  readonly high80: number
}

/** Half of the normal distribution's central 80 %, 50 %. */
const Z80 = 1.2816
const Z50 = 0.6745

/**
 * 誤差の大きさ: half the width of the central 80 % on the log scale, of a projection of `people` persons `ahead` years on. Measured on past errors
 * of municipal projections by size and horizon.
 */
export function spread80(people: number, ahead: number): number {
  if (ahead <= 0 || people <= 0) return 0
  return (0.0239 + 2.022 / Math.sqrt(people)) * (ahead / 5) ** 1.06
}

/** The bands of a projected path; the first year is the base, which is known. */
export function bandsOf(path: readonly { readonly year: number; readonly total: number }[]): readonly Band[] {
  const [first] = path
  if (!first) return []
  return path.map(({ year, total }) => {
    const sigma = spread80(first.total, year - first.year) / Z80
    const at = (z: number) => total * Math.exp(z * sigma)
    return { year, low80: at(-Z80), low50: at(-Z50), high50: at(Z50), high80: at(Z80) }
  })
}

/** P(people ≥ promised), 0–1, of a projected total `ahead` years from a base of `base` persons. */
export function chanceOf(total: number, promised: number, base: number, ahead: number): number {
  const sigma = spread80(base, ahead) / Z80
  if (sigma === 0) return total >= promised ? 1 : 0
  return normal(Math.log(total / promised) / sigma)
}

/** 使える期間 (shelf life): the last year whose half-width is at most 10 %, or the base year. */
export function shelfLife(base: number, from: number): number {
  let ahead = 0
  while (ahead < 100 && spread80(base, ahead + 1) <= Math.log(1.1)) ahead += 1
  return from + ahead
}

/** Φ, to 1e-7. Source: Abramowitz & Stegun 7.1.26. */
function normal(z: number): number {
  const t = 1 / (1 + 0.3275911 * (Math.abs(z) / Math.SQRT2))
  const series =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  const tail = (series * Math.exp((-z * z) / 2)) / 2
  return z >= 0 ? 1 - tail : tail
}
