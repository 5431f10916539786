import { type BySex, type Population, totalOf } from './population.ts'

/**
 * 変わりやすさ (unrest) of an area in its base year, both from the first projected step: `growth` the log change of its total, `movement`
 * the people by which its cohorts under 45 change, arrivals and departures alike, as a share of all.
 */
export type Unrest = { readonly people: number; readonly growth: number; readonly movement: number }

/** Years ahead up to which errors of targets up to 2000 were seen. Further on the band is extrapolated. */
export const SEEN_AHEAD = 15

/** Groups 0–4 to 40–44 as they are five years on: hardly anybody of them dies. */
const UNDER_45 = 9

export function unrestOf(base: Population, first: Population): Unrest {
  const [people, after] = [totalOf(base), totalOf(first)]
  if (!(people > 0 && after > 0)) return { people, growth: 0, movement: 0 }
  const moved = (sex: keyof BySex<unknown>) =>
    base[sex]
      .slice(0, UNDER_45)
      .reduce((total, there, age) => total + Math.abs((first[sex][age + 1] ?? 0) - there), 0)
  return { people, growth: Math.log(after / people), movement: (moved('male') + moved('female')) / after }
}

/** 係数 of the spread, of one step of five years on the log scale. */
export type SpreadRates = {
  /** Of every area, however large. */
  readonly common: number
  /** Over √people: chance events. */
  readonly size: number
  /** Of the growth that may not go on. */
  readonly growth: number
  /** Of the movement that may change. */
  readonly movement: number
  /** Power of the number of steps. */
  readonly power: number
  /**
   * Births that go on drifting as they did: share of 0–4 × how far the child-woman ratio moved in a step. It is what is left for a large, calm place
   * far ahead: held rates miss a trend by 1, 3, 6, 10 … times.
   */
  readonly drift: number
}

/**
 * 誤差の大きさ: scale of Student's t (ν = 4) of ln(actual ÷ projected), `steps` five-year steps ahead, whole or not.
 *
 *     s² = (common² + size²/people + growth²·g² + movement²·m²)·steps^(2·power) + (drift·steps·(steps + 1)/2)²
 */
export function spreadOf(rates: SpreadRates, { people, growth, movement }: Unrest, steps: number): number {
  if (!(steps > 0 && people > 0)) return 0
  const one =
    rates.common ** 2 +
    rates.size ** 2 / people +
    (rates.growth * growth) ** 2 +
    (rates.movement * movement) ** 2
  return Math.sqrt(one * steps ** (2 * rates.power) + ((rates.drift * steps * (steps + 1)) / 2) ** 2)
}
