import { printFiscalYear } from '#domain/shared/era.ts'
import { isFiscalYear } from '#domain/shared/year.ts'
import type * as ja from '../ja/time.ts'

/** 「2025年度」: the western year, which every reader knows. */
export const year: typeof ja.year = (value) => `${value}年度`

export const shortYear: typeof ja.shortYear = (value) => String(value)

/** 「令和7年度（2025年度）」, where a reader meets the year for the first time. */
export const bothYears = (value: number): string =>
  isFiscalYear(value) ? `${printFiscalYear(value)}（${value}年度）` : year(value)

/** Japanese time, as 「2026年5月20日 10:23」. */
export const moment: typeof ja.moment = (iso) =>
  new Intl.DateTimeFormat('zh-TW', {
    timeZone: 'Asia/Tokyo',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(iso))
