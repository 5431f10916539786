import {
  abs,
  compare,
  div,
  equals,
  isNegative,
  neg,
  ONE,
  print,
  printPercent,
  type Rational,
  rational,
  root,
  sub,
} from '../shared/rational.ts'
import { elapsedShare, expectedValue, type Path, pace } from './pace.ts'
import { achievementRate, margin, progressRate } from './progress.ts'
import type { Measure } from './scheme.ts'
import type { Situation } from './situation.ts'
import { type Aim, hasPath } from './target-kind.ts'
import type { MeasureWhy } from './why-ungraded.ts'
import { minus, type Working } from './working.ts'

/**
 * `against`: the value that the actual is compared with, where the measure is a difference in the indicator's unit.
 * `shares`: the two shares whose difference it is. A comparison is said in these rather than as a difference.
 */
export type Reading =
  | {
      readonly ok: true
      readonly value: Rational
      readonly as: 'number' | 'percent'
      readonly against?: Rational
      readonly shares?: readonly [Rational, Rational]
      readonly working: Working
    }
  | { readonly ok: false; readonly why: MeasureWhy; readonly working: Working }

const lacks = (why: MeasureWhy, working: Working = []): Reading => ({ ok: false, why, working })

/** How good a value is, in the indicator's unit: more is better, whichever way the indicator turns. */
export const worth = (value: Rational, { aim, target }: Situation): Rational =>
  aim.better === 'higher' ? value : aim.better === 'lower' ? neg(value) : neg(abs(sub(value, target)))

const difference = (situation: Situation, against: Rational, working: Working): Reading => ({
  ok: true,
  value: sub(worth(situation.actual, situation), worth(against, situation)),
  as: 'number',
  against,
  working,
})

const asShare = (
  measured:
    | { ok: true; value: Rational; working: Working }
    | { ok: false; why: MeasureWhy; working: Working },
): Reading => (measured.ok ? { ...measured, as: 'percent' } : measured)

/** Reads one measure off a situation, with its working, or says why it has no meaning there. */
export function readMeasure(measure: Exclude<Measure, 'points'>, situation: Situation): Reading {
  const { aim, actual, target, targetYear, valueYear, path, previous } = situation
  switch (measure) {
    case 'margin':
      return difference(situation, target, margin(actual, target, aim.better).working)
    case 'years-left': {
      const value = rational(targetYear - valueYear)
      return { ok: true, value, as: 'number', working: [{ what: 'years-left', result: print(value) }] }
    }
    case 'achievement':
      if (aim.better === 'lower') return lacks('rate-means-nothing-when-lower-is-better')
      if (isNegative(actual) || isNegative(target)) return lacks('rate-means-nothing-below-zero')
      return asShare(achievementRate(actual, target, aim.kind))
    case 'previous-year':
      if (!previous) return lacks('no-previous-value')
      return difference(situation, previous, [
        { what: 'previous-year', expression: minus(actual, previous), result: print(sub(actual, previous)) },
      ])
    default:
      return path ? alongPath(measure, situation, path) : lacks('baseline-not-stated')
  }
}

type PathMeasure = Exclude<Measure, 'points' | 'margin' | 'years-left' | 'achievement' | 'previous-year'>

/** Shares of a way mean something only where the target lies ahead of the baseline on the good side. */
const NEEDS_A_WAY: readonly Measure[] = ['progress', 'pace', 'interim-progress', 'ahead-of-elapsed']

const leadsAhead = (to: Rational, { baseline }: Path, { better }: Aim): boolean =>
  compare(to, baseline) === (better === 'higher' ? 1 : better === 'lower' ? -1 : undefined)

