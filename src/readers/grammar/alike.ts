import { decimal, isDecimal } from '#domain/shared/decimal.ts'
import type { Quantity } from './quantity.ts'

const SCALES: readonly (readonly [string, number])[] = [
  ['十億', 9],
  ['百億', 10],
  ['千億', 11],
  ['百万', 6],
  ['千万', 7],
  ['億', 8],
  ['万', 4],
  ['千', 3],
]

const scaleOf = (unit: string): { readonly base: string; readonly zeros: number } => {
  const found = SCALES.find(([scale]) => unit.startsWith(scale) && unit.length > scale.length)
  return found ? { base: unit.slice(found[0].length), zeros: found[1] } : { base: unit, zeros: 0 }
}

/** Values of one indicator printed in different multiples (1億2,500万円 → 2億円; 9,800人 → 1.2万人) in the smallest of them. */
export function alike(quantities: readonly (Quantity | undefined)[]): readonly (Quantity | undefined)[] {
  // Nothing is nothing in any multiple.
  const scales = quantities.map((quantity) =>
    quantity?.unit && quantity.value !== '0' ? scaleOf(quantity.unit) : undefined,
  )
  const known = scales.filter((scale) => scale !== undefined)
  const [first] = known
  const least = Math.min(...known.map(({ zeros }) => zeros))
  if (!first || known.some(({ base }) => base !== first.base) || known.every(({ zeros }) => zeros === least))
    return quantities
  return quantities.map((quantity, at) => {
    const scale = scales[at]
    if (!quantity || !scale || scale.zeros === least) return quantity
    const unit = quantities.find((_, other) => scales[other]?.zeros === least)?.unit
    return { ...quantity, value: shifted(quantity.value, scale.zeros - least), ...(unit ? { unit } : {}) }
  })
}

/** A decimal with its point moved to the right, exactly. */
function shifted(value: string, places: number) {
  const [whole = '', fraction = ''] = value.split('.')
  const digits = `${whole}${fraction.padEnd(places, '0').slice(0, places)}`.replace(/^(-?)0+(?=\d)/, '$1')
  const rest = fraction.slice(places)
  const moved = rest === '' ? digits : `${digits}.${rest}`
  return isDecimal(moved) ? decimal(moved) : decimal('0')
}
