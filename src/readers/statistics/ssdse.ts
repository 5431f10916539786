import { areaCode } from '#domain/government/area-code.ts'
import type { Area, ValueKind, ValueRow } from '#domain/population/statistics.ts'
import { foundAt, type ReadStatistics } from './found.ts'
import { figure } from './labels.ts'
import type { Sheet } from './sheets.ts'

/** SSDSE-A の項目 that say something of the population. The others are candidates of indicators, not read here. */
const ITEMS: Readonly<Record<string, ValueKind>> = {
  ...{ A1101: 'population', A110101: 'male', A110102: 'female' },
  ...{ A1301: 'young', A1302: 'working', A1303: 'old', A1419: 'over-75' },
  ...{ A4101: 'births', A4200: 'deaths', A5101: 'in-migrants', A5102: 'out-migrants' },
}

/** SSDSE-A (統計センター): a row of item codes, one of years item by item, one of names, then a row an area. */
export function readSsdse(sheet: Sheet, name: string): ReadStatistics | undefined {
  const [codes = [], years = []] = sheet.rows
  if (!codes.includes('A1101') || !codes.includes('A4101')) return undefined
  const columns = codes.flatMap((code, at) => {
    const [what, year] = [ITEMS[code], Number(years[at])]
    return what && year >= 1900 && year <= 2200 ? [{ at, what, year }] : []
  })
  if (columns.length === 0) return undefined
  const areas: Area[] = []
  const values: ValueRow[] = []
  const missing: string[] = []
  sheet.rows.forEach((row, at) => {
    const code = at >= 3 ? areaCode(row[0] ?? '') : undefined
    if (!code) return
    areas.push({ code, name: row[2] || (row[1] ?? code) })
    for (const column of columns) {
      const value = figure(row[column.at])
      const origin = `R${at + 1}C${column.at + 1}`
      if (value === undefined) missing.push(origin)
      else values.push({ area: code, year: column.year, what: column.what, value, origin })
    }
  })
  const edition = /SSDSE-A-(\d{4})/i.exec(codes[0] ?? '')?.[1] ?? /SSDSE-A-(\d{4})/i.exec(name)?.[1]
  const latest = Math.max(...columns.map(({ year }) => year))
  return {
    tables: [
      {
        heading: {
          series: edition ? `ssdse-a-${edition}` : `ssdse-a-to-${latest}`,
          kind: 'vital',
          title: edition
            ? `SSDSE-A-${edition} 人口・出生・死亡・転入・転出`
            : `SSDSE-A（${latest}年まで） 人口・出生・死亡・転入・転出`,
          ...(edition ? { edition, published: edition } : {}),
          source: '独立行政法人統計センター「SSDSE-市区町村（SSDSE-A）」',
        },
        ...{ areas, people: [], rates: [], values },
      },
    ],
    findings: foundAt('value-missing', missing),
  }
}
