import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Forecast, type ForecastAsked, forecast, QUANTILES } from './forecast.ts'
import { FORECAST_KINDS } from './kind.ts'
import type { HistoryPoint } from './scaled.ts'

const series = (first: number, ...values: readonly (number | undefined)[]): readonly HistoryPoint[] =>
  values.flatMap((value, at) => (value === undefined ? [] : [{ year: first + at, value }]))

function told(history: readonly HistoryPoint[], asked: ForecastAsked): Forecast {
  const made = forecast(history, asked)
  if (!made.ok) throw new Error(made.why)
  return made.value
}

const at = (made: Forecast, p: (typeof QUANTILES)[number], year = -1): number =>
  made.years.at(year)?.quantiles[QUANTILES.indexOf(p)] ?? Number.NaN

describe('まだ言えない', () => {
  test.each([
    ['値が二つ', series(2020, 5, 6), 'amount', 2025, 'fewer-than-three-points'],
    ['値がない', [], 'amount', 2025, 'fewer-than-three-points'],
    ['先の年度でない', series(2020, 5, 6, 7), 'amount', 2022, 'year-not-ahead'],
    ['遠すぎる', series(2020, 5, 6, 7), 'amount', 2053, 'too-far-ahead'],
    [
      '一つの年度に二つの値',
      [...series(2020, 5, 6, 7), { year: 2021, value: 9 }],
      'amount',
      2025,
      'two-values-for-a-year',
    ],
    ['数でない', series(2020, 5, Number.NaN, 7), 'amount', 2025, 'not-a-number'],
    ['割合が100を超える', series(2020, 98, 99, 101), 'share', 2025, 'share-outside'],
    ['0ばかりの量', series(2020, 0, 0, 0), 'amount', 2025, 'nothing-but-zeros'],
  ] as const)('%s', (_, history, kind, to, why) => {
    expect(forecast(history, { kind, to })).toMatchObject({ ok: false, why })
  })
})

describe('見込みの向きと大きさ', () => {
  test.each([
    // どんな系列か                     値                                             種類      中央が入る範囲
    ['動かない量は、そのまま', series(2015, 100, 100, 100, 100, 100), 'amount', [99.9, 100.1]],
    [
      '年5％で伸びる量は、伸びる。ただし弱まる',
      series(2015, 100, 105, 110.3, 115.8, 121.6),
      'amount',
      [125, 147],
    ],
    [
      '揺れるだけの量は、最後の値でなく、まん中へ寄る',
      series(2015, 100, 110, 90, 108, 92, 109, 91, 110),
      'amount',
      [96, 108],
    ],
    ['一年だけの外れは、水準を動かさない', series(2015, 100, 101, 40, 102, 101, 103), 'amount', [98, 110]],
    ['段差は、新しい水準で続く', series(2015, 100, 101, 100, 60, 61, 60, 61), 'amount', [56, 66]],
    ['割合は0〜100の中', series(2015, 96, 97, 98, 98.5, 99), 'share', [98.5, 100]],
    ['負にもなる値', series(2015, -37, -20, -12, 3, 15), 'balance', [15, 90]],
    [
      '年の抜けた系列',
      series(2012, 100, undefined, undefined, 115.8, undefined, 127.6),
      'amount',
      [131, 155],
    ],
  ] as const)('%s', (_, history, kind, [low, high]) => {
    const last = history.at(-1)?.year ?? 0
    const middle = at(told(history, { kind, to: last + 4 }), 0.5)
    expect(middle).toBeGreaterThanOrEqual(low)
    expect(middle).toBeLessThanOrEqual(high)
  })

  test('件数は、ひとつずつで言う', () => {
    const made = told(series(2016, 7, 7, 6, 6, 6), { kind: 'count', to: 2023 })
    for (const { quantiles } of made.years) expect(quantiles.every(Number.isInteger)).toBe(true)
  })

  test('待機児童が0のままなら、0である見込みは高い', () => {
    const wanted = { is: 'at-most', value: 0 } as const
    expect(told(series(2016, 0, 0, 0, 0, 0), { kind: 'count', to: 2021, wanted }).chance).toBeGreaterThan(
      0.85,
    )
    expect(told(series(2016, 90, 70, 66, 51, 48), { kind: 'count', to: 2021, wanted }).chance).toBeLessThan(
      0.03,
    )
  })

  test('累計は、年ごとの増え方から。いまの累計より減らない', () => {
    const made = told(series(2015, 20, 41, 60, 83, 100, 121), { kind: 'cumulative', to: 2025 })
    expect(made.method).toMatchObject({ onIncrements: true, scale: 'log', points: 6 })
    expect(at(made, 0.5)).toBeGreaterThan(190)
    expect(at(made, 0.5)).toBeLessThan(240)
    for (const { quantiles } of made.years) expect(quantiles[0]).toBeGreaterThanOrEqual(121)
  })

  test('累計の伸びが年ごとに違えば、幅は広い', () => {
    const steady = told(series(2015, 20, 41, 60, 83, 100, 121), { kind: 'cumulative', to: 2025 })
    const uneven = told(series(2015, 20, 22, 70, 75, 118, 121), { kind: 'cumulative', to: 2025 })
    expect(at(uneven, 0.9) - at(uneven, 0.1)).toBeGreaterThan(2 * (at(steady, 0.9) - at(steady, 0.1)))
  })

  test('外れた年を言う', () => {
    const history = series(2015, 100, 101, 40, 102, 101, 103)
    expect(told(history, { kind: 'amount', to: 2022 }).method.shockYear).toBe(2017)
    expect(
      told(series(2015, 100, 103, 99, 102), { kind: 'amount', to: 2022 }).method.shockYear,
    ).toBeUndefined()
  })

  test('小さな調査の揺れは、水準の変化と見ない', () => {
    const values = [48, 52, 47, 53, 49, 58]
    const asked = (n?: number) =>
      at(
        told(
          series(2015, ...values).map((point) => (n === undefined ? point : { ...point, n })),
          { kind: 'share', to: 2021 },
        ),
        0.5,
      )
    expect(asked(60)).toBeLessThan(asked())
  })

  test('負の値がある量は、増減として扱い、そう言う', () => {
    const made = told(series(2015, 3, 5, -2, 4), { kind: 'amount', to: 2020 })
    expect(made.method).toMatchObject({ kind: 'balance', scale: 'identity' })
  })
})

