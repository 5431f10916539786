import { areaCode } from '#domain/government/area-code.ts'
import type { ValueRow } from '#domain/population/statistics.ts'
import type { ReadStatistics } from './found.ts'
import { figure } from './labels.ts'
import type { Sheet } from './sheets.ts'

/**
 * 市区町村別合計特殊出生率（ベイズ推定値）: `code,name,tfr`, or with Japanese headings. Five years together; the value is put in their middle year.
 * The table itself names no year: it is taken from a heading such as 平成20～24年 or from the file's name.
 */
export function readTfr(sheet: Sheet, name: string): ReadStatistics | undefined {
  const head = sheet.rows.findIndex(
    (row, at) =>
      at < 20 &&
      row.some((cell) => /^(tfr|合計特殊出生率)$/i.test(cell)) &&
      row.some((cell) => /code|コード/i.test(cell)),
  )
  if (head < 0) return undefined
  const heads = sheet.rows[head] ?? []
  const column = (pattern: RegExp) => heads.findIndex((cell) => pattern.test(cell))
  const [code, names, value] = [
    column(/code|コード/i),
    column(/^name$|市区町村|地域/i),
    column(/^(tfr|合計特殊出生率)$/i),
  ]
  const span = spanIn(sheet.rows.slice(0, head).flat().join(' ')) ?? spanIn(name)
  if (!span) return { tables: [], findings: [{ code: 'year-not-stated', severity: 'error' }] }
  const year = Math.floor((span.from + span.to) / 2)
  const found = sheet.rows.flatMap((row, at) => {
    const area = at > head ? areaCode(row[code] ?? '') : undefined
    const tfr = figure(row[value])
    if (!area || tfr === undefined) return []
    const values: ValueRow = { area, year, what: 'fertility-rate', value: tfr, origin: `R${at + 1}` }
    return [{ area: { code: area, name: row[names] || area }, values }]
  })
  return {
    tables: [
      {
        heading: {
          series: `tfr-${span.from}-${span.to}`,
          kind: 'tfr',
          title: `市区町村別合計特殊出生率 ${span.from}–${span.to}年（ベイズ推定値、${year}年の値とする）`,
          source: '厚生労働省「人口動態保健所・市区町村別統計」',
        },
        areas: found.map(({ area }) => area),
        people: [],
        rates: [],
        values: found.map(({ values }) => values),
      },
    ],
    findings: [],
  }
}

function spanIn(text: string): { readonly from: number; readonly to: number } | undefined {
  const western = /((?:19|20)\d{2})\D{1,3}((?:19|20)\d{2})/.exec(text)
  if (western) return { from: Number(western[1]), to: Number(western[2]) }
  const era = /平成(\d{1,2})\D{1,3}(\d{1,2})年/.exec(text.normalize('NFKC'))
  return era ? { from: 1988 + Number(era[1]), to: 1988 + Number(era[2]) } : undefined
}
