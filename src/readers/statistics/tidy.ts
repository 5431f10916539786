import { areaCode } from '#domain/government/area-code.ts'
import { axisKind, type Cell, linesOf, wholeOf } from './cells.ts'
import { foundAt, type ReadStatistics } from './found.ts'
import { figure, sexLabel, yearLabel } from './labels.ts'
import { peopleOf } from './people.ts'
import type { Sheet } from './sheets.ts'

const HEAD_ROWS = 40

/**
 * e-Stat の CSV, one value a line: pairs of columns with code and name (`area_code`, 地域, `cat01_code`, 男女別, …) and the value last, below a few
 * lines about the table. Which column is sex and which is age is told by what stands in it. Built from a description; no original was at hand.
 */
export function readTidy(sheet: Sheet): ReadStatistics | undefined {
  const head = sheet.rows.findIndex(
    (row, at) =>
      at < HEAD_ROWS &&
      row.some((cell) => /^(value|値)$/i.test(cell)) &&
      row.some((cell) => /^(area_code|地域コード|地域 コード)$/i.test(cell)),
  )
  if (head < 0) return undefined
  const heads = sheet.rows[head] ?? []
  const rows = sheet.rows.slice(head + 1)
  const column = (pattern: RegExp) => heads.findIndex((cell) => pattern.test(cell))
  const [value, code] = [column(/^(value|値)$/i), column(/^(area_code|地域コード|地域 コード)$/i)]
  const time = column(/^時間軸|^(年次|調査年)/)
  const axes = heads.flatMap((name, at) => {
    if ([value, code, code + 1, time].includes(at) || /code|コード|^unit$|単位|annotation|注釈/i.test(name))
      return []
    const texts = rows.map((row) => row[at] ?? '').filter((text) => text !== '')
    return texts.length === 0 ? [] : [{ at, name, kind: axisKind(texts), whole: wholeOf(texts) }]
  })
  const [age, sex] = [axes.find(({ kind }) => kind === 'age'), axes.find(({ kind }) => kind === 'sex')]
  if (!age || !sex) return { tables: [], findings: [{ code: 'axes-not-understood', severity: 'error' }] }
  const others = axes.filter(({ kind }) => kind === 'other')
  const unclear = others.find(({ whole }) => whole === undefined)
  if (unclear)
    return {
      tables: [],
      findings: [{ code: 'axis-without-total', severity: 'error', detail: { axis: unclear.name } }],
    }
  const about = sheet.rows.slice(0, head).flat().join(' ')
  const cells = rows.flatMap((row, at): readonly Cell[] => {
    if (others.some((axis) => row[axis.at] !== axis.whole)) return []
    const area = areaCode(row[code] ?? '')
    const [year, which] = [yearLabel(row[time] ?? ''), sexLabel(row[sex.at] ?? '')]
    if (!area || year === undefined || !which) return []
    return [
      {
        area: { code: area, name: row[code + 1] || area },
        ...{
          year,
          sex: which,
          age: row[age.at] ?? '',
          value: figure(row[value]),
          origin: `R${head + at + 2}`,
        },
      },
    ]
  })
  const { lines, missing } = linesOf(cells)
  const { areas, people, findings } = peopleOf(lines)
  if (people.length === 0)
    return { tables: [], findings: [{ code: 'no-table-recognised', severity: 'error' }] }
  const years = people.map(({ year }) => year)
  const id = /\b(\d{10})\b/.exec(about)?.[1]
  const span = [...new Set([Math.min(...years), Math.max(...years)])].join('–')
  const register = /住民基本台帳/.test(about)
  return {
    tables: [
      {
        heading: {
          series: id ? `estat-${id}` : `estat-csv-${span.replace('–', '-')}`,
          kind: register ? 'register' : 'census',
          title: `${register ? '住民基本台帳' : '国勢調査'} 男女・年齢5歳階級別人口 ${span}年（e-Stat）`,
          source: `政府統計の総合窓口（e-Stat）${id ? `統計表 ${id}` : ''}`,
        },
        ...{ areas, people, rates: [], values: [] },
      },
    ],
    findings: [...foundAt('value-missing', missing), ...findings],
  }
}
