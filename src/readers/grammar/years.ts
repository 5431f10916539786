import { fromEra, readYear } from '#domain/shared/era.ts'
import { plain } from './characters.ts'

/** A year found in a text: the fiscal year it belongs to, and where it stands. */
export type YearFound = {
  readonly year: number
  readonly start: number
  readonly end: number
  readonly calendar: boolean
  readonly neverWas: boolean
}

/** 元号の文脈: which era a bare 「27年度」 is of — that of the last full year before it. */
export type EraContext = { readonly era?: '明治' | '大正' | '昭和' | '平成' | '令和'; readonly near?: number }

const ERA_NAME = '(?:明治|大正|昭和|平成|令和)'
const MONTH =
  '(?:\\s*[./]\\s*(1[0-2]|0?[1-9])(?:月|(?![\\d,%人件円]))|\\s*(1[0-2]|0?[1-9])月)(?:\\s*\\d{1,2}日)?'
const FULL = new RegExp(
  [
    `(?<era>${ERA_NAME}\\s*(?:元|\\d{1,3}))\\s*(?:\\(\\s*\\d{4}\\s*(?:年度|年)?\\s*\\))?\\s*(?<eraUnit>年度|年|(?=[()\\s末当頃]|$|[~・.-]))(?:\\(\\d{4}年度?\\))?`,
    `(?<![A-Za-z0-9])(?<short>[HRST]\\.?(?:元|\\d{1,2}))(?:\\(\\d{4}\\))?(?:(?<shortUnit>年度|年)|(?![\\d,a-zA-Z]))`,
    `(?<![\\d.,])(?<west>(?:19|20)\\d\\d)\\s*(?:\\((?:${ERA_NAME}|[HRS])(?:元|\\d{1,2})年?度?\\))?\\s*(?<westUnit>年度|年(?!間))`,
    `(?<![\\d.,一-龠A-Za-z])(?<bare>\\d{1,2})年度(?!目(?!標))`,
  ].join('|'),
  'g',
)

/** 年月 of January to March belong to the fiscal year before, unless 年度 was said. */
const MONTH_HERE = new RegExp(`^${MONTH}`)

export function findYears(text: string, context: EraContext = {}): readonly YearFound[] {
  const found: YearFound[] = []
  for (const match of text.matchAll(FULL)) {
    const { era, eraUnit, short, shortUnit, west, westUnit, bare } = match.groups ?? {}
    const written = era ?? short ?? west
    const read = written ? readYear(`${written.replace(/[\s.]/g, '')}`) : undefined
    const year = read?.ok ? read.value.year : bare ? bareYear(Number(bare), context) : undefined
    if (year === undefined) continue
    const unit = eraUnit || shortUnit || westUnit
    const end = match.index + match[0].length
    const fiscal = unit === '年度' || bare !== undefined
    const month = fiscal ? null : MONTH_HERE.exec(text.slice(end))
    const counted = Number(month?.[1] ?? month?.[2] ?? 0)
    const dated =
      counted > 0 &&
      (unit === '年' || short !== undefined || (era !== undefined && /^[./]/.test(month?.[0] ?? '')))
    const early = dated && counted <= 3
    const swallowed = dated ? (month?.[0].length ?? 0) : 0
    found.push({
      year: early ? year - 1 : year,
      start: match.index,
      end: end + swallowed,
      calendar: unit === '年' && !swallowed,
      neverWas: read?.ok === true && read.value.neverWas,
    })
  }
  return found
}

/** 「27年度」 with 平成 before it. Where the context's era gives a year far off, the other era is tried. */
function bareYear(count: number, { era, near }: EraContext): number | undefined {
  if (count === 0) return undefined
  // No era anywhere: 28年度 can only be 平成 by now, 5年度 is 令和.
  if (!era || near === undefined) return fromEra({ era: count > 12 ? '平成' : '令和', year: count })
  const tries = [era, '平成', '令和', '昭和'] as const
  const years = tries.map((each) => fromEra({ era: each, year: count }))
  return years.find((year) => Math.abs(year - near) <= 15) ?? years[0]
}

/** The era of the last full Japanese year in a text, for the bare years after it. */
export function eraAfter(text: string, before: EraContext): EraContext {
  let context = before
  for (const match of text.matchAll(
    /(明治|大正|昭和|平成|令和)\s*(元|\d{1,3})|(?<![A-Za-z])([HRS])(\d{1,2})(?!\d)/g,
  )) {
    const era = (match[1] ?? { H: '平成', R: '令和', S: '昭和' }[match[3] ?? '']) as EraContext['era']
    const count = match[2] === '元' ? 1 : Number(match[2] ?? match[4])
    if (era && count > 0) context = { era, near: fromEra({ era, year: count }) }
  }
  return context
}

const DRESS = /[()\s【】]|当初|末|時点|現在|年初|平均|暦年|頃|度|から|まで/g

/** The whole text is a year (「(25年度)」「H28末」「平成16 (2004)年度」), or undefined. */
export function wholeYear(raw: string, context: EraContext): YearFound | undefined {
  const text = plain(raw).trim()
  if (text.length > 24) return undefined
  const bareWest = /^\(?((?:19|20)\d\d)\)?$/.exec(text)
  if (bareWest)
    return { year: Number(bareWest[1]), start: 0, end: text.length, calendar: false, neverWas: false }
  const years = findYears(text, context)
  const [only] = years
  if (!only || years.length > 1) return bareInBrackets(text, context)
  const rest = `${text.slice(0, only.start)}${text.slice(only.end)}`.replace(DRESS, '')
  return rest === '' ? { ...only, calendar: only.calendar || text.includes('暦年') } : undefined
}

/** 「(26年)」「(26)」 in a row of bracketed years. */
function bareInBrackets(text: string, context: EraContext): YearFound | undefined {
  const found = /^\((\d{1,2})年?(?:度?末|当初)?\)$/.exec(text)
  const year = found ? bareYear(Number(found[1]), context) : undefined
  return year === undefined
    ? undefined
    : { year, start: 0, end: text.length, calendar: true, neverWas: false }
}
