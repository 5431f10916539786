import { areaCode } from '#domain/government/area-code.ts'
import type { DatasetHeading } from '#domain/population/statistics.ts'
import type { Finding } from '#domain/shared/finding.ts'
import { foundAt, type ReadStatistics } from './found.ts'
import { type AgeLabel, ageLabel, figure, groupingOf, type SexLabel, sexLabel, yearLabel } from './labels.ts'
import { type Line, peopleOf } from './people.ts'

type Json = Readonly<Record<string, unknown>>
type Axis = { readonly id: string; readonly name: string; readonly classes: ReadonlyMap<string, string> }

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const inside = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), value)
/** One thing is not in a list in this API; several are. */
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]
const textOf = (value: unknown): string => String((isObject(value) ? value.$ : value) ?? '')

/**
 * e-Stat API 3.0 の `getStatsData` (JSON), one answer or a list of its pages: population by sex and age group. Which axis is sex and which is age
 * is told by the names of the classes that the data use: in some tables (2015) the axes of the data are swapped against their description.
 * Built from the described layout; no answer of the live API was at hand. Undefined where the JSON is no such answer.
 */
export function readEstat(json: unknown): ReadStatistics | undefined {
  const pages = listOf(json).flatMap((page) => {
    const data = inside(page, 'GET_STATS_DATA', 'STATISTICAL_DATA')
    return isObject(data) ? [data] : []
  })
  const refusal = listOf(json).flatMap((page) => {
    const result = inside(page, 'GET_STATS_DATA', 'RESULT')
    const status = Number(inside(result, 'STATUS') ?? 0)
    return status >= 100 ? [{ status, reason: textOf(inside(result, 'ERROR_MSG')) }] : []
  })[0]
  if (refusal)
    return { tables: [], findings: [{ code: 'estat-refused', severity: 'error', detail: refusal }] }
  const [first] = pages
  if (!first) return undefined
  const values = pages.flatMap((page) => listOf(inside(page, 'DATA_INF', 'VALUE'))).filter(isObject)
  const axes = axesOf(first, values)
  const of = (fits: (text: string) => boolean) =>
    axes.find(({ classes }) => [...classes.values()].filter(fits).length >= Math.max(2, classes.size * 0.3))
  const age = axes.find(
    ({ classes }) =>
      [...classes.values()].filter((text) => /^(group|open)$/.test(ageLabel(text)?.kind ?? '')).length >= 15,
  )
  const sex = of((text) => ['male', 'female'].includes(sexLabel(text) ?? ''))
  if (!age || !sex) return { tables: [], findings: [{ code: 'axes-not-understood', severity: 'error' }] }
  const area = axes.find(({ id }) => id === 'area')
  const time = axes.find(({ id }) => id === 'time')
  const heading = (years: readonly number[]) => headingOf(first, years)
  const { lines, missing } = linesOf(
    values,
    { age, sex, ...(area ? { area } : {}), ...(time ? { time } : {}) },
    yearOf(first),
  )
  const { areas, people, findings } = peopleOf(lines)
  const next = textOf(inside(pages.at(-1), 'RESULT_INF', 'NEXT_KEY'))
  const more: readonly Finding[] =
    next === '' ? [] : [{ code: 'estat-more-pages', severity: 'warning', detail: { next } }]
  if (people.length === 0)
    return { tables: [], findings: [{ code: 'no-table-recognised', severity: 'error' }, ...more] }
  return {
    tables: [{ heading: heading(people.map(({ year }) => year)), areas, people, rates: [], values: [] }],
    findings: [...more, ...foundAt('value-missing', missing), ...findings],
  }
}

/** Each axis that the data use, with the classes of whichever description holds all its codes; its own first. */
function axesOf(page: Json, values: readonly Json[]): readonly Axis[] {
  const described = listOf(inside(page, 'CLASS_INF', 'CLASS_OBJ'))
    .filter(isObject)
    .map((each) => ({
      id: textOf(each['@id']),
      name: textOf(each['@name']),
      classes: new Map(
        listOf(each.CLASS)
          .filter(isObject)
          .map((one) => [textOf(one['@code']), textOf(one['@name'])]),
      ),
    }))
  const ids = [...new Set(values.slice(0, 1_000).flatMap((value) => Object.keys(value)))]
    .filter((key) => key.startsWith('@') && key !== '@unit')
    .map((key) => key.slice(1))
  return ids.flatMap((id) => {
    const codes = new Set(values.map((value) => textOf(value[`@${id}`])))
    const own = described.filter((each) => each.id === id)
    const fitting = [...own, ...described].find(({ classes }) =>
      [...codes].every((code) => classes.has(code)),
    )
    return fitting ? [{ id, name: fitting.name, classes: fitting.classes }] : own
  })
}

