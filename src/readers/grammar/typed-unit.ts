import { type Decimal, decimal } from '#domain/shared/decimal.ts'
import { plain } from './characters.ts'

const POWER: Readonly<Record<string, number>> = {
  '': 0,
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  百万: 6,
  千万: 7,
  億: 8,
  十億: 9,
  百億: 10,
  兆: 12,
}

/** 「千人」→ 千 (10³) and 人. */
function apart(unit: string): { readonly power: number; readonly of: string } {
  const [, scale = '', of = ''] = /^(十億|百億|百万|千万|[兆億万千百十]?)(.*)$/.exec(plain(unit).trim()) ?? []
  return { power: POWER[scale] ?? 0, of }
}

/**
 * 単位をそろえる: a typed value in the unit that the entry has: 70万 in 人 is 700000, 70万人 in 千人 is 700. A bare number is in that unit already.
 * Undefined where they do not fit, or where 「70万」 beside 億円 may mean either.
 */
export function inUnit(
  { value, unit: typed = '' }: { readonly value: Decimal; readonly unit?: string },
  unit: string,
): Decimal | undefined {
  const [from, to] = [apart(typed), apart(unit)]
  if (typed === '') return value
  if (unit === '') return shifted(value, from.power)
  if (from.of === '')
    return to.power === 0 || to.power === from.power ? shifted(value, from.power - to.power) : undefined
  return to.of.startsWith(from.of) ? shifted(value, from.power - to.power) : undefined
}

/** A decimal with its point moved. */
function shifted(value: Decimal, by: number): Decimal {
  if (by === 0) return value
  const sign = value.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = value.replace('-', '').split('.')
  const point = whole.length + by
  const digits = `${'0'.repeat(Math.max(0, 1 - point))}${whole}${fraction}`.padEnd(point, '0')
  const at = Math.max(point, 1)
  const rest = digits.slice(at).replace(/0+$/, '')
  return decimal(`${sign}${digits.slice(0, at).replace(/^0+(?=\d)/, '')}${rest ? `.${rest}` : ''}`)
}
