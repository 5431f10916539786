import type { Actual } from '#domain/indicator/actual.ts'
import type { Commitment } from '#domain/indicator/commitment.ts'
import type { Outlook } from '#domain/indicator/forecast/outlook.ts'
import { finalTarget } from '#domain/indicator/target-kind.ts'
import { printDecimal } from '#domain/shared/rational.ts'
import { HAIRLINE, INK, INK_2, NOW, OLDER, PAPER } from './colors.ts'
import { type FanWords, fanSeries } from './fan.ts'
import { type ChartOption, drawSvg } from './svg.ts'

/** A commitment with the name of the plan that made it. */
export type Promised = { readonly plan: string; readonly commitment: Commitment }

export type SeriesChart = {
  readonly actuals: readonly Actual[]
  readonly promises: readonly Promised[]
  readonly events: readonly { readonly name: string; readonly year: number }[]
  /** Label of a year on the axis. */
  readonly sayYear: (year: number) => string
  readonly label: string
  readonly targetWord: string
  readonly outlook?: { readonly years: Outlook['forecast']['years']; readonly words: FanWords }
}

type Point = readonly [number, number]

/**
 * 計画をまたぐ推移: one series through all plans. Solid between neighbouring years, dotted across gaps; older vintages stay, grey and
 * hollow; each plan's path is a thin dashed line from its baseline's own year to its target, a short bar with the number.
 */
export function seriesSvg(chart: SeriesChart, width: number, height: number): string {
  const years = yearsOf(chart)
  const vintages = [...new Set(known(chart.actuals).map(({ vintage }) => vintage ?? ''))]
  const newest = vintages.at(-1) ?? ''
  const narrow = width < 500
  const option: ChartOption = {
    textStyle: { fontFamily: 'BIZ UDPGothic, Noto Sans JP, sans-serif', fontSize: 14, color: INK },
    grid: { left: 64, right: narrow ? 96 : 152, top: 56, bottom: 32 },
    xAxis: {
      type: 'value',
      min: years.first,
      max: years.last,
      interval: Math.max(1, Math.ceil((years.last - years.first) / (narrow ? 5 : 14))),
      axisLabel: { formatter: (year: number) => chart.sayYear(year), color: INK_2, fontSize: 14 },
      axisLine: { lineStyle: { color: OLDER } },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      scale: true,
      axisLabel: {
        color: INK_2,
        fontSize: 14,
        showMinLabel: false,
        formatter: (value: number) => printDecimal(String(value)),
      },
      splitLine: { lineStyle: { color: HAIRLINE } },
    },
    series: [
      ...fanOf(chart, newest, years.last, narrow),
      ...distinct(chart.promises).flatMap((promise) =>
        promiseSeries(promise, chart.targetWord, years.last, narrow),
      ),
      ...vintages.flatMap((vintage) => valueSeries(chart.actuals, vintage, vintage === newest)),
      {
        type: 'line',
        data: [],
        markLine: {
          symbol: 'none',
          silent: true,
          label: { formatter: '{b}', color: INK_2, fontSize: 14 },
          lineStyle: { type: 'dotted', color: OLDER },
          // Names of neighbours stand on two lines.
          data: chart.events
            .filter(({ year }) => year >= years.first && year <= years.last)
            .map(({ name, year }, at) => ({ name, xAxis: year, label: { offset: [0, (at % 2) * -18] } })),
        },
      },
    ],
  }
  return drawSvg(option, width, height, chart.label)
}

const known = (actuals: readonly Actual[]) => actuals.filter((each) => each.kind === 'known')

/** Two editions that promise the same are drawn once. */
const distinct = (promises: readonly Promised[]): readonly Promised[] => [
  ...new Map(
    promises.map((promise) => {
      const target = finalTarget(promise.commitment)
      return [`${promise.plan} ${target?.year} ${target?.value}`, promise]
    }),
  ).values(),
]

/** The fan, where there is a forecast; its words only where it ends at the edge of a wide chart. */
function fanOf({ actuals, outlook }: SeriesChart, newest: string, lastYear: number, narrow: boolean) {
  const last = known(actuals).findLast(({ vintage, span }) => (vintage ?? '') === newest && !span)
  if (!outlook || !last) return []
  const atEdge = outlook.years.at(-1)?.year === lastYear
  return fanSeries(
    outlook.years,
    [last.year, Number(last.value)],
    narrow || !atEdge ? undefined : outlook.words,
  )
}

function yearsOf({ actuals, promises, outlook }: SeriesChart) {
  const all = [
    ...(outlook?.years ?? []).map(({ year }) => year),
    ...actuals.map(({ year }) => year),
    ...promises.flatMap(({ commitment: { baseline, targets } }) => [
      ...(baseline === 'not-stated' || baseline.year === 'not-stated' ? [] : [baseline.year]),
      ...targets.map(({ year }) => year),
    ]),
  ]
  const [first, last] = [Math.min(...all), Math.max(...all)]
  return first === last ? { first: first - 1, last: last + 1 } : { first, last }
}

