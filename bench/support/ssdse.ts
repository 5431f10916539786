// Yearly series of municipalities out of the six editions of SSDSE-A. A year that two editions print is taken from the later one.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import type { ForecastKind } from '#domain/indicator/forecast/kind.ts'
import type { HistoryPoint } from '#domain/indicator/forecast/scaled.ts'

const FOLDER = join(import.meta.dirname, '../../../shared/data/ssdse')
const EDITIONS = [2018, 2020, 2021, 2022, 2023, 2024]

export const hasSsdse = (): boolean =>
  EDITIONS.every((year) => existsSync(join(FOLDER, `SSDSE-A-${year}.csv.gz`)))

type Values = ReadonlyMap<number, number>
type Of = {
  readonly name: string
  readonly kind: Exclude<ForecastKind, 'cumulative'>
  readonly from: (of: Get) => Values
}
type Get = (code: string) => Values

/** Year by year, where both have a value; undefined leaves the year out. */
const both = (a: Values, b: Values, make: (a: number, b: number) => number | undefined): Values =>
  new Map(
    [...a].flatMap(([year, value]): [number, number][] => {
      const other = b.get(year)
      const made = other === undefined ? undefined : make(value, other)
      return made === undefined ? [] : [[year, made]]
    }),
  )
const shareOf = (a: number, b: number) => (b > 0 ? (100 * a) / b : undefined)
const plain = (name: string, kind: Of['kind'], code: string): Of => ({ name, kind, from: (of) => of(code) })

/**
 * Chosen before anything was computed: every item that is printed for five years or more and could be an indicator of a plan (so not area, the
 * whole of revenue or expenditure, or the cost of disasters), and what two of them make: shares, rates, balances.
 */
export const ITEMS: readonly Of[] = [
  plain('出生数', 'count', 'A4101'),
  plain('死亡数', 'count', 'A4200'),
  plain('婚姻件数', 'count', 'A9101'),
  plain('離婚件数', 'count', 'A9201'),
  plain('転入者数', 'count', 'A5101'),
  plain('転出者数', 'count', 'A5102'),
  plain('幼稚園数', 'count', 'E1101'),
  plain('幼稚園在園者数', 'count', 'E1501'),
  plain('小学校数', 'count', 'E2101'),
  plain('小学校児童数', 'count', 'E2501'),
  plain('中学校生徒数', 'count', 'E3501'),
  plain('高等学校生徒数', 'count', 'E4501'),
  plain('一般病院数', 'count', 'I510120'),
  plain('一般診療所数', 'count', 'I5102'),
  plain('歯科診療所数', 'count', 'I5103'),
  plain('地方税', 'amount', 'D320101'),
  plain('民生費', 'amount', 'D320303'),
  plain('土木費', 'amount', 'D320308'),
  plain('教育費', 'amount', 'D320310'),
  plain('経常収支比率', 'rate', 'D2203'),
  {
    name: '教員1人あたり児童',
    kind: 'rate',
    from: (of) => both(of('E2501'), of('E2401'), (a, b) => (b > 0 ? a / b : undefined)),
  },
  {
    name: '学校1校あたり児童',
    kind: 'rate',
    from: (of) => both(of('E2501'), of('E2101'), (a, b) => (b > 0 ? a / b : undefined)),
  },
  { name: '非水洗化の割合', kind: 'share', from: (of) => both(of('H550701'), of('H5507'), shareOf) },
  {
    name: '移動のうち転入',
    kind: 'share',
    from: (of) => both(of('A5101'), of('A5102'), (a, b) => shareOf(a, a + b)),
  },
  {
    name: '児童生徒のうち中学',
    kind: 'share',
    from: (of) => both(of('E3501'), of('E2501'), (a, b) => shareOf(a, a + b)),
  },
  { name: '歳入のうち地方税', kind: 'share', from: (of) => both(of('D320101'), of('D3201'), shareOf) },
  plain('実質公債費比率', 'balance', 'D2211'),
  { name: '社会増減', kind: 'balance', from: (of) => both(of('A5101'), of('A5102'), (a, b) => a - b) },
  { name: '自然増減', kind: 'balance', from: (of) => both(of('A4101'), of('A4200'), (a, b) => a - b) },
]

export type Series = {
  readonly area: string
  readonly item: string
  readonly kind: Of['kind']
  /** Years ascending. */
  readonly points: readonly HistoryPoint[]
}

/** The half of the municipalities that a choice may look at, and the other. By a hash, so that no region is one half. */
export type Half = 'tune' | 'held-out'

export function halfOf(code: string): Half {
  let hash = 2166136261
  for (const char of code) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619) >>> 0
  return (hash >>> 7) % 2 === 0 ? 'tune' : 'held-out'
}

/** Every series of one half with five years or more. The other half's values are not even parsed into numbers. */
export function readSeries(half: Half): readonly Series[] {
  const areas = new Map<string, Map<string, Map<number, number>>>()
  for (const edition of EDITIONS) {
    const text = new TextDecoder('shift_jis').decode(
      gunzipSync(readFileSync(join(FOLDER, `SSDSE-A-${edition}.csv.gz`))),
    )
    const [codes = [], years = [], , ...rows] = parse(text) as string[][]
    for (const [area = '', ...cells] of rows) {
      if (halfOf(area) !== half) continue
      const of = areas.get(area) ?? new Map<string, Map<number, number>>()
      areas.set(area, of)
      for (const [at, cell] of cells.entries()) {
        const code = codes[at + 1] ?? ''
        const value = Number(cell)
        if (!/^[A-J]\d+$/.test(code) || cell === '' || !Number.isFinite(value)) continue
        const series = of.get(code) ?? new Map<number, number>()
        of.set(code, series.set(Number(years[at + 1]), value))
      }
    }
  }
  return ITEMS.flatMap(({ name, kind, from }) =>
    [...areas].flatMap(([area, of]) => {
      const points = [...from((code) => of.get(code) ?? new Map())]
        .map(([year, value]) => ({ year, value }))
        .sort((a, b) => a.year - b.year)
      return points.length >= 5 ? [{ area, item: name, kind, points }] : []
    }),
  )
}
