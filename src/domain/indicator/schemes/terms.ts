import { decimal } from '../../shared/decimal.ts'
import type { TargetKind } from '../commitment.ts'
import type { Bilingual, Bound, Condition, Measure, Scheme, Step, Tone } from '../scheme.ts'

/** Short words for writing a scheme down as a table; the result is plain data. */
export const say = (ja: string, en: string): Bilingual => ({ ja, en })

type Of = Bound['of']
const bound = (at: string, closed: boolean, of?: Of): Bound => ({
  at: decimal(at),
  closed,
  ...(of ? { of } : {}),
})

/** 以上 */
export const atLeast = (measure: Measure, at: string, of?: Of): Condition => ({
  measure,
  from: bound(at, true, of),
})
/** 超 */
export const above = (measure: Measure, at: string, of?: Of): Condition => ({
  measure,
  from: bound(at, false, of),
})
/** 以下 */
export const atMost = (measure: Measure, at: string): Condition => ({ measure, to: bound(at, true) })
/** 入力が以上 */
export const inputAtLeast = (input: string, at: string): Condition => ({ input, from: bound(at, true) })
export const inputIs = (input: string, ...is: string[]): Condition => ({ input, is })
export const fromPoints = (at: string | undefined, points: string) =>
  at === undefined ? { points: decimal(points) } : { from: bound(at, true), points: decimal(points) }

export const step = (grade: string, label: Bilingual, tone: Tone, ...when: Condition[]): Step => ({
  grade,
  label,
  tone,
  when,
})

/** 道すじのある目標 (and a countable 完了). */
export const ON_A_PATH: readonly TargetKind[] = ['reach', 'cumulative', 'complete']
/** 維持・以上・減少の抑制. */
export const KEPT: readonly TargetKind[] = ['floor', 'hold', 'curb']
export const EVERY_KIND: readonly TargetKind[] = [...ON_A_PATH, ...KEPT]

/** What the shipped schemes have in common where their bodies say nothing else. */
export const USUAL: Pick<
  Scheme,
  'version' | 'inputs' | 'maxValueAgeYears' | 'path' | 'relisted' | 'ungradable' | 'assumed'
> = {
  version: '1',
  inputs: [],
  maxValueAgeYears: 3,
  path: 'own-baseline',
  relisted: 'once',
  ungradable: { count: 'in-denominator', marks: [] },
  assumed: [],
}

/** 余裕がある、または許容差のうち. */
export const IS_KEPT: Condition = atLeast('margin', '-1', 'tolerance')

export const KEPT_BY_MARGIN: Bilingual = say(
  '維持・以上・減少の抑制の目標は、目標値に対する余裕で判定し、許容差のうちは保たれたとする（出典に定めなし）',
  'Kept targets (hold, floor, curb) are judged by their margin and count as kept within the tolerance; the source does not say',
)
