import type { StageDates } from '#domain/cycle/calendar.ts'
import type { Answer, AnswerFields, ReportMove } from '#domain/cycle/report.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

/** 収集の回 of a year, as last opened or changed. */
export type Round = {
  readonly year: number
  readonly dates: readonly StageDates[]
  readonly reason?: string
  readonly openedAt: string
  readonly openedBy: string
}

export async function findRound(tx: ReadTx, year: number): Promise<Round | undefined> {
  let query = tx.db
    .selectFrom('round')
    .selectAll()
    .where('government', '=', tx.government)
    .where('year', '=', year)
  if (tx.asOf !== undefined) query = query.where('opened_at', '<=', new Date(tx.asOf))
  const row = await query.orderBy('id', 'desc').executeTakeFirst()
  return (
    row && {
      year: row.year,
      dates: row.dates as readonly StageDates[],
      ...(row.reason === null ? {} : { reason: row.reason }),
      openedAt: row.opened_at.toISOString(),
      openedBy: row.opened_by,
    }
  )
}

export async function saveRound(
  tx: WriteTx,
  change: string,
  { year, dates, reason, openedAt, openedBy }: Round,
): Promise<void> {
  await tx.db
    .insertInto('round')
    .values({
      government: tx.government,
      ...{ year, dates: JSON.stringify(dates), reason: reason ?? null, change },
      ...{ opened_at: openedAt, opened_by: openedBy },
    })
    .execute()
}

/** Current answers of a year (of some indicators): the last one of each that was not set aside. */
export async function listAnswers(
  tx: ReadTx,
  year: number,
  indicators?: readonly string[],
): Promise<readonly Answer[]> {
  let query = tx.db
    .selectFrom('answer')
    .selectAll()
    .distinctOn('indicator')
    .where('government', '=', tx.government)
    .where('year', '=', year)
    .where('set_aside', '=', false)
  if (indicators) query = query.where('indicator', 'in', indicators.length > 0 ? [...indicators] : [''])
  if (tx.asOf !== undefined) query = query.where('saved_at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('indicator').orderBy('id', 'desc').execute()
  return rows.map(asAnswer)
}

/** Every saving for one indicator and year, oldest first, those that were set aside included. */
export async function answersOf(
  tx: ReadTx,
  year: number,
  indicator: string,
): Promise<readonly (Answer & { readonly setAside: boolean })[]> {
  const rows = await tx.db
    .selectFrom('answer')
    .selectAll()
    .where('government', '=', tx.government)
    .where('year', '=', year)
    .where('indicator', '=', indicator)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...asAnswer(row), setAside: row.set_aside }))
}

type Row = {
  readonly id: string
  readonly year: number
  readonly indicator: string
  readonly fields: unknown
  readonly via: string
  readonly saved_at: Date
  readonly saved_by: string
}
const asAnswer = ({ id, year, indicator, fields, via, saved_at, saved_by }: Row): Answer => ({
  ...{ id, year, indicator },
  fields: fields as AnswerFields,
  via: via as Answer['via'],
  savedAt: saved_at.toISOString(),
  savedBy: saved_by,
})

export type NewAnswer = Omit<Answer, 'id'> & {
  readonly basedOn?: string | undefined
  readonly setAside?: boolean
}

/** Saves answers, all in one statement; returns their ids in the order given. */
export async function saveAnswers(tx: WriteTx, answers: readonly NewAnswer[]): Promise<readonly string[]> {
  if (answers.length === 0) return []
  const rows = await tx.db
    .insertInto('answer')
    .values(
      answers.map(({ year, indicator, fields, via, savedAt, savedBy, basedOn, setAside = false }) => ({
        government: tx.government,
        ...{ year, indicator, fields: JSON.stringify(fields), via, set_aside: setAside },
        ...{ based_on: basedOn ?? null, saved_at: savedAt, saved_by: savedBy },
      })),
    )
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

export type SavedMove = {
  readonly indicator: string
  readonly move: ReportMove
  readonly answer: string
  readonly reason?: string
  readonly at: string
  readonly by: string
}

/** The moves of a year (of some indicators) in the order in which they were made. */
export async function listReportMoves(
  tx: ReadTx,
  year: number,
  indicators?: readonly string[],
): Promise<readonly SavedMove[]> {
  let query = tx.db
    .selectFrom('report_move')
    .selectAll()
    .where('government', '=', tx.government)
    .where('year', '=', year)
  if (indicators) query = query.where('indicator', 'in', indicators.length > 0 ? [...indicators] : [''])
  if (tx.asOf !== undefined) query = query.where('at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('id').execute()
  return rows.map(({ indicator, move, answer, reason, at, by }) => ({
    ...{ indicator, move: move as ReportMove, answer, at: at.toISOString(), by },
    ...(reason === null ? {} : { reason }),
  }))
}

export async function saveReportMove(
  tx: WriteTx,
  {
    year,
    change,
    indicator,
    move,
    answer,
    reason,
    at,
    by,
  }: SavedMove & { readonly year: number; readonly change: string },
): Promise<void> {
  await tx.db
    .insertInto('report_move')
    .values({
      government: tx.government,
      year,
      change,
      indicator,
      move,
      answer,
      reason: reason ?? null,
      at,
      by,
    })
    .execute()
}

/** The last fiscal year for which a collection was opened. */
export async function latestRound(tx: ReadTx): Promise<number | undefined> {
  let query = tx.db.selectFrom('round').select('year').where('government', '=', tx.government)
  if (tx.asOf !== undefined) query = query.where('opened_at', '<=', new Date(tx.asOf))
  return (await query.orderBy('year', 'desc').executeTakeFirst())?.year
}
