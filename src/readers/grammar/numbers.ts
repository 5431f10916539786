import { type Decimal, decimal } from '#domain/shared/decimal.ts'

const KANJI: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 億: 1e8, 兆: 1e12 }

/** A number found at the start of a text. `scale` is a multiplier that was left for the unit (57万人 → 57, 万). */
export type NumberRead = { readonly value: Decimal; readonly scale?: string; readonly length: number }

const DIGITS = /^(?:\d[\d,]*\d|\d)(?:[.・](\d+))?/
const SCALES = /^(?:十億|百億|百万|千万|兆|億|万|千(?![^円]*千))/
const STEP = '(?:[十百千][億万]|[兆億万千])'
const COMPOUND = new RegExp(`^(?:\\d[\\d,]*(?:\\.\\d+)?${STEP})+(?:\\d[\\d,]*)?(?=\\s*(?:円|人|件|$))`)

/** Reads digits with commas, decimals (also 「2・2」), compounds (「2億396万」, expanded) and kanji numbers (「四十八億一千万」). */
export function readNumber(text: string): NumberRead | undefined {
  const compound = COMPOUND.exec(text)?.[0]
  if (compound && (compound.match(/\d[\d,.]*/g)?.length ?? 0) > 1) {
    const value = expand(compound)
    if (value !== undefined) return { value, length: compound.length }
  }
  const digits = DIGITS.exec(text)?.[0]
  if (digits) {
    const value = asDecimal(digits.replaceAll(',', '').replace('・', '.'))
    if (!value) return undefined
    const scale = SCALES.exec(text.slice(digits.length))?.[0]
    return { value, length: digits.length + (scale?.length ?? 0), ...(scale ? { scale } : {}) }
  }
  return readKanji(text)
}

const KANJI_RUN = /^[〇一二三四五六七八九十百千万億兆]+(?:・[〇一二三四五六七八九]+)?/

function readKanji(text: string): NumberRead | undefined {
  const run = KANJI_RUN.exec(text)?.[0]
  if (!run || /^[万億兆]/.test(run)) return undefined
  const [whole = '', fraction] = run.split('・')
  const value = kanjiWhole(whole)
  if (value === undefined) return undefined
  const decimals = fraction ? `.${[...fraction].map((each) => KANJI[each]).join('')}` : ''
  return { value: decimal(`${value}${decimals}`), length: run.length }
}

function kanjiWhole(text: string): number | undefined {
  if ([...text].every((each) => each in KANJI)) return Number([...text].map((each) => KANJI[each]).join(''))
  let [total, block, digit] = [0, 0, Number.NaN]
  for (const each of text) {
    if (each in KANJI) digit = KANJI[each] ?? 0
    else if (each in SMALL) {
      block += (Number.isNaN(digit) ? 1 : digit) * (SMALL[each] ?? 1)
      digit = Number.NaN
    } else {
      total += (block + (Number.isNaN(digit) ? 0 : digit)) * (LARGE[each] ?? 1)
      block = 0
      digit = Number.NaN
    }
  }
  const sum = total + block + (Number.isNaN(digit) ? 0 : digit)
  return Number.isSafeInteger(sum) ? sum : undefined
}

const STEPS: Readonly<Record<string, number>> = {
  ...LARGE,
  千: 1e3,
  十億: 1e9,
  百億: 1e10,
  千億: 1e11,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
}

/** 「2億396万」→ 203960000; 「3億7千万」→ 370000000; 「3,467万4,000」→ 34674000. */
function expand(text: string): Decimal | undefined {
  let total = 0
  let thousands = 0
  for (const [, digits = '', step = ''] of text.matchAll(
    /(\d[\d,]*(?:\.\d+)?)([十百千][億万]|[兆億万千])?/g,
  )) {
    const value = Number(digits.replaceAll(',', ''))
    if (step === '千') thousands = value * 1000
    else {
      total += (thousands + value) * (step === '' ? 1 : (STEPS[step] ?? 1))
      thousands = 0
    }
  }
  const sum = Math.round(total + thousands)
  return Number.isSafeInteger(sum) ? decimal(String(sum)) : undefined
}

const asDecimal = (digits: string): Decimal | undefined => {
  const trimmed = digits.replace(/^0+(?=\d)/, '')
  return /^(0|[1-9]\d*)(\.\d+)?$/.test(trimmed) && trimmed.length <= 30 ? decimal(trimmed) : undefined
}
