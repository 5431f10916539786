/** 金額の単位. Plans print in all of these; we keep yen and remember the unit that was printed. */
export const YEN_IN = {
  円: 1,
  千円: 1_000,
  万円: 10_000,
  百万円: 1_000_000,
  億円: 100_000_000,
  十億円: 1_000_000_000,
} as const

export type MoneyUnit = keyof typeof YEN_IN

/** 金額: whole yen in a safe integer, with the unit it was printed in. 24,300千円 = { yen: 24300000, unit: '千円' }. */
export type Money = { readonly yen: number; readonly unit: MoneyUnit }

const WRITTEN = /^([-−▲△]?)([\d,]+)(?:\.(\d+))?(円|千円|万円|百万円|億円|十億円)$/

/** Reads 「24,300千円」. Undefined where it is not an amount of whole yen in the safe range. */
export function readMoney(written: string): Money | undefined {
  const match = WRITTEN.exec(written)
  if (!match) return undefined
  const [, sign, whole = '', fraction = '', unit] = match as unknown as [
    string,
    string,
    string,
    string?,
    MoneyUnit?,
  ]
  const scale = YEN_IN[unit as MoneyUnit]
  const digits = `${whole.replaceAll(',', '')}${fraction}`
  const yen = (BigInt(digits) * BigInt(scale)) / 10n ** BigInt(fraction.length)
  const exact = yen * 10n ** BigInt(fraction.length) === BigInt(digits) * BigInt(scale)
  if (!exact || yen > BigInt(Number.MAX_SAFE_INTEGER)) return undefined
  return { yen: Number(yen) * (sign ? -1 : 1), unit: unit as MoneyUnit }
}

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** Prints yen in a unit, exactly: 24300000 in 千円 → 「24,300千円」; a rest is printed as decimals, never dropped. */
export function writeMoney({ yen, unit }: Money): string {
  const scale = YEN_IN[unit]
  const size = Math.abs(yen)
  const rest = size % scale
  const decimals =
    rest === 0
      ? ''
      : `.${String(rest)
          .padStart(String(scale).length - 1, '0')
          .replace(/0+$/, '')}`
  return `${yen < 0 ? '-' : ''}${grouped(String(Math.floor(size / scale)))}${decimals}${unit}`
}

export const addYen = (amounts: readonly number[]): number => {
  const total = amounts.reduce((sum, yen) => sum + yen, 0)
  if (!Number.isSafeInteger(total)) throw new RangeError(`sum of money outside the safe range: ${total}`)
  return total
}
