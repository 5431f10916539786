import type { DraftBooking, DraftProject } from '#domain/document/draft.ts'
import type { Money, MoneyUnit } from '#domain/shared/money.ts'
import { YEN_IN } from '#domain/shared/money.ts'
import { plain } from './characters.ts'
import { canBeName, readName } from './names.ts'
import { type Quantity, quantityCell } from './quantity.ts'
import type { Row } from './rows.ts'
import { isUnit } from './units.ts'
import { NOT_PROJECTS } from './vocabulary.ts'
import { findYears } from './years.ts'

export type ProjectMade = {
  readonly project: DraftProject
  readonly rule: string
  readonly confidence: number
  readonly row: Row
  readonly to?: Row
  readonly text: string
  readonly group?: string
}

/** 金額 (amount) of a quantity in money; a bare number takes the unit of its table. */
export function moneyOf(quantity: Quantity | undefined, unit?: string): Money | undefined {
  const printed = quantity?.unit ?? unit
  if (!quantity || !printed || !(printed in YEN_IN))
    return printed === '兆円' || printed === '千億円' ? undefined : scaled(quantity, printed)
  return exact(quantity.value, printed as MoneyUnit)
}

function exact(value: string, unit: MoneyUnit): Money | undefined {
  const yen = Math.round(Number(value) * YEN_IN[unit])
  return Number.isSafeInteger(yen) ? { yen, unit } : undefined
}

/** 「1千万円」「3百億円」: scales that are no printed unit of ours are kept in yen. */
function scaled(quantity: Quantity | undefined, unit: string | undefined): Money | undefined {
  const scale = { 十万円: 1e5, 千万円: 1e7, 百億円: 1e10, 千億円: 1e11, 兆円: 1e12 }[unit ?? '']
  return quantity && scale ? exact(String(Number(quantity.value) * scale), '円') : undefined
}

/** 「37,000千円」「四百二十万円」 alone in a line or a cell; never a difference (＋/▲) or a share. */
export function amountOf(text: string, row: Row): Money | undefined {
  const cell = plain(text).trim()
  if (/^(?:[+＋▲△-]|合?計|総額|各)/.test(cell) || !/円$/.test(cell.replace(/\(.*?\)$/, '').trim()))
    return undefined
  const quantity = quantityCell(cell.replace(/\([^()]*\)$/, '').trim(), row.context)
  return quantity?.unit?.endsWith('円') && quantity.qualifier !== 'roughly' && quantity.qualifier !== 'about'
    ? moneyOf(quantity)
    : undefined
}

/** 「(全額R5.2補計上)」「（一部…）」「(R5補正含む)」. */
export function bookingIn(text: string): DraftBooking | undefined {
  const found = /[(（]([^()（）]*(?:補正?|繰越)[^()（）]*)[)）]/.exec(plain(text))?.[1]
  if (!found || !/補/.test(found)) return undefined
  const dated = /([HR]|令和|平成)(元|\d{1,2})(?:年度?)?(?:\.(\d{1,2}))?/.exec(found)
  const [year] = findYears(dated ? `${dated[1]}${dated[2]}年度` : found)
  if (!year) return undefined
  const kind = /全額/.test(found)
    ? 'all-in-supplementary'
    : /一部/.test(found)
      ? 'part-in-supplementary'
      : 'includes-supplementary'
  const month = dated?.[3] ? Number(dated[3]) : undefined
  return { kind, year: year.year, ...(month === undefined ? {} : { month }), printed: found }
}

/** 「(17,400千円)」「（一）」「(-)」 under an amount: last year's, or that there was none. */
export function previousOf(text: string, row: Row): Money | 'none' | undefined {
  const inside =
    /^[(（]\s*(?:(?:(?:前|昨)年度?|[HR]\d{1,2}|(?:令和|平成)(?:\d{1,2}|元)年度)(?:当初)?(?:予算)?(?:額)?\s*[::]?\s*)?(.*?)[)）]$/.exec(
      plain(text).trim(),
    )?.[1]
  if (inside === undefined) return undefined
  if (/^[-一ー―—]$|^(?:なし|皆増|新規)$/.test(inside)) return 'none'
  return amountOf(inside, row)
}

export const isProjectName = (name: string): boolean =>
  canBeName(name) &&
  name.length <= 44 &&
  !/\d(?:十億|百万|億|万|千)?円/.test(plain(name)) &&
  !NOT_PROJECTS.test(plain(name).replace(/\s/g, ''))

/** Words that a project's name ends with. */
const UNDERTAKING =
  /(?:事業|整備|支援|推進|工事|改修|補助金?|助成金?|導入|策定|設置|開催|プロジェクト|促進|強化|充実|作成|交付金?|委託|購入|更新)$/

