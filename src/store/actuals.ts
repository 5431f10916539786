import type { Selectable } from 'kysely'
import type { Actual, MissingWhy } from '#domain/indicator/actual.ts'
import type { Qualifier, Span } from '#domain/indicator/commitment.ts'
import type { RecordedActual, Withdrawn } from '#domain/indicator/recorded.ts'
import type { Decimal } from '#domain/shared/decimal.ts'
import { fiscalYear } from '#domain/shared/year.ts'
import type { Tables } from './schema.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

export type NewActual = Omit<RecordedActual, 'id'> & { readonly change: string }

/** 実績値を書き足す. Append-only: a correction names what it corrects. Returns the new record's id. */
export async function saveActual(
  tx: WriteTx,
  { indicator, actual, change, ...told }: NewActual,
): Promise<string> {
  const known = actual.kind === 'known' ? actual : undefined
  const { id } = await tx.db
    .insertInto('actual')
    .values({
      government: tx.government,
      indicator,
      year: actual.year,
      kind: actual.kind,
      value: known?.value ?? null,
      why: actual.kind === 'missing' ? actual.why : null,
      qualifier: known?.qualifier ?? null,
      provisional: known?.provisional ?? false,
      vintage: actual.vintage ?? null,
      span: known?.span ? JSON.stringify(known.span) : null,
      n: known?.n ?? null,
      note: told.note ?? null,
      source: told.source ?? null,
      corrects: told.corrects ?? null,
      reason: told.reason ?? null,
      change,
      recorded_at: told.recordedAt,
      recorded_by: told.recordedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Every record ever made of these indicators (of all, where none is named), oldest first, as known at the transaction's moment. */
export async function listActuals(
  tx: ReadTx,
  indicators?: readonly string[],
): Promise<readonly RecordedActual[]> {
  let query = tx.db.selectFrom('actual').selectAll().where('government', '=', tx.government)
  if (indicators) query = query.where('indicator', 'in', [...indicators, ''])
  if (tx.asOf !== undefined) query = query.where('recorded_at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('indicator').orderBy('year').orderBy('id').execute()
  return rows.map(toRecorded)
}

function toRecorded(row: Selectable<Tables['actual']>): RecordedActual {
  const { id, indicator, note, source, corrects, reason, recorded_at, recorded_by } = row
  return {
    id,
    indicator,
    actual: toActual(row),
    ...(note === null ? {} : { note }),
    ...(source === null ? {} : { source }),
    ...(corrects === null ? {} : { corrects }),
    ...(reason === null ? {} : { reason }),
    recordedAt: recorded_at.toISOString(),
    recordedBy: recorded_by,
  }
}

function toActual({
  kind,
  year,
  value,
  why,
  qualifier,
  provisional,
  vintage,
  span,
  n,
}: Selectable<Tables['actual']>): Actual | Withdrawn {
  const when = { year: fiscalYear(year), ...(vintage === null ? {} : { vintage }) }
  if (kind === 'missing') return { kind, ...when, why: why as MissingWhy }
  if (kind !== 'known') return { kind: 'withdrawn', ...when }
  return {
    kind,
    ...when,
    value: value as Decimal,
    ...(qualifier === null ? {} : { qualifier: qualifier as Qualifier }),
    ...(provisional ? { provisional } : {}),
    ...(span === null ? {} : { span: span as Span }),
    ...(n === null ? {} : { n }),
  }
}
