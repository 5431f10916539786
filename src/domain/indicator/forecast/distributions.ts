import { done, type Outcome, refuse } from '../../shared/outcome.ts'
import { sumsAhead, valuesAhead } from './foretell.ts'
import type { ForecastKind } from './kind.ts'
import { quantile } from './mixture.ts'
import { PRIORS } from './priors.ts'
import type { Scale } from './scale.ts'
import { type HistoryPoint, type ModelKind, scaled } from './scaled.ts'
import { chanceOf, type Wanted } from './wanted.ts'
import { type Weighed, weigh } from './weigh.ts'

/** One coming year as a distribution, in the indicator's unit. */
export type YearTold = {
  readonly year: number
  /** The value below which a share `p` of what may come lies. */
  readonly quantile: (p: number) => number
  /** The chance, 0 to 1, of what is wanted. */
  readonly chance: (wanted: Wanted) => number
}

/** 方法 (method): what a page says of how the forecast was made. */
export type Method = {
  readonly model: 'damped-local-level'
  readonly kind: ForecastKind
  readonly scale: Scale['name']
  /** A running total is foretold by what is added each year. */
  readonly onIncrements: boolean
  readonly points: number
  readonly firstYear: number
  readonly lastYear: number
  /** Years between the first and the last without a value. */
  readonly missingYears: number
  /** A year that looks like a shock (more likely than not), and so weighs less. */
  readonly shockYear?: number
}

export type ForecastWhy =
  | 'fewer-than-three-points'
  | 'year-not-ahead'
  | 'too-far-ahead'
  | 'two-values-for-a-year'
  | 'not-a-number'
  | 'share-outside'
  | 'nothing-but-zeros'

export const FEWEST_POINTS = 3
export const FARTHEST_AHEAD = 30
/** Weight of the settings that are left out. */
const LEFT_OUT = 0.002
const LIKELY = 0.5

/** The distributions of every year after the last known one up to `to`. */
export function distributions(
  history: readonly HistoryPoint[],
  kind: ForecastKind,
  to: number,
): Outcome<{ readonly years: readonly YearTold[]; readonly method: Method }, ForecastWhy> {
  const known = history.toSorted((a, b) => a.year - b.year)
  const refused = whyNot(known, kind, to)
  if (refused) return refused
  const [first, last] = [known[0] as HistoryPoint, known.at(-1) as HistoryPoint]
  const onIncrements = kind === 'cumulative'
  const { kind: modelled, scale, points } = scaled(known, kind)
  const priors = PRIORS[modelled]
  const parts = weigh(points, priors, LEFT_OUT)
  const about = { known: scale.survey(points.at(-1)?.z ?? 0, last.n), counting: scale.counting }
  const ahead = to - last.year
  const mixtures = onIncrements
    ? sumsAhead(parts, ahead, about, priors, scale.name === 'log')
    : valuesAhead(parts, ahead, about, priors)
  const step = stepOf(modelled, known)
  // Whole things come whole: the middle of what may come of 6, 7 or 8 schools is a number of schools.
  const printed = modelled === 'count' && step === 1 ? Math.round : (value: number) => value
  const shockYear = likelyShock(parts, points)
  return done({
    years: mixtures.map((mixture, at) => {
      const { to: toScale, from } = onIncrements ? onTop(scale, last.value, at + 1) : scale
      return {
        year: last.year + at + 1,
        quantile: (p) => printed(from(quantile(mixture, p))),
        chance: (wanted) => chanceOf(wanted, mixture, toScale, step),
      }
    }),
    method: {
      model: 'damped-local-level',
      kind: onIncrements ? kind : modelled,
      scale: scale.name,
      onIncrements,
      points: known.length,
      firstYear: first.year,
      lastYear: last.year,
      missingYears: last.year - first.year + 1 - known.length,
      ...(shockYear === undefined ? {} : { shockYear }),
    },
  })
}

function whyNot(points: readonly HistoryPoint[], kind: ForecastKind, to: number) {
  const last = points.at(-1)
  const wrong = points.find(({ value, year }) => !Number.isFinite(value) || !Number.isInteger(year))
  if (wrong) return refuse('not-a-number', { year: wrong.year })
  const twice = points.find(({ year }, at) => points[at + 1]?.year === year)
  if (twice) return refuse('two-values-for-a-year', { year: twice.year })
  if (!last || points.length < FEWEST_POINTS)
    return refuse('fewer-than-three-points', { points: points.length })
  if (to <= last.year) return refuse('year-not-ahead', { year: to, last: last.year })
  if (to > last.year + FARTHEST_AHEAD) return refuse('too-far-ahead', { year: to, most: FARTHEST_AHEAD })
  const outside = points.find(({ value }) => value < 0 || value > 100)
  if (kind === 'share' && outside)
    return refuse('share-outside', { year: outside.year, value: outside.value })
  if (kind !== 'count' && kind !== 'share' && points.every(({ value }) => value === 0))
    return refuse('nothing-but-zeros')
  return undefined
}

/** The scale of a running total: what is added to the last total in so many years. */
function onTop(scale: Scale, last: number, years: number): Pick<Scale, 'to' | 'from'> {
  if (scale.name === 'identity')
    return { to: (value) => scale.to(value - last), from: (z) => last + scale.from(z) }
  // Each year's logarithm is of value + offset, so their sum carries the offset once a year.
  const offset = Math.exp(scale.to(0))
  return {
    to: (value) => {
      const sum = value - last + offset * years
      return sum > 0 ? Math.log(sum) : Number.NEGATIVE_INFINITY
    },
    from: (z) => last + Math.max(0, Math.exp(z) - offset * years),
  }
}

/** The step of printed values where it matters to what counts as reached: whole things, and a share's decimals. */
function stepOf(kind: ModelKind, points: readonly HistoryPoint[]): number {
  if (kind === 'count') return points.every(({ value }) => Number.isInteger(value)) ? 1 : 0
  if (kind !== 'share') return 0
  const decimals = Math.max(...points.map(({ value }) => String(value).split('.')[1]?.length ?? 0))
  return 10 ** -Math.min(decimals, 2)
}

function likelyShock(
  parts: readonly Weighed[],
  points: readonly { readonly year: number }[],
): number | undefined {
  const weightOf = (at: number) =>
    parts.reduce((sum, { shock, weight }) => (shock?.at === at ? sum + weight : sum), 0)
  return points.find((_, at) => weightOf(at) > LIKELY)?.year
}
