import type * as ja from '../ja/time.ts'

export const year: typeof ja.year = (value) => `FY${value}`

export const shortYear: typeof ja.shortYear = (value) => String(value)

/** Japanese time, as “20 May 2026, 10:23”. */
export const moment: typeof ja.moment = (iso) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Tokyo',
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(iso))

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`
