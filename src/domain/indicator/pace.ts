import {
  add,
  div,
  isNegative,
  mul,
  print,
  printPercent,
  type Rational,
  rational,
  sub,
} from '../shared/rational.ts'
import type { Stated } from '../shared/stated.ts'
import type { FiscalYear } from '../shared/year.ts'
import type { TargetKind } from './commitment.ts'
import type { Measured } from './progress.ts'
import { hasPath } from './target-kind.ts'
import { minus, operand, plus, type Working } from './working.ts'

/**
 * 道すじ (path): the straight line from the baseline's own year to the target's year. `from` is not the year in
 * the column's heading: nine of 002's seventeen baselines are of another year.
 */
export type Path = {
  readonly baseline: Rational
  readonly from: Stated<FiscalYear>
  readonly target: Rational
  readonly to: FiscalYear
  /** 中間目標: where a year has one, it is what was expected of that year. */
  readonly milestones: readonly { readonly year: FiscalYear; readonly value: Rational }[]
}

export type PathWhy = 'baseline-year-not-stated' | 'target-year-not-after-baseline'

type Elapsed = { readonly ok: true; readonly gone: number; readonly of: number }

/** Years gone of the years given: 0 before the baseline year, all of them from the target year on. */
function elapsed(
  { from, to }: Path,
  year: FiscalYear,
): Elapsed | { readonly ok: false; readonly why: PathWhy } {
  if (from === 'not-stated') return { ok: false, why: 'baseline-year-not-stated' }
  if (to <= from) return { ok: false, why: 'target-year-not-after-baseline' }
  return { ok: true, gone: Math.min(Math.max(year - from, 0), to - from), of: to - from }
}

/** 経過割合: years gone ÷ years given, in shares of 1. */
export function elapsedShare(path: Path, year: FiscalYear): Measured<PathWhy> {
  const years = elapsed(path, year)
  if (!years.ok) return { ...years, working: [] }
  const value = rational(years.gone, years.of)
  const expression = `${years.gone}÷${years.of}`
  const detail = { from: path.from, to: path.to, year }
  return { ok: true, value, working: [{ what: 'elapsed', expression, result: printPercent(value), detail }] }
}

/** 目安 (expected value) of a year: its 中間目標, else the line; flat before the baseline year, never past the target. */
export function expectedValue(path: Path, year: FiscalYear): Measured<PathWhy> {
  const years = elapsed(path, year)
  if (!years.ok) return { ...years, working: [] }
  const milestone = path.milestones.find((each) => each.year === year)
  const way = sub(path.target, path.baseline)
  const value = milestone?.value ?? add(path.baseline, mul(way, rational(years.gone, years.of)))
  const step = milestone
    ? { detail: { milestone: year } }
    : { expression: `${plus(print(path.baseline), way)}×${years.gone}/${years.of}`, detail: { year } }
  return { ok: true, value, working: [{ what: 'expected', result: print(value), ...step }] }
}

/** 進み具合 (pace) = これまでの伸び ÷ 目安までの伸び, in shares of 1. At the baseline year nothing is expected yet. */
export function pace(
  path: Path,
  actual: Rational,
  year: FiscalYear,
  kind: TargetKind = 'reach',
): Measured<PathWhy | 'nothing-expected-yet' | 'no-rate-for-kept-target'> {
  if (!hasPath(kind) && kind !== 'complete') return { ok: false, why: 'no-rate-for-kept-target', working: [] }
  const expected = expectedValue(path, year)
  if (!expected.ok) return expected
  const way = sub(path.target, path.baseline)
  const due = sub(expected.value, path.baseline)
  // A milestone on the wrong side of the baseline expects no gain; a ratio to it would praise falling back.
  const value = isNegative(due) === isNegative(way) ? div(sub(actual, path.baseline), due) : undefined
  const expression = `(${minus(actual, path.baseline)})÷(${minus(expected.value, path.baseline)})`
  if (!value) return { ok: false, why: 'nothing-expected-yet', working: expected.working }
  const working: Working = [...expected.working, { what: 'pace', expression, result: printPercent(value) }]
  return { ok: true, value, working }
}

/** 残り1年あたりに必要な伸び, in the indicator's unit, signed as the indicator moves. */
export function requiredPerYear(
  target: Rational,
  to: FiscalYear,
  actual: Rational,
  year: FiscalYear,
): Measured<'no-year-left'> {
  const value = to > year ? div(sub(target, actual), rational(to - year)) : undefined
  if (!value) return { ok: false, why: 'no-year-left', working: [] }
  const expression = `(${print(target)}−${operand(actual)})÷${to - year}`
  return {
    ok: true,
    value,
    working: [{ what: 'required-per-year', expression, result: print(value) }],
  }
}
