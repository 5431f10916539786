import { type Decimal, decimal, isDecimal } from '../shared/decimal.ts'
import { abs, add, fromDecimal, neg, print, type Rational, rational, round, sub } from '../shared/rational.ts'
import { type Reading, readMeasure, type Situation, scaled } from './measure.ts'
import type { Bound, Condition, Measure, Scheme, Step, Table } from './scheme.ts'
import type { UngradedWhy } from './why-ungraded.ts'
import { flip, holds, type Sign, sayComparison, type WorkingStep } from './working.ts'

/** 人の入力 by id of the scheme's input. */
export type Inputs = Readonly<Record<string, string>>

export type Detail = Readonly<Record<string, string | number>>
export type Verdict =
  | { readonly ok: true; readonly step: Step; readonly working: readonly WorkingStep[] }
  | {
      readonly ok: false
      readonly why: UngradedWhy
      readonly detail?: Detail
      readonly working: readonly WorkingStep[]
    }

type Answer = 'yes' | 'no' | { readonly why: UngradedWhy; readonly detail?: Detail }

/** Grades a situation by a scheme: the first step of the table for its kind whose conditions all hold. */
export function gradeBy(scheme: Scheme, situation: Situation, inputs: Inputs): Verdict {
  const working: WorkingStep[] = []
  const read = new Map<Measure, Reading>()
  const letters = new Map<string, Answer | { readonly letter: string }>()

  const measured = (measure: Measure): Reading => {
    const known = read.get(measure)
    if (known) return known
    const reading = measure === 'points' ? readPoints() : readMeasure(measure, situation)
    read.set(measure, reading)
    working.push(...reading.working.filter(({ what }) => !working.some((step) => step.what === what)))
    return reading
  }

  const readPoints = (): Reading => {
    const { points } = scheme
    if (!points) throw new RangeError(`${scheme.id} asks for points and has no table of them`)
    const base = measured(points.measure)
    if (!base.ok) return base
    const row = points.table.find(({ from }) => from === undefined || within(base, from, '≧'))
    let total = rational(row?.points ?? 0)
    const parts = [String(row?.points ?? 0)]
    for (const id of points.plus) {
      const given = inputs[id]
      if (given === undefined) return { ok: false, why: 'input-missing', working: [] }
      if (!isDecimal(given)) return { ok: false, why: 'input-not-understood', working: [] }
      total = add(total, fromDecimal(given))
      parts.push(given)
    }
    const result = print(total)
    return {
      ok: true,
      value: total,
      as: 'number',
      working: [{ what: 'points', expression: parts.join('＋'), result }],
    }
  }

  const threshold = (bound: Bound): Rational => {
    const by =
      bound.of === 'baseline'
        ? situation.path?.baseline
        : bound.of === 'tolerance'
          ? situation.tolerance
          : undefined
    return scaled(fromDecimal(bound.at), by)
  }

  const rounded = (reading: Reading & { ok: true }): Rational =>
    scheme.rounding && reading.as === 'percent'
      ? round(reading.value, scheme.rounding.percentDigits + 2)
      : reading.value

  const within = (reading: Reading & { ok: true }, bound: Bound, side: '≧' | '≦'): boolean =>
    holds(rounded(reading), signOf(bound, side), threshold(bound))

  const compareWith = (
    reading: Reading & { ok: true },
    bound: Bound,
    side: '≧' | '≦',
    grade: string,
  ): boolean => {
    const sign = signOf(bound, side)
    const answer = within(reading, bound, side)
    working.push({
      what: 'compare',
      ...sayBound(reading, rounded(reading), sign, threshold(bound), situation),
      holds: answer,
      grade,
    })
    return answer
  }

  const between = (
    reading: Reading & { ok: true },
    from: Bound | undefined,
    to: Bound | undefined,
    grade: string,
  ) =>
    (from === undefined || compareWith(reading, from, '≧', grade)) &&
    (to === undefined || compareWith(reading, to, '≦', grade))

  const answerInput = (condition: Extract<Condition, { input: string }>, grade: string): Answer => {
    const declared = scheme.inputs.find(({ id }) => id === condition.input)
    const given = inputs[condition.input]
    const detail = { input: condition.input }
    if (given === undefined) return declared?.optional ? 'no' : { why: 'input-missing', detail }
    if (declared && declared.values !== 'number' && !declared.values.includes(given))
      return { why: 'input-not-understood', detail: { ...detail, given } }
    if ('is' in condition) {
      const answer = condition.is.includes(given)
      working.push({ what: 'input', result: given, holds: answer, grade, detail })
      return answer ? 'yes' : 'no'
    }
    if (!isDecimal(given)) return { why: 'input-not-understood', detail: { ...detail, given } }
    const reading = { ok: true, value: fromDecimal(given), as: 'number', working: [] } as const
    return between(reading, condition.from, condition.to, grade) ? 'yes' : 'no'
  }

  const answerScale = ({ scale, is }: Extract<Condition, { scale: string }>): Answer => {
    let found = letters.get(scale)
    if (!found) {
      const tables = scheme.scales?.find(({ id }) => id === scale)?.tables ?? []
      const step = firstStep(tables)
      found = 'grade' in step ? { letter: step.grade } : step
      letters.set(scale, found)
      if ('letter' in found) working.push({ what: 'scale', result: found.letter, detail: { scale } })
    }
    return typeof found === 'object' && 'letter' in found ? (is.includes(found.letter) ? 'yes' : 'no') : found
  }

  const answer = (condition: Condition, grade: string): Answer => {
    if ('scale' in condition) return answerScale(condition)
    if ('input' in condition) return answerInput(condition, grade)
    const reading = measured(condition.measure)
    if (reading.ok) return between(reading, condition.from, condition.to, grade) ? 'yes' : 'no'
    const missing = scheme.points?.plus.find((id) => inputs[id] === undefined)
    return reading.why === 'input-missing' && missing
      ? { why: reading.why, detail: { input: missing } }
      : { why: reading.why, detail: { measure: condition.measure } }
  }

  const firstStep = (tables: readonly Table[]): Step | Exclude<Answer, string> => {
    const table = tables.find(({ kinds }) => kinds.includes(situation.aim.kind))
    if (!table) return { why: 'scheme-does-not-cover-kind', detail: { kind: situation.aim.kind } }
    for (const step of table.steps) {
      let all: Answer = 'yes'
      for (const condition of step.when) {
        all = answer(condition, step.grade)
        if (all !== 'yes') break
      }
      if (typeof all === 'object') return all
      if (all === 'yes') return step
    }
    return { why: 'no-step-matches' }
  }

  const step = firstStep(scheme.tables)
  if ('why' in step) return { ok: false, ...step, working }
  if (step.ungraded) return { ok: false, why: step.ungraded, working }
  return { ok: true, step, working }
}

