import { isStated, type Stated } from '../shared/stated.ts'
import { type FiscalYear, fiscalYear, isFiscalYear } from '../shared/year.ts'
import type { Commitment } from './commitment.ts'
import type { Accumulation, Better, Indicator } from './indicator.ts'

/** The last word of a person on an attribute that the document leaves open. */
const settled = (indicator: Indicator, what: string): string | undefined =>
  indicator.settled?.findLast((each) => each.what === what)?.value

const oneOf = <T extends string>(allowed: readonly T[], value: string | undefined): T | undefined =>
  allowed.find((each) => each === value)

/** 向き, as stated by the document or settled by a person. */
export const betterOf = (indicator: Indicator): Stated<Better> =>
  oneOf(['higher', 'lower', 'steady'], settled(indicator, 'better')) ?? indicator.better

export const accumulationOf = (indicator: Indicator): Stated<Accumulation> =>
  oneOf(['cumulative', 'annual', 'point'], settled(indicator, 'accumulation')) ?? indicator.accumulation

export const unitOf = (indicator: Indicator): Stated<string> => settled(indicator, 'unit') ?? indicator.unit

/**
 * 基準年 (baseline year), the baseline's own. Where the document gives none (000), a person may settle it on the
 * indicator as `baseline-year`, or as `baseline-year:<commitment>` where two plans differ.
 */
export function baselineYearOf(indicator: Indicator, commitment: Commitment): Stated<FiscalYear> {
  const by =
    settled(indicator, `baseline-year:${commitment.id}`) ??
    (commitment.baseline !== 'not-stated' && isStated(commitment.baseline.year)
      ? String(commitment.baseline.year)
      : settled(indicator, 'baseline-year'))
  const year = Number(by)
  return by !== undefined && isFiscalYear(year) ? fiscalYear(year) : 'not-stated'
}
