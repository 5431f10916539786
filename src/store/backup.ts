import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip, createGzip } from 'node:zlib'
import { type Kysely, sql, type Transaction } from 'kysely'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { listGovernments } from './governments.ts'
import type { Store } from './open.ts'
import type { Tables } from './schema.ts'
import { SYSTEM } from './transaction.ts'

/** Tables in the order in which they can be filled again. Rows of a government are read under its own guard. */
const GLOBAL = [
  'auth.user',
  'auth.account',
  'auth.twoFactor',
  'shirube.government',
  'shirube.government_event',
  'shirube.dataset',
  'shirube.dataset_area',
  'shirube.dataset_people',
  'shirube.dataset_rates',
  'shirube.dataset_value',
]
const GOVERNED = [
  'shirube.change',
  'shirube.element',
  'shirube.actual',
  'shirube.judgement',
  'shirube.cycle_move',
  'shirube.publication',
  'shirube.appropriation',
  'shirube.review',
  'shirube.review_member',
  'shirube.review_move',
  'shirube.review_pack',
  'shirube.review_text',
  'shirube.opinion',
  'shirube.opinion_draft',
  'shirube.opinion_charge',
  'shirube.membership',
  'shirube.document',
  'shirube.reading',
  'shirube.review_step',
  'shirube.round',
  'shirube.answer',
  'shirube.report_move',
  'shirube.outbox',
  'shirube.outbox_attempt',
  'shirube.follow_up_step',
  'shirube.consultation',
  'shirube.consultation_move',
  'shirube.comment',
  'shirube.comment_person',
  'shirube.comment_group',
  'shirube.audit_entry',
  'shirube.audit_detail',
  'shirube.audit_waiting',
  'shirube.audit_batch',
  'shirube.api_token',
  'shirube.api_token_event',
  'shirube.stage_move',
  'shirube.delegation',
  'shirube.delegation_end',
  'shirube.assignment',
  'shirube.question',
  'shirube.evidence',
  'shirube.evidence_removed',
  'shirube.digest_choice',
]
/** Tables with rows of megabytes: taken a few at a time. */
const WIDE = new Set(['shirube.document', 'shirube.reading', 'shirube.evidence', 'shirube.review_pack'])
/** Tables whose rows are numbered by the database. */
const UNNUMBERED = [
  'element',
  'document',
  'review',
  'comment_person',
  'audit_detail',
  'audit_waiting',
  'audit_batch',
]
const NUMBERED = new Set([
  'shirube.government_event',
  ...GOVERNED.filter((table) => !UNNUMBERED.includes(table.replace('shirube.', ''))),
])
/** Rows that are held at once, on the way out and on the way in. */
const batchOf = (table: string): number => (WIDE.has(table) ? 2 : 500)

type Db = Transaction<Tables>
export type Saved = { readonly tables: number; readonly rows: number }

/**
 * 控え (backup): everything as one gzipped file of JSON lines, read in one transaction so that it is of one moment. Rows stay text from
 * database to file, so that no number passes through a float. It is written beside the file and renamed when complete.
 */
export async function exportAll(store: Store, file: string, at: string): Promise<Saved> {
  const gzip = createGzip()
  const partial = `${file}.partial`
  const written = pipeline(gzip, createWriteStream(partial, { mode: 0o600 }))
  const put = async (line: string) => {
    if (!gzip.write(`${line}\n`)) await once(gzip, 'drain')
  }
  let rows = 0
  await store.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (db) => {
      await actAsSystem(db)
      const migrations = await sql<{
        name: string
      }>`select name from shirube.migration order by name`.execute(db)
      await put(
        JSON.stringify({
          format: 'shirube-backup',
          version: 1,
          at,
          migrations: migrations.rows.map(({ name }) => name),
        }),
      )
      const governments = (await listGovernments({ db })).map(({ code }) => code)
      for (const table of GLOBAL) rows += await dump(db, table, put)
      for (const table of GOVERNED)
        for (const code of governments) {
          await sql`select set_config('shirube.government', ${code}, true)`.execute(db)
          rows += await dump(db, table, put, code)
        }
      await put(JSON.stringify({ end: true, rows }))
    })
  gzip.end()
  await written
  await rename(partial, file)
  return { tables: GLOBAL.length + GOVERNED.length, rows }
}

/** Row-level security holds for the owner of the tables too, unless a superuser: who makes a backup is the system. */
const actAsSystem = (db: Db) => sql`select set_config('shirube.actor', ${SYSTEM}, true)`.execute(db)

