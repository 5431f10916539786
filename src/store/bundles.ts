import type { Manifest } from '#domain/cycle/bundle.ts'
import type { AnswerFields } from '#domain/cycle/report.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

/** Below what the database takes in one row, and what a backup holds at once. */
const CHUNK = 8_000_000

/** 束の動き: a bundle that was made here, or arrived here. */
export type KnownBundle = {
  readonly manifest: Manifest
  readonly at: string
  readonly by: string
}
export type ArrivedBundle = KnownBundle & { readonly fingerprint: string }

export async function listMade(tx: ReadTx, year?: number): Promise<readonly KnownBundle[]> {
  let query = tx.db.selectFrom('bundle_made').selectAll().where('government', '=', tx.government)
  if (year !== undefined) query = query.where('year', '=', year)
  if (tx.asOf !== undefined) query = query.where('at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('id').execute()
  return rows.map(({ manifest, at, by }) => ({
    manifest: manifest as Manifest,
    at: at.toISOString(),
    by,
  }))
}

export async function listArrived(tx: ReadTx, year?: number): Promise<readonly ArrivedBundle[]> {
  let query = tx.db.selectFrom('bundle_arrived').selectAll().where('government', '=', tx.government)
  if (year !== undefined) query = query.where('year', '=', year)
  if (tx.asOf !== undefined) query = query.where('at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('id').execute()
  return rows.map(({ manifest, fingerprint, at, by }) => ({
    ...{ manifest: manifest as Manifest, fingerprint, at: at.toISOString(), by },
  }))
}

/** What became of a bundle when it was taken in. */
export type TakenBundle = {
  readonly bundle: string
  readonly year: number
  readonly told: unknown
  readonly answers: Readonly<Record<string, AnswerFields>>
  /** By the key of a carried question, its number here. */
  readonly questions: Readonly<Record<string, string>>
  readonly at: string
  readonly by: string
}

/** The bundles of a year (of all years) that were taken in, in that order. */
export async function listTaken(tx: ReadTx, year?: number): Promise<readonly TakenBundle[]> {
  let query = tx.db.selectFrom('bundle_taken').selectAll().where('government', '=', tx.government)
  if (year !== undefined) query = query.where('year', '=', year)
  if (tx.asOf !== undefined) query = query.where('at', '<=', new Date(tx.asOf))
  const rows = await query.orderBy('id').execute()
  return rows.map(({ bundle, year: of, told, answers, questions, at, by }) => ({
    ...{ bundle, year: of, told, at: at.toISOString(), by },
    answers: answers as TakenBundle['answers'],
    questions: questions as TakenBundle['questions'],
  }))
}

/** The bytes of a bundle that was made or arrived here; undefined where there is none. */
export async function bundleBytes(tx: ReadTx, bundle: string): Promise<Uint8Array | undefined> {
  const rows = await tx.db
    .selectFrom('bundle_chunk')
    .select('content')
    .where('government', '=', tx.government)
    .where('bundle', '=', bundle)
    .orderBy('id')
    .execute()
  return rows.length === 0 ? undefined : new Uint8Array(Buffer.concat(rows.map(({ content }) => content)))
}

async function saveChunks(tx: WriteTx, bundle: string, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; at += CHUNK)
    await tx.db
      .insertInto('bundle_chunk')
      .values({ government: tx.government, bundle, content: Buffer.from(bytes.subarray(at, at + CHUNK)) })
      .execute()
}

export async function saveMade(
  tx: WriteTx,
  change: string,
  { manifest, at, by }: KnownBundle,
  bytes: Uint8Array,
): Promise<void> {
  await tx.db
    .insertInto('bundle_made')
    .values({
      ...{ government: tx.government, bundle: manifest.id, year: manifest.year, change, at, by },
      manifest: JSON.stringify(manifest),
    })
    .execute()
  await saveChunks(tx, manifest.id, bytes)
}

export async function saveArrived(
  tx: WriteTx,
  change: string,
  { manifest, fingerprint, at, by }: ArrivedBundle,
  bytes: Uint8Array,
): Promise<void> {
  await tx.db
    .insertInto('bundle_arrived')
    .values({
      ...{ government: tx.government, bundle: manifest.id, fingerprint, year: manifest.year },
      ...{ manifest: JSON.stringify(manifest), change, at, by },
    })
    .execute()
  await saveChunks(tx, manifest.id, bytes)
}

export async function saveTaken(
  tx: WriteTx,
  change: string,
  { bundle, year, told, answers, questions, at, by }: TakenBundle,
): Promise<void> {
  await tx.db
    .insertInto('bundle_taken')
    .values({
      ...{ government: tx.government, bundle, year, change, at, by },
      told: JSON.stringify(told),
      answers: JSON.stringify(answers),
      questions: JSON.stringify(questions),
    })
    .execute()
}
