import type { Qualifier } from '#domain/indicator/commitment.ts'
import { type Decimal, decimal } from '#domain/shared/decimal.ts'
import { plain } from './characters.ts'
import { type NumberRead, readNumber } from './numbers.ts'
import { isUnit, NEVER_UNIT, UNIT_HERE } from './units.ts'
import { type EraContext, findYears, type YearFound } from './years.ts'

/** 数量 (quantity): a number with all that stands around it in a cell or a sentence. */
export type Quantity = {
  readonly value: Decimal
  readonly unit?: string
  readonly qualifier?: Qualifier
  readonly year?: number
  readonly calendar?: boolean
  /** Written with ＋: an addition, not a level. */
  readonly relative?: boolean
  readonly cumulative?: boolean
  readonly printed: string
  readonly start: number
  readonly end: number
}

const BEFORE =
  /^(?:\d{1,2}[かカヵケ]?年間で|約|およそ|おおむね|概ね|ほぼ|年間|月間|延べ|累計|通算|毎年度?|各年度?|年平均|計|(?:現状|基準|目標|実績|当初|計画|最終目標|中間目標|従前)値?[:\s]*|\((?:実績|累計|目標|現状|推計|見込|年間)\)|「|継続的に|→|:|最大|年)\s*/
const AFTER =
  /^\s?(?:以上|以下|未満|超|程度|前後|台|弱|強|増加|減少|の増加?|の減少?|増|減|拡大|削減|上昇|を維持|維持|以内|\/年度)/
/** What a cell of targets may say after its number, and a sentence says of its own. */
const AFTER_IN_CELL =
  /^\s?(?:に(?:抑制|抑える|増加|減少|向上|縮減|改善|増やす|減らす|高める|引き上げる?|引き下げる?|する)|を目指す|とする|を?(?:確保|達成))$/
const BRACKET = /^\s*[([【〔]([^()[\]【】〔〕]*)[)\]】〕]/

/** Reads a quantity at the start of `text`, unit, qualifier and bracketed year included. */
export function readQuantity(text: string, context: EraContext = {}, cell = true): Quantity | undefined {
  let at = 0
  let qualifier: Qualifier | undefined
  let year: number | undefined
  let calendar = false
  let cumulative = false
  const rest = () => text.slice(at)
  for (;;) {
    const bracketed = /^\(([^()]*)\)\s*(?=[\d約▲△+-])/.exec(rest())
    const before = BEFORE.exec(rest())
    const bracketYear = bracketed ? findYears(`(${bracketed[1]})`, context)[0] : undefined
    if (bracketed && bracketYear) {
      year = bracketYear.year
      at += bracketed[0].length
    } else if (before) {
      if (/^(約|およそ|おおむね|概ね|ほぼ)/.test(before[0])) qualifier = 'about'
      if (/推計/.test(before[0])) qualifier = 'estimated'
      if (/累計|通算/.test(before[0])) cumulative = true
      at += before[0].length
    } else break
  }
  const sign = /^\s*([-▲△+＋±ー])\s*(?=[\d約〇一二三四五六七八九十])/.exec(rest())
  if (sign) at += sign[0].length
  const number = readNumber(rest())
  if (!number || (!cell && number.length > 0 && !/^\d/.test(rest()) && !/^[^円]*円/.test(rest())))
    return undefined
  at += number.length
  if (/^\/\d/.test(rest())) return undefined
  const unit = unitHere(rest(), number, cell)
  if (unit === false) return undefined
  at += unit?.length ?? 0
  let reduced = false
  for (;;) {
    const after = (AFTER.exec(rest()) ?? (cell ? AFTER_IN_CELL.exec(rest()) : null))?.[0]
    const word = after?.trim()
    if (word && after) {
      if (word === '以上' || word === '超') qualifier = 'at-least'
      else if (word === '以下' || word === '未満' || word === '以内') qualifier = 'at-most'
      else if (word === '程度' || word === '前後' || word === '台') qualifier ??= 'roughly'
      else if (/^(の?減少?)$/.test(word) && !/%/.test(unit?.text ?? '')) reduced = true
      at += after.length
      continue
    }
    const bracket = BRACKET.exec(rest())
    if (!bracket) break
    const inside = bracket[1] ?? ''
    const found = lastYear(inside, context)
    const bare = found ? undefined : /^(\d{1,2})(?:年|年度末)?$/.exec(inside)
    if (/累計|通算/.test(inside)) cumulative = true
    else if (/推計/.test(inside)) qualifier = 'estimated'
    if (
      found &&
      (inside.length <= 14 || /現在|時点|平均|実績|累計|合計|計$/.test(inside)) &&
      !holdsValue(inside, context) &&
      !/から|比/.test(inside)
    ) {
      year ??= found.year
      calendar = found.calendar
    } else if (!cell && !/累計|推計/.test(inside)) break
    else if (bare && !cell) break
    at += bracket[0].length
  }
  const negative = /[-▲△]/.test(sign?.[1] ?? '') || reduced
  const value = negative && number.value !== '0' ? decimal(`-${number.value}`) : number.value
  const written = unit ? `${number.scale ?? ''}${unit.text}` : number.scale
  return {
    value,
    ...(written ? { unit: written } : {}),
    ...(qualifier ? { qualifier } : {}),
    ...(year === undefined ? {} : { year, calendar }),
    ...(/[+＋]/.test(sign?.[1] ?? '') ? { relative: true } : {}),
    ...(cumulative ? { cumulative: true } : {}),
    printed: text.slice(0, at).trim(),
    start: 0,
    end: at,
  }
}

