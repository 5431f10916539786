import type { Action, Role } from '#domain/access/can.ts'
import type { NewToken, Token } from '#domain/access/token.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

/** A token with the hash of its secret, for the door alone. */
export type KeptToken = Token & { readonly hash: string }

/** Every token ever issued here, newest first, with what became of it. */
export async function listTokens(tx: ReadTx): Promise<readonly KeptToken[]> {
  const tokens = await tx.db
    .selectFrom('api_token')
    .selectAll()
    .where('government', '=', tx.government)
    .orderBy('id', 'desc')
    .execute()
  return withEvents(tx, tokens)
}

export async function findToken(tx: ReadTx, id: string): Promise<KeptToken | undefined> {
  const tokens = await tx.db
    .selectFrom('api_token')
    .selectAll()
    .where('government', '=', tx.government)
    .where('id', '=', id)
    .orderBy('id')
    .execute()
  return (await withEvents(tx, tokens))[0]
}

type Row = {
  readonly id: string
  readonly name: string
  readonly hash: string
  readonly role: string
  readonly department: string | null
  readonly scopes: unknown
  readonly issued_at: Date
  readonly issued_by: string
  readonly expires_at: Date
}

async function withEvents(tx: ReadTx, tokens: readonly Row[]): Promise<readonly KeptToken[]> {
  if (tokens.length === 0) return []
  const events = await tx.db
    .selectFrom('api_token_event')
    .select(['token', 'what', 'reason', 'at', 'by'])
    .select((row) => row.cast<string>('day', 'text').as('day'))
    .where('government', '=', tx.government)
    .where(
      'token',
      'in',
      tokens.map(({ id }) => id),
    )
    .orderBy('id')
    .execute()
  const byToken = Map.groupBy(events, ({ token }) => token)
  return tokens.map((row): KeptToken => {
    const own = byToken.get(row.id) ?? []
    const used = own.findLast(({ what }) => what === 'used')
    const revoked = own.find(({ what }) => what === 'revoked')
    return {
      ...{ id: row.id, name: row.name, hash: row.hash, scopes: row.scopes as readonly Action[] },
      hat: { role: row.role as Role, ...(row.department === null ? {} : { department: row.department }) },
      ...{ issuedAt: row.issued_at.toISOString(), issuedBy: row.issued_by },
      expiresAt: row.expires_at.toISOString(),
      ...(used ? { lastUsed: used.day } : {}),
      ...(revoked
        ? {
            revoked: {
              ...{ at: revoked.at.toISOString(), by: revoked.by },
              ...(revoked.reason === null ? {} : { reason: revoked.reason }),
            },
          }
        : {}),
    }
  })
}

export async function saveToken(
  tx: WriteTx,
  change: string,
  token: NewToken & Pick<KeptToken, 'hash' | 'issuedAt' | 'issuedBy'>,
): Promise<string> {
  const { name, hash, hat, scopes, issuedAt, issuedBy, expiresAt } = token
  const { id } = await tx.db
    .insertInto('api_token')
    .values({
      ...{ government: tx.government, name, hash, role: hat.role, department: hat.department ?? null },
      ...{ scopes: JSON.stringify(scopes), issued_at: issuedAt, issued_by: issuedBy },
      ...{ expires_at: expiresAt, change },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type TokenEvent = {
  readonly token: string
  readonly what: 'revoked' | 'used'
  readonly day: string
  readonly reason?: string
  readonly at: string
  readonly by: string
}

/** Notes what happened to a token; a day of use and a revocation are noted once. */
export async function saveTokenEvent(
  tx: WriteTx,
  { token, what, day, reason, at, by }: TokenEvent,
): Promise<void> {
  await tx.db
    .insertInto('api_token_event')
    .values({ government: tx.government, token, what, day, reason: reason ?? null, at, by })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
