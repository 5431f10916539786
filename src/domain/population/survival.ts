import type { BySex, Population } from './population.ts'
import type { StepRates } from './rates.ts'

/** 生残率の出どころ: the edition's own table of assumptions (仮定値表), or the nation's cohort change as its approximation. */
export type SurvivalFrom = 'assumptions' | 'national'

/**
 * 全国の生残率 (national survival): what became of each cohort of the whole country, at most 1. Published results hold no survival; a
 * country has little migration, so its cohort change is near it. Under 45 it is not: young foreigners arrive, the ratio passes 1 and is
 * cut there. Entry `a` carries group `a` to `a + 1`, the last the two oldest together.
 */
export function nationalSurvival(before: Population, after: Population): BySex<readonly number[]> {
  const of = (now: readonly number[], then: readonly number[]) =>
    now.slice(1).map((_, at) => {
      const source = (now[at] ?? 0) + (at === now.length - 2 ? (now[at + 1] ?? 0) : 0)
      return source > 0 ? Math.min(1, (then[at + 1] ?? 0) / source) : 1
    })
  return { male: of(before.male, after.male), female: of(before.female, after.female) }
}

/**
 * 生残と移動に分ける: what the cohort change leaves after survival is net migration, M = c − S. The projection stays what it was.
 * Rates that hold a migration of their own are taken together first.
 */
export function separate(rates: StepRates, survival: BySex<readonly number[]>): StepRates {
  const rest = (sex: 'male' | 'female') =>
    rates.survival[sex].map(
      (change, at) => change + (rates.migration?.[sex][at] ?? 0) - (survival[sex][at] ?? 0),
    )
  return { ...rates, survival, migration: { male: rest('male'), female: rest('female') } }
}
