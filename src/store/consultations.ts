import { sql } from 'kysely'
import type {
  Channel,
  Comment,
  CommentGroup,
  Consultation,
  ConsultationFields,
  RecordedGroup,
} from '#domain/cycle/consultation.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

export type ConsultationMove =
  | { readonly move: 'extend'; readonly detail: { readonly until: string; readonly reason: string } }
  | { readonly move: 'withdraw'; readonly detail: { readonly reason: string } }
  /** The table as the very text that was hashed. */
  | { readonly move: 'publish'; readonly detail: { readonly table: string }; readonly sha256: string }
  | { readonly move: 'erase'; readonly detail: { readonly people: number } }

export type RecordedConsultationMove = ConsultationMove & { readonly at: string; readonly by: string }

/** A consultation with its moves, in the order in which they were made; its last day is the extended one. */
export type ConsultationRecord = Consultation & { readonly moves: readonly RecordedConsultationMove[] }

/** Consultations, newest first; one of them where it is named. */
export async function listConsultations(tx: ReadTx, id?: string): Promise<readonly ConsultationRecord[]> {
  let query = tx.db.selectFrom('consultation').selectAll().where('government', '=', tx.government)
  if (id !== undefined) query = query.where('id', '=', id)
  if (tx.asOf !== undefined) query = query.where('opened_at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('id', 'desc').execute()
  const moves = Map.groupBy(await listMoves(tx, id), ({ consultation }) => consultation)
  return rows.map((row) => {
    const made = (moves.get(row.id) ?? []).map(({ consultation: _, ...move }) => move)
    const extended = made.findLast((each) => each.move === 'extend')
    return {
      ...(row.fields as ConsultationFields),
      ...{ id: row.id, openedAt: row.opened_at.toISOString(), openedBy: row.opened_by, moves: made },
      ...(extended ? { until: extended.detail.until } : {}),
    }
  })
}

async function listMoves(tx: ReadTx, consultation?: string) {
  let query = tx.db.selectFrom('consultation_move').selectAll().where('government', '=', tx.government)
  if (consultation !== undefined) query = query.where('consultation', '=', consultation)
  if (tx.asOf !== undefined) query = query.where('at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('id').execute()
  return rows.map(
    ({ consultation: of, move, detail, sha256, at, by }) =>
      ({
        ...{ consultation: of, move, detail, at: at.toISOString(), by },
        ...(sha256 === null ? {} : { sha256 }),
      }) as RecordedConsultationMove & { readonly consultation: string },
  )
}

type Written = { readonly change: string; readonly at: string; readonly by: string }

export async function saveConsultation(
  tx: WriteTx,
  { change, at, by }: Written,
  fields: ConsultationFields,
): Promise<string> {
  const { id } = await tx.db
    .insertInto('consultation')
    .values({
      government: tx.government,
      fields: JSON.stringify(fields),
      change,
      opened_at: at,
      opened_by: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function saveConsultationMove(
  tx: WriteTx,
  { change, at, by }: Written,
  consultation: string,
  made: ConsultationMove,
): Promise<void> {
  await tx.db
    .insertInto('consultation_move')
    .values({
      ...{ government: tx.government, consultation, move: made.move, detail: JSON.stringify(made.detail) },
      ...{ sha256: made.move === 'publish' ? made.sha256 : null, change, at, by },
    })
    .execute()
}

/** Comments of a consultation, in the order in which they came in. */
export async function listComments(tx: ReadTx, consultation: string): Promise<readonly Comment[]> {
  const rows = await tx.db
    .selectFrom('comment')
    .select(['id', 'channel', 'about', 'text', sql<string>`received_on::text`.as('received_on')])
    .where('government', '=', tx.government)
    .where('consultation', '=', consultation)
    .orderBy('id')
    .execute()
  return rows.map(({ received_on, channel, ...row }) => ({
    ...{ ...row, channel: channel as Channel, receivedOn: received_on },
  }))
}

export type CommentPerson = { readonly name: string; readonly contact: string }

/** Saves a comment once: returns its id, and for a token that is there already the id it was saved under. */
export async function saveComment(
  tx: WriteTx,
  consultation: string,
  {
    token,
    by,
    at,
    person,
    ...comment
  }: Omit<Comment, 'id'> & {
    readonly token: string
    readonly at: string
    readonly by: string
    readonly person?: CommentPerson
  },
): Promise<string> {
  const { channel, receivedOn, about, text } = comment
  const saved = await tx.db
    .insertInto('comment')
    .values({
      ...{ government: tx.government, consultation, token, channel, received_on: receivedOn },
      ...{ about, text, at, by },
    })
    .onConflict((conflict) => conflict.columns(['government', 'consultation', 'token']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!saved) {
    const { id } = await tx.db
      .selectFrom('comment')
      .select('id')
      .where('government', '=', tx.government)
      .where('consultation', '=', consultation)
      .where('token', '=', token)
      .executeTakeFirstOrThrow()
    return id
  }
  if (person && (person.name !== '' || person.contact !== ''))
    await tx.db
      .insertInto('comment_person')
      .values({ government: tx.government, comment: saved.id, ...person })
      .execute()
  return saved.id
}

/** 氏名と連絡先 of those who said something, by comment; erased ones are not there. */
export async function commentPeople(
  tx: ReadTx,
  consultation: string,
): Promise<ReadonlyMap<string, CommentPerson>> {
  const rows = await tx.db
    .selectFrom('comment_person')
    .innerJoin('comment', (join) =>
      join
        .onRef('comment.government', '=', 'comment_person.government')
        .onRef('comment.id', '=', 'comment_person.comment'),
    )
    .select(['comment_person.comment', 'name', 'contact'])
    .where('comment.government', '=', tx.government)
    .where('consultation', '=', consultation)
    .orderBy('comment')
    .execute()
  return new Map(rows.map(({ comment, name, contact }) => [comment, { name, contact }]))
}

export async function eraseCommentPeople(tx: WriteTx, consultation: string): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select erase_comment_people(${consultation}) as gone`.execute(
    tx.db,
  )
  return rows[0]?.gone ?? 0
}

/** まとまり of a consultation: the last version of each, in the order in which they were begun. */
export async function listGroups(tx: ReadTx, consultation: string): Promise<readonly RecordedGroup[]> {
  const rows = await tx.db
    .selectFrom('comment_group')
    .selectAll()
    .where('government', '=', tx.government)
    .where('consultation', '=', consultation)
    .orderBy('id')
    .execute()
  const latest = new Map(
    rows.map(({ key, id, fields, at, by }) => [
      key,
      { key, id, fields: fields as CommentGroup, at: at.toISOString(), by },
    ]),
  )
  return [...latest.values()]
}

export async function saveGroup(
  tx: WriteTx,
  consultation: string,
  { key, fields, at, by, basedOn }: Omit<RecordedGroup, 'id'> & { readonly basedOn?: string | undefined },
): Promise<string> {
  const { id } = await tx.db
    .insertInto('comment_group')
    .values({
      ...{ government: tx.government, consultation, key, fields: JSON.stringify(fields) },
      ...{ based_on: basedOn ?? null, at, by },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
