import type { Actual, KnownActual } from '../indicator/actual.ts'
import type { Commitment } from '../indicator/commitment.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { judge } from '../indicator/judge.ts'
import type { Judgement } from '../indicator/judgement.ts'
import type { RecordedActual } from '../indicator/recorded.ts'
import { type RollUp, rollUpByGoal } from '../indicator/roll-up.ts'
import type { Scheme } from '../indicator/scheme.ts'
import { currentActuals } from '../indicator/series.ts'
import type { Plan } from '../plan/plan.ts'
import type { PlanNode } from '../plan/tree.ts'
import { type Placed, placedNodes } from '../plan/walk.ts'
import type { FiscalYear } from '../shared/year.ts'

/** One promise of the plan in one year: what was recorded, what stands, and how it is judged. */
export type CommitmentYear = {
  readonly commitment: Commitment
  readonly indicator: Indicator
  readonly on: PlanNode
  /** The outermost node above: the goal it is counted under. */
  readonly goal: PlanNode
  readonly relistedOn: readonly string[]
  readonly records: readonly RecordedActual[]
  readonly actuals: readonly Actual[]
  /** The latest known value up to the evaluation year. */
  readonly latest?: KnownActual
  readonly judgement: Judgement
}

/** 計画の一年: every commitment of one edition judged for one fiscal year under one scheme, and the counts. */
export type PlanYear = {
  readonly plan: Plan
  readonly year: FiscalYear
  readonly scheme: Scheme
  readonly rows: readonly CommitmentYear[]
  readonly goals: readonly { readonly goal: PlanNode; readonly rollUp: RollUp }[]
  readonly total: RollUp
  /** The judgements are those of the closing, not of today. */
  readonly frozen?: true
}

/** Judges a plan's year. `records` are those of the plan's indicators, as known at the moment that is asked about. */
export function planYear(
  plan: Plan,
  records: readonly RecordedActual[],
  year: FiscalYear,
  scheme: Scheme,
): PlanYear {
  const places = new Map([...placedNodes(plan)].map((placed) => [placed.node.id, placed]))
  const indicators = new Map(plan.indicators.map((indicator) => [indicator.id, indicator]))
  const byIndicator = Map.groupBy(records, ({ indicator }) => indicator)
  const rows = plan.commitments.flatMap((commitment): CommitmentYear[] => {
    const place = places.get(commitment.on)
    const indicator = indicators.get(commitment.indicator)
    if (!place || !indicator) return []
    const recorded = byIndicator.get(indicator.id) ?? []
    const actuals = currentActuals(recorded)
    const latest = actuals.findLast((each): each is KnownActual => each.kind === 'known' && each.year <= year)
    return [
      {
        commitment,
        indicator,
        on: place.node,
        goal: goalOf(place),
        relistedOn: plan.relistings.filter((each) => each.commitment === commitment.id).map(({ on }) => on),
        records: recorded,
        actuals,
        ...(latest ? { latest } : {}),
        judgement: judge({
          indicator,
          commitment,
          actuals,
          evaluationYear: year,
          scheme,
          ...(plan.period.from === 'not-stated' ? {} : { planFrom: plan.period.from }),
          ...vintageOf(actuals),
        }),
      },
    ]
  })
  return counted({ plan, year, scheme, rows })
}

/** Counts the rows by goal and in total; a re-listed one is named where it stands again and counted once. */
function counted({
  plan,
  year,
  scheme,
  rows,
}: Pick<PlanYear, 'plan' | 'year' | 'scheme' | 'rows'>): PlanYear {
  const places = new Map([...placedNodes(plan)].map((placed) => [placed.node.id, placed]))
  const listed = rows.flatMap(({ goal, judgement, relistedOn }) => [
    { under: goal.id, judgement },
    ...relistedOn.flatMap((on) => {
      const place = places.get(on)
      return place ? [{ under: goalOf(place).id, judgement, relisted: true }] : []
    }),
  ])
  const { goals, total } = rollUpByGoal(scheme, listed)
  return {
    plan,
    year,
    scheme,
    rows,
    goals: goals.flatMap(({ under, rollUp }) => {
      const goal = places.get(under)?.node
      return goal ? [{ goal, rollUp }] : []
    }),
    total,
  }
}

/**
 * 締めた年: the judgements as they were frozen when the year was closed take the place of today's reading. A commitment that the closing
 * did not know keeps its reading.
 */
export function asFrozen(view: PlanYear, frozen: ReadonlyMap<string, Judgement>): PlanYear {
  const rows = view.rows.map((row) => ({ ...row, judgement: frozen.get(row.commitment.id) ?? row.judgement }))
  return { ...counted({ ...view, rows }), frozen: true }
}

const goalOf = ({ node, above }: Placed): PlanNode => above[0] ?? node

/** Where a statistic was revised, the newest series judges; the older one stays readable. */
function vintageOf(actuals: readonly Actual[]): { readonly vintage?: string } {
  const newest = actuals.findLast(({ vintage }) => vintage !== undefined)?.vintage
  return newest === undefined ? {} : { vintage: newest }
}
