import type { ReadTx, WriteTx } from './transaction.ts'

/** 文書 (document) as received, without its bytes. */
export type ReceivedDocument = {
  /** The first 16 hex digits of `sha256`. */
  readonly id: string
  readonly sha256: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly receivedAt: string
  readonly receivedBy: string
}

export const documentId = (sha256: string): string => sha256.slice(0, 16)

function received(tx: ReadTx) {
  const query = tx.db
    .selectFrom('document')
    .select(['id', 'sha256', 'name', 'size', 'received_at', 'received_by'])
    .where('government', '=', tx.government)
  return tx.asOf === undefined ? query : query.where('received_at', '<=', new Date(tx.asOf))
}

type Row = Awaited<ReturnType<ReturnType<typeof received>['executeTakeFirstOrThrow']>>
const fromRow = ({ id, sha256, name, size, received_at, received_by }: Row): ReceivedDocument => ({
  id,
  sha256,
  name,
  size,
  receivedAt: received_at.toISOString(),
  receivedBy: received_by,
})

/** Documents of the government, the latest first. */
export async function listDocuments(tx: ReadTx): Promise<readonly ReceivedDocument[]> {
  return (await received(tx).orderBy('received_at', 'desc').orderBy('id').execute()).map(fromRow)
}

export async function findDocument(tx: ReadTx, id: string): Promise<ReceivedDocument | undefined> {
  const row = await received(tx).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** The bytes of a document as they came. */
export async function documentBytes(tx: ReadTx, id: string): Promise<Uint8Array | undefined> {
  const row = await tx.db
    .selectFrom('document')
    .select('content')
    .where('government', '=', tx.government)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && new Uint8Array(row.content)
}

export async function saveDocument(
  tx: WriteTx,
  change: string,
  {
    receivedAt,
    receivedBy,
    bytes,
    ...told
  }: Omit<ReceivedDocument, 'id' | 'size'> & { readonly bytes: Uint8Array },
): Promise<string> {
  const id = documentId(told.sha256)
  await tx.db
    .insertInto('document')
    .values({
      ...told,
      government: tx.government,
      id,
      size: bytes.length,
      content: Buffer.from(bytes),
      change,
      received_at: receivedAt,
      received_by: receivedBy,
    })
    .execute()
  return id
}

/** Which of these documents, by SHA-256, we hold: id by SHA-256. */
export async function heldDocuments(
  tx: ReadTx,
  hashes: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  if (hashes.length === 0) return {}
  const rows = await received(tx).where('sha256', 'in', hashes).orderBy('id').execute()
  return Object.fromEntries(rows.map(({ sha256, id }) => [sha256, id]))
}
