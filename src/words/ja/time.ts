import { printFiscalYear, printShortYear } from '#domain/shared/era.ts'
import { isFiscalYear } from '#domain/shared/year.ts'

/** 「令和6年度」 */
export const year = (value: number): string => (isFiscalYear(value) ? printFiscalYear(value) : `${value}年度`)

/** 「R6」 */
export const shortYear = (value: number): string =>
  isFiscalYear(value) ? printShortYear(value) : String(value)

/** 日本の時刻で「2026年5月20日 10:23」。 */
export const moment = (iso: string): string =>
  new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(iso),
  )
