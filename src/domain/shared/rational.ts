import { type Decimal, decimal } from './decimal.ts'

/**
 * 有理数 (rational): an exact fraction in lowest terms, denominator positive. Rates and paths are compared as
 * these, so that 3 × 2/5 is six fifths and no grade is lost to binary floating point.
 */
export type Rational = { readonly n: bigint; readonly d: bigint }

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))
const size = (n: bigint): bigint => (n < 0n ? -n : n)

/** @throws RangeError on a zero denominator: a programmer's error; {@link div} returns undefined instead. */
export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  const [top, bottom] = [BigInt(n), BigInt(d)]
  if (bottom === 0n) throw new RangeError('a fraction with denominator 0')
  const by = gcd(size(top), size(bottom)) * (bottom < 0n ? -1n : 1n)
  return { n: top / by, d: bottom / by }
}

export const ZERO: Rational = rational(0)
export const ONE: Rational = rational(1)

export function fromDecimal(text: Decimal): Rational {
  const [whole = '', fraction = ''] = text.split('.')
  return rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length))
}

export const add = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d)
export const sub = (a: Rational, b: Rational): Rational => rational(a.n * b.d - b.n * a.d, a.d * b.d)
export const mul = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d)
export const neg = (a: Rational): Rational => ({ n: -a.n, d: a.d })
export const abs = (a: Rational): Rational => ({ n: size(a.n), d: a.d })

/** Undefined on division by zero: 397 → 0 has no 達成率, and that is not 0 % and not ∞. */
export const div = (a: Rational, b: Rational): Rational | undefined =>
  b.n === 0n ? undefined : rational(a.n * b.d, a.d * b.n)

export const isZero = (a: Rational): boolean => a.n === 0n
export const isNegative = (a: Rational): boolean => a.n < 0n

/** −1, 0 or 1. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const [left, right] = [a.n * b.d, b.n * a.d]
  return left < right ? -1 : left > right ? 1 : 0
}

export const equals = (a: Rational, b: Rational): boolean => compare(a, b) === 0

/** 四捨五入: to `digits` decimals, half away from zero, 5.25 → 5.3 and −9.25 → −9.3. */
export function round(a: Rational, digits: number): Rational {
  const scale = 10n ** BigInt(digits)
  const [top, bottom] = [size(a.n) * scale * 2n + a.d, a.d * 2n]
  return rational((a.n < 0n ? -1n : 1n) * (top / bottom), scale)
}

function written(a: Rational, digits: number): string {
  const { n, d } = round(a, digits)
  const units = String((size(n) * 10n ** BigInt(digits)) / d).padStart(digits + 1, '0')
  const cut = units.length - digits
  const text = digits === 0 ? units : `${units.slice(0, cut)}.${units.slice(cut)}`
  return n < 0n ? `-${text}` : text
}

/**
 * Written with exactly `digits` decimals after 四捨五入: one third in 2 → "0.33". Never "-0".
 * @throws RangeError beyond the 40 characters of a Decimal; {@link print} has no such limit.
 */
export const toDecimal = (a: Rational, digits: number): Decimal => decimal(written(a, digits))

/** How many decimals write the value exactly, or undefined where none do (one third). */
export function exactDigits(a: Rational): number | undefined {
  let [rest, twos, fives] = [a.d, 0, 0]
  for (; rest % 2n === 0n; twos += 1) rest /= 2n
  for (; rest % 5n === 0n; fives += 1) rest /= 5n
  return rest === 1n ? Math.max(twos, fives) : undefined
}

/** A decimal for a reader: thousands in commas, minus as − (U+2212). "-2325.50" → 「−2,325.50」. */
export function printDecimal(text: string): string {
  const [whole = '', fraction] = text.replace('-', '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${text.startsWith('-') ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}

/** Exact where it can be written in at most four decimals, else rounded to `digits`. 144 → 「144」. */
export function print(a: Rational, digits = 2): string {
  const exact = exactDigits(a)
  return printDecimal(written(a, exact !== undefined && exact <= 4 ? exact : digits))
}

/** 百分率: 17/20 → 「85.0%」. */
export const printPercent = (a: Rational, digits = 1): string =>
  `${printDecimal(written(mul(a, rational(100)), digits))}%`

/**
 * Root of a positive fraction to 40 decimals, exact where the root is a decimal of that length (1.21 → 1.1).
 * Growth rates need it; nothing else here is approximate.
 */
export function root(a: Rational, degree: number): Rational {
  const scale = 10n ** 40n
  const k = BigInt(degree)
  const radicand = (a.n * scale ** k) / a.d
  let guess = 1n << (BigInt(radicand.toString(2).length) / k + 1n)
  for (;;) {
    const next = ((k - 1n) * guess + radicand / guess ** (k - 1n)) / k
    if (next >= guess) return rational(guess, scale)
    guess = next
  }
}
