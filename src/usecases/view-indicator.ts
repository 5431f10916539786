import type { RecordedOpinion, StandingOpinion } from '#domain/cycle/opinion.ts'
import { planYear } from '#domain/cycle/plan-year.ts'
import type { Actual } from '#domain/indicator/actual.ts'
import type { Commitment } from '#domain/indicator/commitment.ts'
import { type Outlook, type OutlookWhy, outlookOf } from '#domain/indicator/forecast/outlook.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import type { Judgement } from '#domain/indicator/judgement.ts'
import type { RecordedActual } from '#domain/indicator/recorded.ts'
import type { Scheme } from '#domain/indicator/scheme.ts'
import { DEFAULT_SCHEME, findScheme } from '#domain/indicator/schemes/all.ts'
import { currentActuals } from '#domain/indicator/series.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { placedNodes } from '#domain/plan/walk.ts'
import type { Outcome } from '#domain/shared/outcome.ts'
import { fiscalYear } from '#domain/shared/year.ts'
import { listActuals } from '#store/actuals.ts'
import { type Change, listChanges } from '#store/changes.ts'
import { GOVERNMENT, loadElements, versions } from '#store/elements.ts'
import { listJudgements, type RecordedJudgement } from '#store/judgements.ts'
import { findPlan, listEditions, loadShared } from '#store/plans.ts'
import type { ReadTx } from '#store/transaction.ts'
import { openAttributes } from './settle-attribute.ts'
import { settledOpinions } from './settled-opinions.ts'

export type PlanPromise = {
  readonly plan: Pick<Plan, 'id' | 'title' | 'titles' | 'edition' | 'documents' | 'period'>
  readonly commitment: Commitment
  /** Names of the nodes it hangs on, outermost first. */
  readonly place: readonly string[]
}

export type Judged = {
  readonly plan: string
  readonly planTitle: string
  readonly planTitles: Plan['titles']
  readonly scheme: Scheme
  readonly judgement: Judgement
}

/** Where the series is heading, towards the promise that is open. */
export type OutlookFor = {
  readonly plan: string
  readonly told: Outcome<Outlook, OutlookWhy>
}

export type IndicatorView = {
  readonly indicator: Indicator
  readonly department: string | undefined
  readonly records: readonly RecordedActual[]
  readonly actuals: readonly Actual[]
  readonly promises: readonly PlanPromise[]
  readonly judged: readonly Judged[]
  readonly frozen: readonly RecordedJudgement[]
  /** Absent where no plan promises anything. */
  readonly outlook?: OutlookFor
  readonly events: readonly {
    readonly name: string
    readonly names?: { readonly en?: string }
    readonly year: number
  }[]
  readonly opinions: readonly (StandingOpinion & { readonly response?: RecordedOpinion })[]
  readonly changes: readonly Change[]
  /** 記載なしの項目 that a person may settle. */
  readonly open: readonly string[]
}

/** Two schemes side by side unless others are asked for: the default, and one in wide use. */
const SHOWN = [DEFAULT_SCHEME.id, 'nagano']

