import { type Kysely, sql, type Transaction } from 'kysely'
import { type Actor, hatsOf } from '#domain/access/can.ts'
import type { Store } from './open.ts'
import { patiently, pause } from './patience.ts'
import type { Tables } from './schema.ts'

/**
 * A transaction that can only read: loaders hold one, and one that writes does not compile.
 * `asOf` is the moment whose knowledge is asked for (ISO, UTC); undefined means now.
 */
export type ReadTx = {
  readonly government: string
  readonly asOf: string | undefined
  readonly db: Pick<Transaction<Tables>, 'selectFrom' | 'with' | 'fn' | 'selectNoFrom'>
}

/** A transaction that can also write: use cases hold one. It always sees the present. */
export type WriteTx = ReadTx & { readonly asOf: undefined; readonly db: Transaction<Tables> }

/**
 * Whose rows a transaction may touch, and who acts in it. `user` opens that person's own memberships besides. Row-level security asks the hats of
 * `actor`, as use cases do; `'public'` has none and sees what is published. A transaction that names nobody is the system's own: a job, a sample, the
 * command line, whoever holds the machine. What a request does always names somebody, except the door itself, which looks up whom it lets in.
 */
export type Scope = {
  readonly government: string
  readonly asOf?: string | undefined
  readonly user?: string
  readonly actor?: Actor | 'public'
}

const TRIES = 8

/** Opens a read-only transaction on one government's rows; everything inside sees one and the same state. */
export function reading<T>(
  store: Pick<Store, 'db'>,
  scope: Scope,
  work: (tx: ReadTx) => Promise<T>,
): Promise<T> {
  const transaction = store.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  // Reading twice harms nothing, so a transaction that was cut off in the middle may begin again.
  return patiently(() =>
    transaction.execute(async (db) => {
      await enter(db, scope)
      return work({ government: scope.government, asOf: scope.asOf, db })
    }),
  )
}

/**
 * Opens a writing transaction. It is serializable, so a check and the write that relies on it cannot be torn apart; when
 * PostgreSQL finds that two of them cross, the work runs again from the start. An exception or a refusal rolls back.
 */
export async function writing<T>(
  store: Pick<Store, 'db'>,
  scope: Scope,
  work: (tx: WriteTx) => Promise<T>,
): Promise<T> {
  const transaction = store.db.transaction().setIsolationLevel('serializable')
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await patiently((begun) =>
        transaction.execute(async (db) => {
          begun()
          await enter(db, scope)
          const result = await work({ government: scope.government, asOf: undefined, db })
          if (isRefusal(result)) throw new RolledBack(result)
          return result
        }),
      )
    } catch (error) {
      if (error instanceof RolledBack) return error.refusal as T
      if (!isCrossed(error) || attempt >= TRIES) throw error
      await pause(2 ** attempt + Math.random() * 10)
    }
  }
}

class RolledBack {
  readonly refusal: unknown
  constructor(refusal: unknown) {
    this.refusal = refusal
  }
}

const isRefusal = (result: unknown) =>
  typeof result === 'object' && result !== null && 'ok' in result && result.ok === false

const isCrossed = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01')

/** What the setting says where the system itself acts. JSON, as it always is. */
export const SYSTEM = JSON.stringify('system')

/** What the setting `shirube.actor` says of who acts. Empty, as a connection begins, is nobody who may anything. */
export function actingAs({ government, actor }: Scope): string {
  if (actor === undefined) return SYSTEM
  if (actor === 'public') return JSON.stringify({ government, hats: [] })
  const { only } = actor
  return JSON.stringify({ government: actor.government, hats: hatsOf(actor), ...(only ? { only } : {}) })
}

async function enter(db: Transaction<Tables> | Kysely<Tables>, scope: Scope): Promise<void> {
  await sql`select set_config('role', 'shirube_app', true), set_config('shirube.government', ${scope.government}, true),
    set_config('shirube.user', ${scope.user ?? ''}, true), set_config('shirube.actor', ${actingAs(scope)}, true)`.execute(
    db,
  )
}
