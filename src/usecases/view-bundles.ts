import { type Actor, can } from '#domain/access/can.ts'
import { type BundleDirection, directionAfter } from '#domain/cycle/bundle.ts'
import type { TookBundle } from '#domain/cycle/took-bundle.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import {
  type ArrivedBundle,
  type KnownBundle,
  listArrived,
  listMade,
  listTaken,
  type TakenBundle,
} from '#store/bundles.ts'
import { findRound } from '#store/reports.ts'
import type { ReadTx } from '#store/transaction.ts'
import { listTrustedKeys, type TrustedKey } from '#store/trusted-keys.ts'

export type BundlesView = {
  readonly keys: readonly TrustedKey[]
  readonly made: readonly KnownBundle[]
  readonly arrived: readonly (ArrivedBundle & { readonly taken?: Pick<TakenBundle, 'at' | 'by'> })[]
  /** What the next one would be; undefined where nothing is collected yet. */
  readonly next: BundleDirection | undefined
}

/** 運んだ束: of a year, the newest first. */
export async function viewBundles(
  tx: ReadTx,
  actor: Actor,
  year: number,
): Promise<Outcome<BundlesView, 'not-allowed'>> {
  if (!can(actor, 'bundle:carry')) return refuse('not-allowed')
  const taken = await listTaken(tx, year)
  const arrived = await listArrived(tx, year)
  const last = arrived.find(({ manifest }) => manifest.id === taken.at(-1)?.bundle)
  return done({
    keys: await listTrustedKeys(tx),
    made: (await listMade(tx, year)).toReversed(),
    arrived: arrived.toReversed().map((each) => {
      const found = taken.find(({ bundle }) => bundle === each.manifest.id)
      return { ...each, ...(found ? { taken: { at: found.at, by: found.by } } : {}) }
    }),
    next: (await findRound(tx, year)) ? directionAfter(last?.manifest.direction) : undefined,
  })
}

/** What taking a bundle in did; undefined where it was not. */
export async function tookBundle(
  tx: ReadTx,
  bundle: string,
): Promise<(Pick<TakenBundle, 'at' | 'by'> & { readonly told: TookBundle }) | undefined> {
  const found = (await listTaken(tx)).find((each) => each.bundle === bundle)
  return found && { at: found.at, by: found.by, told: found.told as TookBundle }
}
