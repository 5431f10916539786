import { type BySex, type Population, sum } from './population.ts'
import type { StepRates } from './rates.ts'
import { childbearing } from './step.ts'

/**
 * 表の率 (implied rates) of a published table: the rates that carry one of its years to the next.
 *
 *     c[x] = P[x+1](t+5) ÷ P[x](t)          cohort change, survival and migration together
 *     c[open−1] = P[open](t+5) ÷ (P[open−1] + P[open])(t)
 *     CWR = P[0–4](t+5) ÷ Σ women 15–49 (t+5)
 *
 * Where the source cohort is empty, whoever is there after it came from elsewhere: `additive`. The result says nothing of survival
 * alone; see `separate` in survival.ts.
 */
export function impliedRates(before: Population, after: Population): StepRates {
  const cohorts = { male: changes(before.male, after.male), female: changes(before.female, after.female) }
  const [boys, girls] = [after.male[0] ?? 0, after.female[0] ?? 0]
  const [children, women] = [boys + girls, childbearing(after.female)]
  const born = women > 0
  const additive: BySex<readonly number[]> = {
    male: [born ? 0 : boys, ...cohorts.male.arrived],
    female: [born ? 0 : girls, ...cohorts.female.arrived],
  }
  const somebody = sum(additive.male) + sum(additive.female) > 0
  return {
    survival: { male: cohorts.male.ratios, female: cohorts.female.ratios },
    ...(somebody ? { additive } : {}),
    childWomanRatio: born ? children / women : 0,
    maleShare: children > 0 ? boys / children : 0.5,
  }
}

function changes(before: readonly number[], after: readonly number[]) {
  const ratios: number[] = []
  const arrived: number[] = []
  for (let to = 1; to < before.length; to += 1) {
    const source = (before[to - 1] ?? 0) + (to === before.length - 1 ? (before[to] ?? 0) : 0)
    const there = after[to] ?? 0
    ratios.push(source > 0 ? there / source : 0)
    arrived.push(source > 0 ? 0 : there)
  }
  return { ratios, arrived }
}

/** The implied rates of each step of a published series, first to last. */
export const impliedSteps = (series: readonly Population[]): readonly StepRates[] =>
  series.slice(1).map((after, at) => impliedRates(series[at] as Population, after))

/** 期間の先 (beyond the horizon): the rates of the last period are held. @throws RangeError where there is none to hold. */
export function heldOn(steps: readonly StepRates[], wanted: number): readonly StepRates[] {
  const last = steps.at(-1)
  if (!last && wanted > 0) throw new RangeError('no rates to hold')
  return Array.from({ length: wanted }, (_, at) => (steps[at] ?? last) as StepRates)
}
