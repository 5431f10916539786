import { areaCode } from '#domain/government/area-code.ts'
import type { DatasetHeading } from '#domain/population/statistics.ts'
import type { Finding } from '#domain/shared/finding.ts'
import { axisKind, type Cell, linesOf, wholeOf } from './cells.ts'
import { foundAt, type ReadStatistics } from './found.ts'
import { figure, sexLabel, yearLabel } from './labels.ts'
import { peopleOf } from './people.ts'

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
  const next = textOf(inside(pages.at(-1), 'RESULT_INF', 'NEXT_KEY'))
  const more: readonly Finding[] =
    next === '' ? [] : [{ code: 'estat-more-pages', severity: 'warning', detail: { next } }]
  const refused = (finding: Finding): ReadStatistics => ({ tables: [], findings: [finding, ...more] })
  const values = pages.flatMap((page) => listOf(inside(page, 'DATA_INF', 'VALUE'))).filter(isObject)
  const axes = axesOf(first, values)
  const used = (axis: Axis) => values.map((value) => axis.classes.get(textOf(value[`@${axis.id}`])) ?? '')
  const kinds = axes.map((axis) => ({ axis, kind: placed(axis.id) ?? axisKind(used(axis)) }))
  const axisOf = (kind: string) => kinds.find((each) => each.kind === kind)?.axis
  const [age, sex, area, time] = ['age', 'sex', 'area', 'time'].map(axisOf)
  if (!age || !sex) return refused({ code: 'axes-not-understood', severity: 'error' })
  const others = kinds.flatMap(({ axis, kind }) =>
    kind === 'other' ? [{ axis, whole: wholeOf(used(axis)) }] : [],
  )
  const unclear = others.find(({ whole }) => whole === undefined)?.axis
  if (unclear)
    return refused({ code: 'axis-without-total', severity: 'error', detail: { axis: unclear.name } })
  const stated = yearOf(first)
  const textIn = (value: Json, axis: Axis | undefined) => axis?.classes.get(textOf(value[`@${axis.id}`]))
  const cells = values.flatMap((value, at): readonly Cell[] => {
    if (others.some(({ axis, whole }) => textIn(value, axis) !== whole)) return []
    const code = area ? areaCode(textOf(value['@area'])) : '00000'
    const year = yearLabel(textIn(value, time) ?? '') ?? yearLabel(textOf(value['@time'])) ?? stated
    const which = sexLabel(textIn(value, sex) ?? '')
    if (!code || year === undefined || !which) return []
    const name = textIn(value, area) ?? (code === '00000' ? '全国' : code)
    const age5 = textIn(value, age) ?? ''
    return [
      {
        area: { code, name },
        year,
        sex: which,
        age: age5,
        value: figure(textOf(value)),
        origin: `VALUE[${at}]`,
      },
    ]
  })
  const { lines, missing } = linesOf(cells)
  const { areas, people, findings } = peopleOf(lines)
  if (people.length === 0) return refused({ code: 'no-table-recognised', severity: 'error' })
  return {
    tables: [
      {
        heading: headingOf(
          first,
          people.map(({ year }) => year),
        ),
        areas,
        people,
        rates: [],
        values: [],
      },
    ],
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

/** The axes whose ids say what they are. */
const placed = (id: string): 'area' | 'time' | undefined => (id === 'area' || id === 'time' ? id : undefined)

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
