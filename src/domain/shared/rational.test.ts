import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Decimal, decimal } from './decimal.ts'
import {
  add,
  compare,
  div,
  equals,
  fromDecimal,
  isZero,
  mul,
  print,
  printPercent,
  rational,
  root,
  round,
  sub,
  toDecimal,
  ZERO,
} from './rational.ts'

const of = (text: string) => fromDecimal(decimal(text))

describe('有理数の計算', () => {
  test('3 × 2/5 は 1.2 にちょうど等しい（2進の小数なら 1.2000000000000002）', () => {
    expect(equals(mul(of('3'), rational(2, 5)), of('1.2'))).toBe(true)
    expect(3 * (2 / 5) >= 1.2 && 3 * 0.4 === 1.2).toBe(false)
  })

  test('0.1 ＋ 0.2 は 0.3', () => expect(add(of('0.1'), of('0.2'))).toEqual(of('0.3')))
  test('0 で割った答えはない', () => expect(div(of('397'), ZERO)).toBeUndefined())
  test('負の分母は符号を分子に移す', () => expect(rational(3, -6)).toEqual(rational(-1, 2)))
  test('0.00 は 0', () => expect(isZero(of('-0.00'))).toBe(true))

  test.each([
    ['5.25', 1, '5.3'],
    ['-9.25', 1, '-9.3'],
    ['-9.24', 1, '-9.2'],
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    ['-0.04', 1, '0.0'],
    ['2325', 2, '2325.00'],
    ['99.999', 2, '100.00'],
  ])('四捨五入: %s を小数 %i 位に → %s', (value, digits, expected) => {
    expect(toDecimal(of(value), digits)).toBe(expected)
  })

  test.each([
    ['2325', '2,325'],
    ['-2325.5', '−2,325.5'],
    ['1234567.25', '1,234,567.25'],
    ['-0.90', '−0.9'],
    ['999', '999'],
  ])('表示: %s → %s', (value, expected) => expect(print(of(value))).toBe(expected))

  test('割り切れない値は丸めて表示する', () => expect(print(rational(1, 3))).toBe('0.33'))
  test('百分率: 34/40 → 85.0%', () => expect(printPercent(rational(34, 40))).toBe('85.0%'))
  test('百分率: −37/400 → −9.3%（−9.25 の四捨五入）', () => {
    expect(printPercent(rational(-37, 400), 2)).toBe('−9.25%')
    expect(printPercent(rational(-37, 400))).toBe('−9.3%')
  })

  test('1.21 の平方根はちょうど 1.1', () => expect(root(of('1.21'), 2)).toEqual(of('1.1')))
  test('2 の立方根', () => expect(print(round(root(of('2'), 3), 10), 10)).toBe('1.2599210499'))
})

const decimals = fc
  .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.integer({ min: 0, max: 6 }))
  .map(([n, digits]) => toDecimal(rational(n, 10n ** BigInt(digits)), digits))
const rationals = fc
  .tuple(fc.bigInt(-(10n ** 9n), 10n ** 9n), fc.bigInt(1n, 10n ** 9n))
  .map(([n, d]) => rational(n, d))
const digitsOf = (text: Decimal) => text.split('.')[1]?.length ?? 0

describe('有理数の性質', () => {
  test('小数は読んで書くと元に戻る', () => {
    fc.assert(fc.property(decimals, (text) => toDecimal(fromDecimal(text), digitsOf(text)) === text))
  })
  test('丸めた値をもう一度丸めても変わらず、差は半分を超えない', () => {
    fc.assert(
      fc.property(rationals, fc.integer({ min: 0, max: 8 }), (value, digits) => {
        const once = round(value, digits)
        const gap = sub(once, value)
        const half = rational(1, 2n * 10n ** BigInt(digits))
        return (
          equals(round(once, digits), once) && compare(gap, half) <= 0 && compare(gap, sub(ZERO, half)) >= 0
        )
      }),
    )
  })
  test('割って掛けると元に戻る', () => {
    fc.assert(
      fc.property(rationals, rationals, (a, b) => {
        const q = div(a, b)
        return q === undefined ? isZero(b) : equals(mul(q, b), a)
      }),
    )
  })
})
