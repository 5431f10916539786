import { fromDecimal, type Rational } from '../shared/rational.ts'
import { type FiscalYear, fiscalYear, isFiscalYear } from '../shared/year.ts'
import type { Actual, KnownActual } from './actual.ts'
import type { Commitment, Target } from './commitment.ts'
import type { Indicator } from './indicator.ts'
import type { Path } from './pace.ts'
import type { Inputs, Scheme } from './scheme.ts'
import { baselineYearOf, unitOf } from './settled.ts'
import { type Aim, finalTarget } from './target-kind.ts'
import { toleranceOf } from './tolerance.ts'
import { valueUsed } from './value-used.ts'

/** 判定の問い: what is to be judged, by which scheme, with what is known. */
export type Question = {
  readonly indicator: Indicator
  readonly commitment: Commitment
  /** Current values, in any order; see {@link file://./series.ts} for how they come out of the record. */
  readonly actuals: readonly Actual[]
  readonly evaluationYear: FiscalYear
  readonly scheme: Scheme
  readonly inputs?: Inputs
  /** 系列 that the target was set on, where the statistic was revised. */
  readonly vintage?: string
  /** First year of the plan, for schemes that count equal steps over the plan's years. */
  readonly planFrom?: FiscalYear
}

/** Everything a measure may look at, already settled and exact. */
export type Situation = {
  readonly aim: Aim
  readonly actual: Rational
  readonly valueYear: FiscalYear
  readonly target: Rational
  readonly targetYear: FiscalYear
  /** Absent where the baseline is not stated. */
  readonly path?: Path
  /** The value of the year before the value's year. */
  readonly previous?: Rational
  readonly tolerance: Rational
}

/** Settles a question into exact numbers, once its aim and the value to use are known. */
export function situationOf(question: Question, aim: Aim, used: KnownActual): Situation {
  const { indicator, commitment, scheme, planFrom, actuals, vintage } = question
  const target = finalTarget(commitment) as Target
  const from = baselineYearOf(indicator, commitment)
  const start =
    scheme.path === 'plan-years' && planFrom && isFiscalYear(planFrom - 1) ? fiscalYear(planFrom - 1) : from
  const path: Path | undefined =
    commitment.baseline === 'not-stated'
      ? undefined
      : {
          baseline: fromDecimal(commitment.baseline.value),
          from: start,
          target: fromDecimal(target.value),
          to: target.year,
          milestones: commitment.targets
            .filter(({ role }) => role === 'milestone')
            .map(({ year, value }) => ({ year, value: fromDecimal(value) })),
        }
  const before = used.year - 1
  const previous = isFiscalYear(before) ? valueUsed(actuals, fiscalYear(before), 0, vintage) : undefined
  const tolerance = toleranceOf(commitment, { ...indicator, unit: unitOf(indicator) }, scheme)
  return {
    aim,
    actual: fromDecimal(used.value),
    valueYear: used.year,
    target: fromDecimal(target.value),
    targetYear: target.year,
    ...(path ? { path } : {}),
    ...(previous?.ok ? { previous: fromDecimal(previous.value.value) } : {}),
    tolerance: fromDecimal(tolerance.value),
  }
}
