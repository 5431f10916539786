import { can } from '#domain/access/can.ts'
import { checkManifest, type Manifest, type ManifestRefused } from '#domain/cycle/bundle.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { listArrived, listTaken, saveArrived } from '#store/bundles.ts'
import { writeDown } from '#store/changes.ts'
import type { ReadTx, WriteTx } from '#store/transaction.ts'
import { listTrustedKeys } from '#store/trusted-keys.ts'
import type { Doing } from './doing.ts'

/** A bundle whose signature holds, and by whose key. */
export type Signed = { readonly manifest: Manifest; readonly fingerprint: string }

export type ToReceive = Signed & { readonly year: number; readonly own: string; readonly bytes: Uint8Array }

/** 受け取れる束か: the key before the rest. */
export async function mayReceive(
  tx: ReadTx,
  { manifest, fingerprint }: Signed,
  { year, own }: { readonly year: number; readonly own: string },
): Promise<Outcome<null, ManifestRefused>> {
  const keys = (await listTrustedKeys(tx)).filter(({ state }) => state === 'trusted')
  return checkManifest(manifest, {
    ...{ government: tx.government, year, fingerprint, own },
    trusted: new Set(keys.map((each) => each.fingerprint)),
    taken: new Set((await listTaken(tx)).map(({ bundle }) => bundle)),
  })
}

/** 束を受け取る: kept as it came, so that it can be looked at before anything of it is taken in. The same one twice is one. */
export async function receiveBundle(
  tx: WriteTx,
  { actor, now }: Doing,
  { manifest, fingerprint, bytes, year, own }: ToReceive,
): Promise<Outcome<{ readonly id: string }, 'not-allowed' | ManifestRefused>> {
  if (!can(actor, 'bundle:carry')) return refuse('not-allowed')
  const may = await mayReceive(tx, { manifest, fingerprint }, { year, own })
  if (!may.ok) return may
  const { id } = manifest
  if ((await listArrived(tx, year)).some((each) => each.manifest.id === id)) return done({ id })
  const change = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'bundle:receive', subject: 'bundles' },
    detail: { year, bundle: id },
  })
  await saveArrived(tx, change, { manifest, fingerprint, at: now, by: actor.name }, bytes)
  return done({ id })
}
