import { type AreaPath, womenOf } from './area-path.ts'

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
 * 揺らぎの大きさを合わせる: so that the scale of ln(total) after each step is `spreads` (first order). Births and deaths have their own size, cut where they alone
 * would be too much; migration makes up the rest, step after step.
 */
export function scaleShocks(area: AreaPath, spreads: readonly number[]): ShockScales {
  const told = sensitivities(area)
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

/**
 * d ln(total after step h) ÷ d(shock of step t), `[h][t]` for t ≤ h, by going back from each total: `worth` is what one per cent more of a cohort adds to it.
 */
function sensitivities({ groups, steps, people, migration, survival }: AreaPath) {
  const told = { fertility: [] as number[][], survival: [] as number[][], migration: [] as number[][] }
  const both = people.map((cells) =>
    Array.from({ length: groups }, (_, age) => (cells[age] as number) + (cells[groups + age] as number)),
  )
  const women = people.map((cells) => womenOf(cells, groups))
  const reaching = people.map((cells, step) => reachShare(cells, people[step + 1], groups))
  for (let last = 1; last <= steps; last += 1) {
    const end = both[last] as number[]
    const total = end.reduce((sum, each) => sum + each, 0)
    const worth = end.map((each) => (total > 0 ? each / total : 0))
    const rows = {
      fertility: new Array<number>(last),
      survival: new Array<number>(last),
      migration: new Array<number>(last),
    }
    for (let step = last; step >= 1; step -= 1) {
      const child = worth[0] as number
      const mothers = women[step] as number
      let [moves, deaths] = [0, 0]
      for (let age = 1; age < groups; age += 1) {
        if (age >= 3 && age < 10 && mothers > 0)
          worth[age] =
            (worth[age] as number) +
            (child * ((people[step] as Float64Array)[groups + age] as number)) / mothers
        moves += (worth[age] as number) * (migration[age - 1] as number)
        deaths += (worth[age] as number) * (survival[age - 1] as number)
      }
      rows.fertility[step - 1] = mothers > 0 ? child : 0
      rows.survival[step - 1] = deaths
      rows.migration[step - 1] = moves
      const oldest = worth[groups - 1] as number
      for (let age = 0; age < groups - 2; age += 1) worth[age] = worth[age + 1] as number
      worth[groups - 2] = oldest * (reaching[step - 1] as number)
      worth[groups - 1] = oldest * (1 - (reaching[step - 1] as number))
    }
    told.fertility.push(rows.fertility)
    told.survival.push(rows.survival)
    told.migration.push(rows.migration)
  }
  return told
}

/** Of those in the open group after a step, the share that was one group younger before. */
function reachShare(now: Float64Array, next: Float64Array | undefined, groups: number): number {
  let [reach, all] = [0, 0]
  for (const sex of [0, groups]) {
    const [younger, oldest] = [now[sex + groups - 2] as number, now[sex + groups - 1] as number]
    const after = next?.[sex + groups - 1] ?? 0
    if (younger + oldest > 0) reach += (after * younger) / (younger + oldest)
    all += after
  }
  return all > 0 ? reach / all : 0
}
