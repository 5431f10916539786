import { areaCode } from '#domain/government/area-code.ts'
import type { DatasetHeading } from '#domain/population/statistics.ts'
import type { Finding } from '#domain/shared/finding.ts'
import { foundAt, type ReadStatistics } from './found.ts'
import { censusHeading, countHeading, projectionHeading, registerHeading } from './headings.ts'
import {
  type AgeLabel,
  ageLabel,
  figure,
  type Grouping,
  groupingOf,
  type SexLabel,
  sexLabel,
  yearLabel,
} from './labels.ts'
import { type Line, peopleOf } from './people.ts'
import type { Sheet } from './sheets.ts'

const HEAD_ROWS = 30
/** Fewer labels of ages in a row than this are no heading of a table by age. */
const LEAST_AGES = 15

const EDITION_UNKNOWN: Finding = { code: 'edition-unknown', severity: 'warning' }

type Block = {
  readonly grouping: Grouping
  readonly from: number
  readonly total?: number
  readonly unknown?: number
}

/**
 * 年齢が横に並ぶ表: the long CSV files (one line an area, sex and year), 住民基本台帳 年齢階級別, and `suikei_kekka.xlsx` of 2023 with both sexes,
 * men and women side by side. Undefined where no row is headed by ages.
 */
export function readWide(sheet: Sheet): ReadStatistics | undefined {
  const head = sheet.rows.findIndex((row, at) => at < HEAD_ROWS && row.filter(isAge).length >= LEAST_AGES)
  if (head < 0) return undefined
  const blocks = blocksOf(sheet.rows[head] ?? [])
  if (blocks.length === 0) return undefined
  const columns = columnsOf(sheet, head, blocks[0]?.from ?? 0)
  const sexes = blocks.length === 3 ? sexesOf(sheet, head, blocks) : undefined
  const stated = sheet.rows
    .slice(0, head + 1)
    .flat()
    .join(' ')
  const yearOfAll = columns.year === undefined ? yearIn(stated) : undefined
  const lines: Line[] = []
  const missing: string[] = []
  const strange: string[] = []
  sheet.rows.forEach((row, at) => {
    if (at <= head || row.every((cell) => cell === '')) return
    const origin = `${sheet.name === undefined ? '' : `${sheet.name}!`}R${at + 1}`
    const code = columns.code === undefined ? '00000' : areaCode(row[columns.code] ?? '', columns.width)
    const year = columns.year === undefined ? yearOfAll : yearLabel(row[columns.year] ?? '')
    if (code === undefined || year === undefined) {
      if (blocks[0]?.grouping.places.some(([place]) => figure(row[place ?? 0]) !== undefined))
        strange.push(origin)
      return
    }
    const name = columns.names
      .map((column) => row[column] ?? '')
      .filter((text) => text !== '' && text !== '*')
      .at(-1)
    for (const [which, block] of blocks.entries()) {
      const sex = sexes
        ? sexes[which]
        : columns.sex === undefined
          ? undefined
          : sexLabel(row[columns.sex] ?? '')
      if (!sex) continue
      const ages = block.grouping.places.map((places) => total(places.map((place) => figure(row[place]))))
      if (ages.includes(undefined)) {
        missing.push(origin)
        continue
      }
      const [whole, unknown] = [figure(row[block.total ?? -1]), figure(row[block.unknown ?? -1])]
      lines.push({
        area: { code, name: name ?? (code === '00000' ? '全国' : code) },
        ...{ year, sex, ages: ages as number[], origin },
        ...(whole === undefined ? {} : { total: whole }),
        ...(unknown === undefined ? {} : { unknown }),
      })
    }
  })
  if (lines.length === 0) return undefined
  const { areas, people, findings } = peopleOf(lines)
  const heading = headingOf(lines, stated, blocks)
  return {
    tables: [{ heading, areas, people, rates: [], values: [] }],
    findings: [
      ...(heading.kind === 'projection' && heading.edition === undefined ? [EDITION_UNKNOWN] : []),
      ...findings,
      ...foundAt('value-missing', missing),
      ...foundAt('row-not-understood', strange),
    ],
  }
}

const isAge = (text: string) => {
  const kind = ageLabel(text)?.kind
  return kind === 'group' || kind === 'open'
}

const total = (values: readonly (number | undefined)[]): number | undefined =>
  values.reduce((sum, value) => (sum === undefined || value === undefined ? undefined : sum + value), 0)

/** A new block begins where the ages begin again; its total stands before it, 不詳 anywhere in it. */
function blocksOf(head: readonly string[]): readonly Block[] {
  const runs: { label: AgeLabel; at: number }[][] = []
  let total: number | undefined
  const totals: (number | undefined)[] = []
  head.forEach((text, at) => {
    const label = ageLabel(text)
    if (!label) return
    if (label.kind === 'total') total = at
    if (label.kind === 'group' && label.from === 0) {
      runs.push([])
      totals.push(total)
      total = undefined
    }
    runs.at(-1)?.push({ label, at })
  })
  return runs.flatMap((run, which): readonly Block[] => {
    const grouping = groupingOf(run)
    if (!grouping) return []
    const unknown = run.find(({ label }) => label.kind === 'unknown')?.at
    const whole = totals[which]
    return [
      {
        ...{ grouping, from: run[0]?.at ?? 0 },
        ...(whole === undefined ? {} : { total: whole }),
        ...(unknown === undefined ? {} : { unknown }),
      },
    ]
  })
}

