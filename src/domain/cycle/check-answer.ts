import type { Actual, KnownActual } from '../indicator/actual.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { fallsBack } from '../indicator/series.ts'
import { accumulationOf } from '../indicator/settled.ts'
import { type Slip, slipsOf } from '../indicator/slip.ts'
import { type Decimal, isDecimal } from '../shared/decimal.ts'
import type { Translations } from '../shared/lang.ts'
import { plainNumber } from '../shared/plain-number.ts'
import {
  abs,
  add,
  compare,
  div,
  exactDigits,
  fromDecimal,
  mul,
  type Rational,
  rational,
  toDecimal,
} from '../shared/rational.ts'
import { type FiscalYear, fiscalYear } from '../shared/year.ts'
import type { AnswerFields } from './report.ts'

/** 入力の確かめ: an error cannot be true and stops the report; a warning is probably a slip and can be confirmed. `fix` is a value that would be likely. */
export type Doubt =
  | { readonly kind: 'not-a-number'; readonly level: 'error'; readonly value: string }
  | { readonly kind: 'value-or-reason'; readonly level: 'error' }
  | {
      readonly kind: 'total-falls'
      readonly level: 'error'
      readonly from: KnownActual
      readonly to: string
      readonly fix?: Decimal
    }
  | { readonly kind: 'slip'; readonly level: 'warning'; readonly slip: Slip; readonly fix?: Decimal }
  | {
      readonly kind: 'parts-differ'
      readonly level: 'warning'
      readonly parts: readonly Part[]
      readonly fix: Decimal
    }
  | { readonly kind: 'confirm-in-note'; readonly level: 'error' }

/** 内訳の一つ, with its value of the year where it is known yet. */
export type Part = { readonly name: string; readonly names?: Translations; readonly value?: Decimal }

/** What an answer would be recorded as; undefined while it is empty or cannot be read. */
export function actualOf(
  year: number,
  { value, why, provisional }: AnswerFields,
  vintage?: string,
): Actual | undefined {
  const number = plainNumber(value)
  const when = { year: fiscalYear(year), ...(vintage ? { vintage } : {}) }
  if (number === '') return why ? { kind: 'missing', ...when, why } : undefined
  if (why || !isDecimal(number)) return undefined
  return { kind: 'known', ...when, value: number, ...(provisional ? { provisional: true } : {}) }
}

/** 入力を確かめる, while it is typed and again when it is sent. `actuals` are what stands for the other years. */
export function checkAnswer(
  indicator: Indicator,
  actuals: readonly Actual[],
  year: FiscalYear,
  fields: AnswerFields,
  parts: readonly Part[] = [],
): readonly Doubt[] {
  const number = plainNumber(fields.value)
  if (number !== '' && fields.why !== '') return [{ kind: 'value-or-reason', level: 'error' }]
  if (number !== '' && !isDecimal(number))
    return [{ kind: 'not-a-number', level: 'error', value: fields.value }]
  const others = actuals.filter((each) => each.year !== year)
  const vintage = others.findLast((each) => each.vintage !== undefined)?.vintage
  const next = actualOf(year, fields, vintage)
  if (next?.kind !== 'known') return []
  if (accumulationOf(indicator) === 'cumulative') {
    const fall = fallsBack([...others, next]).find(({ from, to }) => from.year === year || to.year === year)
    if (fall)
      return [
        {
          kind: 'total-falls',
          level: 'error',
          from: fall.from,
          to: fall.to.value,
          ...added(fall.from, next),
        },
      ]
  }
  const slips = slipsOf(indicator, others, next)
  const doubts = [
    ...slips.map((slip): Doubt => ({ kind: 'slip', level: 'warning', slip, ...scaled(slip, next) })),
    ...againstParts(next, parts),
  ]
  return doubts.length > 0 && fields.confirmed && fields.note.trim() === ''
    ? [...doubts, { kind: 'confirm-in-note', level: 'error' }]
    : doubts
}

const written = (value: Rational): Decimal | undefined => {
  const digits = exactDigits(value)
  return digits === undefined ? undefined : toDecimal(value, digits)
}

/** A year's amount that was entered for the running total: the total would be the last one and this. */
function added(from: KnownActual, next: KnownActual): { readonly fix?: Decimal } {
  if (next.year <= from.year) return {}
  const fix = written(add(fromDecimal(from.value), fromDecimal(next.value)))
  return fix === undefined ? {} : { fix }
}

/**
 * 内訳との照合, once every part has its value. Whole numbers add up exactly; values with decimals may differ by what each of them was rounded by.
 */
function againstParts(next: KnownActual, parts: readonly Part[]): readonly Doubt[] {
  const values = parts.flatMap(({ value }) => (value === undefined ? [] : [value]))
  if (parts.length === 0 || values.length < parts.length) return []
  const digits = Math.max(...[next.value, ...values].map((each) => each.split('.')[1]?.length ?? 0))
  const sum = values.map(fromDecimal).reduce(add)
  const room = digits === 0 ? rational(0) : rational(values.length + 1, 2 * 10 ** digits)
  const apart = abs(add(sum, mul(rational(-1), fromDecimal(next.value))))
  if (compare(apart, room) <= 0) return []
  return [{ kind: 'parts-differ', level: 'warning', parts, fix: toDecimal(sum, digits) }]
}

/** 桁: the same digits a power of ten smaller or larger, where that lies within half of the last value (112 for 1.00, 円 for 千円). */
function scaled(slip: Slip, next: KnownActual): { readonly fix?: Decimal } {
  if (slip.kind !== 'ten-times' && slip.kind !== 'tenth') return {}
  const [value, before] = [fromDecimal(next.value), fromDecimal(slip.before.value)]
  const step = slip.kind === 'ten-times' ? rational(1, 10) : rational(10)
  let likely = value
  for (let power = 1; power <= 9; power += 1) {
    likely = mul(likely, step)
    const ratio = div(abs(likely), abs(before))
    if (ratio && compare(ratio, rational(1, 2)) >= 0 && compare(ratio, rational(3, 2)) <= 0) {
      const fix = written(likely)
      return fix === undefined ? {} : { fix }
    }
  }
  return {}
}

/** May this be submitted? It has a value or a reason, no error, and every warning is confirmed. */
export const isReady = (fields: AnswerFields, doubts: readonly Doubt[]): boolean =>
  (plainNumber(fields.value) !== '' || fields.why !== '') &&
  doubts.every(({ level }) => level === 'warning' && fields.confirmed)
