import type { ScaledPoint } from './follow.ts'
import type { ForecastKind } from './kind.ts'
import { type Scale, scaleOf } from './scale.ts'

/** A value of a year; `n` how many were asked, for a survey. */
export type HistoryPoint = { readonly year: number; readonly value: number; readonly n?: number }

/** A value that stands for so many years (1 where not said). */
type Piece = HistoryPoint & { readonly years?: number }

/** How a kind is modelled: a running total as what is added to it, what is negative as a balance. */
export type ModelKind = Exclude<ForecastKind, 'cumulative'>

/** What the model looks at: the points in their scale, with the variance that is known beforehand. */
export type Scaled = {
  readonly kind: ModelKind
  readonly scale: Scale
  readonly points: readonly ScaledPoint[]
}

/** The series as it is modelled, years ascending. */
export function scaled(history: readonly HistoryPoint[], kind: ForecastKind): Scaled {
  const pieces: readonly Piece[] = kind === 'cumulative' ? increments(history) : history
  const values = pieces.map(({ value }) => value)
  const modelled = modelKind(kind, values)
  const scale = scaleOf(modelled, values)
  return {
    kind: modelled,
    scale,
    points: pieces.map(({ year, value, n, years = 1 }) => {
      const z = scale.to(value)
      return { year, z, known: scale.survey(z, n), counted: scale.counting(z), years }
    }),
  }
}

/** What was added in each year; over a gap the yearly mean of the years it took. */
const increments = (points: readonly HistoryPoint[]): readonly Piece[] =>
  points.slice(1).map((point, at) => {
    const before = points[at] as HistoryPoint
    const years = point.year - before.year
    return { year: point.year, value: (point.value - before.value) / years, years }
  })

/** A negative value cannot be modelled in logarithms, whatever its kind is called; nor can nothing but zeros. */
function modelKind(kind: ForecastKind, values: readonly number[]): ModelKind {
  if (kind !== 'share' && values.some((value) => value < 0)) return 'balance'
  if (kind !== 'cumulative') return kind
  return values.every((value) => value === 0 || Number.isInteger(value * MONTHS)) ? 'count' : 'amount'
}

/** Means of two, three or four years of whole numbers are still recognised as counts. */
const MONTHS = 12
