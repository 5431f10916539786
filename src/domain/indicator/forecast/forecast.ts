import { done, type Outcome } from '../../shared/outcome.ts'
import { distributions, type ForecastWhy, type Method } from './distributions.ts'
import type { ForecastKind } from './kind.ts'
import type { HistoryPoint } from './scaled.ts'
import type { Wanted } from './wanted.ts'

export const QUANTILES = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975] as const

export type YearAhead = {
  readonly year: number
  /** In the order of {@link QUANTILES}, in the indicator's unit; never falling. */
  readonly quantiles: readonly number[]
}

/** 見込み (forecast): what the coming years may bring if nothing but the past is known, and by which method. */
export type Forecast = {
  readonly years: readonly YearAhead[]
  /** 届く見込み in the last year, 0 to 1; absent where nothing was asked. */
  readonly chance?: number
  readonly method: Method
}

export type ForecastAsked = { readonly kind: ForecastKind; readonly to: number; readonly wanted?: Wanted }

/**
 * このままの動きなら (forecast): distribution of each year up to `to` from the indicator's own short history, by a local level with
 * damped drift, every setting of a grid weighed by how well it foretold that history. Pure, and no chance is drawn.
 * Order of the history does not matter. Method and back-test: docs/forecasts.md.
 */
export function forecast(
  history: readonly HistoryPoint[],
  { kind, to, wanted }: ForecastAsked,
): Outcome<Forecast, ForecastWhy> {
  const told = distributions(history, kind, to)
  if (!told.ok) return told
  const { years, method } = told.value
  const asked = wanted && years.at(-1)?.chance(wanted)
  return done({
    years: years.map(({ year, quantile }) => ({ year, quantiles: QUANTILES.map(quantile) })),
    ...(asked === undefined ? {} : { chance: asked }),
    method,
  })
}
