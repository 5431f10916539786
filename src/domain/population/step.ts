import type { BySex, Population } from './population.ts'
import { sum } from './population.ts'
import type { StepRates } from './rates.ts'

/** 端数処理: published editions are whole persons, exactly additive; a scenario keeps its fractions. */
export type Rounding = 'none' | 'person'

/** Women of 15–49: groups 15–19 to 45–49. */
export const childbearing = (female: readonly number[]): number => sum(female.slice(3, 10))

/**
 * 5年先へ進める (cohort-component step).
 *
 *     P[x+1](t+5) = P[x](t)·(S[x] + M[x]) + A[x+1]
 *     P[open](t+5) = (P[open−1] + P[open])(t)·(S + M) + A[open]
 *     K(t+5) = CWR·Σ women 15–49 (t+5), shared between the sexes by `maleShare`
 *
 * Source: 国立社会保障・人口問題研究所『日本の地域別将来推計人口（平成30年推計）』. Rounded by `person`, each cell is rounded at the
 * smallest unit and then summed: K is rounded, then the boys, and the girls are the rest.
 * @throws RangeError where the arrays do not rounded together: a programmer's error, inputs are checked when they are read.
 */
export function step(now: Population, rates: StepRates, rounding: Rounding = 'none'): Population {
  const rounded = rounding === 'person' ? Math.round : (value: number) => value
  const older = bySex((sex) =>
    carry(now[sex], rates.survival[sex], rates.migration?.[sex], rates.additive?.[sex]).map(rounded),
  )
  const children = rounded(rates.childWomanRatio * childbearing(older.female))
  const boys = rounded(children * rates.maleShare)
  const first = { male: boys, female: children - boys }
  return bySex((sex) => [first[sex] + (rates.additive?.[sex][0] ?? 0), ...older[sex].slice(1)])
}

const bySex = <T>(make: (sex: 'male' | 'female') => T): BySex<T> => ({
  male: make('male'),
  female: make('female'),
})

function carry(
  now: readonly number[],
  survival: readonly number[],
  migration: readonly number[] | undefined,
  additive: readonly number[] | undefined,
): readonly number[] {
  const groups = now.length
  if (survival.length !== groups - 1)
    throw new RangeError(`${groups} age groups want ${groups - 1} rates, not ${survival.length}`)
  const at = (list: readonly number[] | undefined, index: number) => list?.[index] ?? 0
  return now.map((_, to) => {
    if (to === 0) return 0
    const last = to === groups - 1
    const source = at(now, to - 1) + (last ? at(now, to) : 0)
    return source * (at(survival, to - 1) + at(migration, to - 1)) + at(additive, to)
  })
}

/** Runs step after step; the result has one population more than there are steps. */
export function projectPopulation(
  base: Population,
  steps: readonly StepRates[],
  rounding: Rounding = 'none',
): readonly Population[] {
  const path = [base]
  for (const rates of steps) path.push(step(path.at(-1) as Population, rates, rounding))
  return path
}

/**
 * 全国（県）値に合わせる (control): every cell is scaled so that the areas together make the control total of its sex and age. A cell
 * that is empty everywhere stays empty.
 */
export function control(areas: readonly Population[], total: Population): readonly Population[] {
  const factor = bySex((sex) =>
    total[sex].map((wanted, age) => {
      const found = sum(areas.map((area) => area[sex][age] ?? 0))
      return found > 0 ? wanted / found : 1
    }),
  )
  return areas.map((area) => bySex((sex) => area[sex].map((value, age) => value * (factor[sex][age] ?? 1))))
}

/** 出生・死亡・移動 of one step, by sex and group: what a person asks who doubts the result. */
export type Explained = {
  readonly births: BySex<number>
  /** Deaths of those alive at the start, by the group they were in. */
  readonly deaths: BySex<readonly number[]>
  /** Net migrants by the group they arrive in. */
  readonly migrants: BySex<readonly number[]>
  readonly after: Population
}

/** 内訳: the same step, unrounded, told by its parts. Population after = before + births − deaths + migrants, exactly. */
export function explain(now: Population, rates: StepRates): Explained {
  const after = step(now, rates)
  const source = (sex: 'male' | 'female') => {
    const groups = now[sex]
    const oldest = groups.length - 1
    return groups.slice(0, oldest).map((value, at) => value + (at === oldest - 1 ? (groups[oldest] ?? 0) : 0))
  }
  const migrants = bySex((sex) =>
    now[sex].map(
      (_, to) =>
        (to === 0 ? 0 : (source(sex)[to - 1] ?? 0) * (rates.migration?.[sex][to - 1] ?? 0)) +
        (rates.additive?.[sex][to] ?? 0),
    ),
  )
  return {
    births: bySex((sex) => (after[sex][0] ?? 0) - (rates.additive?.[sex][0] ?? 0)),
    deaths: bySex((sex) => source(sex).map((value, at) => value * (1 - (rates.survival[sex][at] ?? 0)))),
    migrants,
    after,
  }
}
