import type { BySex, Population } from './population.ts'
import { childbearing, control } from './step.ts'

/**
 * 仮定値 of the pool form, one area and one step. Arrays have one entry for each source group, the last for the two oldest together.
 */
export type PoolRates = {
  /** 生残率. */
  readonly survival: BySex<readonly number[]>
  /** 転出率, of those who survive. */
  readonly out: BySex<readonly number[]>
  /** 配分率: this area's share of all who moved out anywhere. Over all areas each entry sums to 1. */
  readonly share: BySex<readonly number[]>
  /** 国際人口移動, net persons. */
  readonly international?: BySex<readonly number[]>
  readonly childWomanRatio: number
  readonly maleShare: number
}

export type PoolArea = { readonly now: Population; readonly rates: PoolRates }

/** How far the shares of all areas may be from 1. */
const TOLERANCE = 1e-6

/**
 * 5年先へ進める、プール方式 (pool form): all areas of a country at once.
 *
 *     E = P·S,  out = E·o,  O = Σ out,  in = O·d (Σ d = 1),  P′ = E − out + in + international
 *     K = CWR·Σ women 15–49 (t+5)
 *
 * then, where a total is given, every cell is scaled to it. Source: the names of the assumptions are those of 国立社会保障・人口問題研究所
 * 『日本の地域別将来推計人口（令和5年推計）』; the equation is ours from them and has not been held against its tables.
 * @throws RangeError where the shares of a group do not sum to 1, or arrays are of different length.
 */
export function poolStep(areas: readonly PoolArea[], total?: Population): readonly Population[] {
  const moved = { male: moveAll(areas, 'male'), female: moveAll(areas, 'female') }
  const after = areas.map(({ rates }, at): Population => {
    const female = moved.female[at] ?? []
    const children = rates.childWomanRatio * childbearing([0, ...female])
    const boys = children * rates.maleShare
    return { male: [boys, ...(moved.male[at] ?? [])], female: [children - boys, ...female] }
  })
  return total ? control(after, total) : after
}

/** Everyone of one sex from 5–9 on, area by area. */
function moveAll(areas: readonly PoolArea[], sex: 'male' | 'female'): readonly (readonly number[])[] {
  const stays = areas.map(({ now, rates }) => {
    const groups = now[sex]
    if (rates.survival[sex].length !== groups.length - 1)
      throw new RangeError(`${groups.length} age groups want ${groups.length - 1} rates`)
    return rates.survival[sex].map((survival, at) => {
      const source = (groups[at] ?? 0) + (at === groups.length - 2 ? (groups[at + 1] ?? 0) : 0)
      return source * survival
    })
  })
  const entries = stays[0]?.length ?? 0
  const pool = Array.from({ length: entries }, (_, at) => {
    const shares = areas.reduce((sum, { rates }) => sum + (rates.share[sex][at] ?? 0), 0)
    const out = areas.reduce(
      (sum, { rates }, area) => sum + (stays[area]?.[at] ?? 0) * (rates.out[sex][at] ?? 0),
      0,
    )
    if (out > 0 && Math.abs(shares - 1) > TOLERANCE)
      throw new RangeError(`the shares of group ${at} sum to ${shares}, not 1`)
    return out
  })
  return areas.map(({ rates }, area) =>
    Array.from({ length: entries }, (_, at) => {
      const here = stays[area]?.[at] ?? 0
      const arriving = (pool[at] ?? 0) * (rates.share[sex][at] ?? 0)
      return here * (1 - (rates.out[sex][at] ?? 0)) + arriving + (rates.international?.[sex][at] ?? 0)
    }),
  )
}
