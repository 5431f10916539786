/**
 * A decimal number as it is written, trailing zeros included: "2325", "-37", "0.90".
 * Kept as text so that it prints back as it came and binary floating point never touches it.
 */
export type Decimal = string & { readonly __brand: 'Decimal' }

const WRITTEN = /^-?(0|[1-9]\d*)(\.\d+)?$/

export const isDecimal = (text: string): text is Decimal => WRITTEN.test(text) && text.length <= 40

/** @throws RangeError for a programmer's error; check user input with {@link isDecimal} first. */
export function decimal(text: string): Decimal {
  if (!isDecimal(text)) throw new RangeError(`not a decimal: ${text}`)
  return text
}
