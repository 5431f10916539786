import type { Actor } from '#domain/access/can.ts'
import type { Outcome } from '#domain/shared/outcome.ts'
import { listGovernments } from '#store/governments.ts'
import { membershipsOf, saveMembership } from '#store/memberships.ts'
import type { Store } from '#store/open.ts'
import { reading, writing } from '#store/transaction.ts'
import { loadSample } from '#usecases/load-sample.ts'
import type { Config } from './config.ts'
import { readSamples } from './samples.ts'

/** しるべ itself, as the actor of what no person did. */
export const system = (government: string): Actor => ({
  id: 'system',
  name: 'しるべ',
  role: 'administrator',
  government,
})

/**
 * Loads the samples that are wanted and not there yet, each government in one transaction. Returns the names of those loaded.
 */
export async function loadSamples(
  store: Store,
  now: () => string,
  wanted: Config['SHIRUBE_SAMPLES'],
): Promise<readonly string[]> {
  if (wanted === 'none') return []
  const there = new Set((await reading(store, { government: '' }, listGovernments)).map(({ code }) => code))
  const loaded: string[] = []
  for (const sample of await readSamples(there)) {
    const { code, name, fictional } = sample.government
    if (wanted === 'fictional' && !fictional) continue
    const doing = { actor: system(code), now: now() }
    const result: Outcome<unknown> = await writing(store, { government: code }, (tx) =>
      loadSample(tx, doing, sample),
    )
    if (!result.ok)
      throw new Error(
        `The sample ${name} could not be loaded: ${result.why} ${JSON.stringify(result.detail ?? {})}`,
      )
    loaded.push(name)
  }
  return loaded
}

/** The local administrator administers every sample, and every government that has nobody yet. */
export async function letAdministratorIn(store: Store, user: string, now: string): Promise<void> {
  const governments = await reading(store, { government: '' }, listGovernments)
  const mine = new Set(
    (await reading(store, { government: '', user }, (tx) => membershipsOf(tx, user))).map(
      ({ government }) => government,
    ),
  )
  for (const { code, sample } of governments)
    if (sample && !mine.has(code))
      await writing(store, { government: code }, (tx) =>
        saveMembership(tx, { government: code, user, role: 'administrator' }, now, 'しるべ'),
      )
}
