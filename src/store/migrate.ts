import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'

const FOLDER = join(import.meta.dirname, 'migrations')

/** Any number; all our processes use the same, so that two that start together do not migrate together. */
const LOCK = 7_401_881

/**
 * Brings the schema up to date. Migrations are plain SQL, forward only, in the order of their file names, each in a
 * transaction of its own that also records it. Returns the names of those it ran.
 * @throws with the file's name when one fails; what came before it stays.
 */
export async function migrate(client: pg.Client): Promise<readonly string[]> {
  await client.query('select pg_advisory_lock($1)', [LOCK])
  try {
    await client.query('create schema if not exists shirube')
    await client.query(
      'create table if not exists shirube.migration (name text primary key, ran_at timestamptz not null default now())',
    )
    const ran = new Set(
      (await client.query('select name from shirube.migration order by name')).rows.map((row) => row.name),
    )
    const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
    const waiting = files.filter((name) => !ran.has(name))
    for (const name of waiting) await runOne(client, name)
    return waiting
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK])
  }
}

async function runOne(client: pg.Client, name: string): Promise<void> {
  const sql = await readFile(join(FOLDER, name), 'utf8')
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into shirube.migration (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    const { message, hint } = error as Error & { hint?: string }
    throw new Error(
      `Migration ${name} failed; nothing of it was kept. ${message}${hint ? `\n${hint}` : ''}`,
      {
        cause: error,
      },
    )
  }
}
