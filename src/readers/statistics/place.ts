import { areaCode } from '#domain/government/area-code.ts'
import type { Area } from '#domain/population/statistics.ts'
import { figure } from './labels.ts'
import type { Sheet } from './sheets.ts'

/** Rows at the top of a sheet in which its area may be named; the first row of figures ends them. */
const TITLE_ROWS = 6
const FIGURES = 3

/**
 * 一つの地域の表の、その地域: a code of four to six digits in the sheet's name or its first rows, else in the file's name; and what stands beside
 * it as its name. A year is no code.
 */
export function areaOf(sheet: Sheet, file: string): Area | undefined {
  const top = sheet.rows.slice(0, TITLE_ROWS)
  const end = top.findIndex((row) => row.filter((cell) => figure(cell) !== undefined).length >= FIGURES)
  const title = (end < 0 ? top : top.slice(0, end)).flat()
  for (const text of [sheet.name ?? '', ...title, file]) {
    const match = /(?<![\d.])(\d{4,6})(?![\d年.])/.exec(text.normalize('NFKC'))
    const code = match?.[1] !== undefined && !/^(19|20)\d{2}$/.test(match[1]) ? areaCode(match[1]) : undefined
    if (code === undefined) continue
    const beside = text.normalize('NFKC').replace(match?.[0] ?? '', ' ')
    return { code, name: nameIn(beside) ?? title.flatMap((cell) => nameIn(cell) ?? [])[0] ?? code }
  }
  return undefined
}

/** The last name of a place in a text: 「熊本県人吉市」 gives 人吉市. */
const nameIn = (text: string): string | undefined =>
  /(?:^|[\s都道府県_(（])([^\s\d都道府県_()（）.]{1,12}(?:市|区|町|村))/.exec(text.normalize('NFKC'))?.[1] ??
  /([^\s\d_()（）.]{1,4}[都道府県])/.exec(text.normalize('NFKC'))?.[1]
