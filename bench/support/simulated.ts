// Short yearly series of known make, for choosing the model: each kind of behaviour, 3 to 10 points, some years missing.
import type { Series } from './ssdse.ts'

/** A small seeded generator (mulberry32), so that every run sees the same series. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Make = (years: number, normal: () => number, uniform: () => number) => readonly number[]

const walk = (years: number, step: (at: number) => number): number[] => {
  let now = 0
  return Array.from({ length: years }, (_, at) => {
    if (at > 0) now += step(at)
    return now
  })
}

/** Logarithms of the values. */
const MAKES: Readonly<Record<string, Make>> = {
  動かない水準と揺れ: (years, normal) => Array.from({ length: years }, () => 0.05 * normal()),
  酔歩: (years, normal) => walk(years, () => 0.05 * normal()),
  一定の伸びと揺れ: (years, normal) => {
    const drift = 0.04 * normal()
    return Array.from({ length: years }, (_, at) => drift * at + 0.04 * normal())
  },
  弱まる伸び: (years, normal) => {
    const drift = 0.08 * normal()
    return walk(years, (at) => drift * 0.8 ** at + 0.02 * normal())
  },
  途中の段差: (years, normal, uniform) => {
    const at = Math.floor(uniform() * years)
    const size = 0.25 * normal()
    return Array.from({ length: years }, (_, year) => (year >= at ? size : 0) + 0.03 * normal())
  },
  一年だけの外れ: (years, normal, uniform) => {
    const at = Math.floor(uniform() * years)
    return Array.from({ length: years }, (_, year) => (year === at ? 0.4 * normal() : 0) + 0.03 * normal())
  },
  重い裾の酔歩: (years, normal) =>
    walk(years, () => (0.04 * normal()) / Math.sqrt((normal() ** 2 + normal() ** 2 + normal() ** 2) / 3)),
}

export const MOST_AHEAD = 5

/** Simulated amounts; the last five points are what comes. */
export function simulatedSeries(each: number, seed: number): readonly Series[] {
  const uniform = seeded(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  return Object.entries(MAKES).flatMap(([item, make]) =>
    Array.from({ length: each }, (_, at) => {
      const known = 3 + (at % 8)
      const values = make(known + MOST_AHEAD, normal, uniform)
      const points = values
        .map((log, year) => ({ year: 2010 + year, value: 1000 * Math.exp(log) }))
        .filter((_, year) => year === 0 || year >= known - 1 || known < 6 || uniform() > 0.15)
      return { area: String(at), item, kind: 'amount' as const, points }
    }),
  )
}
