import { print, printDecimal, type Rational } from '../shared/rational.ts'
import type { FiscalYear } from '../shared/year.ts'
import type { KnownActual } from './actual.ts'
import type { Commitment, Target } from './commitment.ts'
import { gradeBy } from './grade-by.ts'
import type { FormerRow, Judgement, Ungraded } from './judgement.ts'
import { readMeasure } from './measure.ts'
import { type Question, type Situation, situationOf } from './situation.ts'
import { aimOf, finalTarget, hasPath } from './target-kind.ts'
import { valueUsed } from './value-used.ts'
import type { Detail, UngradedWhy } from './why-ungraded.ts'
import type { WorkingStep } from './working.ts'

/**
 * 判定する (judge): one commitment, one year, one scheme. Pure and exact; rounding happens only where the scheme
 * says so. What the document leaves open is a reason, never a guess.
 */
export function judge(question: Question): Judgement {
  const { indicator, commitment, evaluationYear, scheme } = question
  const former = scheme.rowsWhenRaised ? formerRows(question) : []
  const about = {
    commitment: commitment.id,
    indicator: indicator.id,
    evaluationYear,
    scheme: { id: scheme.id, version: scheme.version },
    ...(former.length > 0 ? { former } : {}),
  }
  const working: WorkingStep[] = []
  const ungraded = (why: UngradedWhy, detail?: Detail): Ungraded => {
    const mark = scheme.ungradable.marks.find(
      (each) => !each.why || (each.why as readonly string[]).includes(why),
    )
    return {
      kind: 'ungraded',
      ...about,
      why,
      ...(detail ? { detail } : {}),
      tone: 'none',
      ...(mark ? { mark: { grade: mark.grade, label: mark.label } } : {}),
      working,
    }
  }

  const aim = aimOf(indicator, commitment)
  if (!aim.ok) return ungraded(aim.why)
  const used = valueUsed(question.actuals, evaluationYear, scheme.maxValueAgeYears, question.vintage)
  if (!used.ok) return ungraded(used.why, used.detail)
  const situation = situationOf(question, aim.value, used.value)

  working.push(
    {
      what: 'value',
      result: printDecimal(used.value.value),
      detail: valueDetail(used.value, evaluationYear),
    },
    {
      what: 'target',
      result: printDecimal((finalTarget(commitment) as Target).value),
      detail: { year: situation.targetYear },
    },
    {
      what: 'kind',
      result: aim.value.kind,
      detail: { better: aim.value.better, direction: aim.value.direction, from: aim.value.kindFrom },
    },
    ...notes(commitment, situation),
  )
  if (hasPath(aim.value.kind)) working.push(...readMeasure('progress', situation).working)

  const verdict = gradeBy(scheme, situation, question.inputs ?? {})
  working.push(
    ...verdict.working.filter(({ what }) => what !== 'progress' || !working.some((w) => w.what === what)),
  )
  if (!verdict.ok) return ungraded(verdict.why, verdict.detail)
  const { grade, label, tone } = verdict.step
  return {
    kind: 'graded',
    ...about,
    grade,
    label,
    tone,
    valueYear: used.value.year,
    value: used.value,
    targetKind: aim.value.kind,
    direction: aim.value.direction,
    working,
  }
}

const valueDetail = (used: KnownActual, evaluationYear: FiscalYear): Detail => ({
  year: used.year,
  ...(used.year === evaluationYear ? {} : { insteadOf: evaluationYear }),
  ...(used.vintage === undefined ? {} : { vintage: used.vintage }),
  ...(used.provisional ? { provisional: 'yes' } : {}),
  ...(used.span ? { months: used.span.months } : {}),
})

/** What a reader must know beside the arithmetic: a baseline over part of a year, and the tolerance in force. */
function notes({ baseline }: Commitment, { tolerance }: Situation): readonly WorkingStep[] {
  const months = baseline === 'not-stated' ? undefined : baseline.span?.months
  const isSet = (value: Rational) => value.n !== 0n
  return [
    ...(months !== undefined && months < 12
      ? [{ what: 'note', detail: { baselineMonths: months } } as const]
      : []),
    ...(isSet(tolerance) ? [{ what: 'tolerance', result: print(tolerance) } as const] : []),
  ]
}

/** Targets of the same year that the one in force has replaced: an earlier final one, or one marked former. */
function formerRows(question: Question): readonly FormerRow[] {
  const { commitment, scheme } = question
  const inForce = finalTarget(commitment)
  const { rowsWhenRaised: _, ...once } = scheme
  return commitment.targets
    .filter(
      (each) =>
        each !== inForce &&
        each.year === inForce?.year &&
        each.value !== inForce.value &&
        (each.role === 'final' || each.role === 'former'),
    )
    .map((old) => ({
      target: old.value,
      judgement: judge({
        ...question,
        scheme: once,
        commitment: {
          ...commitment,
          targets: [
            ...commitment.targets.filter(({ role }) => role === 'milestone'),
            { ...old, role: 'final' },
          ],
        },
      }),
    }))
}
