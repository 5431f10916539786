import { type Kysely, sql } from 'kysely'
import type { AuditBatch, AuditKind, AuditLine } from '#domain/audit/chain.ts'
import type { Tables } from './schema.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

/** 閲覧 (view) as it is noted: `body` is JSON of what else is known of it. */
export type View = Omit<AuditLine, 'id' | 'digest' | 'kind'> & {
  readonly kind: 'view' | 'refused'
  readonly person: string
  readonly body: string
}

export async function saveViews(tx: WriteTx, views: readonly View[]): Promise<void> {
  await sql`select audit_views(${JSON.stringify(views)}::jsonb)`.execute(tx.db)
}

/** 封をする: returns the number of the new batch, if one was made. */
export async function sealAudit(
  tx: WriteTx,
  { now, enough, patience }: { readonly now: string; readonly enough: number; readonly patience: string },
): Promise<number | undefined> {
  const { rows } = await sql<{ number: number | null }>`
    select audit_seal(${now}::timestamptz, ${enough}, ${patience}::interval) as number`.execute(tx.db)
  return rows[0]?.number ?? undefined
}

/** 消す: the details of these kinds before a moment. Returns how many. */
export async function eraseAudit(
  tx: WriteTx,
  kinds: readonly AuditKind[],
  before: string,
  now: string,
): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    select audit_erase(${[...kinds]}::text[], ${before}::timestamptz, ${now}::timestamptz) as gone`.execute(
    tx.db,
  )
  return rows[0]?.gone ?? 0
}

/** 記録の一件 with who and what, where they are still kept. */
export type Entry = AuditLine & { readonly person?: string; readonly salt?: string; readonly body?: string }

export type Asked = {
  readonly person?: string | undefined
  readonly kinds?: readonly AuditKind[] | undefined
  /** Part of what it is about or of what was done. */
  readonly text?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  /** Only those before this entry: where a list goes on. */
  readonly before?: string | undefined
  readonly limit: number
}

const withDetails = (tx: ReadTx) =>
  tx.db
    .selectFrom('audit_entry')
    .leftJoin('audit_detail', (join) =>
      join
        .onRef('audit_detail.government', '=', 'audit_entry.government')
        .onRef('audit_detail.entry', '=', 'audit_entry.id'),
    )
    .select(['audit_entry.id', 'at', 'kind', 'role', 'action', 'subject', 'digest', 'salt', 'person', 'body'])
    .where('audit_entry.government', '=', tx.government)

/** Entries, newest first. */
export async function listAudit(tx: ReadTx, asked: Asked): Promise<readonly Entry[]> {
  const { person, kinds, text, from, until, before, limit } = asked
  let query = withDetails(tx)
  if (person !== undefined) query = query.where('person', '=', person)
  if (kinds) query = query.where('kind', 'in', [...kinds])
  if (from !== undefined) query = query.where('at', '>=', new Date(from))
  if (until !== undefined) query = query.where('at', '<', new Date(until))
  if (before !== undefined) query = query.where('audit_entry.id', '<', before)
  if (text !== undefined)
    query = query.where((row) =>
      row.or([row(sql`position(${text} in subject)`, '>', 0), row(sql`position(${text} in action)`, '>', 0)]),
    )
  return (await query.orderBy('audit_entry.id', 'desc').limit(limit).execute()).map(entryOf)
}

/** The entries with these ids, by id. */
export async function entriesOf(tx: ReadTx, ids: readonly string[]): Promise<readonly Entry[]> {
  const query = withDetails(tx).where(sql<boolean>`audit_entry.id = any (${[...ids]}::bigint[])`)
  return (await query.orderBy('audit_entry.id').execute()).map(entryOf)
}

const entryOf = (row: {
  id: string
  at: Date
  kind: string
  role: string
  action: string
  subject: string
  digest: string
  salt: string | null
  person: string | null
  body: string | null
}): Entry => ({
  ...{ id: row.id, at: row.at.toISOString(), kind: row.kind as AuditKind, role: row.role },
  ...{ action: row.action, subject: row.subject, digest: row.digest },
  ...(row.salt === null ? {} : { salt: row.salt }),
  ...(row.person === null ? {} : { person: row.person }),
  ...(row.body === null ? {} : { body: row.body }),
})

/** Batches from a number on, in order. */
export async function listBatches(tx: ReadTx, from: number, limit: number): Promise<readonly AuditBatch[]> {
  const rows = await tx.db
    .selectFrom('audit_batch')
    .selectAll()
    .where('government', '=', tx.government)
    .where('number', '>=', from)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map(({ number, entries, root, previous, hash, sealed_at }) => ({
    ...{ number, entries, root, previous, hash, sealedAt: sealed_at.toISOString() },
  }))
}

/** The last batch, and how many entries wait for the next. */
export async function auditHead(
  tx: ReadTx,
): Promise<{ readonly last?: Pick<AuditBatch, 'number' | 'hash' | 'sealedAt'>; readonly waiting: number }> {
  const last = await tx.db
    .selectFrom('audit_batch')
    .select(['number', 'hash', 'sealed_at'])
    .where('government', '=', tx.government)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  const { waiting } = await tx.db
    .selectFrom('audit_waiting')
    .select((row) => row.fn.countAll<string>().as('waiting'))
    .where('government', '=', tx.government)
    .executeTakeFirstOrThrow()
  return {
    ...(last
      ? { last: { number: last.number, hash: last.hash, sealedAt: last.sealed_at.toISOString() } }
      : {}),
    waiting: Number(waiting),
  }
}

/** Tables whose rows come under the chain. */
export async function auditedTables(tx: ReadTx): Promise<readonly string[]> {
  const { rows } = await sql<{
    name: string
  }>`select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgname = c.relname || '_audited' order by 1`.execute(tx.db as Kysely<Tables>)
  return rows.map(({ name }) => name)
}

/** Entries whose rows in a table are no longer what they were when written, or are gone. */
export async function alteredRows(tx: ReadTx, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{
    entry: string
  }>`select entry from audit_altered(${table}) order by entry`.execute(tx.db as Kysely<Tables>)
  return rows.map(({ entry }) => entry)
}

/** How many rows of a table no entry knows of: written past the application. */
export async function uncoveredRows(tx: ReadTx, table: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`select audit_uncovered(${table}) as count`.execute(
    tx.db as Kysely<Tables>,
  )
  return Number(rows[0]?.count ?? 0)
}
