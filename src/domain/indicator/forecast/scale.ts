import type { ForecastKind } from './kind.ts'

/**
 * 尺度 (scale) in which a series is modelled: logarithms for positive amounts, so that a change is a percentage; logits for shares,
 * so that nothing leaves 0–100 %; the value itself, measured by its own usual change, for what may be negative.
 */
export type Scale = {
  readonly name: 'log' | 'logit' | 'identity'
  /** −∞ or ∞ outside what the scale can hold. */
  readonly to: (value: number) => number
  readonly from: (z: number) => number
  /** Variance that a count of chance events has by itself (Poisson), in this scale; 0 where the kind is not counted. */
  readonly counting: (z: number) => number
  /** Variance of a survey's answer with n asked, in this scale; 0 where that says nothing. */
  readonly survey: (z: number, n: number | undefined) => number
}

/** A count of none has a logarithm too. */
const COUNT_OFFSET = 0.5
/** Percentage points beside both ends, so that 0 % and 100 % have a logit. */
const SHARE_OFFSET = 0.5

const none = (): number => 0

export function scaleOf(kind: Exclude<ForecastKind, 'cumulative'>, values: readonly number[]): Scale {
  if (kind === 'balance') return identity(usualChange(values))
  if (kind === 'share') return logit()
  return kind === 'count' ? log(COUNT_OFFSET, true) : log(offsetOf(values), false)
}

function log(offset: number, counted: boolean): Scale {
  return {
    name: 'log',
    to: (value) => (value + offset > 0 ? Math.log(value + offset) : Number.NEGATIVE_INFINITY),
    from: (z) => Math.max(0, Math.exp(z) - offset),
    counting: counted ? (z) => Math.exp(-z) : none,
    survey: none,
  }
}

/** Half of the smallest positive value where there is a zero: in the series' own unit, so that changing the unit changes nothing. */
function offsetOf(values: readonly number[]): number {
  const positive = values.filter((value) => value > 0)
  return positive.length === values.length ? 0 : Math.min(...positive) / 2
}

function logit(): Scale {
  const width = 100 + 2 * SHARE_OFFSET
  return {
    name: 'logit',
    to(value) {
      const p = (value + SHARE_OFFSET) / width
      return p <= 0 ? Number.NEGATIVE_INFINITY : p >= 1 ? Number.POSITIVE_INFINITY : Math.log(p / (1 - p))
    },
    from: (z) => Math.min(100, Math.max(0, width / (1 + Math.exp(-z)) - SHARE_OFFSET)),
    counting: none,
    survey(z, n) {
      const p = 1 / (1 + Math.exp(-z))
      return n === undefined ? 0 : 1 / (n * p * (1 - p))
    },
  }
}

function identity(unit: number): Scale {
  return {
    name: 'identity',
    to: (value) => value / unit,
    from: (z) => z * unit,
    counting: none,
    survey: none,
  }
}

/** How far a series usually moves from one value to the next, never less than a fiftieth of its size. */
function usualChange(values: readonly number[]): number {
  const changes = values.slice(1).map((value, at) => value - (values[at] ?? value))
  const moved = Math.sqrt(changes.reduce((sum, each) => sum + each * each, 0) / Math.max(1, changes.length))
  const size = values.reduce((sum, each) => sum + Math.abs(each), 0) / Math.max(1, values.length)
  return Math.max(moved, size / 50) || 1
}