async function dump(
  db: Db,
  table: string,
  put: (line: string) => Promise<void>,
  code?: string,
): Promise<number> {
  const only = code === undefined ? sql`` : sql`where t.government = ${code}`
  // Facts by their number, so that a correction comes after what it corrects; anything else by its text.
  const order = NUMBERED.has(table) ? sql`t.id` : WIDE.has(table) ? sql`t.government, t.id` : sql`row`
  const counted = await sql<{
    rows: number
  }>`select count(*)::int as rows from ${sql.table(table)} t ${only}`.execute(db)
  const rows = counted.rows[0]?.rows ?? 0
  await put(JSON.stringify({ table, rows, ...(code ? { government: code } : {}) }))
  await sql`declare dumped no scroll cursor for
    select to_jsonb(t)::text as row from ${sql.table(table)} t ${only} order by ${order}`.execute(db)
  for (let left = rows; left > 0; left -= batchOf(table)) {
    const found = await sql<{ row: string }>`fetch ${sql.lit(batchOf(table))} from dumped`.execute(db)
    for (const { row } of found.rows) await put(row)
  }
  await sql`close dumped`.execute(db)
  return rows
}

/** Columns that can be written: generated ones follow the others. */
async function columnsOf(db: Kysely<Tables> | Db, table: string): Promise<readonly string[]> {
  const [schema = '', name = ''] = table.split('.')
  const found = await sql<{ column_name: string }>`select column_name from information_schema.columns
    where table_schema = ${schema} and table_name = ${name} and is_generated = 'NEVER' order by ordinal_position`.execute(
    db,
  )
  return found.rows.map(({ column_name }) => column_name)
}

export type RestoreRefused =
  | 'database-not-empty'
  | 'not-a-backup'
  | 'backup-of-another-version'
  | 'backup-cut-short'
  | 'file-not-readable'

class Refused {
  readonly why: RestoreRefused
  constructor(why: RestoreRefused) {
    this.why = why
  }
}

/** 戻す (restore): fills an empty database from a backup, all of it or nothing. */
export async function importAll(store: Store, file: string): Promise<Outcome<Saved, RestoreRefused>> {
  const lines = linesOf(file)
  try {
    return done(await store.db.transaction().execute((db) => fill(db, lines)))
  } catch (error) {
    if (error instanceof Refused) return refuse(error.why, { file })
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (code === 'ENOENT' || code === 'EISDIR') return refuse('file-not-readable', { file })
    if (code.startsWith('Z_'))
      return refuse(code === 'Z_BUF_ERROR' ? 'backup-cut-short' : 'not-a-backup', { file })
    throw error
  } finally {
    await lines.return(undefined)
  }
}

/** The lines of a gzipped file, one at a time. A fault of the file or of its compression is thrown where it is met. */
async function* linesOf(file: string): AsyncGenerator<string, undefined> {
  const gunzip = createGunzip()
  createReadStream(file)
    .on('error', (error) => gunzip.destroy(error))
    .pipe(gunzip)
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const chunk of gunzip) {
    const pieces = (rest + decoder.write(chunk as Buffer)).split('\n')
    rest = pieces.pop() ?? ''
    yield* pieces
  }
  return undefined
}

async function fill(db: Db, lines: AsyncIterator<string, undefined>): Promise<Saved> {
  const next = async () => {
    const { value, done: over } = await lines.next()
    if (over) throw new Refused('backup-cut-short')
    return value as string
  }
  await actAsSystem(db)
  const head = parse(await next())
  if (head?.format !== 'shirube-backup') throw new Refused('not-a-backup')
  const here = await sql<{ name: string }>`select name from shirube.migration order by name`.execute(db)
  if (JSON.stringify(here.rows.map(({ name }) => name)) !== JSON.stringify(head.migrations))
    throw new Refused('backup-of-another-version')
  const datasets = await sql`select id from shirube.dataset order by id limit 1`.execute(db)
  if ((await listGovernments({ db })).length > 0 || datasets.rows.length > 0)
    throw new Refused('database-not-empty')
  await sql`delete from auth."user"`.execute(db)

  let rows = 0
  const tables = new Set<string>()
  for (;;) {
    const part = parse(await next())
    if (part?.end === true) {
      if (part.rows !== rows) throw new Refused('backup-cut-short')
      break
    }
    const table = String(part?.table)
    if (![...GLOBAL, ...GOVERNED].includes(table)) throw new Refused('not-a-backup')
    if (part?.government)
      await sql`select set_config('shirube.government', ${String(part.government)}, true)`.execute(db)
    tables.add(table)
    const columns = sql.join((await columnsOf(db, table)).map((column) => sql.ref(column)))
    for (let left = Number(part?.rows); left > 0; left -= batchOf(table)) {
      const batch: string[] = []
      while (batch.length < Math.min(left, batchOf(table))) batch.push(await next())
      await sql`insert into ${sql.table(table)} (${columns}) overriding system value
        select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${`[${batch.join(',')}]`}::jsonb)`.execute(
        db,
      )
      rows += batch.length
    }
    // Rows of one government are seen at a time, and the numbers run through all of them.
    if (NUMBERED.has(table))
      await sql`select setval(pg_get_serial_sequence(${table}, 'id'), greatest(max(id), nextval(pg_get_serial_sequence(${table}, 'id'))), true)
        from ${sql.table(table)} having max(id) is not null`.execute(db)
  }
  return { tables: tables.size, rows }
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch {
    return undefined
  }
}
