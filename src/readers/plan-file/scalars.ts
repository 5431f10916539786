import { z } from 'zod'
import { type Decimal, isDecimal } from '#domain/shared/decimal.ts'
import { type Money, readMoney, writeMoney, YEN_IN } from '#domain/shared/money.ts'
import { EARLIEST_YEAR, type FiscalYear, isFiscalYear, LATEST_YEAR } from '#domain/shared/year.ts'

// A plan file is parsed with every scalar as text, so that 0.90 keeps its zero and a hash of digits stays a hash.
// These codecs are the only places where text becomes something else.

type Seen = z.core.JSONSchema.BaseSchema

/** Codecs as others see them: in the file, where text to us is a number or boolean to an editor, and in exported JSON. */
const seen = new Map<z.core.$ZodType, { readonly file: Seen; readonly json: Seen }>()

const told = <S extends z.ZodType>(schema: S, file: Seen, json: Seen = file): S => {
  seen.set(schema, { file, json })
  return schema
}

/** How a codec looks in JSON Schema; a described one (`.describe`) looks like the one it was made from. */
export function seenAs(schema: z.core.$ZodType, where: 'file' | 'json'): Seen | undefined {
  for (let each: z.core.$ZodType | undefined = schema; each; each = each._zod.parent) {
    const found = seen.get(each)
    if (found) return found[where]
  }
  return undefined
}

const fail = (ctx: z.core.ParsePayload<unknown>, code: string, input: unknown) => {
  ctx.issues.push({ code: 'custom', input, message: code })
  return z.NEVER
}

export const text = z.string().trim().min(1)

export const integer = told(
  z.codec(z.string(), z.int(), {
    decode: (written, ctx) =>
      /^-?\d{1,12}$/.test(written) ? Number(written) : fail(ctx, 'not-an-integer', written),
    encode: String,
  }),
  { type: 'integer' },
)

export const boolean = told(
  z.codec(z.string(), z.boolean(), {
    decode: (written, ctx) =>
      written === 'true' || written === 'false' ? written === 'true' : fail(ctx, 'not-a-boolean', written),
    encode: String,
  }),
  { type: 'boolean' },
)

export const year = told(
  z.codec(z.string(), z.custom<FiscalYear>(), {
    decode: (written, ctx) => {
      const value = /^\d{1,6}$/.test(written) ? Number(written) : Number.NaN
      return isFiscalYear(value) ? value : fail(ctx, 'impossible-year', written)
    },
    encode: String,
  }),
  { type: 'integer', minimum: EARLIEST_YEAR, maximum: LATEST_YEAR },
)

const DECIMAL = '^-?(0|[1-9]\\d*)(\\.\\d+)?$'
export const decimalNumber = told(
  z.codec(z.string(), z.custom<Decimal>(), {
    decode: (written, ctx) => (isDecimal(written) ? written : fail(ctx, 'not-a-decimal', written)),
    encode: (value) => value,
  }),
  { type: ['number', 'string'] as never, pattern: DECIMAL },
  { type: 'string', pattern: DECIMAL },
)

const UNITS = Object.keys(YEN_IN)
export const money = told(
  z.codec(z.string(), z.custom<Money>(), {
    decode: (written, ctx) => readMoney(written) ?? fail(ctx, 'not-an-amount', written),
    encode: writeMoney,
  }),
  { type: 'string', pattern: `^[-−▲△]?[\\d,]+(\\.\\d+)?(${UNITS.join('|')})$` },
  {
    type: 'object',
    properties: { yen: { type: 'integer' }, unit: { type: 'string', enum: UNITS } },
    required: ['yen', 'unit'],
    additionalProperties: false,
  },
)

const ID = /^[a-z0-9][a-z0-9-]{0,79}$/
export const id = z.string().regex(ID, 'not-an-id')

export const notStated = z.literal('not-stated')
export const stated = <T extends z.ZodType>(schema: T) => z.union([notStated, schema]).default('not-stated')
/** Nothing but `true` is ever written there. */
export const yes = told(z.literal('true'), { const: true })
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
/** A date as precisely as it is known: YYYY (which an editor takes for a number), YYYY-MM or YYYY-MM-DD. */
export const date = told(
  z.string().regex(DATE, 'not-a-date'),
  { type: ['string', 'integer'] as never, pattern: DATE.source },
  { type: 'string', pattern: DATE.source },
)
export const listOf = <T extends z.ZodType>(schema: T) => z.array(schema).default([])
