import { abs, compare, isNegative, print, printPercent, type Rational } from '../shared/rational.ts'

/** What a line of working shows. `words/` names it; the figures in it are already in reader's arithmetic. */
export type WorkingWhat =
  | 'value'
  | 'target'
  | 'kind'
  | 'achievement'
  | 'progress'
  | 'expected'
  | 'pace'
  | 'elapsed'
  | 'interim-progress'
  | 'margin'
  | 'change'
  | 'previous-year'
  | 'growth-observed'
  | 'growth-required'
  | 'growth-ratio'
  | 'required-per-year'
  | 'tolerance'
  | 'years-left'
  | 'points'
  | 'input'
  | 'scale'
  | 'compare'
  | 'note'

/**
 * 計算過程 (working): one line of how a judgement was reached, as data. Printed as
 * 「(148−114)÷(154−114)＝85.0%」 or 「148≧144 → 順調」. Values are strings because they are evidence, not input.
 */
export type WorkingStep = {
  readonly what: WorkingWhat
  readonly expression?: string
  readonly result?: string
  /** 「148≧144」, and whether it holds; `grade` is the step of the scheme that it decides on. */
  readonly comparison?: string
  readonly holds?: boolean
  readonly grade?: string
  readonly detail?: Readonly<Record<string, string | number>>
}

export type Working = readonly WorkingStep[]

/** A number inside an expression: negatives in brackets, 「400−(−37)」. */
export const operand = (a: Rational): string => (isNegative(a) ? `(${print(a)})` : print(a))

/** 「114＋30」 or 「397−99.25」: a sum whose second part may be negative. */
export const plus = (a: string, b: Rational): string => `${a}${isNegative(b) ? '−' : '＋'}${print(abs(b))}`

export const minus = (a: Rational, b: Rational): string => `${print(a)}−${operand(b)}`

export type Sign = '≧' | '＞' | '≦' | '＜' | '＝'

export function holds(a: Rational, sign: Sign, b: Rational): boolean {
  const order = compare(a, b)
  return {
    '≧': order >= 0,
    '＞': order > 0,
    '≦': order <= 0,
    '＜': order < 0,
    '＝': order === 0,
  }[sign]
}

const OTHERWISE: Readonly<Record<Sign, Sign>> = { '≧': '＜', '＞': '≦', '≦': '＞', '＜': '≧', '＝': '＝' }

/**
 * The comparison as it is true: 「148＜154」 where 148 ≧ 154 was asked and failed. Digits are added until two
 * unequal numbers also look unequal, so that nobody reads 「80.0%＜80.0%」.
 */
export function sayComparison(a: Rational, sign: Sign, b: Rational, as: 'number' | 'percent'): string {
  const asked = holds(a, sign, b)
  const said = asked ? sign : sign === '＝' ? (compare(a, b) > 0 ? '＞' : '＜') : OTHERWISE[sign]
  const write = (each: Rational, digits: number) =>
    as === 'percent' ? printPercent(each, digits) : print(each, digits)
  for (let digits = as === 'percent' ? 1 : 2; digits < 12; digits += 1) {
    const [left, right] = [write(a, digits), write(b, digits)]
    if (left !== right || compare(a, b) === 0) return `${left}${said}${right}`
  }
  return `${write(a, 12)}${said}${write(b, 12)}`
}

export const flip = (sign: Sign): Sign =>
  ({ '≧': '≦', '＞': '＜', '≦': '≧', '＜': '＞', '＝': '＝' })[sign] as Sign
