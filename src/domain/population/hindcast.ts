import { fitSpread } from './fit-spread.ts'
import { type PastError, pastErrors } from './past-errors.ts'
import { SEEN_AHEAD, type SpreadRates, spreadOf } from './spread.ts'
import type { PeopleRow } from './statistics.ts'
import { studentQuantile } from './student.ts'

/** 規模の区分: lower bounds, people in the base year. */
export const SIZE_CLASSES = [0, 3_000, 5_000, 10_000, 30_000, 50_000, 100_000, 300_000] as const

export const SHARES = [0.5, 0.8, 0.95] as const
/** An 80 % band that held a smaller or a larger share than these is marked. */
export const MARKED_OUTSIDE = [0.7, 0.9] as const

/** 的中: how many of n actual values were inside the central 50, 80 and 95 %. */
export type Coverage = {
  readonly n: number
  readonly within: { readonly '0.5': number; readonly '0.8': number; readonly '0.95': number }
  /** Median of ln(actual ÷ projected), and the 80th percentile of its size. */
  readonly median: number
  readonly p80: number
  /** Half the width of the 80 % band, median over the areas, in log. */
  readonly half80: number
}

export type Hindcast = {
  readonly rates: SpreadRates
  readonly fitted: { readonly n: number; readonly areas: number; readonly targets: readonly number[] }
  readonly overall: Coverage
  readonly byAhead: readonly (Coverage & { readonly ahead: number; readonly extrapolated: boolean })[]
  readonly byClass: readonly (Coverage & {
    readonly from: number
    readonly ahead: number
    readonly extrapolated: boolean
    readonly marked: boolean
  })[]
  readonly areas: number
  readonly withoutProjection: number
}

/**
 * 後ろ向きの検証 (hindcast): fits the spread on what was known up to `fitBefore`, then counts how often later censuses fell inside. Undefined where
 * the table has nothing to fit on or nothing to test.
 */
export function hindcast(
  census: readonly PeopleRow[],
  { fitBefore, targets }: { readonly fitBefore: number; readonly targets: readonly number[] },
): Hindcast | undefined {
  const known = census.filter(({ year }) => year <= fitBefore)
  const fitTargets = [...new Set(known.map(({ year }) => year))].toSorted((a, b) => a - b)
  const { errors: past } = pastErrors(known, fitTargets)
  const { errors, withoutProjection } = pastErrors(census, targets)
  if (past.length === 0 || errors.length === 0) return undefined
  const rates = fitSpread(past, known)
  const cover = (of: readonly PastError[]) => coverageOf(of, rates)
  const aheadOf = ({ base, target }: PastError) => target - base
  const aheads = [...new Set(errors.map(aheadOf))].toSorted((a, b) => a - b)
  const extrapolated = (ahead: number) => ahead > SEEN_AHEAD
  return {
    rates,
    fitted: {
      n: past.length,
      areas: new Set(past.map(({ area }) => area)).size,
      targets: [...new Set(past.map(({ target }) => target))].toSorted((a, b) => a - b),
    },
    overall: cover(errors),
    byAhead: aheads.map((ahead) => ({
      ...{ ahead, extrapolated: extrapolated(ahead) },
      ...cover(errors.filter((each) => aheadOf(each) === ahead)),
    })),
    byClass: SIZE_CLASSES.flatMap((from, at) =>
      aheads.flatMap((ahead) => {
        const to = SIZE_CLASSES[at + 1] ?? Number.POSITIVE_INFINITY
        const of = errors.filter(
          (each) => aheadOf(each) === ahead && each.unrest.people >= from && each.unrest.people < to,
        )
        if (of.length === 0) return []
        const covered = cover(of)
        const share = covered.within['0.8']
        const marked = share < MARKED_OUTSIDE[0] || share > MARKED_OUTSIDE[1]
        return [{ ...{ from, ahead, extrapolated: extrapolated(ahead), marked }, ...covered }]
      }),
    ),
    areas: new Set(errors.map(({ area }) => area)).size,
    withoutProjection,
  }
}

function coverageOf(errors: readonly PastError[], rates: SpreadRates): Coverage {
  const scales = errors.map(({ unrest, base, target }) => spreadOf(rates, unrest, (target - base) / 5))
  const within = (share: number) => {
    const t = studentQuantile(0.5 + share / 2)
    const inside = errors.filter(({ error }, at) => Math.abs(error) <= t * (scales[at] as number))
    return inside.length / errors.length
  }
  const percentile = (values: readonly number[], share: number) =>
    values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
  return {
    n: errors.length,
    within: { '0.5': within(0.5), '0.8': within(0.8), '0.95': within(0.95) },
    median: percentile(
      errors.map(({ error }) => error),
      0.5,
    ),
    p80: percentile(
      errors.map(({ error }) => Math.abs(error)),
      0.8,
    ),
    half80: percentile(scales, 0.5) * studentQuantile(0.9),
  }
}