/** 指標を見る: one series through all plans, every promise made about it, and its judgement under the asked schemes. */
export async function viewIndicator(
  tx: ReadTx,
  id: string,
  year: number,
  schemes: readonly string[],
): Promise<IndicatorView | undefined> {
  const indicator = (await loadShared(tx)).indicators.find((each) => each.id === id)
  if (!indicator) return undefined
  const records = await listActuals(tx, [id])
  const plans = await plansPromising(tx, id)
  const asked = (schemes.length > 0 ? [...new Set([...schemes, ...SHOWN])] : SHOWN).flatMap(
    (each) => findScheme(each) ?? [],
  )
  const commitments = new Set(
    plans.flatMap(({ commitments: all }) =>
      all.filter((each) => each.indicator === id).map((each) => each.id),
    ),
  )
  const covering = plans.filter(
    ({ period }) => year <= period.to && (period.from === 'not-stated' || year >= period.from),
  )
  const current = covering.length > 0 ? covering : plans.slice(0, 1)
  const outlook = outlookTowards(indicator, currentActuals(records), [...current, ...plans])
  const opinions = await settledOpinions(tx)
  const elements = await loadElements(tx, GOVERNMENT)
  const body = (kind: string) => elements.filter((each) => each.kind === kind).map((each) => each.body)
  return {
    indicator,
    department: (
      elements.find((each) => each.kind === 'department' && each.id === indicator.department)?.body as
        | { name?: string }
        | undefined
    )?.name,
    records,
    actuals: currentActuals(records),
    promises: plans.flatMap((plan) => {
      const places = new Map([...placedNodes(plan)].map((placed) => [placed.node.id, placed]))
      return plan.commitments
        .filter((commitment) => commitment.indicator === id)
        .map((commitment) => {
          const placed = places.get(commitment.on)
          const nodes = placed ? [...placed.above, placed.node] : []
          const { id: planId, title, titles, edition, documents, period } = plan
          return {
            plan: { id: planId, title, ...(titles ? { titles } : {}), edition, documents, period },
            commitment,
            place: nodes.map(({ number, name }) => [number, name].filter(Boolean).join(' ')),
          }
        })
    }),
    ...(outlook ? { outlook } : {}),
    judged: current.flatMap((plan) =>
      asked.flatMap((scheme) =>
        planYear(plan, records, fiscalYear(Math.min(year, plan.period.to)), scheme)
          .rows.filter((row) => row.indicator.id === id)
          .map(({ judgement }) => ({
            plan: plan.id,
            planTitle: plan.title,
            planTitles: plan.titles,
            scheme,
            judgement,
          })),
      ),
    ),
    frozen: (await listJudgements(tx)).filter(
      ({ commitment, plan }) => commitments.has(commitment) && plans.some((each) => each.id === plan),
    ),
    events: body('event') as IndicatorView['events'],
    opinions: opinions
      .filter(({ subject }) => commitments.has(subject) || subject === id)
      .map((opinion) => {
        const response = opinion.responses.at(-1)
        return { ...opinion, ...(response ? { response } : {}) }
      }),
    changes: await listChanges(tx, { subject: `indicator:${id}` }),
    open: openAttributes(
      indicator,
      plans.flatMap(({ commitments: all }) => all.filter((each) => each.indicator === id)),
    ),
  }
}

/** Towards the first of these promises that is still open; else why the first of them cannot be foretold. */
function outlookTowards(
  indicator: Indicator,
  actuals: readonly Actual[],
  plans: readonly Plan[],
): OutlookFor | undefined {
  const all = plans.flatMap((plan) =>
    plan.commitments
      .filter((commitment) => commitment.indicator === indicator.id)
      .map((commitment) => ({ plan, commitment })),
  )
  let first: OutlookFor | undefined
  for (const { plan, commitment } of all) {
    const told = outlookOf(indicator, commitment, actuals, plan.period.to)
    if (told.ok || told.why !== 'year-not-ahead') return { plan: plan.title, told }
    first ??= { plan: plan.title, told }
  }
  return first
}

/** Every edition that promises something about the indicator, newest first. */
async function plansPromising(tx: ReadTx, indicator: string): Promise<readonly Plan[]> {
  const owners = await versions(tx)
    .where('kind', '=', 'commitments')
    .where('indicator', '=', indicator)
    .select('owner')
    .distinct()
    .orderBy('owner')
    .execute()
  const of = new Set(owners.map(({ owner }) => owner))
  const plans: Plan[] = []
  for (const { id, edition } of await listEditions(tx)) {
    const plan = of.has(`${id}/${edition.id}`) ? await findPlan(tx, id, edition.id) : undefined
    if (plan) plans.push(plan)
  }
  return plans
}
