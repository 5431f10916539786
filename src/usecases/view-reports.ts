import type { StageDates } from '#domain/cycle/calendar.ts'
import type { Part } from '#domain/cycle/check-answer.ts'
import { type Answer, dueOn, type ReportState, reportState } from '#domain/cycle/report.ts'
import { type Department, knownIn } from '#domain/government/department.ts'
import type { Actual } from '#domain/indicator/actual.ts'
import type { Commitment } from '#domain/indicator/commitment.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import { currentActuals, standingRecord } from '#domain/indicator/series.ts'
import { listActuals } from '#store/actuals.ts'
import { listDepartments } from '#store/departments.ts'
import { findPlan, inForce, listEditions } from '#store/plans.ts'
import { findRound, listAnswers, listReportMoves, type Round, type SavedMove } from '#store/reports.ts'
import type { ReadTx } from '#store/transaction.ts'
import { usualDates } from './cycle-settings.ts'
import { partsOf } from './parts.ts'

/** 報告の一件: what is asked of a department for one indicator, and where it stands. */
export type ReportRow = {
  readonly indicator: Indicator
  /** Id of the department that answers; absent where nobody owns it yet. */
  readonly department?: string
  /** The promise that asks for it, of the plan that covers the year. */
  readonly commitment: Commitment
  readonly plan: { readonly id: string; readonly title: string }
  readonly actuals: readonly Actual[]
  /** 内訳, where the indicator is a sum. */
  readonly parts?: readonly Part[]
  /** Note and source of the year before. */
  readonly last?: { readonly note?: string; readonly source?: string }
  readonly answer?: Answer
  readonly moves: readonly SavedMove[]
  readonly state: ReportState
}

export type ReportsView = {
  readonly round?: Round
  /** The government's own dates, before a round is opened. */
  readonly usual: readonly StageDates[]
  readonly due?: string
  readonly rows: readonly ReportRow[]
  readonly departments: readonly Department[]
}

/** 実績の収集を見る: everything that the plans of a year ask for, of one department where it is named. */
export async function viewReports(
  tx: ReadTx,
  { year, department }: { readonly year: number; readonly department?: string },
): Promise<ReportsView> {
  const round = await findRound(tx, year)
  const usual = await usualDates(tx)
  const asked = (await askedFor(tx, year)).filter(
    ({ indicator }) => department === undefined || indicator.department === department,
  )
  const records = await listActuals(
    tx,
    asked.map(({ indicator }) => indicator.id),
  )
  const byIndicator = Map.groupBy(records, ({ indicator }) => indicator)
  const answers = new Map((await listAnswers(tx, year)).map((each) => [each.indicator, each]))
  const moves = Map.groupBy(await listReportMoves(tx, year), ({ indicator }) => indicator)
  const parts = await partsOf(
    tx,
    year,
    asked.map(({ indicator }) => indicator),
  )
  const due = round && dueOn(year, round.dates)
  return {
    ...(round ? { round } : {}),
    usual,
    ...(due ? { due } : {}),
    departments: knownIn(await listDepartments(tx), year + 1),
    rows: asked.map((each): ReportRow => {
      const { id, department: owner } = each.indicator
      const own = byIndicator.get(id) ?? []
      const actuals = currentActuals(own)
      const vintage = actuals.findLast((actual) => actual.vintage !== undefined)?.vintage
      const made = moves.get(id) ?? []
      const answer = answers.get(id)
      const whole = parts.get(id)
      const before = actuals.findLast((actual) => actual.year < year)
      const last = before && standingRecord(own, before.year, before.vintage)
      const recorded = standingRecord(own, year, vintage)
      const state = reportState(
        answer !== undefined,
        made.map(({ move }) => move),
      )
      return {
        ...each,
        ...(owner === 'not-stated' ? {} : { department: owner }),
        actuals,
        ...(whole ? { parts: whole } : {}),
        ...(last
          ? {
              last: {
                ...(last.note ? { note: last.note } : {}),
                ...(last.source ? { source: last.source } : {}),
              },
            }
          : {}),
        ...(answer ? { answer } : {}),
        moves: made,
        // A value that was recorded without a report is there: nobody need be asked again.
        state: state === 'empty' && recorded && recorded.actual.kind !== 'withdrawn' ? 'approved' : state,
      }
    }),
  }
}

/** The indicators that plans in force promise for a year, each once, with the promise of the latest plan. */
async function askedFor(
  tx: ReadTx,
  year: number,
): Promise<readonly Pick<ReportRow, 'indicator' | 'commitment' | 'plan'>[]> {
  const found = new Map<string, Pick<ReportRow, 'indicator' | 'commitment' | 'plan'>>()
  for (const { id, edition, period } of inForce(await listEditions(tx))) {
    const covers = year <= period.to && (period.from === 'not-stated' || year >= period.from)
    const plan = covers && edition.stage !== 'draft' ? await findPlan(tx, id, edition.id) : undefined
    for (const commitment of plan?.commitments ?? []) {
      const indicator = plan?.indicators.find((each) => each.id === commitment.indicator)
      if (plan && indicator && !found.has(indicator.id))
        found.set(indicator.id, { indicator, commitment, plan: { id: plan.id, title: plan.title } })
    }
  }
  return [...found.values()]
}
