import { describe, expect, test } from 'vitest'
import { known, promise } from '#test/support/indicators.ts'
import { FAN_50, FAN_80, FORECAST } from './colors.ts'
import { type SeriesChart, seriesSvg } from './series.ts'

const chart: SeriesChart = {
  actuals: [known(2020, '100'), known(2021, '104'), known(2022, '107')],
  promises: [{ plan: '総合戦略', commitment: promise('100', 2020, '120', 2024) }],
  events: [],
  sayYear: String,
  label: '推移',
  targetWord: '目標値',
}
const outlook = {
  years: [
    { year: 2023, quantiles: [90, 98, 104, 109, 114, 121, 130] },
    { year: 2024, quantiles: [80, 95, 104, 111, 119, 130, 150] },
  ],
  words: { middle: '中央 111', band: '80% 95–130', target: 120 },
}
const within = (svg: string, text: string) => svg.toLowerCase().includes(text.toLowerCase())

describe('見込みの幅を描く', () => {
  test('80%と50%の帯、破線の中央、端の言葉', () => {
    const svg = seriesSvg({ ...chart, outlook }, 920, 360)
    for (const color of [FAN_80, FAN_50, FORECAST]) expect(within(svg, color)).toBe(true)
    expect(svg).toContain('中央 111')
    expect(svg).toContain('80% 95–130')
    expect(svg).not.toMatch(/ style=/)
  })

  test('せまい図では言葉を出さない（表にある）', () => {
    const svg = seriesSvg({ ...chart, outlook }, 358, 300)
    expect(within(svg, FAN_80)).toBe(true)
    expect(svg).not.toContain('中央 111')
  })

  test('見込みがなければ帯もない', () => {
    const svg = seriesSvg(chart, 920, 360)
    for (const color of [FAN_80, FAN_50, FORECAST]) expect(within(svg, color)).toBe(false)
  })
})
