import { FORECAST_KINDS, type ForecastKind, kindByUnit, readKind } from '#domain/indicator/forecast/kind.ts'
import type { HistoryPoint } from '#domain/indicator/forecast/scaled.ts'
import type { Better } from '#domain/indicator/indicator.ts'
import { isDecimal } from '#domain/shared/decimal.ts'
import { readYear } from '#domain/shared/era.ts'
import type { Finding } from '#domain/shared/finding.ts'
import { plainNumber } from '#domain/shared/plain-number.ts'
import type { Stated } from '#domain/shared/stated.ts'
import { decode } from '../csv/decode.ts'
import { recordsOf } from '../csv/read.ts'

/** 系列 (series): one indicator's known values out of a table, with what the table says of it. */
export type SeriesRead = {
  readonly name: string
  readonly kind: ForecastKind
  /** Whether the table says the kind, or the unit and the values were taken for it. */
  readonly kindFrom: 'stated' | 'unit'
  readonly unit: Stated<string>
  readonly better: Stated<Better>
  readonly points: readonly HistoryPoint[]
  /** Years that are printed without a value. */
  readonly withoutValue: number
}

const COLUMNS = {
  series: /^(series|name|indicator|系列|指標|指標名|名称)$/,
  kind: /^(kind|種類|種別)$/,
  unit: /^(unit|単位)$/,
  better: /^(better|direction|向き|方向)$/,
  year: /^(year|fiscal.?year|年度|年)$/,
  value: /^(value|actual|値|実績|実績値)$/,
  n: /^(n|回答数|標本数)$/,
} as const
type Column = keyof typeof COLUMNS

const NEEDED: readonly Column[] = ['year', 'value']
const NO_VALUE = /^(|[-−–—―ー－…]+|\*+|na|n\/a|nan|null|未公表|調査なし|記載なし|欠測)$/i
const BETTER: readonly (readonly [RegExp, Stated<Better>])[] = [
  [/^(higher|up|increase|増やす|増加|高い|上昇|↑)$/i, 'higher'],
  [/^(lower|down|decrease|減らす|減少|低い|低下|↓)$/i, 'lower'],
  [/^(steady|hold|maintain|保つ|維持|→)$/i, 'steady'],
  [/^(|not-stated|none|記載なし)$/i, 'not-stated'],
]
const MOST_FINDINGS = 20

type Row = Readonly<Record<Column, string>> & { readonly line: number }

/**
 * 系列の表 (CSV: series, kind, unit, better, year, value; any order, UTF-8 or cp932) → series in the order of the table, or
 * everything that is wrong with it, each with its line.
 */
export function readSeries(bytes: Uint8Array): {
  readonly series: readonly SeriesRead[]
  readonly findings: readonly Finding[]
} {
  const { text } = decode(bytes)
  const { rows, fault } = recordsOf(text, ',')
  if (fault) return { series: [], findings: [{ ...fault, severity: 'error' }] }
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const [head, ...body] = filled
  if (!head) return { series: [], findings: [{ code: 'file-empty', severity: 'error' }] }
  const at = columnsOf(head.cells)
  const missing = NEEDED.filter((column) => at[column] < 0)
  if (missing.length > 0)
    return {
      series: [],
      findings: [error('series-columns', head.line, { value: missing.join(', ') })],
    }
  const read = body.map(({ line, cells }): Row => ({ ...cellsOf(cells, at), line }))
  const groups = Map.groupBy(read, ({ series }) => series)
  const made = [...groups].map(([name, of]) => seriesOf(name, of))
  const findings = made.flatMap((each) => each.findings)
  return findings.length > 0
    ? {
        series: [],
        findings: findings.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)).slice(0, MOST_FINDINGS),
      }
    : { series: made.flatMap(({ series }) => series ?? []), findings: [] }
}

const error = (code: string, line: number, detail: Finding['detail'] = {}): Finding => ({
  code,
  severity: 'error',
  line,
  detail,
})

