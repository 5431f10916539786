import type { Outlook } from '#domain/indicator/forecast/outlook.ts'
import { FAN_50, FAN_80, FORECAST } from './colors.ts'

/** Quantiles of a year in the order of the forecast: .025, .1, .25, .5, .75, .9, .975. */
type YearAhead = Outlook['forecast']['years'][number]
type Point = readonly [year: number, value: number]

/** What the fan says beside its end; it keeps away from the target that is named there too. */
export type FanWords = { readonly middle: string; readonly band: string; readonly target?: number }

const APART = 18

/**
 * 見込みの幅 (fan): from the last value, the 80 % and the 50 % band and their dashed middle. Never a lone line. The bands are polygons, whose
 * corners are the series' data, so that the axis makes room for them.
 */
export function fanSeries(years: readonly YearAhead[], last: Point, words: FanWords | undefined) {
  const at = (index: number): readonly Point[] => [
    last,
    ...years.map(({ year, quantiles }): Point => [year, quantiles[index] ?? last[1]]),
  ]
  const middle = at(3)
  const end = years.at(-1)?.quantiles ?? []
  const target = words?.target ?? 0
  const above = (end[4] ?? 0) - target > target - (end[2] ?? 0)
  const band = (low: number, high: number, color: string, z: number) => {
    const corners = [...at(high), ...at(low).toReversed()]
    return {
      type: 'custom' as const,
      data: corners,
      encode: { x: 0, y: 1 },
      silent: true,
      z,
      renderItem: (
        { dataIndex }: { readonly dataIndex: number },
        api: { readonly coord: (point: Point) => number[] },
      ) =>
        dataIndex === 0
          ? {
              type: 'polygon' as const,
              shape: { points: corners.map((corner) => api.coord(corner)) },
              style: { fill: color },
            }
          : null,
    }
  }
  return [
    band(1, 5, FAN_80, 0),
    band(2, 4, FAN_50, 0),
    {
      type: 'line' as const,
      data: middle,
      symbol: 'none',
      lineStyle: { color: FORECAST, width: 1.5, type: 'dashed' as const },
      z: 2,
    },
    ...(words
      ? [
          {
            type: 'scatter' as const,
            data: [(above ? at(4) : at(2)).at(-1)],
            symbolSize: 1,
            itemStyle: { color: FORECAST },
            label: {
              show: true,
              position: 'right' as const,
              verticalAlign: above ? ('bottom' as const) : ('top' as const),
              offset: [0, above ? -APART : APART],
              formatter: () => `${words.middle}\n${words.band}`,
              color: FORECAST,
              fontSize: 14,
              lineHeight: 18,
            },
            z: 3,
          },
        ]
      : []),
  ]
}
