// The innermost loops: two cohorts at once, over the paths of a block. Each is a function of its own so that it is compiled for itself. A row
// holds how many times the unshocked cohort a path has of it; a cohort keeps its row, it is the ages that move.

/** 二つのコーホートの率, four of each: shape of migration, shape of deaths, persons, women of 15–49 among them. */
export type TwoRates = Float64Array
export const twoRates = (): TwoRates => new Float64Array(8)

/** Two cohorts grow older and are counted. `m` and `v`: levels of migration and of deaths, − 1. */
export function ageTwo(
  x: Float64Array,
  one: number,
  other: number,
  rates: TwoRates,
  m: Float64Array,
  v: Float64Array,
  sum: Float64Array,
  count: number,
): void {
  const a = rates[0] as number
  const b = rates[1] as number
  const c = rates[2] as number
  const d = rates[4] as number
  const e = rates[5] as number
  const f = rates[6] as number
  for (let p = 0; p < count; p += 1) {
    const level = m[p] as number
    const deaths = v[p] as number
    const y = (x[one + p] as number) * ((1 + a * level) * (1 + b * deaths))
    const z = (x[other + p] as number) * ((1 + d * level) * (1 + e * deaths))
    x[one + p] = y
    x[other + p] = z
    sum[p] = (sum[p] as number) + (c * y + f * z)
  }
}

/** As {@link ageTwo}; those who bear children are counted apart as well. */
export function ageBearers(
  x: Float64Array,
  one: number,
  other: number,
  rates: TwoRates,
  m: Float64Array,
  v: Float64Array,
  sum: Float64Array,
  women: Float64Array,
  count: number,
): void {
  const a = rates[0] as number
  const b = rates[1] as number
  const c = rates[2] as number
  const g = rates[3] as number
  const d = rates[4] as number
  const e = rates[5] as number
  const f = rates[6] as number
  const h = rates[7] as number
  for (let p = 0; p < count; p += 1) {
    const level = m[p] as number
    const deaths = v[p] as number
    const y = (x[one + p] as number) * ((1 + a * level) * (1 + b * deaths))
    const z = (x[other + p] as number) * ((1 + d * level) * (1 + e * deaths))
    x[one + p] = y
    x[other + p] = z
    sum[p] = (sum[p] as number) + (c * y + f * z)
    women[p] = (women[p] as number) + (g * y + h * z)
  }
}

/** 開いた年齢階級: whoever reaches it joins those who are there. Men and women are held in persons, for they die at different rates. */
export function ageOldest(
  x: Float64Array,
  from: number,
  men: Float64Array,
  women: Float64Array,
  { reachMen, reachWomen, keptMen, keptWomen, moreMen, moreWomen, migration, survival }: OldestRates,
  m: Float64Array,
  v: Float64Array,
  sum: Float64Array,
  count: number,
): void {
  for (let p = 0; p < count; p += 1) {
    const factor = (1 + migration * (m[p] as number)) * (1 + survival * (v[p] as number))
    const joins = x[from + p] as number
    const y = ((reachMen * joins + (men[p] as number)) * keptMen + moreMen) * factor
    const z = ((reachWomen * joins + (women[p] as number)) * keptWomen + moreWomen) * factor
    men[p] = y
    women[p] = z
    sum[p] = (sum[p] as number) + (y + z)
  }
}

/** Persons who reach the open group; what is left of all in it; who comes where nobody was. */
export type OldestRates = {
  readonly reachMen: number
  readonly reachWomen: number
  readonly keptMen: number
  readonly keptWomen: number
  readonly moreMen: number
  readonly moreWomen: number
  readonly migration: number
  readonly survival: number
}

/** Children of a step: `perWoman` = 1 ÷ the unshocked women of 15–49, `persons` the unshocked children. `f`: level of fertility − 1. */
export function bear(
  x: Float64Array,
  born: number,
  perWoman: number,
  persons: number,
  f: Float64Array,
  women: Float64Array,
  sum: Float64Array,
  count: number,
): void {
  for (let p = 0; p < count; p += 1) {
    const y = (1 + (f[p] as number)) * (perWoman * (women[p] as number))
    x[born + p] = y
    sum[p] = (sum[p] as number) + persons * y
  }
}
