import type { Actual, KnownActual } from '#domain/indicator/actual.ts'
import type { Baseline, Commitment, PrintedValue, Qualifier, Target } from '#domain/indicator/commitment.ts'
import { finalTarget } from '#domain/indicator/target-kind.ts'
import type { PlanDocument } from '#domain/plan/plan.ts'
import { printDecimal } from '#domain/shared/rational.ts'
import type { Stated } from '#domain/shared/stated.ts'
import { useWords } from '../words.tsx'
import { FromSource } from './origin.tsx'

/** A number with what stands beside it: qualifier, unit, and the year in a slot of its own so that digits stay in line. */
export function Figure({
  value,
  unit,
  slot,
  qualifier,
}: {
  readonly value: PrintedValue['value']
  readonly unit?: Stated<string> | undefined
  readonly slot?: string | undefined
  readonly qualifier?: Qualifier | undefined
}) {
  const w = useWords()
  return (
    <>
      {printDecimal(value)}
      {unit && unit !== 'not-stated' && <span className="unit">{unit}</span>}
      {qualifier && <span className="slot">{w.qualifier[qualifier]}</span>}
      {slot && <span className="slot">{slot}</span>}
    </>
  )
}

/** 記載なし: the document does not say. */
export function NotStated() {
  return <span className="faint small">{useWords().app.notStated}</span>
}

export function BaselineFigure({ baseline }: { readonly baseline: Stated<Baseline> }) {
  const w = useWords()
  if (baseline === 'not-stated') return <NotStated />
  const year = baseline.year === 'not-stated' ? w.indicator.yearNotStated : w.shortYear(baseline.year)
  const slot = baseline.span ? `${year} ${w.indicator.months(baseline.span.months)}` : year
  return <Figure value={baseline.value} qualifier={baseline.qualifier} slot={slot} />
}

export function TargetFigure({ target }: { readonly target: Target | undefined }) {
  const w = useWords()
  if (!target) return <NotStated />
  return <Figure value={target.value} qualifier={target.qualifier} slot={w.shortYear(target.year)} />
}

/** 実績値, or why there is none. */
export function ActualFigure({
  actual,
  withYear = true,
}: {
  readonly actual: Actual | undefined
  readonly withYear?: boolean
}) {
  const w = useWords()
  if (!actual) return <span className="faint small">{w.missing['not-submitted']}</span>
  if (actual.kind === 'missing')
    return (
      <span className="faint small">
        {w.missing[actual.why]}
        {withYear && <span className="slot">{w.shortYear(actual.year)}</span>}
      </span>
    )
  return (
    <>
      <b>{printDecimal(actual.value)}</b>
      {actual.qualifier && <span className="slot">{w.qualifier[actual.qualifier]}</span>}
      {actual.provisional && <span className="slot">{w.indicator.provisional}</span>}
      {withYear && <span className="slot">{w.shortYear(actual.year)}</span>}
    </>
  )
}

/** Heads of the columns that {@link PromiseCells} fills. */
export function PromiseHeads() {
  const w = useWords().indicator
  return [w.baseline, w.target, w.latest].map((name) => (
    <th scope="col" className="num" key={name}>
      {name}
    </th>
  ))
}

/** 基準値・目標値・最新値: the three cells of a promise, the same in every table that lists promises. */
export function PromiseCells({
  commitment,
  latest,
  documents,
}: {
  readonly commitment: Commitment
  /** Documents of the plan, so that each figure opens its line. */
  readonly documents: readonly PlanDocument[]
  readonly latest: KnownActual | undefined
}) {
  const w = useWords()
  return (
    <>
      <td className="num" data-label={w.indicator.baseline}>
        <FromSource source={commitment.source} documents={documents}>
          <BaselineFigure baseline={commitment.baseline} />
        </FromSource>
      </td>
      <td className="num" data-label={w.indicator.target}>
        <FromSource source={commitment.source} documents={documents}>
          <TargetFigure target={finalTarget(commitment)} />
        </FromSource>
      </td>
      <td className="num" data-label={w.indicator.latest}>
        <ActualFigure actual={latest} />
      </td>
    </>
  )
}
