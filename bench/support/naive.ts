// The two naive methods, each with a normal band from its own residuals.

import { normalCdf } from '#domain/indicator/forecast/normal.ts'
import type { HistoryPoint } from '#domain/indicator/forecast/scaled.ts'

/** A distribution of one year: its middle, its band, and the chance of a value or more. */
export type Told = {
  readonly middle: number
  readonly band: (share: 0.5 | 0.8) => readonly [number, number]
  readonly atLeast: (value: number) => number
}

const Z = { 0.5: 0.6744897501960817, 0.8: 1.2815515655446004 } as const

/** `step` 1: whole things, told as whole numbers like ours. */
const normal = (mean: number, sd: number, step: number): Told => ({
  middle: step === 1 ? Math.round(mean) : mean,
  band(share) {
    const [low, high] = [mean - Z[share] * sd, mean + Z[share] * sd]
    return step === 1 ? [Math.round(low), Math.round(high)] : [low, high]
  },
  atLeast: (value) =>
    sd > 0 ? 1 - normalCdf((value - step / 2 - mean) / sd) : mean >= value - step / 2 ? 1 : 0,
})

const changes = (points: readonly HistoryPoint[]) =>
  points.slice(1).map((point, at) => {
    const before = points[at] as HistoryPoint
    return { change: point.value - before.value, years: point.year - before.year }
  })

/** The last value, whatever the year. */
export function lastValue(points: readonly HistoryPoint[], ahead: number, step: number): Told {
  const moved = changes(points)
  const variance = moved.reduce((sum, { change, years }) => sum + change ** 2 / years, 0) / moved.length
  return normal(points.at(-1)?.value ?? 0, Math.sqrt(variance * ahead), step)
}

/** The straight line through the first and the last value. */
export function drift(points: readonly HistoryPoint[], ahead: number, step: number): Told {
  const moved = changes(points)
  const years = moved.reduce((sum, each) => sum + each.years, 0)
  const slope = moved.reduce((sum, { change }) => sum + change, 0) / years
  const variance =
    moved.reduce((sum, each) => sum + (each.change - slope * each.years) ** 2 / each.years, 0) /
    Math.max(1, moved.length - 1)
  const sd = Math.sqrt(variance * ahead * (1 + ahead / years))
  return normal((points.at(-1)?.value ?? 0) + slope * ahead, sd, step)
}

/** Mean absolute change of a year in the history: what errors are measured by, and how far apart the thresholds stand. */
export function usualChange(points: readonly HistoryPoint[]): number {
  const moved = changes(points)
  return moved.reduce((sum, { change, years }) => sum + Math.abs(change) / years, 0) / moved.length
}
