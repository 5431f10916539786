import { Kysely, PostgresDialect, sql } from 'kysely'
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

/** Answers when the database can be reached. */
export const isReachable = async ({ db }: Pick<Store, 'db'>): Promise<boolean> =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )

const OLDEST = 150_000

/** Opens the database, brings its schema up to date, and returns it. */
export async function openStore({ dataDir, databaseUrl, poolSize = 10 }: StoreOptions): Promise<Store> {
  let embedded = databaseUrl ? undefined : await openEmbedded(dataDir)
  const reach = (): pg.ClientConfig =>
    embedded ? { ...embedded.connection } : { connectionString: databaseUrl as string }
  const present = new pg.Client(reach())
  try {
    await present.connect()
    const version = Number((await present.query('show server_version_num')).rows[0].server_version_num)
    if (version < OLDEST)
      throw new Error(`PostgreSQL 15 or later is needed; this one is ${Math.floor(version / 10_000)}.`)
    await migrate(present)
  } catch (error) {
    await present.end()
    await embedded?.leave()
    throw error
  }
  const pools = [
    new pg.Pool({ ...reach(), max: poolSize, options: '-c search_path=shirube' }),
    new pg.Pool({ ...reach(), max: 4, options: '-c search_path=auth' }),
  ] as const
  for (const pool of pools) pool.on('error', () => {}) // an idle connection that breaks is replaced by the pool
  const [pool, authPool] = pools
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })

  let presence = present
  let closing = false
  /** The connection that says we are here, so that nobody else of ours stops the server; if the server dies, it is started again. */
  const attend = (client: pg.Client) => {
    presence = client
    client.on('error', () => {})
    client.once('end', async () => {
      if (closing || !embedded) return
      embedded = await openEmbedded(dataDir)
      for (const each of pools) Object.assign(each.options, embedded.connection)
      const next = new pg.Client(reach())
      await next.connect()
      attend(next)
    })
  }
  if (embedded) attend(present)
  else await present.end()
  return {
    db,
    authPool,
    embedded: embedded !== undefined,
    async close() {
      closing = true
      await Promise.all([db.destroy(), authPool.end(), embedded ? presence.end() : undefined])
      await embedded?.leave()
    },
  }
}
