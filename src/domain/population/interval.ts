import { SEEN_AHEAD, type SpreadRates, spreadOf, type Unrest } from './spread.ts'
import { studentBelow, studentQuantile } from './student.ts'

/** 幅 (band) of a total: so many percent of such projections came out inside. `extrapolated`: further ahead than errors were fitted on. */
export type Band = {
  readonly year: number
  readonly low80: number
  readonly low50: number
  readonly high50: number
  readonly high80: number
  readonly extrapolated: boolean
}

/**
 * あてはめた係数: `shirube hindcast` on the census tables of 24 prefectures (odd codes, 967 municipalities), 5,802 errors of the targets 1990, 1995 and 2000. See
 * docs/population.md.
 */
export const FITTED: SpreadRates = {
  common: 0.00776,
  size: 1.492,
  growth: 0.3504,
  movement: 0.2526,
  power: 0.8601,
  drift: 0.00617,
}

/** Half the width of the central 80 % on the log scale, `ahead` years on. */
export const spread80 = (unrest: Unrest, ahead: number): number =>
  studentQuantile(0.9) * spreadOf(FITTED, unrest, ahead / 5)

/** The bands of a projected path; the first year is the base, which is known. */
export function bandsOf(
  path: readonly { readonly year: number; readonly total: number }[],
  unrest: Unrest,
): readonly Band[] {
  const from = path[0]?.year ?? 0
  return path.map(({ year, total }) => {
    const scale = spreadOf(FITTED, unrest, (year - from) / 5)
    const at = (share: number) => total * Math.exp(scale * studentQuantile(share))
    const bands = { low80: at(0.1), low50: at(0.25), high50: at(0.75), high80: at(0.9) }
    return { year, ...bands, extrapolated: year - from > SEEN_AHEAD }
  })
}

/** P(people ≥ promised), 0–1, of a projected total `ahead` years from the base. */
export function chanceOf(total: number, promised: number, unrest: Unrest, ahead: number): number {
  if (!(promised > 0)) return 1
  const scale = spreadOf(FITTED, unrest, ahead / 5)
  if (scale === 0 || !(total > 0)) return total >= promised ? 1 : 0
  return studentBelow(Math.log(total / promised) / scale)
}

/** 使える期間 (shelf life): the last year whose half-width is at most 10 %, or the base year. */
export function shelfLife(unrest: Unrest, from: number): number {
  let ahead = 0
  while (ahead < 100 && spread80(unrest, ahead + 1) <= Math.log(1.1)) ahead += 1
  return from + ahead
}
