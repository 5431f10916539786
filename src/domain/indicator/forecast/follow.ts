import { logDensity } from './normal.ts'

/** One point in the model's scale: `known` is variance that is known beforehand, `counted` that of a count, `years` how many it averages. */
export type ScaledPoint = {
  readonly year: number
  readonly z: number
  readonly known: number
  readonly counted: number
  readonly years: number
}

/** One setting of the model; see {@link file://./priors.ts}. */
export type Setting = {
  readonly noise: number
  readonly fleeting: number
  readonly drift: number
  readonly damping: number
  readonly counting: number
}

/** 突発 (shock): an odd value that is gone in the next year, or a step that stays; of the point with that index. */
export type Shock = { readonly kind: 'odd' | 'step'; readonly at: number; readonly variance: number }

/** What is known of level and drift: means, and the three entries of their covariance. */
export type State = {
  readonly level: number
  readonly drift: number
  readonly vLevel: number
  readonly vBoth: number
  readonly vDrift: number
}

/** One year on: the drift is damped and added, and both pick up what cannot be foreseen. */
export function oneYearOn(state: State, { noise, fleeting, drift, damping }: Setting, extra = 0): State {
  const carried = damping * state.drift
  const vDrift = damping * damping * state.vDrift + (1 - damping * damping) * drift * drift
  const vBoth = damping * state.vBoth + vDrift
  return {
    level: state.level + carried,
    drift: carried,
    vLevel: state.vLevel + 2 * damping * state.vBoth + vDrift + (1 - fleeting) * noise * noise + extra,
    vBoth,
    vDrift,
  }
}

/** Variance of what is printed about the level: the part of the noise that is gone next year, counting, survey. */
export const printedVariance = (
  { noise, fleeting, counting }: Setting,
  { known, counted, years }: Pick<ScaledPoint, 'known' | 'counted' | 'years'>,
): number => (fleeting * noise * noise + counting * counted) / years + known + TINY

const TINY = 1e-12

/**
 * 追う (Kalman filter) along the points, years ascending: the state after the last one, and how well the setting foretold each point
 * from those before it. Nothing is known of the level before the first point.
 */
export function follow(
  points: readonly ScaledPoint[],
  setting: Setting,
  shock?: Shock,
): { readonly state: State; readonly logLikelihood: number } {
  let state: State | undefined
  let year = 0
  let logLikelihood = 0
  for (const [at, point] of points.entries()) {
    const here = shock?.at === at ? shock : undefined
    const r = printedVariance(setting, point) + (here?.kind === 'odd' ? here.variance : 0)
    if (!state) {
      state = { level: point.z, drift: 0, vLevel: r, vBoth: 0, vDrift: setting.drift ** 2 }
    } else {
      for (; year < point.year; year++)
        state = oneYearOn(
          state,
          setting,
          here?.kind === 'step' && year === point.year - 1 ? here.variance : 0,
        )
      const distance = point.z - state.level
      const variance = state.vLevel + r
      logLikelihood += logDensity(distance, variance)
      state = updated(state, distance, variance)
    }
    year = point.year
  }
  if (!state) throw new RangeError('no points to follow')
  return { state, logLikelihood }
}

function updated(state: State, distance: number, variance: number): State {
  const [toLevel, toDrift] = [state.vLevel / variance, state.vBoth / variance]
  return {
    level: state.level + toLevel * distance,
    drift: state.drift + toDrift * distance,
    vLevel: state.vLevel * (1 - toLevel),
    vBoth: state.vBoth * (1 - toLevel),
    vDrift: state.vDrift - toDrift * state.vBoth,
  }
}
