import { heldOn, impliedRates } from './implied-rates.ts'
import type { Population } from './population.ts'
import { sum, totalOf } from './population.ts'
import { type Unrest, unrestOf } from './spread.ts'
import type { PeopleRow } from './statistics.ts'
import { projectPopulation } from './step.ts'

/** 過去の推計の外れ: what a projection from `base` would have said of `target`, and what came. `error` = ln(actual ÷ projected). */
export type PastError = {
  readonly area: string
  readonly base: number
  readonly target: number
  readonly unrest: Unrest
  readonly projected: number
  readonly actual: number
  readonly error: number
}

export type PastErrors = {
  readonly errors: readonly PastError[]
  /** Pairs of base and target that could not be projected: nobody there in the base year or five years before, or a census missing. */
  readonly withoutProjection: number
}

/** An error larger than this (an evacuated town) counts as this much. */
const LARGEST_ERROR = 1.5

/**
 * 年齢不詳を割り振る: shared out within the sex by the ages that are known. The total stays that of the census.
 */
export function withUnknown({ male, female, unknown }: PeopleRow): Population {
  const of = (ages: readonly number[], more: number) => {
    const known = sum(ages)
    return known > 0 ? ages.map((value) => value * (1 + more / known)) : ages
  }
  return { male: of(male, unknown?.male ?? 0), female: of(female, unknown?.female ?? 0) }
}

/**
 * 当時の推計: the method that a planner would have used in each base year: the cohort changes, child-woman ratio and sex ratio of the five years
 * before it, held. Every base with a census five years before, every target asked for that comes after it.
 */
export function pastErrors(census: readonly PeopleRow[], targets: readonly number[]): PastErrors {
  const errors: PastError[] = []
  let withoutProjection = 0
  const last = Math.max(...targets)
  for (const [area, rows] of Map.groupBy(census, ({ area }) => area)) {
    const years = new Map(rows.map((row) => [row.year, withUnknown(row)]))
    for (const [base, people] of years) {
      const wanted = targets.filter((target) => target > base && (target - base) % 5 === 0)
      const before = years.get(base - 5)
      if (!before || wanted.length === 0) continue
      const path =
        totalOf(before) > 0 && totalOf(people) > 0
          ? projectPopulation(people, heldOn([impliedRates(before, people)], (last - base) / 5))
          : undefined
      const unrest = path && unrestOf(people, path[1] as Population)
      for (const target of wanted) {
        const came = years.get(target)
        const projected = path ? totalOf(path[(target - base) / 5] as Population) : 0
        if (!came || !unrest || !(projected > 0)) {
          withoutProjection += 1
          continue
        }
        const actual = totalOf(came)
        const error = actual > 0 ? Math.log(actual / projected) : -LARGEST_ERROR
        errors.push({
          ...{ area, base, target, unrest, projected, actual },
          error: Math.min(LARGEST_ERROR, Math.max(-LARGEST_ERROR, error)),
        })
      }
    }
  }
  return { errors, withoutProjection }
}
