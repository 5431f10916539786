import { decimal, isDecimal } from '../shared/decimal.ts'
import { add, fromDecimal, print } from '../shared/rational.ts'
import { type Read, roundedBy, sayBound, signOf, threshold } from './bound.ts'
import { type Reading, readMeasure } from './measure.ts'
import type { Bound, Condition, Inputs, Measure, Scheme, Step, Table } from './scheme.ts'
import type { Situation } from './situation.ts'
import type { Detail, UngradedWhy } from './why-ungraded.ts'
import { holds, type WorkingStep } from './working.ts'

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
    if (!points) return { ok: false, why: 'scheme-incomplete', working: [] }
    const base = measured(points.measure)
    if (!base.ok) return base
    const row = points.table.find(({ from }) => from === undefined || within(base, from, '≧'))
    const parts = [row?.points ?? decimal('0')]
    for (const id of points.plus) {
      const given = inputs[id]
      if (given === undefined) return { ok: false, why: 'input-missing', working: [] }
      if (!isDecimal(given)) return { ok: false, why: 'input-not-understood', working: [] }
      parts.push(given)
    }
    const total = parts.map(fromDecimal).reduce(add)
    const result = print(total)
    return {
      ok: true,
      value: total,
      as: 'number',
      working: [{ what: 'points', expression: parts.join('＋'), result }],
    }
  }

  const within = (reading: Read, bound: Bound, side: '≧' | '≦'): boolean =>
    holds(roundedBy(scheme, reading), signOf(bound, side), threshold(bound, situation))

  const compareWith = (reading: Read, bound: Bound, side: '≧' | '≦', grade: string): boolean => {
    const answer = within(reading, bound, side)
    const comparison = sayBound(scheme, reading, bound, side, situation)
    working.push({ what: 'compare', comparison, holds: answer, grade })
    return answer
  }

  const between = (reading: Read, from: Bound | undefined, to: Bound | undefined, grade: string) =>
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