function alongPath(measure: PathMeasure, situation: Situation, path: Path): Reading {
  const { aim, actual, target, valueYear } = situation
  if (NEEDS_A_WAY.includes(measure)) {
    if (!hasPath(aim.kind) && aim.kind !== 'complete') return lacks('no-rate-for-kept-target')
    if (!leadsAhead(target, path, aim))
      return lacks(equals(target, path.baseline) ? 'target-equals-baseline' : 'no-way-in-this-direction')
  }
  switch (measure) {
    case 'change': {
      const result = print(sub(actual, path.baseline))
      const expression = minus(actual, path.baseline)
      return difference(situation, path.baseline, [{ what: 'change', expression, result }])
    }
    case 'lead': {
      const expected = expectedValue(path, valueYear)
      return expected.ok ? difference(situation, expected.value, expected.working) : lacks(expected.why)
    }
    case 'progress':
      return asShare(progressRate(path.baseline, target, actual, aim.kind))
    case 'pace':
      return asShare(pace(path, actual, valueYear))
    case 'interim-progress': {
      const next = [...path.milestones].sort((a, b) => a.year - b.year).find(({ year }) => year >= valueYear)
      if (next && !leadsAhead(next.value, path, aim)) return lacks('nothing-expected-yet')
      const read = progressRate(path.baseline, next?.value ?? target, actual, aim.kind)
      return asShare({
        ...read,
        working: read.working.map((step) => ({ ...step, what: 'interim-progress' })),
      })
    }
    case 'ahead-of-elapsed':
      return aheadOfElapsed(situation, path)
    case 'growth-ratio':
      return growthRatio(situation, path)
  }
}

function aheadOfElapsed({ aim, actual, target, valueYear }: Situation, path: Path): Reading {
  const progress = progressRate(path.baseline, target, actual, aim.kind)
  if (!progress.ok) return progress
  const elapsed = elapsedShare(path, valueYear)
  if (!elapsed.ok) return lacks(elapsed.why, progress.working)
  return {
    ok: true,
    value: sub(progress.value, elapsed.value),
    as: 'percent',
    shares: [progress.value, elapsed.value],
    working: [...progress.working, ...elapsed.working],
  }
}

/**
 * Observed ÷ required compound annual growth, d × CAGRi ÷ |CAGRT|. Source: Open SDG, Progress Measurement
 * Methodology (Statistics Canada). Undefined unless all three values are above zero: no growth rate leads from −37
 * to 400, from −1 to 65, or from 397 to 0.
 */
function growthRatio(situation: Situation, path: Path): Reading {
  const { aim, actual, target, valueYear } = situation
  if (path.from === 'not-stated') return lacks('baseline-year-not-stated')
  if (path.to <= path.from) return lacks('target-year-not-after-baseline')
  if (valueYear <= path.from) return lacks('nothing-expected-yet')
  const growth = (to: Rational, years: number) => {
    const times = [path.baseline, to].every(({ n }) => n > 0n) ? div(to, path.baseline) : undefined
    return (
      times && {
        rate: sub(root(times, years), ONE),
        expression: `(${print(to)}÷${print(path.baseline)})^(1/${years})−1`,
      }
    )
  }
  const observed = growth(actual, valueYear - path.from)
  const required = growth(target, path.to - path.from)
  if (!observed || !required || aim.better === 'steady') return lacks('growth-rate-undefined')
  const working: Working = [
    { what: 'growth-observed', expression: observed.expression, result: printPercent(observed.rate, 2) },
    { what: 'growth-required', expression: required.expression, result: printPercent(required.rate, 2) },
  ]
  const towards = aim.better === 'higher' ? observed.rate : neg(observed.rate)
  const value = div(towards, abs(required.rate))
  if (!value) return lacks('target-equals-baseline', working)
  const expression = `${operandPercent(towards)}÷${printPercent(abs(required.rate), 2)}`
  return {
    ok: true,
    value,
    as: 'percent',
    working: [...working, { what: 'growth-ratio', expression, result: printPercent(value) }],
  }
}

const operandPercent = (rate: Rational): string =>
  isNegative(rate) ? `(${printPercent(rate, 2)})` : printPercent(rate, 2)
