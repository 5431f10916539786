import { FAN_50, FAN_80, FORECAST, HAIRLINE, INK, INK_2, NOW, OLDER, PAPER } from './colors.ts'
import { type ChartOption, drawSvg } from './svg.ts'

type Point = readonly [year: number, people: number]

export type TotalChart = {
  readonly censuses: readonly Point[]
  readonly published: readonly Point[]
  readonly chosen: readonly Point[]
  readonly bands: readonly {
    readonly year: number
    readonly low80: number
    readonly low50: number
    readonly high50: number
    readonly high80: number
  }[]
  readonly promises: readonly { readonly year: number; readonly people: number; readonly printed: string }[]
  readonly shelfLife: number
  readonly words: {
    readonly label: string
    readonly census: string
    readonly published: string
    readonly chosen: string
    readonly promise: string
    readonly shelfLife: string
  }
}

const text = { fontFamily: 'BIZ UDPGothic, Noto Sans JP, sans-serif', fontSize: 14, color: INK }
const people = (value: number): string => Math.round(value).toLocaleString('ja-JP')

/** 総人口: censuses, the published projection, the chosen scenario with its bands, and promises as short bars. */
export function totalSvg(chart: TotalChart, width: number, height: number): string {
  const narrow = width < 500
  const years = [...chart.censuses, ...chart.published].map(([year]) => year)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const { words } = chart
  const line = (data: readonly Point[], color: string, type: 'solid' | 'dashed', name: string, wide = 2) => ({
    type: 'line' as const,
    data,
    symbol: 'none',
    lineStyle: { color, width: wide, type },
    ...(narrow
      ? {}
      : {
          endLabel: {
            show: true,
            color,
            fontSize: 14,
            formatter: () => `${name}\n${people(data.at(-1)?.[1] ?? 0)}`,
            lineHeight: 18,
          },
        }),
    labelLayout: { moveOverlap: 'shiftY' as const },
    z: 5,
  })
  const area = (low: 'low80' | 'low50', high: 'high80' | 'high50', color: string, stack: string) => [
    {
      type: 'line' as const,
      data: chart.bands.map((band) => [band.year, band[low]]),
      symbol: 'none',
      lineStyle: { opacity: 0 },
      stack,
      stackStrategy: 'all' as const,
      silent: true,
    },
    {
      type: 'line' as const,
      data: chart.bands.map((band) => [band.year, band[high] - band[low]]),
      symbol: 'none',
      lineStyle: { opacity: 0 },
      areaStyle: { color, opacity: 1 },
      stack,
      stackStrategy: 'all' as const,
      silent: true,
    },
  ]
  const option: ChartOption = {
    textStyle: text,
    grid: { left: 76, right: narrow ? 16 : 148, top: 32, bottom: 32 },
    xAxis: {
      type: 'value',
      min: first,
      max: last,
      interval: narrow ? 20 : 10,
      axisLabel: { color: INK_2, fontSize: 14, formatter: (year: number) => String(year) },
      axisLine: { lineStyle: { color: OLDER } },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      scale: true,
      axisLabel: { color: INK_2, fontSize: 14, formatter: people },
      splitLine: { lineStyle: { color: HAIRLINE } },
    },
    series: [
      ...area('low80', 'high80', FAN_80, 'wide'),
      ...area('low50', 'high50', FAN_50, 'narrow'),
      {
        ...line(chart.censuses, INK, 'solid', words.census),
        endLabel: { show: false },
        symbol: 'circle',
        symbolSize: 6,
        itemStyle: { color: INK },
        markLine: {
          symbol: 'none',
          silent: true,
          label: { formatter: '{b}', color: INK_2, fontSize: 14 },
          lineStyle: { type: 'dotted', color: OLDER },
          data: [{ name: words.shelfLife, xAxis: chart.shelfLife }],
        },
      },
      line(chart.published, OLDER, 'solid', words.published, 1.5),
      line(chart.chosen, chart.chosen === chart.published ? FORECAST : NOW, 'solid', words.chosen, 2.5),
      {
        type: 'scatter',
        data: chart.promises.map(({ year, people: wanted }) => [year, wanted]),
        symbol: 'rect',
        symbolSize: [22, 4],
        itemStyle: { color: INK },
        label: {
          show: true,
          position: 'top',
          formatter: ({ dataIndex }: { dataIndex: number }) =>
            `${words.promise} ${chart.promises[dataIndex]?.printed ?? ''}`,
          color: INK,
          fontSize: narrow ? 12 : 14,
          backgroundColor: PAPER,
          padding: [1, 3],
        },
        z: 6,
      },
    ],
  }
  return drawSvg(option, width, height, words.label)
}

export type Pyramid = {
  readonly ages: readonly string[]
  readonly male: readonly number[]
  readonly female: readonly number[]
  /** 社人研のまま, drawn as an outline. */
  readonly outline: { readonly male: readonly number[]; readonly female: readonly number[] }
  readonly words: { readonly label: string; readonly male: string; readonly female: string }
}

/** 人口ピラミッド: men to the left; the chosen scenario as faces, the published one as an outline. */
export function pyramidSvg(
  { ages, male, female, outline, words }: Pyramid,
  width: number,
  height: number,
): string {
  const most = Math.max(...male, ...female, ...outline.male, ...outline.female, 1)
  const side = (left: boolean) => ({
    type: 'value' as const,
    gridIndex: left ? 0 : 1,
    inverse: left,
    max: most,
    splitNumber: 2,
    name: left ? words.male : words.female,
    nameLocation: 'end' as const,
    axisLabel: {
      color: INK_2,
      fontSize: 14,
      formatter: (value: number) => (value === 0 || value === most ? '' : people(value)),
    },
    splitLine: { lineStyle: { color: HAIRLINE } },
  })
  const category = (left: boolean) => ({
    type: 'category' as const,
    gridIndex: left ? 0 : 1,
    data: ages,
    position: left ? ('right' as const) : ('left' as const),
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: left
      ? { show: false }
      : { color: INK_2, fontSize: 12, margin: 26, align: 'center' as const, interval: 1 },
  })
  const bars = (values: readonly number[], at: number, face: boolean) => ({
    type: 'bar' as const,
    xAxisIndex: at,
    yAxisIndex: at,
    data: values,
    barGap: '-100%',
    barCategoryGap: '12%',
    itemStyle: face
      ? { color: FAN_50, borderColor: NOW, borderWidth: 1 }
      : { color: 'transparent', borderColor: INK, borderWidth: 1.5 },
    z: face ? 2 : 3,
  })
  const half = Math.round((width - 64) / 2)
  return drawSvg(
    {
      textStyle: text,
      grid: [
        { left: 8, width: half - 12, top: 28, bottom: 28 },
        { right: 8, width: half - 12, top: 28, bottom: 28 },
      ],
      xAxis: [side(true), side(false)],
      yAxis: [category(true), category(false)],
      series: [
        bars(male, 0, true),
        bars(female, 1, true),
        bars(outline.male, 0, false),
        bars(outline.female, 1, false),
      ],
    },
    width,
    height,
    words.label,
  )
}
