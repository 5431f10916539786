import { sql } from 'kysely'
import type { ReadTx, WriteTx } from './transaction.ts'

/** 変更の記録: who did what to which subject, when and why. */
export type Change = {
  readonly id: string
  readonly at: string
  readonly actor: string
  readonly role: string
  readonly action: string
  readonly subject: string
  readonly reason?: string
  readonly detail?: unknown
}

export type NewChange = Omit<Change, 'id'>

/** Writes a change down and returns its id, which every row written with it carries. */
export async function writeDown(
  tx: WriteTx,
  { at, actor, role, action, subject, reason, detail }: NewChange,
): Promise<string> {
  const { id } = await tx.db
    .insertInto('change')
    .values({
      government: tx.government,
      at,
      actor,
      role,
      action,
      subject,
      reason: reason ?? null,
      detail: detail === undefined ? null : JSON.stringify(detail),
    })
    // Of the sequence, not of the row: a reviewer writes a change and may not read the record of changes.
    .returning(sql<string>`currval(pg_get_serial_sequence('shirube.change', 'id'))::text`.as('id'))
    .executeTakeFirstOrThrow()
  return id
}

/** Changes (of one subject, where it is named), newest first; those before a given one where a list goes on. */
export async function listChanges(
  tx: ReadTx,
  {
    subject,
    before,
    limit = 100,
  }: { readonly subject?: string; readonly before?: string | undefined; readonly limit?: number } = {},
): Promise<readonly Change[]> {
  let query = tx.db.selectFrom('change').selectAll().where('government', '=', tx.government)
  if (subject !== undefined) query = query.where('subject', '=', subject)
  if (before !== undefined) query = query.where('id', '<', before)
  if (tx.asOf !== undefined) query = query.where('at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('id', 'desc').limit(limit).execute()
  return rows.map(({ id, at, actor, role, action, subject: of, reason, detail }) => ({
    id,
    at: at.toISOString(),
    actor,
    role,
    action,
    subject: of,
    ...(reason === null ? {} : { reason }),
    ...(detail === null ? {} : { detail }),
  }))
}

/** The number of the last change, so that one can tell whether anything happened since; undefined where nothing ever did. */
export async function lastChange(tx: ReadTx): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('change')
    .select('id')
    .where('government', '=', tx.government)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.id
}
