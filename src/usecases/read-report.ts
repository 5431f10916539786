import { type Actual, MISSING_WHY } from '#domain/indicator/actual.ts'
import { isDecimal } from '#domain/shared/decimal.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { plainNumber } from '#domain/shared/plain-number.ts'
import { fiscalYear, isFiscalYear } from '#domain/shared/year.ts'

/** Reads what a person typed for one year of an indicator: a number, or the reason why there is none. */
export function readReport(typed: {
  readonly year: string
  readonly value: string
  readonly why?: string
  readonly provisional?: boolean
  readonly vintage?: string
}): Outcome<Actual, 'impossible-year' | 'not-a-number' | 'value-or-reason'> {
  const year = Number(typed.year)
  if (!isFiscalYear(year)) return refuse('impossible-year', { value: typed.year })
  const when = { year: fiscalYear(year), ...(typed.vintage ? { vintage: typed.vintage } : {}) }
  const why = MISSING_WHY.find((each) => each === typed.why)
  const value = plainNumber(typed.value)
  if (why && value === '') return done({ kind: 'missing', ...when, why })
  if (why || value === '') return refuse('value-or-reason')
  if (!isDecimal(value)) return refuse('not-a-number', { value: typed.value.slice(0, 40) })
  return done({ kind: 'known', ...when, value, ...(typed.provisional ? { provisional: true } : {}) })
}
