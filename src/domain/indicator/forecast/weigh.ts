import { follow, type ScaledPoint, type Setting, type Shock, type State } from './follow.ts'
import { heaviest } from './mixture.ts'
import type { Priors } from './priors.ts'

/** A setting, the shock it assumes (or none), where the series stands under both, and how likely they are by now. */
export type Weighed = {
  readonly weight: number
  readonly setting: Setting
  readonly shock?: Shock
  readonly state: State
}

/** Shocks are looked for in so many of the latest points. */
const LOOK_BACK = 12

export const shockVariance = ({ shock }: Priors, { noise }: Setting): number =>
  (shock.times * noise) ** 2 + shock.least ** 2

/** Every setting with its prior weight. */
export function settingsOf(
  priors: Priors,
): readonly { readonly setting: Setting; readonly weight: number }[] {
  let all: { readonly setting: Partial<Setting>; readonly weight: number }[] = [{ setting: {}, weight: 1 }]
  for (const name of ['noise', 'fleeting', 'drift', 'damping', 'counting'] as const)
    all = all.flatMap((so) =>
      priors[name].map(({ value, weight }) => ({
        setting: { ...so.setting, [name]: value },
        weight: so.weight * weight,
      })),
    )
  return all as { readonly setting: Setting; readonly weight: number }[]
}

/** 重みづけ: how likely each setting is, with no shock or one anywhere in the history, once the points are seen. */
export function weigh(points: readonly ScaledPoint[], priors: Priors, left: number): readonly Weighed[] {
  const { chance } = priors.shock
  const first = Math.max(0, points.length - LOOK_BACK)
  const places = points.flatMap((_, at) =>
    at < first
      ? []
      : at === 0
        ? [{ kind: 'odd' as const, at }]
        : [
            { kind: 'odd' as const, at },
            { kind: 'step' as const, at },
          ],
  )
  const calm = Math.log1p(-chance) * places.length
  const struck = calm + Math.log(chance / (1 - chance))
  const parts = settingsOf(priors).flatMap(({ setting, weight }) => {
    const variance = shockVariance(priors, setting)
    return [undefined, ...places.map((place) => ({ ...place, variance }))].map((shock) => {
      const { state, logLikelihood } = follow(points, setting, shock)
      return { log: Math.log(weight) + (shock ? struck : calm) + logLikelihood, setting, shock, state }
    })
  })
  const most = parts.reduce((max, { log }) => Math.max(max, log), Number.NEGATIVE_INFINITY)
  const sum = parts.reduce((total, { log }) => total + Math.exp(log - most), 0)
  return heaviest(
    parts.map(({ log, setting, shock, state }) => ({
      weight: Math.exp(log - most) / sum,
      setting,
      state,
      ...(shock ? { shock } : {}),
    })),
    left,
  )
}