function valueSeries(actuals: readonly Actual[], vintage: string, now: boolean) {
  const values = known(actuals).filter((each) => (each.vintage ?? '') === vintage)
  const points: Point[] = values.map(({ year, value }) => [year, Number(value)])
  const said = values.at(-1)
  const color = now ? NOW : OLDER
  const last = points.at(-1)
  const line = (data: readonly (Point | null)[], type: 'solid' | 'dotted') => ({
    type: 'line' as const,
    data,
    connectNulls: false,
    symbol: now ? 'circle' : 'emptyCircle',
    symbolSize: type === 'solid' ? 7 : 0,
    lineStyle: { color, width: now ? 2.5 : 1.5, type },
    itemStyle: { color },
    z: now ? 5 : 3,
  })
  return [
    line(withGaps(points), 'solid'),
    ...gaps(points).map((gap) => line(gap, 'dotted')),
    ...(now && last && said
      ? [
          {
            type: 'scatter' as const,
            data: [last],
            symbolSize: 9,
            itemStyle: { color },
            labelLayout: { moveOverlap: 'shiftY' as const },
            label: {
              show: true,
              position: 'top' as const,
              formatter: () => printDecimal(said.value),
              color,
              fontWeight: 'bold' as const,
              fontSize: 14,
            },
            z: 6,
          },
        ]
      : []),
  ]
}

/** A hole is put between years that are not neighbours, so that no solid line crosses a year without a value. */
const withGaps = (points: readonly Point[]): readonly (Point | null)[] =>
  points.flatMap((point, at) => {
    const before = points[at - 1]
    return before && point[0] - before[0] > 1 ? [null, point] : [point]
  })

const gaps = (points: readonly Point[]): readonly (readonly Point[])[] =>
  points.flatMap((point, at) => {
    const before = points[at - 1]
    return before && point[0] - before[0] > 1 ? [[before, point]] : []
  })

function promiseSeries(
  { plan, commitment }: Promised,
  targetWord: string,
  lastYear: number,
  narrow: boolean,
) {
  const target = finalTarget(commitment)
  if (!target) return []
  const isLast = target.year === lastYear
  const { baseline } = commitment
  const to: Point = [target.year, Number(target.value)]
  const from: Point | undefined =
    baseline === 'not-stated' || baseline.year === 'not-stated'
      ? undefined
      : [baseline.year, Number(baseline.value)]
  const milestones: Point[] = commitment.targets
    .filter(({ role }) => role === 'milestone')
    .map(({ year, value }) => [year, Number(value)])
  return [
    ...(from
      ? [
          {
            type: 'line' as const,
            data: [from, ...milestones, to],
            symbol: 'none',
            lineStyle: { color: OLDER, width: 1, type: 'dashed' as const },
            z: 1,
          },
          {
            type: 'scatter' as const,
            data: [from],
            symbol: 'emptyCircle',
            symbolSize: 8,
            itemStyle: { color: INK_2 },
            z: 2,
          },
        ]
      : []),
    {
      type: 'scatter' as const,
      data: [to],
      symbol: 'rect',
      symbolSize: [22, 3],
      labelLayout: { moveOverlap: 'shiftY' as const },
      itemStyle: { color: INK },
      label: {
        show: true,
        position: isLast ? ('right' as const) : ('bottom' as const),
        formatter: () => `${targetWord} ${printDecimal(target.value)}${narrow || !isLast ? '' : `\n${plan}`}`,
        color: INK,
        fontSize: narrow ? 12 : 14,
        lineHeight: 18,
        backgroundColor: PAPER,
        padding: [1, 3],
      },
      z: 4,
    },
  ]
}

/** 推移 in a cell: the same year range in every row of a table, a dot on the last value. */
export function sparkSvg(actuals: readonly Actual[], from: number, to: number, label: string): string {
  const newest = known(actuals).findLast(({ vintage }) => vintage !== undefined)?.vintage
  const points: Point[] = known(actuals)
    .filter(({ vintage, year }) => vintage === newest && year >= from && year <= to)
    .map(({ year, value }) => [year, Number(value)])
  const [width, height] = [112, 28]
  if (points.length === 0) return ''
  const values = points.map(([, value]) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const x = (year: number) => 4 + ((year - from) / Math.max(1, to - from)) * (width - 8)
  const y = (value: number) =>
    high === low ? height / 2 : height - 4 - ((value - low) / (high - low)) * (height - 8)
  const at = ([year, value]: Point) => `${x(year).toFixed(1)},${y(value).toFixed(1)}`
  const pieces = points.flatMap((point, index) => {
    const before = points[index - 1]
    if (!before) return []
    const dash = point[0] - before[0] > 1 ? ' stroke-dasharray="2 3"' : ''
    return [`<polyline points="${at(before)} ${at(point)}"${dash}/>`]
  })
  const [cx, cy] = at(points.at(-1) as Point).split(',')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}"><g fill="none" stroke="${INK}" stroke-width="1.5">${pieces.join('')}</g><circle cx="${cx}" cy="${cy}" r="3" fill="${INK}"/></svg>`
}
