import { createHash } from 'node:crypto'
import { can } from '#domain/access/can.ts'
import { signed } from '#domain/access/delegation.ts'
import { checkEvidence, type EvidenceRefused } from '#domain/cycle/evidence.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { findEvidence, listEvidence, saveEvidence, saveEvidenceRemoved } from '#store/evidence.ts'
import type { WriteTx } from '#store/transaction.ts'
import { findAsked, ownerOf } from './asked.ts'
import type { Doing } from './doing.ts'
import { refuseIfLocked, stagesOf } from './stages.ts'

type Refused = 'not-allowed' | 'no-such-indicator' | 'round-not-open' | 'year-is-closed' | 'stage-is-finished'

/** May this actor change what is attached to an indicator of a year now? The name to write it down under, where they may. */
async function mayAttach(
  tx: WriteTx,
  { actor }: Doing,
  year: number,
  id: string,
): Promise<Outcome<{ readonly by: string }, Refused>> {
  const asked = await findAsked(tx, year, [id])
  if (!asked.ok) return asked
  const found = asked.value.get(id)
  if (!found) return refuse('no-such-indicator', { id })
  const owner = ownerOf(found.indicator)
  if (!can(actor, 'report:write', owner)) return refuse('not-allowed')
  if (found.closed !== undefined) return refuse('year-is-closed', { plan: found.closed, year })
  const locked = await refuseIfLocked(tx, await stagesOf(tx, year), owner)
  return locked.ok ? done({ by: signed(actor, 'report:write', owner) }) : locked
}

export type ToAttach = {
  readonly year: number
  readonly indicator: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly shows: string
}

/** 根拠資料を添える. The same file twice for one indicator and year is one. */
export async function attach(
  tx: WriteTx,
  doing: Doing,
  { year, indicator, name: given, bytes, shows }: ToAttach,
): Promise<Outcome<{ readonly id: string }, Refused | EvidenceRefused | 'evidence-known'>> {
  const name = fileName(given)
  const may = await mayAttach(tx, doing, year, indicator)
  if (!may.ok) return may
  const there = (await listEvidence(tx, year, indicator)).filter(({ removed }) => !removed)
  const kind = checkEvidence({ name, bytes, shows }, there.length)
  if (!kind.ok) return kind
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const same = there.find((each) => each.sha256 === sha256)
  if (same) return refuse('evidence-known', { name: same.name })
  const { by } = may.value
  const change = await writeDown(tx, {
    ...{ at: doing.now, actor: by, role: doing.actor.role, action: 'evidence:attach' },
    ...{ subject: `indicator:${indicator}`, detail: { year } },
  })
  const id = await saveEvidence(tx, change, {
    ...{ year, indicator, name, kind: kind.value, size: bytes.length, sha256, shows: shows.trim() },
    ...{ content: bytes, at: doing.now, by },
  })
  return done({ id })
}

/** The name alone, without folders and without characters that are not seen or turn the direction of writing. */
const fileName = (given: string): string =>
  (given.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '').trim()

/** 根拠資料をはずす, with a reason. It is not offered any more, and stays in the record. */
export async function detach(
  tx: WriteTx,
  doing: Doing,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Outcome<null, Refused | 'no-such-evidence' | 'reason-missing' | 'nothing-changed'>> {
  const found = await findEvidence(tx, id)
  if (!found) return refuse('no-such-evidence')
  const may = await mayAttach(tx, doing, found.year, found.indicator)
  if (!may.ok) return may
  if (found.removed) return refuse('nothing-changed')
  if (reason.trim() === '') return refuse('reason-missing')
  const { by } = may.value
  const change = await writeDown(tx, {
    ...{ at: doing.now, actor: by, role: doing.actor.role, action: 'evidence:remove' },
    ...{ subject: `indicator:${found.indicator}`, reason: reason.trim() },
    detail: { year: found.year },
  })
  await saveEvidenceRemoved(tx, change, { evidence: id, reason: reason.trim(), at: doing.now, by })
  return done(null)
}