/** 「○つばめ公園改修事業 5,200千円」: a name and its amount on one line. */
export function budgetLine(row: Row): ProjectMade | undefined {
  if (row.tabular || row.text.includes('。') || row.text.length > 110 || /[→⇒]/.test(row.text))
    return undefined
  const found =
    /^(.*?\S)[\s\u3000]+(\S*[\d〇一二三四五六七八九十百千万億,.]+\s*(?:十億|百万|億|万|千)?円)\s*((?:[(（][^()（）]*[)）]\s*)*)$/.exec(
      row.text,
    )
  const bracketed = found
    ? undefined
    : /^(.*?\S)[(（]((?:[\d,.]+|[〇一二三四五六七八九十百千万億]+)[^()（）]*円)[)）]$/.exec(row.text)
  if (!found && !(bracketed && UNDERTAKING.test(bracketed[1] ?? ''))) return undefined
  const [, left = '', printed = '', after = ''] = found ?? bracketed ?? []
  // 「（千円）」 says in what is counted, not how much.
  const amount = isUnit(plain(printed)) ? undefined : amountOf(printed, row)
  const { name } = readName(left)
  if (
    !amount ||
    /[::]$/.test(left.trim()) ||
    !isProjectName(name) ||
    /[\d,]+(?:千|万|百万|億)?円/.test(plain(name))
  )
    return undefined
  const booking = bookingIn(after)
  const previous = previousOf(after.trim(), row)
  return {
    project: {
      kind: 'project',
      name,
      amount,
      ...(previous ? { previous } : {}),
      ...(booking ? { booking } : {}),
    },
    rule: 'budget-line',
    confidence: 0.93,
    row,
    text: row.text,
  }
}

/** 「1　避難所環境整備事業　12,300」 under 「（単位：千円）」: a bare number in a list of undertakings. */
export function budgetUnder(row: Row, unit: string | undefined): ProjectMade | undefined {
  const cells = row.cells.filter(({ text }) => text !== '' && !/^[(（]?\d{1,2}[)）.．]?$/.test(text))
  const [first, second, ...more] = cells
  if (row.tabular || !first || !second || more.length > 0 || !unit?.endsWith('円')) return undefined
  const quantity = quantityCell(second.text, row.context)
  const { name } = readName(first.text)
  const amount = quantity?.unit === undefined ? moneyOf(quantity, unit) : undefined
  if (!amount || !UNDERTAKING.test(name) || !isProjectName(name)) return undefined
  return {
    project: { kind: 'project', name, amount },
    rule: 'budget-under-unit',
    confidence: 0.85,
    row,
    text: row.text,
  }
}

const LIST_AMOUNT =
  /([^、。()（）]+?)((?:[\d,.]+|[〇一二三四五六七八九十百千]+)(?:[〇一二三四五六七八九十百千\d,.億万]*)(?:十億|百万|億|万|千)?円)(?=[、。や及▽▼◇]|である|を|など|等|$|\()/g

/** 「…は、A事業に2億円、B事業に8,600万円を計上した」. */
const BOOKED =
  /^(?:[^、。]{2,12}は、)?(.*(?:事業|補助金?|整備|支援)に[\d,.]+.*円を?(?:それぞれ)?(?:計上|予算化|盛り込|充て).*)$/

/** 「主な新規事業は、A七百二十四万円、B六千万円…である。」: a list in a sentence that is headed as projects. */
export function budgetSentence(text: string, row: Row): readonly ProjectMade[] {
  const flat = plain(text)
  const booked = BOOKED.exec(flat)
  if (!/事業|取組|施策/.test(flat)) return []
  if (!booked && !/(?:主な|新規|重点|拡充|事業)[^、。]{0,12}(?:は|として)、?/.test(flat)) return []
  const listed =
    booked?.[1] ?? /(?:主な|新規|重点|拡充|事業)[^、。]{0,12}(?:は|として)、?(.*)$/.exec(flat)?.[1] ?? ''
  // 「▽…（3億2千万円）▽…」: newspapers part a list so.
  const marked = listed.replace(/[▽▼◇◆]\s*([^▽▼◇◆()]+?)\(([^()]*円)\)/g, '、$1$2').replace(/^、/, '')
  const found = [...marked.matchAll(LIST_AMOUNT)].flatMap(([whole, left = '', printed = '']) => {
    const amount = amountOf(printed, row)
    const { name } = readName(left.replace(/^(?:に|が|や|及び|など)/, '').replace(/[にがはを]$/, ''))
    return amount && isProjectName(name)
      ? [
          {
            project: { kind: 'project', name, amount } as const,
            rule: 'budget-sentence',
            confidence: 0.9,
            row,
            text: whole,
          },
        ]
      : []
  })
  return found.length >= 2 ? found : []
}
