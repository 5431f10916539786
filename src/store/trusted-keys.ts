import type { ReadTx, WriteTx } from './transaction.ts'

/** 信頼した鍵, or one that was trusted until it was revoked. */
export type TrustedKey = {
  readonly fingerprint: string
  /** What the other installation is called here. */
  readonly name: string
  readonly state: 'trusted' | 'revoked'
  readonly reason?: string
  readonly at: string
  readonly by: string
}

/** Every key by its last word, in the order in which they were first heard of. */
export async function listTrustedKeys(tx: ReadTx): Promise<readonly TrustedKey[]> {
  let query = tx.db.selectFrom('trusted_key').selectAll().where('government', '=', tx.government)
  if (tx.asOf !== undefined) query = query.where('at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('id').execute()
  const keys = new Map<string, TrustedKey>()
  for (const { fingerprint, what, name, reason, at, by } of rows)
    keys.set(fingerprint, {
      ...{ fingerprint, name, state: what as TrustedKey['state'], at: at.toISOString(), by },
      ...(reason === null ? {} : { reason }),
    })
  return [...keys.values()]
}

export async function saveTrustedKey(
  tx: WriteTx,
  change: string,
  { fingerprint, state, name, reason, at, by }: TrustedKey,
): Promise<void> {
  await tx.db
    .insertInto('trusted_key')
    .values({
      ...{ government: tx.government, fingerprint, what: state, name, change, at, by },
      reason: reason ?? null,
    })
    .execute()
}
