import type { AreaRates } from './area-rates.ts'

/**
 * 揺らぎ (shocks) of a path: log levels of fertility, of deaths and of migration, each step = persistence · the step before + a new draw. All of a
 * path are made heavier or lighter together (Student's t, ν = 4).
 */
export type ShockScales = {
  /** Standard deviation of the new draw of a step. */
  readonly fertility: number
  readonly survival: number
  /** By step, so that the total spreads as past errors did. */
  readonly migration: Float64Array
}

/** Share of a shock that is still there five years on. Chosen, not fitted: birth rates and mortality drift, migration turns sooner. */
export const PERSISTENCE = { fertility: 0.9, survival: 0.9, migration: 0.6 } as const

/** 出生率の動き of one step: the child-woman ratio of the 24 prefectures moved by 0.11 a step (root mean square, 1980–2000). Deaths: chosen. */
const NEW_DRAW = { fertility: 0.11, survival: 0.05 } as const

/** Births and deaths may make at most this share of the variance of the total; what is left is migration's. */
const MOST_OF_VARIANCE = 0.8

/**
 * 揺らぎの大きさを合わせる: so that the scale of ln(total) after each step is `spreads` (first order). `path`: the
 * unshocked one. Births and deaths have their own size, cut where they alone
 * would be too much; migration makes up the rest, step after step.
 */
export function scaleShocks(
  area: AreaRates,
  path: readonly Float64Array[],
  spreads: readonly number[],
): ShockScales {
  const told = sensitivities(area, path)
  const { fertility: births, survival: deaths, migration: moves } = told
  const [ofBirths, ofDeaths, ofMoves] = [
    loadings(births, PERSISTENCE.fertility),
    loadings(deaths, PERSISTENCE.survival),
    loadings(moves, PERSISTENCE.migration),
  ]
  const squares = (row: readonly number[]) => row.reduce((sum, each) => sum + each * each, 0)
  const own = spreads.map(
    (_, at) =>
      NEW_DRAW.fertility ** 2 * squares(ofBirths[at] ?? []) +
      NEW_DRAW.survival ** 2 * squares(ofDeaths[at] ?? []),
  )
  const cut = spreads.reduce((least, spread, at) => {
    const most = MOST_OF_VARIANCE * spread * spread
    const has = own[at] as number
    return has > most ? Math.min(least, Math.sqrt(most / has)) : least
  }, 1)
  const migration = new Float64Array(area.steps)
  spreads.forEach((spread, at) => {
    const row = ofMoves[at] as readonly number[]
    let left = spread * spread - cut * cut * (own[at] as number)
    for (let before = 0; before < at; before += 1)
      left -= ((migration[before] as number) * (row[before] as number)) ** 2
    const now = row[at] as number
    if (left > 0 && now !== 0) migration[at] = Math.sqrt(left) / Math.abs(now)
  })
  return { fertility: cut * NEW_DRAW.fertility, survival: cut * NEW_DRAW.survival, migration }
}

/** How much a new draw of each step moves the log total of a later one: the shock lasts on. */
const loadings = (rows: readonly (readonly number[])[], persistence: number) =>
  rows.map((row) =>
    row.map((_, from) => row.slice(from).reduce((sum, each, on) => sum + each * persistence ** on, 0)),
  )

/** d ln(total after step h) ÷ d(shock of step t), `[h][t]` for t ≤ h, by going back from each total to each step. */
function sensitivities(area: AreaRates, path: readonly Float64Array[]) {
  const { groups, steps } = area
  const sources = groups - 1
  const told = { fertility: [] as number[][], survival: [] as number[][], migration: [] as number[][] }
  for (let last = 1; last <= steps; last += 1) {
    const total = (path[last] as Float64Array).reduce((sum, each) => sum + each, 0)
    let worth: number[] = Array.from({ length: 2 * groups }, () => (total > 0 ? 1 / total : 0))
    let before: number[] = worth.slice()
    const rows = { fertility: [] as number[], survival: [] as number[], migration: [] as number[] }
    for (let step = last - 1; step >= 0; step -= 1) {
      const now = path[step] as Float64Array
      const share = area.maleShare[step] as number
      const child = share * (worth[0] as number) + (1 - share) * (worth[groups] as number)
      let [women, moves, deaths] = [0, 0, 0]
      for (let sex = 0; sex < 2; sex += 1)
        for (let from = 0; from < sources; from += 1) {
          const place = sex * sources + from
          const last_ = from === sources - 1
          const source =
            (now[sex * groups + from] as number) + (last_ ? (now[sex * groups + groups - 1] as number) : 0)
          const mother = sex === 1 && from >= 2 && from <= 8
          const each =
            (worth[sex * groups + from + 1] as number) +
            (mother ? (area.childWomanRatio[step] as number) * child : 0)
          const rate = area.change[step * 2 * sources + place] as number
          if (mother) women += source * rate + (area.additive[(step * 2 + sex) * groups + from + 1] as number)
          moves += each * source * rate * (area.migration[place] as number)
          deaths += each * source * rate * (area.survival[place] as number)
          before[sex * groups + from] = rate * each
          if (last_) before[sex * groups + groups - 1] = rate * each
        }
      rows.fertility.unshift((area.childWomanRatio[step] as number) * women * child)
      rows.survival.unshift(deaths)
      rows.migration.unshift(moves)
      const spare = worth
      worth = before
      before = spare
    }
    told.fertility.push(rows.fertility)
    told.survival.push(rows.survival)
    told.migration.push(rows.migration)
  }
  return told
}

/** 中央の道すじ: the area without any shock, `[sex][age]` of the base and after each step. */
export function centralPath(area: AreaRates): readonly Float64Array[] {
  const { groups, steps } = area
  const sources = groups - 1
  const path = [area.base]
  for (let step = 0; step < steps; step += 1) {
    const now = path[step] as Float64Array
    const next = new Float64Array(2 * groups)
    for (let sex = 0; sex < 2; sex += 1)
      for (let to = 1; to < groups; to += 1) {
        const source =
          (now[sex * groups + to - 1] as number) +
          (to === groups - 1 ? (now[sex * groups + to] as number) : 0)
        next[sex * groups + to] =
          source * (area.change[(step * 2 + sex) * sources + to - 1] as number) +
          (area.additive[(step * 2 + sex) * groups + to] as number)
      }
    let women = 0
    for (let age = 3; age < 10; age += 1) women += next[groups + age] as number
    const children = (area.childWomanRatio[step] as number) * women
    const boys = children * (area.maleShare[step] as number)
    next[0] = boys + (area.additive[step * 2 * groups] as number)
    next[groups] = children - boys + (area.additive[(step * 2 + 1) * groups] as number)
    path.push(next)
  }
  return path
}
