import { createHash } from 'node:crypto'
import { can } from '#domain/access/can.ts'
import { type AuditFault, checkBatch, digestOf } from '#domain/audit/chain.ts'
import {
  AUDIT_RETENTION,
  isYears,
  keptSince,
  type Retention,
  USUAL_RETENTION,
} from '#domain/audit/retention.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { fiscalYear } from '#domain/shared/year.ts'
import {
  alteredRows,
  auditedTables,
  auditHead,
  type Entry,
  entriesOf,
  eraseAudit,
  listAudit,
  listBatches,
  saveViews,
  sealAudit,
  uncoveredRows,
  type View,
} from '#store/audit.ts'
import { writeDown } from '#store/changes.ts'
import { GOVERNMENT, loadElements, saveElements } from '#store/elements.ts'
import type { ReadTx, WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { runningYear } from './today.ts'

const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Entries are sealed when so many wait, or the oldest has waited so long. */
const SEALING = { enough: 500, patience: '1 minute' }

/** 閲覧を残す: what waited, and a seal on it when it is time; what is past its term goes. */
export async function noteViews(tx: WriteTx, views: readonly View[], now: string): Promise<void> {
  await saveViews(tx, views)
  if ((await sealAudit(tx, { now, ...SEALING })) !== undefined) await eraseExpired(tx, now)
}

/** 封をする now, whatever waits. */
export const sealNow = (tx: WriteTx, now: string): Promise<number | undefined> =>
  sealAudit(tx, { now, enough: 1, patience: '0' })

export async function findRetention(tx: ReadTx): Promise<Retention> {
  const settings = await loadElements(tx, GOVERNMENT, 'setting')
  return (settings.find(({ id }) => id === AUDIT_RETENTION)?.body as Retention | undefined) ?? USUAL_RETENTION
}

/** 保存年限を決める. A longer term brings back nothing that is gone. */
export async function settleRetention(
  tx: WriteTx,
  { actor, now }: Doing,
  retention: Retention,
): Promise<Outcome<Retention, 'not-allowed' | 'years-not-understood'>> {
  if (!can(actor, 'member:grant')) return refuse('not-allowed')
  const wrong = Object.values(retention).find((years) => !isYears(years))
  if (wrong !== undefined) return refuse('years-not-understood', { value: String(wrong) })
  const id = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'audit:retention', subject: 'settings' },
    detail: retention,
  })
  const setting = { kind: 'setting', id: AUDIT_RETENTION, position: 90, body: retention }
  await saveElements(tx, { id, at: now }, GOVERNMENT, [setting], { keepOthers: true })
  return done(retention)
}

/** 保存年限を過ぎた分を消す: who and how leaves, that it was done stays. Returns how many. */
export async function eraseExpired(tx: WriteTx, now: string): Promise<number> {
  const { views, changes } = await findRetention(tx)
  const running = fiscalYear(runningYear(now))
  const ofViews =
    views === undefined ? 0 : await eraseAudit(tx, ['view', 'refused'], keptSince(running, views), now)
  const ofChanges =
    changes === undefined ? 0 : await eraseAudit(tx, ['change', 'fact'], keptSince(running, changes), now)
  return ofViews + ofChanges
}

export type Verified = {
  readonly batches: number
  readonly entries: number
  readonly erased: number
  readonly waiting: number
  readonly head?: { readonly number: number; readonly hash: string }
  readonly faults: readonly AuditFault[]
}

/** Batches that are held in memory at once. */
const PAGE = 50

/**
 * 監査の記録を確かめる: the chain from its first batch to its last, every entry that still has its detail, and every row that an entry covers.
 * `known` is a head that somebody noted outside; a chain written anew does not have it.
 */
export async function verifyAudit(
  tx: ReadTx,
  known?: { readonly number: number; readonly hash: string },
): Promise<Verified> {
  const faults: AuditFault[] = []
  const erasures = await listAudit(tx, { kinds: ['erase'], limit: 10_000 })
  const seen = new Set<string>()
  let [before, number, entries, erased, found] = [hash(tx.government), 1, 0, 0, known === undefined]
  for (;;) {
    const batches = await listBatches(tx, number, PAGE)
    for (const batch of batches) {
      const held = await entriesOf(tx, batch.entries)
      const lines = new Map(held.map((each) => [each.id, each]))
      faults.push(...checkBatch(batch, lines, { before, number, hash }))
      for (const entry of batch.entries)
        if (seen.has(entry)) faults.push({ kind: 'entry-twice', batch: batch.number, entry })
        else seen.add(entry)
      for (const entry of held) {
        const fault = checkDetail(entry, erasures)
        if (fault) faults.push(fault)
        if (entry.salt === undefined) erased += 1
      }
      if (known?.number === batch.number && known.hash === batch.hash) found = true
      entries += held.length
      before = batch.hash
      number = batch.number + 1
    }
    if (batches.length < PAGE) break
  }
  if (known && !found) faults.push({ kind: 'head-not-found', batch: known.number })
  for (const table of await auditedTables(tx)) {
    for (const entry of await alteredRows(tx, table)) faults.push({ kind: 'rows-altered', entry, table })
    const rows = await uncoveredRows(tx, table)
    // Where details of changes were erased, nothing says any more which rows they covered.
    if (rows > 0 && !erasures.some(({ subject }) => subject.includes('fact')))
      faults.push({ kind: 'rows-uncovered', table, rows })
  }
  const { last, waiting } = await auditHead(tx)
  return {
    ...{ batches: number - 1, entries, erased, waiting, faults },
    ...(last ? { head: { number: last.number, hash: last.hash } } : {}),
  }
}

/** Of a view the detail is what was noted; of a change, rows, which are checked table by table. A detail that is gone wants an erasure that took it. */
function checkDetail(entry: Entry, erasures: readonly Entry[]): AuditFault | undefined {
  const { id, kind, digest, salt, person, body } = entry
  if (salt === undefined || person === undefined || body === undefined)
    return erasures.some((each) => tookIt(each, entry)) ? undefined : { kind: 'detail-missing', entry: id }
  if (kind === 'change' || kind === 'fact') return undefined
  return digestOf({ salt, person, content: body }, hash) === digest
    ? undefined
    : { kind: 'detail-altered', entry: id }
}

function tookIt({ body }: Entry, { kind, at }: Entry): boolean {
  const { kinds = [], before = '' } = JSON.parse(body ?? '{}') as { kinds?: string[]; before?: string }
  return kinds.includes(kind) && at < before
}
