import { can } from '#domain/access/can.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { documentId, findDocument, saveDocument } from '#store/documents.ts'
import { findReading, type Reading, saveReading } from '#store/readings.ts'
import type { WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'

export type Received = {
  readonly name: string
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly reading: Pick<Reading, 'source' | 'draft' | 'remarks'>
}

/** 文書を受け付ける. Keeps the bytes and what was read from them, both or neither. A file that is here already is not kept twice: its review goes on. */
export async function receiveDocument(
  tx: WriteTx,
  { actor, now }: Doing,
  { name, sha256, bytes, reading }: Received,
): Promise<Outcome<{ readonly id: string; readonly known: boolean }, 'not-allowed'>> {
  if (!can(actor, 'plan:import')) return refuse('not-allowed')
  const id = documentId(sha256)
  if (await findDocument(tx, id)) {
    if (!(await findReading(tx, id))) await saveReading(tx, { ...reading, document: id, readAt: now })
    return done({ id, known: true })
  }
  const change = await writeDown(tx, {
    at: now,
    actor: actor.name,
    role: actor.role,
    action: 'document:receive',
    subject: `document:${id}`,
    detail: { name, size: bytes.length },
  })
  await saveDocument(tx, change, { name, sha256, bytes, receivedAt: now, receivedBy: actor.name })
  await saveReading(tx, { ...reading, document: id, readAt: now })
  return done({ id, known: false })
}