/** 「令和3年度末 6戸」: another value with its year, not the year of this one. */
const holdsValue = (inside: string, context: EraContext): boolean => {
  let rest = inside
  for (const { start, end } of [...findYears(inside, context)].reverse())
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`
  return /\d[\d,.]*\s*[^\d\s~年月日-]/.test(rest.replace(/\d+[か年月日ヵヶケカ]\S*/g, ''))
}

/** The year in a bracket; of a span (「R2～R6」「平成26～30年」) the last one. */
function lastYear(inside: string, context: EraContext): YearFound | undefined {
  const west = /^(?:19|20)\d\d\s*[~-]\s*((?:19|20)\d\d)(?:年度?)?$/.exec(inside)?.[1]
  if (west) return { year: Number(west), start: 0, end: inside.length, calendar: false, neverWas: false }
  const years = findYears(`(${inside})`, context)
  const [first] = years
  if (!first || !/[~-]/.test(inside)) return first
  if (years.length > 1) return years.at(-1)
  const span = /(\d{1,2}|元)\s*年?度?\s*[~-]\s*(\d{1,2})\s*年?度?$/.exec(inside)
  const more = span ? Number(span[2]) - (span[1] === '元' ? 1 : Number(span[1])) : 0
  return more > 0 && more <= 10 ? { ...first, year: first.year + more } : first
}

/** The unit after a number: a known one, in a cell also a short unknown word; false where the word shows that it is no value. */
function unitHere(
  rest: string,
  number: NumberRead,
  cell: boolean,
): { readonly text: string; readonly length: number } | undefined | false {
  const blank = /^\s?/.exec(rest)?.[0].length ?? 0
  const text = rest.slice(blank)
  if (NEVER_UNIT.test(text)) return false
  const known = UNIT_HERE.exec(text)?.[0]
  const goesOn =
    cell &&
    known !== undefined &&
    /^\p{L}/u.test(text.slice(known.length)) &&
    !AFTER.test(text.slice(known.length)) &&
    !AFTER_IN_CELL.test(text.slice(known.length))
  if (known && !goesOn) return { text: known, length: blank + known.length }
  if (number.scale && isUnit(number.scale)) return undefined
  if (AFTER.test(text)) return undefined
  const unknown =
    cell && blank === 0 && /^([^\d\s()[\]、。:~→+\-<>=「」]{1,5})(?=$|以上|以下|程度|\()/.exec(text)?.[1]
  if (unknown) return { text: unknown, length: blank + unknown.length }
  return known ? { text: known, length: blank + known.length } : undefined
}

/** 値のセル: the whole cell is one quantity. What follows a blank after it (「※ …」) may be a note. */
export function quantityCell(raw: string, context: EraContext = {}): Quantity | undefined {
  const text = plain(raw).trim()
  if (text === '' || text.length > 40) return undefined
  const read = readQuantity(text, context) ?? afterYear(text, context)
  if (!read) return undefined
  const rest = text.slice(read.end).trim()
  return rest === '' || /^[※*]/.test(rest) ? read : undefined
}

/** 「令和4年度 312千人」「R9: 45%」: the year before its value. */
function afterYear(text: string, context: EraContext): Quantity | undefined {
  const [year, ...more] = findYears(text, context)
  if (year?.start !== 0 || more.length > 0) return undefined
  const gap = /^(?:末|時点|現在|実績|目標)?[\s:]+/.exec(text.slice(year.end))?.[0].length
  const read = gap === undefined ? undefined : readQuantity(text.slice(year.end + gap), context)
  if (!read?.unit || read.year !== undefined || gap === undefined) return undefined
  const end = year.end + gap + read.end
  return { ...read, year: year.year, calendar: year.calendar, printed: text.slice(0, end).trim(), end }
}

const BLANK =
  /^(?:|[-ー―—一/*＊…※]|\(?[-一―—ー]\)?|なし|無し|該当なし|未定|未設定|未実施|未公表|未集計|集計中|調査中|算定中|検討中|設定なし|データなし|実績なし|記載なし|設定せず|未把握|不明|N\/A|n\/a|新規|\(?皆増\)?)$/
/** 空欄: 「-」「―」「なし」「（集計中）ha」. */
export function isBlankMark(raw: string): boolean {
  const text = plain(raw).replace(/\s+/g, '')
  if (BLANK.test(text)) return true
  const dressed = /^(?:\((?:集計中|調査中|未定|未公表|算定中|未集計)\)|[-―—ー])(.*)$/.exec(text)?.[1]
  return dressed !== undefined && (dressed === '' || isUnit(dressed))
}

/** Every quantity in a running text, from left to right. Years are not quantities. */
export function findQuantities(text: string, context: EraContext = {}): readonly Quantity[] {
  const years = findYears(text, context)
  const found: Quantity[] = []
  for (let at = 0; at < text.length; ) {
    const year = years.find(({ start, end }) => start <= at && at < end)
    if (year) {
      at = year.end
      continue
    }
    const here =
      /[\d〇一二三四五六七八九十]/.test(text[at] ?? '') && !/[\dA-Za-z.,第]/.test(text[at - 1] ?? '')
    const start = here && /[-▲△+＋]/.test(text[at - 1] ?? '') ? at - 1 : at
    const read = here ? readQuantity(text.slice(start), context, false) : undefined
    if (read && (read.unit !== undefined || /^[-▲△+]?\d/.test(text.slice(start)))) {
      found.push({ ...read, start, end: start + read.end })
      at = start + Math.max(read.end, 1)
    } else at += 1
  }
  return found
}
