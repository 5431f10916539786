import { z } from 'zod'
import { type Decimal, isDecimal } from '#domain/shared/decimal.ts'
import { type Money, readMoney, writeMoney } from '#domain/shared/money.ts'
import { EARLIEST_YEAR, type FiscalYear, isFiscalYear, LATEST_YEAR } from '#domain/shared/year.ts'

// A plan file is parsed with every scalar as text, so that 0.90 keeps its zero and a hash of digits stays a hash.
// These codecs are the only places where text becomes something else.

/** What an editor should expect for a codec whose input is text to us but a number or boolean to everybody else. */
export const editorType = new Map<z.core.$ZodType, z.core.JSONSchema.BaseSchema>()

const told = <S extends z.ZodType>(schema: S, editor: z.core.JSONSchema.BaseSchema): S => {
  editorType.set(schema, editor)
  return schema
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

export const decimalNumber = told(
  z.codec(z.string(), z.custom<Decimal>(), {
    decode: (written, ctx) => (isDecimal(written) ? written : fail(ctx, 'not-a-decimal', written)),
    encode: (value) => value,
  }),
  { type: ['number', 'string'] as never, pattern: '^-?(0|[1-9]\\d*)(\\.\\d+)?$' },
)

export const money = told(
  z.codec(z.string(), z.custom<Money>(), {
    decode: (written, ctx) => readMoney(written) ?? fail(ctx, 'not-an-amount', written),
    encode: writeMoney,
  }),
  { type: 'string', pattern: '^-?[\\d,]+(\\.\\d+)?(円|千円|万円|百万円|億円|十億円)$' },
)

const ID = /^[a-z0-9][a-z0-9-]{0,79}$/
export const id = z.string().regex(ID, 'not-an-id')

export const notStated = z.literal('not-stated')
export const stated = <T extends z.ZodType>(schema: T) => z.union([notStated, schema]).default('not-stated')
/** A date as precisely as it is known: YYYY, YYYY-MM or YYYY-MM-DD. */
export const date = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'not-a-date')
export const listOf = <T extends z.ZodType>(schema: T) => z.array(schema).default([])
