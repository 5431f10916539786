import type { Side, Thread } from '#domain/cycle/question.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

/** 質問 of a year with what was said on each, in the order in which they were asked. */
export async function listQuestions(tx: ReadTx, year: number): Promise<readonly Thread[]> {
  let query = tx.db
    .selectFrom('question')
    .selectAll()
    .where('government', '=', tx.government)
    .where('year', '=', year)
  if (tx.asOf !== undefined) query = query.where('at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('id').execute()
  const said = ({ id, side, text, at, by }: (typeof rows)[number]) => ({
    ...{ id, side: side as Side, text, at: at.toISOString(), by },
  })
  return rows
    .filter(({ answers }) => answers === null)
    .map((row) => ({
      ...said(row),
      ...{ year: row.year, department: row.department },
      ...(row.indicator === null ? {} : { indicator: row.indicator }),
      replies: rows.filter(({ answers }) => answers === row.id).map(said),
    }))
}

export type NewQuestion = {
  readonly year: number
  readonly department: string
  readonly indicator?: string
  readonly answers?: string
  readonly side: Side
  readonly text: string
  readonly at: string
  readonly by: string
}

export async function saveQuestion(
  tx: WriteTx,
  change: string,
  { indicator, answers, ...told }: NewQuestion,
): Promise<string> {
  const { id } = await tx.db
    .insertInto('question')
    .values({
      ...{ government: tx.government, ...told, change },
      ...{ indicator: indicator ?? null, answers: answers ?? null },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
