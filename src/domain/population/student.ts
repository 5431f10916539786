/**
 * スチューデントの t 分布、自由度4: heavier tails than the normal, and closed forms both ways.
 *
 *     F(t) = ½ + ⅜·u·(1 − u²/12),  u = t ÷ √(1 + t²/4)
 *
 * Source: W. T. Shaw, “Sampling Student's T distribution”, Journal of Computational Finance 9 (2006).
 */
export function studentBelow(t: number): number {
  const u = t / Math.sqrt(1 + (t * t) / 4)
  return Math.min(1, Math.max(0, 0.5 + 0.375 * u * (1 - (u * u) / 12)))
}

/** The t below which a share of it lies, 0 < share < 1. */
export function studentQuantile(share: number): number {
  if (share === 0.5) return 0
  const root = Math.sqrt(4 * share * (1 - share))
  const size = 2 * Math.sqrt(Math.max(0, Math.cos(Math.acos(Math.min(1, root)) / 3) / root - 1))
  return share < 0.5 ? -size : size
}

/** ln Γ((ν+1)/2) − ln Γ(ν/2) − ½ ln νπ for ν = 4: Γ(2.5) = ¾√π, Γ(2) = 1. */
const LOG_HEIGHT = Math.log(0.375)

/** Log of the density at t. */
export const studentLogDensity = (t: number): number => LOG_HEIGHT - 2.5 * Math.log1p((t * t) / 4)