function linesOf(
  values: readonly Json[],
  axes: { readonly age: Axis; readonly sex: Axis; readonly area?: Axis; readonly time?: Axis },
  stated: number | undefined,
) {
  const groups = new Map<
    string,
    {
      area: { code: string; name: string }
      year: number
      sex: SexLabel
      cells: Map<string, number | undefined>
      origin: string
    }
  >()
  values.forEach((value, at) => {
    const code = axes.area ? areaCode(textOf(value['@area'])) : '00000'
    const time = textOf(value['@time'])
    const year = yearLabel(axes.time?.classes.get(time) ?? '') ?? yearLabel(time) ?? stated
    const sex = sexLabel(axes.sex.classes.get(textOf(value[`@${axes.sex.id}`])) ?? '')
    if (!code || year === undefined || !sex) return
    const key = `${code} ${year} ${sex}`
    const name = axes.area?.classes.get(textOf(value['@area'])) ?? (code === '00000' ? '全国' : code)
    const group = groups.get(key) ?? {
      area: { code, name },
      year,
      sex,
      cells: new Map(),
      origin: `VALUE[${at}]`,
    }
    const label = textOf(value[`@${axes.age.id}`])
    // Other axes (国籍, 表章項目) would give a cell twice; the first is their total.
    if (!group.cells.has(label)) group.cells.set(label, figure(textOf(value)))
    groups.set(key, group)
  })
  const codes = [...axes.age.classes]
  const labels = codes.flatMap(([, text], at): { label: AgeLabel; at: number }[] => {
    const label = ageLabel(text)
    return label ? [{ label, at }] : []
  })
  const lines: Line[] = []
  const missing: string[] = []
  for (const { cells, ...group } of groups.values()) {
    const there = labels.filter(({ at }) => cells.has(codes[at]?.[0] ?? ''))
    const grouping = groupingOf(there)
    const value = (at: number | undefined) => (at === undefined ? undefined : cells.get(codes[at]?.[0] ?? ''))
    const ages = grouping?.places.map((places) =>
      places
        .map(value)
        .reduce((sum, each) => (sum === undefined || each === undefined ? undefined : sum + each), 0),
    )
    if (!ages || ages.includes(undefined)) {
      missing.push(group.origin)
      continue
    }
    const at = (kind: AgeLabel['kind']) => value(there.find(({ label }) => label.kind === kind)?.at)
    const [total, unknown] = [at('total'), at('unknown')]
    lines.push({
      ...group,
      ages: ages as number[],
      ...(total === undefined ? {} : { total }),
      ...(unknown === undefined ? {} : { unknown }),
    })
  }
  return { lines, missing }
}

const yearOf = (page: Json): number | undefined =>
  yearLabel(textOf(inside(page, 'TABLE_INF', 'SURVEY_DATE')).slice(0, 4))

function headingOf(page: Json, years: readonly number[]): DatasetHeading {
  const table = inside(page, 'TABLE_INF')
  const [id, name, title] = [
    textOf(inside(table, '@id')),
    textOf(inside(table, 'STAT_NAME')),
    textOf(inside(table, 'TITLE')),
  ]
  const span = [...new Set([Math.min(...years), Math.max(...years)])].join('–')
  return {
    series: `estat-${id || 'table'}`,
    kind: /住民基本台帳/.test(`${name}${title}`) ? 'register' : 'census',
    title: `${name || 'e-Stat の表'} ${title} ${span}年`.replace(/\s+/g, ' ').trim(),
    ...(textOf(inside(table, 'OPEN_DATE')) ? { published: textOf(inside(table, 'OPEN_DATE')) } : {}),
    source: `政府統計の総合窓口（e-Stat）${id ? `統計表 ${id}` : ''}（${name}）`,
  }
}
