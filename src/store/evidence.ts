import type { Evidence, EvidenceKind } from '#domain/cycle/evidence.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

const COLUMNS = ['id', 'year', 'indicator', 'name', 'kind', 'size', 'sha256', 'shows', 'at', 'by'] as const

/** 根拠資料 of a year (of one indicator) without their bytes, in the order in which they came; removed ones say so. */
export async function listEvidence(
  tx: ReadTx,
  year: number,
  indicator?: string,
): Promise<readonly Evidence[]> {
  let query = tx.db
    .selectFrom('evidence')
    .select([...COLUMNS])
    .where('government', '=', tx.government)
    .where('year', '=', year)
  if (indicator !== undefined) query = query.where('indicator', '=', indicator)
  if (tx.asOf !== undefined) query = query.where('at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('id').execute()
  if (rows.length === 0) return []
  const gone = await listRemoved(tx)
  return rows.map((row) => {
    const removed = gone.get(row.id)
    return {
      ...row,
      ...{ kind: row.kind as EvidenceKind, at: row.at.toISOString() },
      ...(removed ? { removed } : {}),
    }
  })
}

async function listRemoved(tx: ReadTx): Promise<ReadonlyMap<string, NonNullable<Evidence['removed']>>> {
  let query = tx.db.selectFrom('evidence_removed').selectAll().where('government', '=', tx.government)
  if (tx.asOf !== undefined) query = query.where('at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('id').execute()
  return new Map(rows.map(({ evidence, at, by, reason }) => [evidence, { at: at.toISOString(), by, reason }]))
}

/** One of them with its bytes; undefined where there is none. */
export async function findEvidence(
  tx: ReadTx,
  id: string,
): Promise<(Evidence & { readonly content: Uint8Array }) | undefined> {
  if (!/^\d{1,18}$/.test(id)) return undefined
  const row = await tx.db
    .selectFrom('evidence')
    .select([...COLUMNS, 'content'])
    .where('government', '=', tx.government)
    .where('id', '=', id)
    .orderBy('id')
    .executeTakeFirst()
  if (!row) return undefined
  const removed = (await listRemoved(tx)).get(id)
  return {
    ...row,
    ...{ kind: row.kind as EvidenceKind, at: row.at.toISOString() },
    ...(removed ? { removed } : {}),
  }
}

export async function saveEvidence(
  tx: WriteTx,
  change: string,
  { content, ...told }: Omit<Evidence, 'id' | 'removed'> & { readonly content: Uint8Array },
): Promise<string> {
  const { id } = await tx.db
    .insertInto('evidence')
    .values({ ...told, government: tx.government, change, content: Buffer.from(content) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function saveEvidenceRemoved(
  tx: WriteTx,
  change: string,
  told: { readonly evidence: string; readonly reason: string; readonly at: string; readonly by: string },
): Promise<void> {
  await tx.db
    .insertInto('evidence_removed')
    .values({ government: tx.government, change, ...told })
    .execute()
}
