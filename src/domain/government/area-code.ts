import { checkDigit } from './code.ts'

/** 地域コード (area code): five digits as statistics print them; 00000 is the country, 43000 a prefecture. */
export type AreaCode = string

export type AreaLevel = 'nation' | 'prefecture' | 'city' | 'ward' | 'municipality' | 'group'

/**
 * 地域コードに直す: from two digits of a prefecture, five, six with a check digit, `R43203` of SSDSE, or with the leading zero lost in a
 * spreadsheet. `12106` may be 千葉市緑区 or 岩見沢市 (012106): only its column tells, so whoever reads one with six digits says `six`.
 * Undefined where the text cannot be a code, and where a sixth digit does not check.
 */
export function areaCode(written: string, width: 'five' | 'six' = 'five'): AreaCode | undefined {
  const digits = /^[Rr]?(\d{1,6})$/.exec(written.normalize('NFKC').trim())?.[1]
  if (digits === undefined) return undefined
  if (digits.length <= 2) return checkedPrefecture(`${digits.padStart(2, '0')}000`)
  if (width === 'six' || digits.length === 6) return checked(digits.padStart(6, '0'))
  return digits.length >= 4 ? checkedPrefecture(digits.padStart(5, '0')) : undefined
}

const checkedPrefecture = (code: string) => (ofPrefecture(code) ? code : undefined)

/** Five digits begin with a prefecture of 01–47 (99 is ours, for invented places) or are the country. */
const ofPrefecture = (code: string): boolean => code === '00000' || /^(0[1-9]|[1-3]\d|4[0-7]|99)/.test(code)

const checked = (six: string): AreaCode | undefined =>
  checkDigit(six.slice(0, 5)) === Number(six[5]) && ofPrefecture(six) ? six.slice(0, 5) : undefined

/** 政令指定都市: listed beside their wards, so that a sum over municipalities takes one or the other. As of 2026. */
const DESIGNATED = new Set([
  ...['01100', '04100', '11100', '12100', '14100', '14130', '14150', '15100', '22100', '22130'],
  ...['23100', '26100', '27100', '27140', '28100', '33100', '34100', '40100', '40130', '43100'],
])

/** What a code is, by its digits. 07999 stands for several towns of 福島県浜通り that IPSS projects as one. */
export function areaLevel(code: AreaCode): AreaLevel {
  if (code === '00000') return 'nation'
  if (code.endsWith('000')) return 'prefecture'
  if (code.endsWith('999')) return 'group'
  if (DESIGNATED.has(code)) return 'city'
  const local = Number(code.slice(2))
  return local >= 101 && local <= 199 && !code.startsWith('13') ? 'ward' : 'municipality'
}

/** 団体コードの変更, one place to one place. Source: 総務省「都道府県コード及び市区町村コード」の改正一覧. */
export const CODE_CHANGES: readonly {
  readonly from: AreaCode
  readonly to: AreaCode
  readonly day: string
}[] = [
  { from: '04423', to: '04216', day: '2016-10-10' }, // 富谷町 → 富谷市
  { from: '40305', to: '40231', day: '2018-10-01' }, // 那珂川町 → 那珂川市
]

/** 区の再編: one that became part of others, for which no table of the other side exists. */
export const REORGANISED: readonly {
  readonly codes: readonly AreaCode[]
  readonly day: string
  readonly into: readonly AreaCode[]
}[] = [
  {
    codes: ['22131', '22132', '22133', '22134', '22135', '22136', '22137'],
    day: '2024-01-01',
    into: ['22138', '22139', '22140'],
  },
]

/** The code and those that the same place had before or has now, the one asked for first. */
export function codesOf(code: AreaCode): readonly AreaCode[] {
  const others = CODE_CHANGES.flatMap(({ from, to }) => (from === code ? [to] : to === code ? [from] : []))
  return [code, ...others]
}
