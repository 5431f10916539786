import { stateAfter, type YearMove, type YearState } from '#domain/cycle/year-state.ts'
import { versions } from './elements.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

export type RecordedMove = {
  readonly plan: string
  readonly year: number
  readonly move: YearMove
  readonly reason?: string
  readonly at: string
  readonly by: string
}

/** Moves of a plan's years, oldest first, as known at the transaction's moment. */
export async function listMoves(tx: ReadTx, plan?: string, year?: number): Promise<readonly RecordedMove[]> {
  let query = tx.db.selectFrom('cycle_move').selectAll().where('government', '=', tx.government)
  if (plan !== undefined) query = query.where('plan', '=', plan)
  if (year !== undefined) query = query.where('year', '=', year)
  if (tx.asOf !== undefined) query = query.where('at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('id').execute()
  return rows.map((row) => ({
    plan: row.plan,
    year: row.year,
    move: row.move as YearMove,
    ...(row.reason === null ? {} : { reason: row.reason }),
    at: row.at.toISOString(),
    by: row.by,
  }))
}

export const yearState = async (tx: ReadTx, plan: string, year: number): Promise<YearState> =>
  stateAfter((await listMoves(tx, plan, year)).map(({ move }) => move))

export async function saveMove(
  tx: WriteTx,
  change: string,
  { plan, year, move, reason, at, by }: RecordedMove,
): Promise<void> {
  await tx.db
    .insertInto('cycle_move')
    .values({ government: tx.government, plan, year, move, reason: reason ?? null, change, at, by })
    .execute()
}

/** Years that are closed for an indicator, because a plan that commits to it has closed them. */
export async function closedYears(
  tx: ReadTx,
  indicator: string,
): Promise<readonly { readonly plan: string; readonly year: number }[]> {
  const rows = await versions(tx)
    .where('kind', '=', 'commitments')
    .where('indicator', '=', indicator)
    .select('owner')
    .distinct()
    .orderBy('owner')
    .execute()
  const plans = new Set(rows.map(({ owner }) => owner.split('/')[0] ?? ''))
  const moves = (await listMoves(tx)).filter(({ plan }) => plans.has(plan))
  return [...Map.groupBy(moves, ({ plan, year }) => `${plan} ${year}`).values()].flatMap((made) => {
    const [first] = made
    const open = stateAfter(made.map(({ move }) => move)) === 'open'
    return first && !open ? [{ plan: first.plan, year: first.year }] : []
  })
}

/** Which of these indicators are closed for a year, each with the plan that closed it. */
export async function closedFor(
  tx: ReadTx,
  year: number,
  indicators: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const moves = (await listMoves(tx)).filter((each) => each.year === year)
  const closed = new Set(
    [...Map.groupBy(moves, ({ plan }) => plan)].flatMap(([plan, made]) =>
      stateAfter(made.map(({ move }) => move)) === 'open' ? [] : [plan],
    ),
  )
  if (closed.size === 0 || indicators.length === 0) return new Map()
  const rows = await versions(tx)
    .where('kind', '=', 'commitments')
    .where('indicator', 'in', [...indicators])
    .select(['owner', 'indicator'])
    .orderBy('owner')
    .execute()
  return new Map(
    rows.flatMap(({ owner, indicator }) => {
      const plan = owner.split('/')[0] ?? ''
      return indicator !== null && closed.has(plan) ? [[indicator, plan] as const] : []
    }),
  )
}
