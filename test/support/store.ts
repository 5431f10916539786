import { afterAll, beforeAll, inject } from 'vitest'
import type { Actor } from '../../src/domain/access/can.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { type WriteTx, writing } from '../../src/store/transaction.ts'

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