type Places = Readonly<Record<Column, number>>

const each = <T>(make: (column: Column) => T): Record<Column, T> =>
  Object.fromEntries((Object.keys(COLUMNS) as Column[]).map((column) => [column, make(column)])) as Record<
    Column,
    T
  >

const columnsOf = (head: readonly string[]): Places => {
  const names = head.map((cell) => cell.normalize('NFKC').trim().toLowerCase())
  return each((column) => names.findIndex((name) => COLUMNS[column].test(name)))
}

const cellsOf = (cells: readonly string[], at: Places) => each((column) => (cells[at[column]] ?? '').trim())

function seriesOf(
  name: string,
  rows: readonly Row[],
): { readonly series?: SeriesRead; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  const points: HistoryPoint[] = []
  const lines = new Map<number, number>()
  let withoutValue = 0
  for (const row of rows) {
    const year = readYear(row.year)
    if (!year.ok) {
      findings.push(error('impossible-year', row.line, { value: row.year.slice(0, 40) }))
      continue
    }
    const before = lines.get(year.value.year)
    if (before !== undefined)
      findings.push(error('series-year-twice', row.line, { year: year.value.year, before, value: name }))
    lines.set(year.value.year, row.line)
    const value = plainNumber(row.value)
    const n = plainNumber(row.n)
    if (NO_VALUE.test(row.value)) withoutValue++
    else if (!isDecimal(value))
      findings.push(error('not-a-decimal', row.line, { value: row.value.slice(0, 40) }))
    else if (n !== '' && !/^[1-9]\d*$/.test(n)) findings.push(error('series-n', row.line, { value: row.n }))
    else points.push({ year: year.value.year, value: Number(value), ...(n === '' ? {} : { n: Number(n) }) })
  }
  const kind = agreed(rows, 'kind', readKind)
  const better = agreed(rows, 'better', readBetter)
  const unit = agreed(rows, 'unit', (written) => written)
  for (const { finding } of [kind, better, unit]) if (finding) findings.push(finding)
  if (kind.value === 'unknown')
    findings.push(
      error('series-kind', kind.line, { value: kind.written, allowed: FORECAST_KINDS.join(', ') }),
    )
  if (better.value === 'unknown')
    findings.push(error('series-better', better.line, { value: better.written }))
  const outside = points.find(({ value }) => value < 0 || value > 100)
  if (kind.value === 'share' && outside)
    findings.push(
      error('series-share-outside', lines.get(outside.year) ?? kind.line, { value: outside.value }),
    )
  if (findings.length > 0 || kind.value === 'unknown' || better.value === 'unknown') return { findings }
  const said = kind.value === 'by-unit' ? undefined : kind.value
  return {
    findings,
    series: {
      name,
      kind:
        said ??
        kindByUnit(
          unit.value,
          points.map(({ value }) => value),
        ),
      kindFrom: said ? 'stated' : 'unit',
      unit: unit.value || 'not-stated',
      better: better.value ?? 'not-stated',
      points,
      withoutValue,
    },
  }
}

const readBetter = (written: string): Stated<Better> | 'unknown' =>
  BETTER.find(([pattern]) => pattern.test(written))?.[1] ?? 'unknown'

/** What the rows of a series say in a column; it may be left out in some, but not said in two ways. */
function agreed<T>(rows: readonly Row[], column: 'kind' | 'unit' | 'better', read: (written: string) => T) {
  const told = rows.filter((row) => row[column] !== '')
  const [first] = told
  const value = first && read(first[column])
  const other = told.find((row) => read(row[column]) !== value)
  return {
    value,
    written: first?.[column].slice(0, 40) ?? '',
    line: first?.line ?? rows[0]?.line ?? 1,
    ...(other && first
      ? {
          finding: error('series-disagrees', other.line, {
            column,
            value: other[column].slice(0, 40),
            before: first[column].slice(0, 40),
            beforeLine: first.line,
          }),
        }
      : {}),
  }
}