type Columns = {
  readonly code?: number
  readonly width: 'five' | 'six'
  readonly names: readonly number[]
  readonly sex?: number
  readonly year?: number
}

/** The columns before the ages: by their heading, in the row of ages or above it, or by what stands in them. */
function columnsOf(sheet: Sheet, head: number, firstAge: number): Columns {
  const samples = sheet.rows
    .slice(head + 1)
    .filter((row) => row.some((cell) => cell !== ''))
    .slice(0, 400)
  const headed = (pattern: RegExp) => {
    for (let row = head; row >= Math.max(0, head - 3); row -= 1) {
      const at = (sheet.rows[row] ?? []).findIndex(
        (cell, column) => column < firstAge && pattern.test(cell.normalize('NFKC').replace(/\s/g, '')),
      )
      if (at >= 0) return at
    }
    return undefined
  }
  const filledWith = (fits: (cell: string) => boolean, but: number | undefined) => {
    for (let column = 0; column < firstAge; column += 1) {
      const cells = samples.map((row) => row[column] ?? '').filter((cell) => cell !== '')
      if (column !== but && cells.length > 0 && cells.filter(fits).length >= cells.length * 0.9) return column
    }
    return undefined
  }
  const code =
    headed(/^(area)?code$|コード|^area$/i) ??
    filledWith(
      (cell) => /^\d{4,6}$/.test(cell) && areaCode(cell) !== undefined && !/年/.test(cell),
      headed(/^(year|年|年次|調査年)$/i),
    )
  const year =
    headed(/^(year|年|年次|調査年|時間軸.*)$/i) ??
    filledWith((cell) => /年/.test(cell) && yearLabel(cell) !== undefined, code)
  const sex = headed(/^(sex|性別|男女別?)$/i)
  const six = code !== undefined && sheet.rows.some((row, at) => at > head && /^\d{6}$/.test(row[code] ?? ''))
  const named = (pattern: RegExp) => headed(pattern) ?? -1
  const names = [
    named(/^(都道府県名?|prefecture)$/i),
    named(/^(name|市区町村名?|団体名|地域名?|municipality)$/i),
  ]
  return {
    width: six ? 'six' : 'five',
    names: names.filter((column) => column >= 0 && column !== code),
    ...(code === undefined ? {} : { code }),
    ...(year === undefined ? {} : { year }),
    ...(sex === undefined ? {} : { sex }),
  }
}

/** Sexes of three blocks: as said above them, else both, men, women, in the order that every edition has. */
function sexesOf(sheet: Sheet, head: number, blocks: readonly Block[]): readonly SexLabel[] {
  return blocks.map(({ from }, which) => {
    const [left, right] = [
      which === 0 ? 0 : (blocks[which - 1]?.grouping.places.at(-1)?.at(-1) ?? 0) + 1,
      from + 1,
    ]
    for (let row = head - 1; row >= 0; row -= 1)
      for (const cell of (sheet.rows[row] ?? []).slice(left, right)) {
        const said = sexLabel(cell)
        if (said) return said
      }
    return (['both', 'male', 'female'] as const)[which] ?? 'both'
  })
}

function yearIn(text: string): number | undefined {
  const said = /(?:令和|平成)(?:元|\d{1,2})年|(?:19|20)\d{2}年/.exec(
    text.normalize('NFKC').replace(/\s/g, ''),
  )?.[0]
  return said === undefined ? undefined : yearLabel(said)
}

/** 不詳 is counted, not projected; a single year is no projection. A table that says neither is taken for one, and a finding says so. */
function headingOf(lines: readonly Line[], stated: string, blocks: readonly Block[]): DatasetHeading {
  const years = [...new Set(lines.map(({ year }) => year))]
  const codes = new Set(lines.map(({ area }) => area.code))
  const single = years.length === 1
  if (/住民基本台帳/.test(stated) || (single && /団体コード/.test(stated)))
    return registerHeading(Math.max(...years))
  const prefectures = new Set([...codes].map((code) => code.slice(0, 2)))
  const [only = ''] = codes
  const part =
    codes.size === 1
      ? only === '00000'
        ? 'national'
        : only
      : prefectures.size === 1
        ? only.slice(0, 2)
        : undefined
  const counted = blocks.some(({ unknown }) => unknown !== undefined) || /国勢調査/.test(stated)
  if (counted) return censusHeading(years, part)
  return single && !/推計/.test(stated) ? countHeading(years[0] ?? 0, part) : projectionHeading(years, part)
}
