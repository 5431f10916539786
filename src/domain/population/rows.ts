// The innermost loops: one source group of both sexes, over the paths of a block. Each is a function of its own so that it is compiled for
// itself. A cohort stays in its row; it is the ages that move.

/** 一つの年齢の率 of one sex, what does not depend on the path: change, change × shape of migration, shape of deaths, additive migrants. */
export type RowRates = Float64Array
export const rowRates = (): RowRates => new Float64Array(4)

/** A group of which hardly anybody dies, summed with others. `m` is the level of migration − 1. */
export function movePair(
  x: Float64Array,
  male: number,
  female: number,
  men: RowRates,
  women: RowRates,
  m: Float64Array,
  sum: Float64Array,
  count: number,
): void {
  const [a, b, c] = [men[0] as number, men[1] as number, men[3] as number]
  const [d, e, f] = [women[0] as number, women[1] as number, women[3] as number]
  for (let p = 0; p < count; p += 1) {
    const level = m[p] as number
    const y = (x[male + p] as number) * (a + b * level) + c
    const z = (x[female + p] as number) * (d + e * level) + f
    x[male + p] = y
    x[female + p] = z
    sum[p] = (sum[p] as number) + (y + z)
  }
}

/** A group that moves and dies, summed with others. `v` is the level of deaths − 1. */
export function agePair(
  x: Float64Array,
  male: number,
  female: number,
  men: RowRates,
  women: RowRates,
  m: Float64Array,
  v: Float64Array,
  sum: Float64Array,
  count: number,
): void {
  const [a, b, c, d] = [men[0] as number, men[1] as number, men[3] as number, men[2] as number]
  const [e, f, g, h] = [women[0] as number, women[1] as number, women[3] as number, women[2] as number]
  for (let p = 0; p < count; p += 1) {
    const level = m[p] as number
    const deaths = v[p] as number
    const y = (x[male + p] as number) * ((a + b * level) * (1 + d * deaths)) + c
    const z = (x[female + p] as number) * ((e + f * level) * (1 + h * deaths)) + g
    x[male + p] = y
    x[female + p] = z
    sum[p] = (sum[p] as number) + (y + z)
  }
}

/** A group of which hardly anybody dies, men and women summed apart: those who bear children are wanted alone. */
export function moveApart(
  x: Float64Array,
  male: number,
  female: number,
  men: RowRates,
  women: RowRates,
  m: Float64Array,
  sumMen: Float64Array,
  sumWomen: Float64Array,
  count: number,
): void {
  const [a, b, c] = [men[0] as number, men[1] as number, men[3] as number]
  const [d, e, f] = [women[0] as number, women[1] as number, women[3] as number]
  for (let p = 0; p < count; p += 1) {
    const level = m[p] as number
    const y = (x[male + p] as number) * (a + b * level) + c
    const z = (x[female + p] as number) * (d + e * level) + f
    x[male + p] = y
    x[female + p] = z
    sumMen[p] = (sumMen[p] as number) + y
    sumWomen[p] = (sumWomen[p] as number) + z
  }
}

/** A group that moves and dies, men and women summed apart. */
export function ageApart(
  x: Float64Array,
  male: number,
  female: number,
  men: RowRates,
  women: RowRates,
  m: Float64Array,
  v: Float64Array,
  sumMen: Float64Array,
  sumWomen: Float64Array,
  count: number,
): void {
  const [a, b, c, d] = [men[0] as number, men[1] as number, men[3] as number, men[2] as number]
  const [e, f, g, h] = [women[0] as number, women[1] as number, women[3] as number, women[2] as number]
  for (let p = 0; p < count; p += 1) {
    const level = m[p] as number
    const deaths = v[p] as number
    const y = (x[male + p] as number) * ((a + b * level) * (1 + d * deaths)) + c
    const z = (x[female + p] as number) * ((e + f * level) * (1 + h * deaths)) + g
    x[male + p] = y
    x[female + p] = z
    sumMen[p] = (sumMen[p] as number) + y
    sumWomen[p] = (sumWomen[p] as number) + z
  }
}

/** The two oldest groups become one, in the row of the younger. */
export function joinRows(x: Float64Array, into: number, from: number, count: number): void {
  for (let p = 0; p < count; p += 1) x[into + p] = (x[into + p] as number) + (x[from + p] as number)
}

/** Children of a step, by the women after it. `f` is the level of fertility − 1; `ratio` is of children, `share` of boys among them. */
export function bear(
  x: Float64Array,
  boys: number,
  girls: number,
  { ratio, share, moreBoys, moreGirls }: BirthRates,
  f: Float64Array,
  women: Float64Array,
  sum: Float64Array,
  count: number,
): void {
  for (let p = 0; p < count; p += 1) {
    const children = ratio * (1 + (f[p] as number)) * (women[p] as number)
    const y = children * share
    x[boys + p] = y + moreBoys
    x[girls + p] = children - y + moreGirls
    sum[p] = (sum[p] as number) + (children + (moreBoys + moreGirls))
  }
}

export type BirthRates = {
  readonly ratio: number
  readonly share: number
  readonly moreBoys: number
  readonly moreGirls: number
}