const signOf = ({ closed }: Bound, side: '≧' | '≦'): Sign => (closed ? side : side === '≧' ? '＞' : '＜')

/** Differences are said as the two values they come from: 「148≧144」 rather than 「4≧0」. */
function sayBound(
  reading: Reading & { ok: true },
  value: Rational,
  sign: Sign,
  threshold: Rational,
  situation: Situation,
) {
  const { against, as } = reading
  if (!against) return { comparison: sayComparison(value, sign, threshold, as) }
  const { better } = situation.aim
  if (better === 'steady')
    return { comparison: sayComparison(abs(value), flip(sign), neg(threshold), 'number') }
  const limit = better === 'higher' ? add(against, threshold) : sub(against, threshold)
  return {
    comparison: sayComparison(situation.actual, better === 'higher' ? sign : flip(sign), limit, 'number'),
  }
}

/** 許容差 that applies: the commitment's own, the survey's, the scheme's for surveys counted in % or ポイント, else none. */
export function toleranceOf(
  commitment: { readonly tolerance?: Decimal },
  indicator: { readonly survey?: { readonly tolerancePoints?: number }; readonly unit: string },
  scheme: Scheme,
): { readonly value: Decimal; readonly from: 'commitment' | 'survey' | 'scheme' | 'none' } {
  if (commitment.tolerance !== undefined) return { value: commitment.tolerance, from: 'commitment' }
  const points = indicator.survey?.tolerancePoints
  if (points !== undefined && isDecimal(String(points)))
    return { value: decimal(String(points)), from: 'survey' }
  const inPoints = ['%', '％', 'ポイント', 'pt'].includes(indicator.unit)
  return indicator.survey && inPoints && scheme.surveyTolerance !== undefined
    ? { value: scheme.surveyTolerance, from: 'scheme' }
    : { value: decimal('0'), from: 'none' }
}