const AMOUNTS = fc.array(fc.double({ min: 5, max: 5000, noNaN: true }), { minLength: 3, maxLength: 7 })
const few = { numRuns: 12 }
const kinds = fc.constantFrom(...FORECAST_KINDS)
const whole = (values: readonly number[], kind: string) =>
  values.map((value) => (kind === 'share' ? value / 50 : Math.round(value)))

describe('いつも成り立つこと', () => {
  test('分位点は下がらない', () => {
    fc.assert(
      fc.property(AMOUNTS, kinds, (values, kind) => {
        const made = told(series(2015, ...whole(values, kind)), { kind, to: 2025 })
        for (const { quantiles } of made.years) expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b))
      }),
      few,
    )
  })

  test('並べる順によらない', () => {
    fc.assert(
      fc.property(AMOUNTS, kinds, (values, kind) => {
        const history = series(2015, ...whole(values, kind))
        const asked = { kind, to: 2024, wanted: { is: 'at-least', value: 40 } } as const
        expect(forecast(history.toReversed(), asked)).toEqual(forecast(history, asked))
      }),
      few,
    )
  })

  test('単位を変えても同じ（対数の尺度）', () => {
    fc.assert(
      fc.property(AMOUNTS, fc.constantFrom(0.001, 0.1, 1000), (values, by) => {
        const ask = (times: number) =>
          told(series(2015, ...values.map((value) => value * times)), {
            kind: 'amount',
            to: 2024,
            wanted: { is: 'at-least', value: 900 * times },
          })
        const [one, other] = [ask(1), ask(by)]
        for (const p of QUANTILES) expect(at(other, p) / by / at(one, p)).toBeCloseTo(1, 3)
        expect(other.chance).toBeCloseTo(one.chance ?? Number.NaN, 3)
      }),
      few,
    )
  })

  test('届く見込みと届かない見込みを足すと1', () => {
    fc.assert(
      fc.property(AMOUNTS, fc.integer({ min: 1, max: 6000 }), (values, target) => {
        const history = series(2015, ...values.map(Math.round))
        const chance = (is: 'at-least' | 'at-most', value: number) =>
          told(history, { kind: 'count', to: 2024, wanted: { is, value } }).chance ?? Number.NaN
        expect(chance('at-least', target) + chance('at-most', target - 1)).toBeCloseTo(1, 9)
      }),
      few,
    )
  })

  test('維持の見込み = 以上 + 以下 − 1', () => {
    const history = series(2015, 60.2, 60.9, 60.5, 60.7, 60.6)
    const chance = (wanted: ForecastAsked['wanted']) =>
      told(history, { kind: 'amount', to: 2022, ...(wanted ? { wanted } : {}) }).chance ?? Number.NaN
    const within = chance({ is: 'within', from: 58, to: 63 })
    expect(within).toBeCloseTo(
      chance({ is: 'at-least', value: 58 }) + chance({ is: 'at-most', value: 63 }) - 1,
      9,
    )
    expect(within).toBeGreaterThan(0.6)
  })

  test('先の年ほど幅が広い', () => {
    fc.assert(
      fc.property(AMOUNTS, (values) => {
        const made = told(series(2015, ...values), { kind: 'amount', to: 2026 })
        const widths = made.years.map(({ quantiles }) => Math.log((quantiles[5] ?? 0) / (quantiles[1] ?? 0)))
        expect(widths).toEqual(widths.toSorted((a, b) => a - b))
      }),
      few,
    )
  })

  test('目標が遠いほど、見込みは小さい', () => {
    const history = series(2015, 100, 103, 108, 107, 112)
    const chances = [100, 110, 120, 140, 200].map(
      (value) => told(history, { kind: 'amount', to: 2023, wanted: { is: 'at-least', value } }).chance ?? 0,
    )
    expect(chances).toEqual(chances.toSorted((a, b) => b - a))
    expect(chances[0]).toBeGreaterThan(0.8)
    expect(chances.at(-1)).toBeLessThan(0.1)
  })
})
