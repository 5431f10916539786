import type { OpenAge } from '#domain/population/population.ts'
import { maleShareOf } from '#domain/population/rates.ts'
import type { Area, RatesRow } from '#domain/population/statistics.ts'
import { foundAt, type ReadStatistics } from './found.ts'
import { ratesHeading } from './headings.ts'
import { figure, sexLabel, yearLabel } from './labels.ts'
import { areaOf } from './place.ts'
import type { Sheet } from './sheets.ts'

type Kind = 'survival' | 'migration' | 'childWomanRatio' | 'sexRatio'

const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ['survival', /生残率/],
  ['migration', /純移動率/],
  ['childWomanRatio', /子ども女性比/],
  ['sexRatio', /性比/],
]
const kindIn = (text: string): Kind | undefined => KINDS.find(([, pattern]) => pattern.test(text))?.[0]

/** 「2020年→2025年」「2020-2025」「2020～25年」: the year that the period begins in. */
function periodIn(written: string): number | undefined {
  const match = /^((?:19|20|21)\d{2})年?\s*[-~〜–―‐−→]+\s*((?:19|20|21)?\d{2})年?$/.exec(
    written.normalize('NFKC').replace(/\s/g, ''),
  )
  const [from, to] = [Number(match?.[1]), Number(match?.[2])]
  return to % 100 === (from + 5) % 100 ? from : undefined
}

/** 「0～4歳→5～9歳」「85歳以上→90歳以上」: the age that the rate starts from. The survival of the newborn is none of these. */
function sourceAge(written: string): { readonly from: number; readonly open: boolean } | undefined {
  const match = /^(\d{1,2})\s*(歳以上|歳?\s*[-~〜–]\s*\d{1,2})歳?\s*(→|➡|⇒|~|から|$)/.exec(
    written.normalize('NFKC').replace(/\s/g, ''),
  )
  return match ? { from: Number(match[1]), open: match[2] === '歳以上' } : undefined
}

type Cell = {
  readonly kind: Kind
  readonly sex: 'male' | 'female'
  readonly year: number
  readonly from: number
  readonly value: number
}

/**
 * 仮定値表: survival and net migration rates by period, sex and age, child-woman ratio and sex ratio at 0–4. A heading (生残率, 純移動率, …) and a
 * sex hold for the rows below until the next. Built from the described layout; no original was at hand.
 */
export function readAssumptions(sheets: readonly Sheet[], file: string): ReadStatistics | undefined {
  const areas: Area[] = []
  const rates: RatesRow[] = []
  const nameless: string[] = []
  const partial: string[] = []
  for (const sheet of sheets) {
    const cells = cellsOf(sheet)
    if (!cells.some(({ kind }) => kind === 'survival' || kind === 'migration')) continue
    const area = areaOf(sheet, file)
    if (!area) {
      nameless.push(sheet.name ?? file)
      continue
    }
    areas.push(area)
    for (const year of [...new Set(cells.map((cell) => cell.year))].sort((a, b) => a - b)) {
      const row = rowOf(
        cells.filter((cell) => cell.year === year),
        area.code,
        year,
        sheet.name ?? '',
      )
      if (row) rates.push(row)
      else partial.push(`${area.code} ${year}`)
    }
  }
  const findings = [...foundAt('area-not-stated', nameless), ...foundAt('rates-incomplete', partial)]
  if (rates.length === 0) return findings.length > 0 ? { tables: [], findings } : undefined
  const starts = rates.map(({ year }) => year)
  const heading = ratesHeading(
    [Math.min(...starts), Math.max(...starts) + 5],
    areas
      .map(({ code }) => code)
      .join('-')
      .slice(0, 60),
  )
  return { tables: [{ heading, areas, people: [], rates, values: [] }], findings }
}

function cellsOf({ rows }: Sheet): readonly Cell[] {
  const cells: Cell[] = []
  let kind: Kind | undefined
  let periods: { readonly year: number; readonly at: number }[] = []
  /** Sexes by the column from which they hold: side by side there are two. */
  let sexes: { readonly sex: 'male' | 'female'; readonly at: number }[] = []
  for (const row of rows) {
    const said = row.flatMap((cell) => kindIn(cell) ?? [])[0]
    const headed = row.flatMap((cell, at) => {
      const year = periodIn(cell) ?? (said === undefined ? yearBefore(cell, kind) : undefined)
      return year === undefined ? [] : [{ year, at }]
    })
    const ofSex = row.flatMap((cell, at) => {
      const sex = sexLabel(cell)
      return sex === 'male' || sex === 'female' ? [{ sex, at }] : []
    })
    const label = row.flatMap((cell) => sourceAge(cell) ?? [])[0]
    if (said) kind = said
    if (ofSex.length > 0) sexes = ofSex
    if (headed.length >= 2) periods = headed
    else if (kind && periods.length > 0 && (label || (said && kind !== 'survival' && kind !== 'migration')))
      for (const { year, at } of periods) {
        const value = figure(row[at])
        const sex = sexes.findLast((each) => each.at <= at)?.sex ?? sexes[0]?.sex
        if (value === undefined) continue
        if (kind === 'childWomanRatio' || kind === 'sexRatio')
          cells.push({ kind, sex: 'male', year, from: 0, value })
        else if (label && sex) cells.push({ kind, sex, year, from: label.from, value })
      }
  }
  return cells
}

/** Ratios are of the end of a period: 「2025年」 belongs to the step from 2020. */
function yearBefore(cell: string, kind: Kind | undefined): number | undefined {
  if (kind === 'survival' || kind === 'migration') return undefined
  const year = yearLabel(cell)
  return year === undefined ? undefined : year - 5
}

function rowOf(cells: readonly Cell[], area: string, year: number, sheet: string): RatesRow | undefined {
  const of = (kind: Kind, sex: 'male' | 'female') => {
    const mine = cells
      .filter((cell) => cell.kind === kind && cell.sex === sex)
      .toSorted((a, b) => a.from - b.from)
    const last = mine.at(-1)?.from
    const open = last === undefined ? undefined : ((last + 5) as OpenAge)
    const whole =
      open !== undefined && [85, 90, 95].includes(open) && mine.every(({ from }, at) => from === at * 5)
    return whole && mine.length === open / 5 ? mine.map(({ value }) => value) : undefined
  }
  const pair = (kind: Kind) => {
    const [male, female] = [of(kind, 'male'), of(kind, 'female')]
    return male && female ? { male, female } : undefined
  }
  const one = (kind: Kind) => cells.find((cell) => cell.kind === kind)?.value
  const [survival, migration] = [pair('survival'), pair('migration')]
  const [ratio, boys] = [one('childWomanRatio'), one('sexRatio')]
  if (!survival && !migration) return undefined
  return {
    ...{ area, year, origin: sheet },
    ...(survival ? { survival } : {}),
    ...(migration ? { migration } : {}),
    ...(ratio === undefined ? {} : { childWomanRatio: ratio }),
    ...(boys === undefined ? {} : { maleShare: maleShareOf(boys) }),
  }
}
