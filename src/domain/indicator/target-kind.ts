import { done, type Outcome, refuse } from '../shared/outcome.ts'
import { compare, fromDecimal, isZero } from '../shared/rational.ts'
import type { Commitment, Target, TargetKind } from './commitment.ts'
import type { Better, Indicator } from './indicator.ts'
import { accumulationOf, betterOf } from './settled.ts'

/**
 * 目標の種類 (aim): what the target asks for and which way is good.
 * `direction` is 'inferred' where nobody says so and the way from baseline to target was taken for it.
 */
export type Aim = {
  readonly kind: TargetKind
  readonly kindFrom: 'stated' | 'derived'
  readonly better: Better
  readonly direction: 'stated' | 'inferred'
}

export type AimWhy = 'target-not-stated' | 'direction-not-stated' | 'never-judged'

/** 目標値 of the plan's last year. Where a target was raised in place, the last one written is in force. */
export const finalTarget = ({ targets }: Commitment): Target | undefined =>
  targets.findLast(({ role }) => role === 'final')

/**
 * 目標の種類 by the table of `rules`: reach, floor, hold, curb, cumulative, complete, none.
 * 以上 and 以下 state a direction by themselves. Where nobody says which way is good, a target above its baseline is read
 * as one to rise to, and a target of 0 as one to bring down; the judgement says so. Any other target on or below its
 * baseline is refused until a person settles it:
 * 公共交通 55,436→55,302 could be a cut or a fall less than feared, and 60.7→60.7 has no worse side.
 */
export function aimOf(indicator: Indicator, commitment: Commitment): Outcome<Aim, AimWhy> {
  const target = finalTarget(commitment)
  if (commitment.kind === 'none') return refuse('never-judged')
  if (!target) return refuse('target-not-stated')
  const { qualifier } = target
  const baseline = commitment.baseline === 'not-stated' ? undefined : fromDecimal(commitment.baseline.value)
  const goal = fromDecimal(target.value)
  const way = baseline ? compare(goal, baseline) : 0

  const stated = betterOf(indicator)
  const said: Better | undefined =
    stated !== 'not-stated'
      ? stated
      : qualifier === 'at-least'
        ? 'higher'
        : qualifier === 'at-most'
          ? 'lower'
          : undefined
  const inferred = inferredWay(commitment.kind, way, isZero(goal))
  const better = said ?? inferred ?? (commitment.kind === 'complete' ? 'higher' : undefined)
  if (!better) return refuse('direction-not-stated')
  const direction = said ? 'stated' : 'inferred'

  if (commitment.kind) return done({ kind: commitment.kind, kindFrom: 'stated', better, direction })
  const kind = derive(better, way, baseline !== undefined, qualifier)
  const running =
    accumulationOf(indicator) === 'cumulative' || qualifier === 'cumulative' ? 'cumulative' : 'reach'
  return done({ kind: kind === 'reach' ? running : kind, kindFrom: 'derived', better, direction })
}

/** Which way the target itself shows; a kind that a person stated as a way to go shows it both up and down. */
function inferredWay(kind: TargetKind | undefined, way: -1 | 0 | 1, toNothing: boolean): Better | undefined {
  if (way === 0 || kind === 'floor' || kind === 'hold' || kind === 'curb') return undefined
  if (way > 0) return 'higher'
  return kind !== undefined || toNothing ? 'lower' : undefined
}

/** `way`: 1 where the target lies above the baseline, −1 below, 0 on it. */
function derive(
  better: Better,
  way: -1 | 0 | 1,
  hasBaseline: boolean,
  qualifier: Target['qualifier'],
): 'reach' | 'floor' | 'hold' | 'curb' {
  if (better === 'steady') return 'hold'
  if (!hasBaseline) return 'reach'
  if (way === 0) return 'hold'
  if (way === (better === 'higher' ? 1 : -1)) return 'reach'
  return qualifier === (better === 'higher' ? 'at-least' : 'at-most') ? 'floor' : 'curb'
}

/** Kinds that have a way to go; the others are kept, not reached, and have no 進捗率. */
export const hasPath = (kind: TargetKind): boolean => kind === 'reach' || kind === 'cumulative'
