import { type Answer, type ReportState, reportState } from '#domain/cycle/report.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { closedFor } from '#store/cycle.ts'
import { findIndicators } from '#store/plans.ts'
import { findRound, listAnswers, listReportMoves } from '#store/reports.ts'
import type { ReadTx } from '#store/transaction.ts'

export const ownerOf = ({ department }: Indicator): string | undefined =>
  department === 'not-stated' ? undefined : department

/** What is known of an indicator whose year is collected. `closed` is the plan that closed the year for it. */
export type Asked = {
  readonly indicator: Indicator
  readonly answer?: Answer
  readonly state: ReportState
  readonly closed?: string
}

/** 収集中の指標, each as it stands; an indicator that does not exist is not among them. */
export async function findAsked(
  tx: ReadTx,
  year: number,
  ids: readonly string[],
): Promise<Outcome<ReadonlyMap<string, Asked>, 'round-not-open'>> {
  if (!(await findRound(tx, year))) return refuse('round-not-open', { year })
  const answers = new Map((await listAnswers(tx, year, ids)).map((each) => [each.indicator, each]))
  const moves = Map.groupBy(await listReportMoves(tx, year, ids), ({ indicator }) => indicator)
  const closed = await closedFor(tx, year, ids)
  return done(
    new Map(
      (await findIndicators(tx, ids)).map((indicator): readonly [string, Asked] => {
        const [answer, plan] = [answers.get(indicator.id), closed.get(indicator.id)]
        const made = (moves.get(indicator.id) ?? []).map(({ move }) => move)
        return [
          indicator.id,
          {
            indicator,
            ...(answer ? { answer } : {}),
            state: reportState(answer !== undefined, made),
            ...(plan === undefined ? {} : { closed: plan }),
          },
        ]
      }),
    ),
  )
}
