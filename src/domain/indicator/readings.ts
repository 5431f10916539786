import { done, type Outcome, refuse } from '../shared/outcome.ts'
import { expectedValue, pace, requiredPerYear } from './pace.ts'
import { achievementRate, type Measured, margin, progressRate } from './progress.ts'
import { type Question, type Situation, situationOf } from './situation.ts'
import { aimOf, hasPath } from './target-kind.ts'
import { valueUsed } from './value-used.ts'
import type { MeasureWhy, UngradedWhy } from './why-ungraded.ts'

/**
 * 読み (readings): every measure of one commitment in one year, each with its formula or the reason why it has none,
 * for a page that shows them side by side. 達成率 and 進捗率 never appear without their working.
 */
export type Readings = {
  readonly situation: Situation
  readonly achievement: Measured<MeasureWhy>
  readonly progress: Measured<MeasureWhy>
  readonly expected: Measured<MeasureWhy>
  readonly pace: Measured<MeasureWhy>
  readonly margin: Measured
  readonly requiredPerYear: Measured
}

const NO_BASELINE = { ok: false, why: 'baseline-not-stated', working: [] } as const

const NO_WAY = { ok: false, why: 'no-rate-for-kept-target', working: [] } as const

/** Reads all measures off a question, with the same value and path that a judgement by its scheme would use. */
export function readingsOf(question: Question): Outcome<Readings, UngradedWhy> {
  const aim = aimOf(question.indicator, question.commitment)
  if (!aim.ok) return aim
  const { actuals, evaluationYear, scheme, vintage } = question
  const used = valueUsed(actuals, evaluationYear, scheme.maxValueAgeYears, vintage)
  if (!used.ok) return refuse(used.why, used.detail)
  const situation = situationOf(question, aim.value, used.value)
  const { actual, target, targetYear, valueYear, path } = situation
  const { kind, better } = aim.value
  const kept = !hasPath(kind) && kind !== 'complete'
  return done({
    situation,
    achievement: achievementRate(actual, target, kind),
    progress: path ? progressRate(path.baseline, target, actual, kind) : NO_BASELINE,
    expected: kept ? NO_WAY : path ? expectedValue(path, valueYear) : NO_BASELINE,
    pace: path ? pace(path, actual, valueYear, kind) : NO_BASELINE,
    margin: margin(actual, target, better),
    requiredPerYear: kept ? NO_WAY : requiredPerYear(target, targetYear, actual, valueYear),
  })
}
