import { z } from 'zod'
import { FORECAST_KINDS } from '#domain/indicator/forecast/kind.ts'

const year = z.int().describe('年度 / Fiscal year')
const value = z.number()

const quantiles = z
  .strictObject({
    '0.025': value,
    '0.1': value,
    '0.25': value,
    '0.5': value,
    '0.75': value,
    '0.9': value,
    '0.975': value,
  })
  .describe('分位点。下がらない / Quantiles, never falling')

const method = z
  .strictObject({
    model: z.literal('damped-local-level'),
    kind: z.enum(FORECAST_KINDS).describe('計算に使った種類 / Kind as it was modelled'),
    scale: z.enum(['log', 'logit', 'identity']),
    onIncrements: z.boolean().describe('累計を年ごとの増え方から / A running total by its yearly increments'),
    points: z.int(),
    firstYear: year,
    lastYear: year,
    missingYears: z.int(),
    shockYear: z.int().exactOptional().describe('外れとみた年度 / Year taken for a shock'),
  })
  .describe('方法 / Method')

const target = z
  .strictObject({
    value,
    better: z.enum(['higher', 'lower', 'steady']),
    betterFrom: z
      .enum(['stated', 'target'])
      .describe('target: 最後の値からみた目標の側 / by the side of the last value on which the target lies'),
    tolerance: value,
    probability: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .describe(
        '最後の年度に届く確率。維持で幅のないものは null / Chance in the last year; null where a value is to be held and no tolerance is given',
      ),
  })
  .describe('目標 / Target')

const one = z.strictObject({
  series: z.string(),
  kind: z.enum(FORECAST_KINDS),
  kindFrom: z
    .enum(['stated', 'unit'])
    .describe('種類が表にあるか、単位から決めたか / Stated in the table, or by the unit'),
  unit: z.string().describe('単位。ないときは not-stated / Unit, or not-stated'),
  better: z.enum(['higher', 'lower', 'steady', 'not-stated']),
  forecast: z
    .strictObject({
      method,
      years: z.array(z.strictObject({ year, quantiles })).min(1),
      target: target.exactOptional(),
    })
    .exactOptional(),
  refused: z
    .strictObject({ why: z.string(), message: z.strictObject({ ja: z.string(), en: z.string() }) })
    .exactOptional()
    .describe('見込みを出せないとき、その理由 / Why there is no forecast'),
})

/** 見込みの出力: what `forecast --json` prints. Each series has either `forecast` or `refused`. */
export const forecastSchema = z
  .strictObject({ to: year, series: z.array(one) })
  .meta({ title: 'しるべ 見込み / Shirube forecast' })

export type ForecastPrinted = z.infer<typeof forecastSchema>
