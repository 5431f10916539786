import { abs, div, neg, print, printPercent, type Rational, sub } from '../shared/rational.ts'
import type { TargetKind } from './commitment.ts'
import type { Better } from './indicator.ts'
import { hasPath } from './target-kind.ts'
import { minus, operand, type Working, type WorkingWhat } from './working.ts'

/** A measured quantity with its formula, or the reason why the formula has no meaning here. */
export type Measured<Why extends string = string> =
  | { readonly ok: true; readonly value: Rational; readonly working: Working }
  | { readonly ok: false; readonly why: Why; readonly working: Working }

export const ratio = <Why extends string>(
  what: WorkingWhat,
  top: Rational,
  bottom: Rational,
  expression: string,
  why: Why,
): Measured<Why> => {
  const value = div(top, bottom)
  return value
    ? { ok: true, value, working: [{ what, expression, result: printPercent(value) }] }
    : { ok: false, why, working: [{ what, expression, detail: { undefined: why } }] }
}

/**
 * 達成率 (achievement rate) = 実績 ÷ 目標, in shares of 1. The naive formula, kept under its own name and shown
 * only with it: on −37 → 400 it says −9.25 %, on 397 → 0 it does not exist, on a kept target it says nothing.
 */
export function achievementRate(
  actual: Rational,
  target: Rational,
  kind: TargetKind = 'reach',
): Measured<'target-is-zero' | 'no-rate-for-kept-target'> {
  if (!hasPath(kind) && kind !== 'complete') return { ok: false, why: 'no-rate-for-kept-target', working: [] }
  return ratio('achievement', actual, target, `${operand(actual)}÷${operand(target)}`, 'target-is-zero')
}

/**
 * 進捗率 (progress rate) = (実績 − 基準) ÷ (目標 − 基準), in shares of 1; right for rising, falling and negative
 * series alike. Undefined for 維持・以上・減少の抑制, where the way to go is nothing or points backwards.
 */
export function progressRate(
  baseline: Rational,
  target: Rational,
  actual: Rational,
  kind: TargetKind = 'reach',
): Measured<'target-equals-baseline' | 'no-rate-for-kept-target'> {
  if (!hasPath(kind) && kind !== 'complete') return { ok: false, why: 'no-rate-for-kept-target', working: [] }
  const expression = `(${minus(actual, baseline)})÷(${minus(target, baseline)})`
  return ratio('progress', sub(actual, baseline), sub(target, baseline), expression, 'target-equals-baseline')
}

/** 余裕 (margin), in the indicator's unit: how far on the good side of the target; negative on the bad side. */
export function margin(actual: Rational, target: Rational, better: Better): Measured<never> {
  const gap = sub(actual, target)
  const value = better === 'higher' ? gap : better === 'lower' ? neg(gap) : neg(abs(gap))
  const expression =
    better === 'higher'
      ? minus(actual, target)
      : better === 'lower'
        ? minus(target, actual)
        : `−|${minus(actual, target)}|`
  return { ok: true, value, working: [{ what: 'margin', expression, result: print(value) }] }
}

/** 変化 (change) from a to b: in the unit (ポイント for a share), and relative to a. 46.5→56.5 is +10 and +21.5 %. */
export const change = (from: Rational, to: Rational) => ({
  difference: sub(to, from),
  relative: div(sub(to, from), abs(from)),
})
