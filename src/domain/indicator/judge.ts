import { fromDecimal, print, type Rational } from '../shared/rational.ts'
import { type FiscalYear, fiscalYear, isFiscalYear } from '../shared/year.ts'
import type { Actual, KnownActual } from './actual.ts'
import type { Commitment, Target, TargetKind } from './commitment.ts'
import { type Detail, gradeBy, type Inputs, toleranceOf } from './grade-by.ts'
import type { Indicator } from './indicator.ts'
import { readMeasure, type Situation } from './measure.ts'
import type { Path } from './pace.ts'
import type { Bilingual, Scheme, Tone } from './scheme.ts'
import { baselineYearOf, unitOf } from './settled.ts'
import { type Aim, aimOf, finalTarget, hasPath } from './target-kind.ts'
import { valueUsed } from './value-used.ts'
import type { UngradedWhy } from './why-ungraded.ts'
import type { Working, WorkingStep } from './working.ts'

export type Question = {
  readonly indicator: Indicator
  readonly commitment: Commitment
  /** Current values, in any order; see {@link file://./series.ts} for how they come out of the record. */
  readonly actuals: readonly Actual[]
  readonly evaluationYear: FiscalYear
  readonly scheme: Scheme
  readonly inputs?: Inputs
  /** 系列 that the target was set on, where the statistic was revised. */
  readonly vintage?: string
  /** First year of the plan, for schemes that count equal steps over the plan's years. */
  readonly planFrom?: FiscalYear
}

type About = {
  readonly commitment: string
  readonly indicator: string
  readonly evaluationYear: FiscalYear
  readonly scheme: { readonly id: string; readonly version: string }
  /** 二段書き: the same judgement against the target that stood before it was raised. */
  readonly former?: readonly FormerRow[]
  readonly working: Working
}

export type FormerRow = { readonly target: string; readonly judgement: Judgement }

/** 判定 (judgement): a grade with all that it rests on. */
export type Graded = About & {
  readonly kind: 'graded'
  readonly grade: string
  readonly label: Bilingual
  readonly tone: Tone
  /** 「R4の値で評価」 where it is not the evaluation year. */
  readonly valueYear: FiscalYear
  readonly value: KnownActual
  readonly targetKind: TargetKind
  readonly direction: Aim['direction']
}

/** まだ判定できない: counted, with its reason. `mark` is the body's own sign for it, where it has one. */
export type Ungraded = About & {
  readonly kind: 'ungraded'
  readonly why: UngradedWhy
  readonly detail?: Detail
  readonly tone: 'none'
  readonly mark?: { readonly grade: string; readonly label: Bilingual }
}

export type Judgement = Graded | Ungraded

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
  if (unitOf(indicator) === 'not-stated') return ungraded('unit-not-stated')
  const used = valueUsed(question.actuals, evaluationYear, scheme.maxValueAgeYears, question.vintage)
  if (!used.ok) return ungraded(used.why, used.detail)
  const situation = situationOf(question, aim.value, used.value)

  working.push(
    { what: 'value', result: print(situation.actual), detail: valueDetail(used.value, evaluationYear) },
    { what: 'target', result: print(situation.target), detail: { year: situation.targetYear } },
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

function situationOf(question: Question, aim: Aim, used: KnownActual): Situation {
  const { indicator, commitment, scheme, planFrom, actuals, vintage } = question
  const target = finalTarget(commitment) as Target
  const from = baselineYearOf(indicator, commitment)
  const start =
    scheme.path === 'plan-years' && planFrom && isFiscalYear(planFrom - 1) ? fiscalYear(planFrom - 1) : from
  const path: Path | undefined =
    commitment.baseline === 'not-stated'
      ? undefined
      : {
          baseline: fromDecimal(commitment.baseline.value),
          from: start,
          target: fromDecimal(target.value),
          to: target.year,
          milestones: commitment.targets
            .filter(({ role }) => role === 'milestone')
            .map(({ year, value }) => ({ year, value: fromDecimal(value) })),
        }
  const before = used.year - 1
  const previous = isFiscalYear(before) ? valueUsed(actuals, fiscalYear(before), 0, vintage) : undefined
  const tolerance = toleranceOf(commitment, { ...indicator, unit: unitOf(indicator) }, scheme)
  return {
    aim,
    actual: fromDecimal(used.value),
    valueYear: used.year,
    target: fromDecimal(target.value),
    targetYear: target.year,
    ...(path ? { path } : {}),
    ...(previous?.ok ? { previous: fromDecimal(previous.value.value) } : {}),
    tolerance: fromDecimal(tolerance.value),
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
