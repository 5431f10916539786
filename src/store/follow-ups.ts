import type { FollowUpStep, RecordedStep } from '#domain/cycle/follow-up.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

/** 今後の方針の歩み of a plan's year (of one subject; of a subject in every plan and year), in order. */
export async function listFollowUpSteps(
  tx: ReadTx,
  of: { readonly plan?: string; readonly year?: number; readonly subject?: string },
): Promise<readonly RecordedStep[]> {
  let query = tx.db.selectFrom('follow_up_step').selectAll().where('government', '=', tx.government)
  if (of.plan !== undefined) query = query.where('plan', '=', of.plan)
  if (of.year !== undefined) query = query.where('year', '=', of.year)
  if (of.subject !== undefined) query = query.where('subject', '=', of.subject)
  if (tx.asOf !== undefined) query = query.where('at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('id').execute()
  return rows.map(({ id, plan, year, subject, step, at, by }) => ({
    ...{ id, plan, year, subject, step: step as FollowUpStep, at: at.toISOString(), by },
  }))
}

export async function saveFollowUpStep(
  tx: WriteTx,
  change: string,
  { plan, year, subject, step, at, by }: Omit<RecordedStep, 'id'>,
): Promise<string> {
  const { id } = await tx.db
    .insertInto('follow_up_step')
    .values({
      ...{ government: tx.government, plan, year, subject, kind: step.kind },
      ...{ step: JSON.stringify(step), change, at, by },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
