import type { Actual, MissingWhy } from '#domain/indicator/actual.ts'
import type { Commitment, Target } from '#domain/indicator/commitment.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import { decimal } from '#domain/shared/decimal.ts'
import { fiscalYear } from '#domain/shared/year.ts'

/** An indicator with everything stated, for a test to vary. */
export const indicator = (over: Partial<Indicator> = {}): Indicator => ({
  id: 'i',
  name: '試しの指標',
  unit: '人',
  better: 'higher',
  accumulation: 'annual',
  scope: '市',
  period: 'fiscal-year',
  dataSource: '試し',
  release: 'not-stated',
  department: 'not-stated',
  mayBeSummed: 'not-stated',
  ...over,
})

type Year = number | 'not-stated'

/** 「2,325(H24)→2,541(H31)」 as `promise('2325', 2012, '2541', 2019)`. */
export const promise = (
  baseline: string | 'not-stated',
  from: Year,
  target: string,
  to: number,
  over: Partial<Commitment> = {},
  qualifier?: Target['qualifier'],
): Commitment => ({
  id: 'c',
  indicator: 'i',
  on: 'goal-1',
  baseline:
    baseline === 'not-stated'
      ? 'not-stated'
      : { value: decimal(baseline), year: from === 'not-stated' ? 'not-stated' : fiscalYear(from) },
  targets: [
    { value: decimal(target), year: fiscalYear(to), role: 'final', ...(qualifier ? { qualifier } : {}) },
  ],
  ...over,
})

export const milestone = (value: string, year: number): Target => ({
  value: decimal(value),
  year: fiscalYear(year),
  role: 'milestone',
})

export const known = (
  year: number,
  value: string,
  over: { vintage?: string; provisional?: boolean } = {},
): Actual => ({
  kind: 'known',
  year: fiscalYear(year),
  value: decimal(value),
  ...over,
})

export const missing = (year: number, why: MissingWhy): Actual => ({
  kind: 'missing',
  year: fiscalYear(year),
  why,
})
