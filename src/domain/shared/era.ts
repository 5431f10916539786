import { done, type Outcome, refuse } from './outcome.ts'
import { type FiscalYear, fiscalYear, isFiscalYear } from './year.ts'

/**
 * 元号 (era) with its first and last calendar year. A year in which the era changed belongs to the new one
 * when we write it (2019 = 令和元), and to both when we read it (H31 ≡ R1).
 * Source: 元号を改める政令, the latest of 平成31年4月1日 (政令第143号).
 */
const ERAS = [
  { era: '明治', letter: 'M', from: 1868, to: 1912 },
  { era: '大正', letter: 'T', from: 1912, to: 1926 },
  { era: '昭和', letter: 'S', from: 1926, to: 1989 },
  { era: '平成', letter: 'H', from: 1989, to: 2019 },
  { era: '令和', letter: 'R', from: 2019, to: Number.POSITIVE_INFINITY },
] as const

export type Era = (typeof ERAS)[number]['era']
export type EraYear = { readonly era: Era; readonly year: number }

/** 西暦 → 元号. 2019 → 令和1. */
export function toEra(year: FiscalYear): EraYear {
  const found = ERAS.findLast(({ from }) => year >= from) ?? ERAS[0]
  return { era: found.era, year: year - found.from + 1 }
}

/** 元号 → 西暦, also for an era year that never was: 平成62 → 2050. */
export const fromEra = ({ era, year }: EraYear): number =>
  year - 1 + (ERAS.find((each) => each.era === era) ?? ERAS[0]).from

/** 「令和元」「平成27」, without 年 or 年度. */
export function printEraYear(year: FiscalYear): string {
  const { era, year: count } = toEra(year)
  return `${era}${count === 1 ? '元' : count}`
}

/** 「令和元年度」「平成27年度」. */
export const printFiscalYear = (year: FiscalYear): string => `${printEraYear(year)}年度`

/** 「令和5(2023)年度」. */
export const printBothYears = (year: FiscalYear): string => `${printEraYear(year)}(${year})年度`

/** 「R1」「H27」, for narrow places. */
export function printShortYear(year: FiscalYear): string {
  const { era, year: count } = toEra(year)
  return `${ERAS.find((each) => each.era === era)?.letter}${count}`
}

/** A year as it was read. `unit` is what was written after it; 'not-said' where nothing was. */
export type YearRead = {
  readonly year: FiscalYear
  readonly unit: 'fiscal-year' | 'calendar-year' | 'not-said'
  readonly era?: EraYear
  /** 実在しない年: the era had ended by then (平成62年). Accepted, and marked. */
  readonly neverWas: boolean
}

export type YearUnread = 'not-a-year' | 'impossible-year' | 'years-disagree'

const WRITTEN =
  /^(?:(明治|大正|昭和|平成|令和|[MTSHR])\.?(元|\d{1,3})|(\d{4}))(年度?)?(?:\((?:(明治|大正|昭和|平成|令和|[MTSHR])(元|\d{1,3})|(\d{4}))(年度?)?\))?(年度?)?(?:末|平均|度?頃)?$/

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase()

const eraOf = (name: string, count: string): EraYear => ({
  era: (ERAS.find(({ era, letter }) => era === name || letter === name) ?? ERAS[0]).era,
  year: count === '元' ? 1 : Number(count),
})

const ended = ({ era, year }: EraYear): boolean =>
  fromEra({ era, year }) > (ERAS.find((each) => each.era === era)?.to ?? 0)

/**
 * Reads 「平成27」「H27」「令和元年度」「R5」「令和5(2023)年度」「２０２７年度」「平成62年」「平成26年平均」.
 * Full-width digits count; anything else is refused with a reason, never thrown.
 */
export function readYear(text: string): Outcome<YearRead, YearUnread> {
  const match = WRITTEN.exec(plain(text))
  if (!match) return refuse('not-a-year', { text: text.slice(0, 40) })
  const [, name, count, western, after, inName, inCount, inWestern, inside, last] = match
  const outer = name && count ? eraOf(name, count) : undefined
  const inner = inName && inCount ? eraOf(inName, inCount) : undefined
  const era = outer ?? inner
  if ((outer && outer.year === 0) || (inner && inner.year === 0)) return refuse('impossible-year', { text })
  const year = outer ? fromEra(outer) : Number(western)
  const other = inner ? fromEra(inner) : inWestern ? Number(inWestern) : year
  if (year !== other) return refuse('years-disagree', { first: year, second: other })
  if (!isFiscalYear(year)) return refuse('impossible-year', { year })
  const unit = last ?? inside ?? after
  return done({
    year: fiscalYear(year),
    unit: unit === '年度' ? 'fiscal-year' : unit === '年' ? 'calendar-year' : 'not-said',
    ...(era ? { era } : {}),
    neverWas: era !== undefined && ended(era),
  })
}
