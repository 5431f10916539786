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

export type NewLetter = Omit<Letter, 'id' | 'attempts'> & {
  readonly queuedBy: string
  /** Names the letter for good: a person is sent one slot once, whoever queues it and however often. */
  readonly slot?: string
}

/** Queues a letter; false where the person has one of that slot already. */
export async function queueLetter(tx: WriteTx, letter: NewLetter): Promise<boolean> {
  const { kind, user, lang, detail, queuedAt, queuedBy, slot } = letter
  const { numInsertedOrUpdatedRows = 0n } = await tx.db
    .insertInto('outbox')
    .values({
      ...{ government: tx.government, kind, user_id: user, lang, detail: JSON.stringify(detail) },
      ...{ queued_at: queuedAt, queued_by: queuedBy, slot: slot ?? null },
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

/** Slots that are queued already, as `user slot`, among these. */
export async function slotsQueued(tx: ReadTx, slots: readonly string[]): Promise<ReadonlySet<string>> {
  if (slots.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('outbox')
    .select(['user_id', 'slot'])
    .where('government', '=', tx.government)
    .where('slot', 'in', [...new Set(slots)])
    .orderBy('id')
    .execute()
  return new Set(rows.map(({ user_id, slot }) => `${user_id} ${slot}`))
}

/** The language of the last letter to each person; a later one is written in the same. */
export async function languagesOf(tx: ReadTx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.db
    .selectFrom('outbox')
    .select(['user_id', 'lang'])
    .distinctOn('user_id')
    .where('government', '=', tx.government)
    .orderBy('user_id')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map(({ user_id, lang }) => [user_id, lang]))
}

/** まとめのメールを断った人. */
export async function digestRefused(tx: ReadTx): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('digest_choice')
    .select(['user_id', 'wanted'])
    .distinctOn('user_id')
    .where('government', '=', tx.government)
    .orderBy('user_id')
    .orderBy('id', 'desc')
    .execute()
  return new Set(rows.flatMap(({ user_id, wanted }) => (wanted ? [] : [user_id])))
}

export async function saveDigestChoice(
  tx: WriteTx,
  { user, wanted, at }: { readonly user: string; readonly wanted: boolean; readonly at: string },
): Promise<void> {
  await tx.db
    .insertInto('digest_choice')
    .values({ government: tx.government, user_id: user, wanted, at })
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
