import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { openEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import type { Tables } from './schema.ts'

// A `date` is a day, not a moment; keep it as text.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** The open database. Only `open.ts` knows whether it is embedded or given. */
export type Store = {
  readonly db: Kysely<Tables>
  /** For libraries that bring their own SQL (sign-in): a pool whose tables live in the schema `auth`. */
  readonly authPool: pg.Pool
  readonly embedded: boolean
  close(): Promise<void>
}

export type StoreOptions = {
  /** Folder of the embedded PostgreSQL. */
  readonly dataDir: string
  /** Address of a PostgreSQL 15 or later that the operator runs; replaces the embedded one. */
  readonly databaseUrl?: string | undefined
  readonly poolSize?: number
}

const OLDEST = 150_000

/** Opens the database, brings its schema up to date, and returns it. */
export async function openStore({ dataDir, databaseUrl, poolSize = 10 }: StoreOptions): Promise<Store> {
  const embedded = databaseUrl ? undefined : await openEmbedded(dataDir)
  const reach: pg.ClientConfig = embedded ? embedded.connection : { connectionString: databaseUrl as string }
  const client = new pg.Client(reach)
  try {
    await client.connect()
    const version = Number((await client.query('show server_version_num')).rows[0].server_version_num)
    if (version < OLDEST)
      throw new Error(`PostgreSQL 15 or later is needed; this one is ${Math.floor(version / 10_000)}.`)
    await migrate(client)
  } catch (error) {
    await client.end()
    await embedded?.leave()
    throw error
  }
  await client.end()
  const pool = new pg.Pool({ ...reach, max: poolSize, options: '-c search_path=shirube' })
  const authPool = new pg.Pool({ ...reach, max: 4, options: '-c search_path=auth' })
  for (const each of [pool, authPool]) each.on('error', () => {}) // an idle connection that breaks is replaced by the pool
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    authPool,
    embedded: embedded !== undefined,
    async close() {
      await Promise.all([db.destroy(), authPool.end()])
      await embedded?.leave()
    },
  }
}
