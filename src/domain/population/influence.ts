import type { Population } from './population.ts'
import { totalOf } from './population.ts'

/** 影響度 1–5. 5 = the most. */
export type Influence = 1 | 2 | 3 | 4 | 5

/**
 * 影響度の境 in percent: below the first is 1, from the last on 5. Source: まち・ひと・しごと創生本部「地方人口ビジョン」の策定に係るワークシート
 * (2014-10, revised 2019-06), as remembered and not yet held against the sheet.
 */
export const INFLUENCE_BOUNDS = {
  natural: [100, 105, 110, 115],
  social: [100, 110, 120, 130],
} as const

/** 自然増減の影響度 = シミュレーション1 ÷ パターン1; 社会増減の影響度 = シミュレーション2 ÷ シミュレーション1, in the same year. */
export type InfluenceOf = {
  readonly natural: Influence
  readonly social: Influence
  readonly naturalPercent: number
  readonly socialPercent: number
}

export function influences(pattern1: Population, sim1: Population, sim2: Population): InfluenceOf {
  const naturalPercent = (totalOf(sim1) * 100) / totalOf(pattern1)
  const socialPercent = (totalOf(sim2) * 100) / totalOf(sim1)
  return {
    natural: grade(naturalPercent, INFLUENCE_BOUNDS.natural),
    social: grade(socialPercent, INFLUENCE_BOUNDS.social),
    naturalPercent,
    socialPercent,
  }
}

const grade = (percent: number, bounds: readonly number[]): Influence =>
  (1 + bounds.filter((bound) => percent >= bound).length) as Influence
