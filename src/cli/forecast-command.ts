import { readFile } from 'node:fs/promises'
import { type Forecast, forecast, QUANTILES } from '#domain/indicator/forecast/forecast.ts'
import { wantedOf } from '#domain/indicator/forecast/wanted.ts'
import type { Better } from '#domain/indicator/indicator.ts'
import { isDecimal } from '#domain/shared/decimal.ts'
import { readYear } from '#domain/shared/era.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { plainNumber } from '#domain/shared/plain-number.ts'
import { printDecimal } from '#domain/shared/rational.ts'
import type { ForecastPrinted } from '#readers/series/forecast-schema.ts'
import { readSeries, type SeriesRead } from '#readers/series/read-series.ts'
import { forecast as english } from '#words/en/forecast.ts'
import { forecastCommand, forecast as japanese } from '#words/ja/forecast.ts'
import { ja } from '#words/ja.ts'
import { EXIT, type FileCommand } from './terminal.ts'

type One = ForecastPrinted['series'][number]
type Asked = { readonly to: number; readonly target: number | undefined; readonly tolerance: number }

/**
 * `shirube forecast`: quantiles of each coming year and the chance of a target, for every series of a table. Exit 0 where one of them has a
 * forecast, 1 where none has.
 */
export const forecastSeries: FileCommand = async ({ args: [file = ''], options }) => {
  const asked = askedOf(options)
  if (!asked.ok) return asked
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) return refuse('file-not-readable', { file })
  const { series, findings } = readSeries(bytes)
  if (findings.length > 0)
    return refuse('series-file-has-errors', {
      count: findings.length,
      findings: findings.map((each) => `${file}:${ja.finding(each)}`).join('\n'),
    })
  const data: ForecastPrinted = {
    to: asked.value.to,
    series: series.map((each) => forecastOf(each, asked.value)),
  }
  const some = data.series.some((each) => each.forecast)
  return done({
    text: data.series.map((each) => asText(each, asked.value.to)).join('\n'),
    data,
    ...(some ? {} : { exit: EXIT.refused }),
  })
}

function askedOf(options: Readonly<Record<string, unknown>>): Outcome<Asked, string> {
  const to = readYear(String(options.to))
  if (!to.ok) return refuse('impossible-year', { value: String(options.to) })
  const number = (name: 'target' | 'tolerance'): Outcome<number | undefined, string> => {
    const typed = options[name]
    if (typed === undefined) return done(undefined)
    const plain = plainNumber(String(typed))
    return isDecimal(plain) ? done(Number(plain)) : refuse('not-a-number', { value: String(typed) })
  }
  const [target, tolerance] = [number('target'), number('tolerance')]
  if (!target.ok) return target
  if (!tolerance.ok) return tolerance
  return done({ to: to.value.year, target: target.value, tolerance: Math.abs(tolerance.value ?? 0) })
}

function forecastOf(series: SeriesRead, { to, target, tolerance }: Asked): One {
  const { name, kind, kindFrom, unit, better, points } = series
  const about = { series: name, kind, kindFrom, unit, better }
  const last = points.toSorted((a, b) => a.year - b.year).at(-1)?.value ?? 0
  const way: Better =
    better !== 'not-stated' ? better : target !== undefined && target < last ? 'lower' : 'higher'
  const wanted = target === undefined ? undefined : wantedOf(way, target, tolerance)
  const told = forecast(points, { kind, to, ...(wanted ? { wanted } : {}) })
  if (!told.ok) {
    const said = ({ why }: typeof japanese) => why(told.why, told.detail)
    return { ...about, refused: { why: told.why, message: { ja: said(japanese), en: said(english) } } }
  }
  const { method, chance } = told.value
  return {
    ...about,
    forecast: {
      method,
      years: told.value.years.map(({ year, quantiles }) => ({ year, quantiles: named(quantiles) })),
      ...(target === undefined
        ? {}
        : {
            target: {
              value: target,
              better: way,
              betterFrom: better === 'not-stated' ? ('target' as const) : ('stated' as const),
              tolerance,
              probability: chance === undefined ? null : Number(chance.toFixed(4)),
            },
          }),
    },
  }
}

type Named = NonNullable<One['forecast']>['years'][number]['quantiles']

const DIGITS = 6
const named = (quantiles: Forecast['years'][number]['quantiles']): Named =>
  Object.fromEntries(
    QUANTILES.map((p, at) => [String(p), Number((quantiles[at] ?? 0).toPrecision(DIGITS))]),
  ) as Named

function asText({ series, unit, kind, kindFrom, forecast: told, refused }: One, to: number): string {
  const head = forecastCommand.head(series, unit, kind, kindFrom === 'stated')
  if (!told) return `${head}\n  ${japanese.notYet(refused?.message.ja ?? '')}\n`
  const rows = told.years.map(({ year, quantiles }) => [year, ...Object.values(quantiles)].map(String))
  const table = [[forecastCommand.year, ...QUANTILES.map(String)], ...rows].map(
    (cells) => `  ${cells.map((cell) => cell.padStart(9)).join(' ')}`,
  )
  const { target } = told
  return `${[
    head,
    ...table,
    ...(target
      ? [
          `  ${forecastCommand.target(to, printDecimal(String(target.value)), target.better, target.betterFrom === 'target', target.probability === null ? undefined : `${(target.probability * 100).toFixed(1)}%`)}`,
        ]
      : []),
    ...japanese.method(told.method).map((line) => `  ${line}`),
  ].join('\n')}\n`
}
