import type { ForecastKind } from './kind.ts'

/** Possible values of a parameter with how likely each is beforehand. */
export type Prior = readonly { readonly value: number; readonly weight: number }[]

/**
 * 事前分布 (priors), pooled over indicators of a kind, in the kind's scale and per year (log: 0.05 = 5 %).
 * `noise` sd of all unexplained change of one year · `fleeting` share of its variance that is gone next year ·
 * `drift` sd of the yearly drift · `damping` what is left of a drift after a year · `counting` whether it varies as counted events do.
 */
export type Priors = {
  readonly noise: Prior
  readonly fleeting: Prior
  readonly drift: Prior
  readonly damping: Prior
  readonly counting: Prior
  readonly shock: {
    /** Chance of a shock in a year, and again that it stays. */
    readonly chance: number
    /** Its sd: so many times the noise, and at least so much. */
    readonly times: number
    readonly least: number
  }
}

/** Weights in percent; they need not add up to a hundred after rounding. */
function prior(...weighted: readonly (readonly [value: number, percent: number])[]): Prior {
  const sum = weighted.reduce((total, [, percent]) => total + percent, 0)
  return weighted.map(([value, percent]) => ({ value, weight: percent / sum }))
}

const NEVER: Prior = [{ value: 0, weight: 1 }]

const COUNT: Priors = {
  noise: prior(
    [0.002, 33],
    [0.005, 10],
    [0.01, 11],
    [0.02, 12],
    [0.04, 12],
    [0.08, 9],
    [0.16, 6],
    [0.32, 5],
    [0.64, 4],
  ),
  fleeting: prior([0, 31], [0.3, 25], [0.6, 23], [0.9, 21]),
  drift: prior([0.005, 36], [0.02, 23], [0.05, 24], [0.12, 17]),
  damping: prior([0.5, 28], [0.8, 31], [0.97, 41]),
  counting: prior([0, 59], [1, 41]),
  shock: { chance: 0.033, times: 5, least: 0.25 },
}

const AMOUNT: Priors = {
  noise: prior(
    [0.002, 6],
    [0.005, 7],
    [0.01, 12],
    [0.02, 14],
    [0.04, 16],
    [0.08, 13],
    [0.16, 17],
    [0.32, 11],
    [0.64, 5],
  ),
  fleeting: prior([0, 24], [0.3, 25], [0.6, 25], [0.9, 26]),
  drift: prior([0.005, 30], [0.02, 31], [0.05, 23], [0.12, 16]),
  damping: prior([0.5, 39], [0.8, 32], [0.97, 29]),
  counting: NEVER,
  shock: { chance: 0.02, times: 5, least: 0.25 },
}

const RATE: Priors = {
  noise: prior(
    [0.002, 10],
    [0.005, 11],
    [0.01, 16],
    [0.02, 30],
    [0.04, 16],
    [0.08, 7],
    [0.16, 4],
    [0.32, 3],
    [0.64, 3],
  ),
  fleeting: prior([0, 26], [0.3, 26], [0.6, 25], [0.9, 24]),
  drift: prior([0.005, 18], [0.02, 44], [0.05, 27], [0.12, 11]),
  damping: prior([0.5, 33], [0.8, 34], [0.97, 33]),
  counting: NEVER,
  shock: { chance: 0.02, times: 5, least: 0.25 },
}

const SHARE: Priors = {
  noise: prior([0.005, 9], [0.01, 9], [0.02, 13], [0.04, 19], [0.08, 18], [0.16, 17], [0.32, 9], [0.64, 6]),
  fleeting: prior([0, 24], [0.3, 25], [0.6, 25], [0.9, 26]),
  drift: prior([0.01, 29], [0.03, 35], [0.1, 22], [0.25, 14]),
  damping: prior([0.5, 39], [0.8, 33], [0.97, 28]),
  counting: NEVER,
  shock: { chance: 0.02, times: 5, least: 0.5 },
}

const BALANCE: Priors = {
  noise: prior([0.1, 8], [0.2, 8], [0.4, 10], [0.7, 57], [1.2, 11], [2, 6]),
  fleeting: prior([0, 24], [0.3, 25], [0.6, 26], [0.9, 26]),
  drift: prior([0.1, 29], [0.3, 35], [0.9, 37]),
  damping: prior([0.5, 35], [0.8, 34], [0.97, 32]),
  counting: NEVER,
  shock: { chance: 0.02, times: 5, least: 0 },
}

/**
 * Chosen on one half of the municipalities of SSDSE-A by `bench/forecast-priors.ts` and frozen before the other half was read; no series of the
 * kind `index` was at hand, it takes what rates have. Changing a figure makes the printed back-test worthless: docs/forecasts.md.
 */
export const PRIORS: Readonly<Record<Exclude<ForecastKind, 'cumulative'>, Priors>> = {
  count: COUNT,
  amount: AMOUNT,
  rate: RATE,
  index: RATE,
  share: SHARE,
  balance: BALANCE,
}

/**
 * What comes was so many times wider than a model of the past says, on the half that chose it: years have surprises in common (a
 * pandemic) that no single short history shows.
 */
export const WIDER = 1.12
