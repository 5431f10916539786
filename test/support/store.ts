import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Actor } from '../../src/domain/access/can.ts'
import type { Plan } from '../../src/domain/plan/plan.ts'
import { readPlanFile } from '../../src/readers/plan-file/read.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { actingAs, type WriteTx, writing } from '../../src/store/transaction.ts'
import type { Doing } from '../../src/usecases/doing.ts'
import { importPlan } from '../../src/usecases/import-plan.ts'
import { registerGovernment } from '../../src/usecases/register-government.ts'

/** The store of a test file. Opened once, closed at the end. */
export function useStore(): { readonly current: Store } {
  const holder: { current: Store } = { current: undefined as unknown as Store }
  beforeAll(async () => {
    holder.current = await openStore({ dataDir: '', databaseUrl: inject('databaseUrl'), poolSize: 4 })
  })
  afterAll(async () => {
    await holder.current?.close()
  })
  return holder
}

/** A planner of the government, for use cases under test. */
export const planner = (government: string): Actor => ({
  id: 'u-planner',
  name: '企画課 佐藤',
  role: 'planner',
  government,
})

class Enough extends Error {}

/** Runs `work` in a real writing transaction and rolls it back. */
export async function rolledBack(
  store: Store,
  government: string,
  work: (tx: WriteTx) => Promise<void>,
): Promise<void> {
  try {
    await writing(store, { government }, async (tx) => {
      await work(tx)
      throw new Enough()
    })
  } catch (error) {
    if (!(error instanceof Enough)) throw error
  }
}

/** From here on the transaction acts as somebody else: whoever is named, the public, or with nobody named the system. */
export const actAs = (tx: WriteTx, actor?: Actor | 'public'): Promise<unknown> =>
  sql`select set_config('shirube.actor', ${actingAs({ government: tx.government, ...(actor ? { actor } : {}) })}, true),
    set_config('shirube.user', ${actor && actor !== 'public' ? actor.id : ''}, true)`.execute(tx.db)

/**
 * 試市, with a plan if one is given, for use cases under test: registered by the system, the plan taken in, and all of it rolled back at the end.
 * The work itself acts as the actor, so that row-level security has its say as it has on a page.
 */
export async function inCity(
  store: Store,
  { plan, at }: { readonly plan?: Plan; readonly at: Doing },
  work: (tx: WriteTx) => Promise<void>,
): Promise<void> {
  const code = at.actor.government
  await rolledBack(store, code, async (tx) => {
    await registerGovernment(tx, at, {
      ...{ code, name: '試市', kind: 'city', fictional: true, sample: false },
    })
    if (plan) {
      const taken = await importPlan(tx, at, { plan })
      if (!taken.ok) throw new Error(taken.why)
    }
    await actAs(tx, at.actor)
    await work(tx)
  })
}

/** The smallest plan that has everything: `small-plan.yaml`. */
export const smallPlan = readPlanFile(readFileSync(join(import.meta.dirname, 'small-plan.yaml'), 'utf8'))
  .plan as Plan
