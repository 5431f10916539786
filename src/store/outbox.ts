import type { Attempt, LetterKind } from '#domain/access/letter.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

/** 手紙 as it waits: to whom, of what kind, and what was tried. */
export type Letter = {
  readonly id: string
  readonly kind: LetterKind
  readonly user: string
  readonly lang: string
  readonly detail: Readonly<Record<string, string>>
  readonly queuedAt: string
  readonly attempts: readonly Attempt[]
}

export type NewLetter = Omit<Letter, 'id' | 'attempts'> & { readonly queuedBy: string }

export async function queueLetter(tx: WriteTx, letter: NewLetter): Promise<void> {
  const { kind, user, lang, detail, queuedAt, queuedBy } = letter
  await tx.db
    .insertInto('outbox')
    .values({
      ...{ government: tx.government, kind, user_id: user, lang, detail: JSON.stringify(detail) },
      ...{ queued_at: queuedAt, queued_by: queuedBy },
    })
    .execute()
}

/** Letters that were neither sent nor given up, oldest first. */
export async function lettersWaiting(tx: ReadTx): Promise<readonly Letter[]> {
  const settled = tx.db
    .selectFrom('outbox_attempt')
    .select('letter')
    .where('government', '=', tx.government)
    .where('what', 'in', ['sent', 'given-up'])
  const letters = await tx.db
    .selectFrom('outbox')
    .selectAll()
    .where('government', '=', tx.government)
    .where('id', 'not in', settled)
    .orderBy('id')
    .execute()
  if (letters.length === 0) return []
  const attempts = await tx.db
    .selectFrom('outbox_attempt')
    .selectAll()
    .where('government', '=', tx.government)
    .where(
      'letter',
      'in',
      letters.map(({ id }) => id),
    )
    .orderBy('id')
    .execute()
  const byLetter = Map.groupBy(attempts, ({ letter }) => letter)
  return letters.map((row) => ({
    ...{ id: row.id, kind: row.kind as LetterKind, user: row.user_id, lang: row.lang },
    ...{ detail: row.detail as Letter['detail'], queuedAt: row.queued_at.toISOString() },
    attempts: (byLetter.get(row.id) ?? []).map(({ what, at, error }) => ({
      ...{ what: what as Attempt['what'], at: at.toISOString() },
      ...(error === null ? {} : { error }),
    })),
  }))
}

export async function saveAttempt(tx: WriteTx, letter: string, { what, at, error }: Attempt): Promise<void> {
  await tx.db
    .insertInto('outbox_attempt')
    .values({ government: tx.government, letter, what, at, error: error?.slice(0, 500) ?? null })
    .execute()
}
