import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { AreaCode } from '#domain/government/area-code.ts'
import type { Dataset, DatasetKind } from '#domain/population/statistics.ts'
import { type Area, datasetId, type StatisticsTable } from '#domain/population/statistics.ts'
import type { Tables } from './schema.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

/** Rows in one statement; with eight columns far below the 65,535 parameters of the protocol. */
const BATCH = 2_000

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** 統計表の一覧, oldest import first. */
export async function listDatasets(tx: ReadTx): Promise<readonly Dataset[]> {
  const rows = await tx.db.selectFrom('dataset').selectAll().orderBy('imported_at').orderBy('id').execute()
  return rows.map(asDataset)
}

/** Datasets of a kind that hold any of these areas (the codes of one place), the newest edition first, then the latest vintage. */
export async function datasetsOf(
  tx: ReadTx,
  kind: DatasetKind,
  codes: readonly AreaCode[],
): Promise<readonly (Dataset & { readonly area: Area })[]> {
  const rows = await tx.db
    .selectFrom('dataset')
    .innerJoin('dataset_area', 'dataset_area.dataset', 'dataset.id')
    .selectAll('dataset')
    .select(['dataset_area.code', 'dataset_area.name'])
    .where('kind', '=', kind)
    .where('dataset_area.code', 'in', [...codes])
    .orderBy('published', (order) => order.desc().nullsLast())
    .orderBy('areas', 'desc')
    .orderBy('vintage', 'desc')
    .orderBy('id')
    .execute()
  const place = ({ code }: { readonly code: string }) => codes.indexOf(code)
  return rows
    .toSorted((a, b) => place(a) - place(b))
    .map((row) => ({ ...asDataset(row), area: { code: row.code, name: row.name } }))
}

const asDataset = (row: Selectable<Tables['dataset']>): Dataset => ({
  id: row.id,
  series: row.series,
  vintage: row.vintage,
  kind: row.kind as DatasetKind,
  title: row.title,
  ...(row.edition === null ? {} : { edition: row.edition }),
  ...(row.published === null ? {} : { published: row.published }),
  source: row.source,
  file: row.file,
  sha256: row.sha256,
  areas: row.areas,
  rows: row.rows,
  from: row.first_year,
  to: row.last_year,
  importedAt: row.imported_at.toISOString(),
  importedBy: row.imported_by,
})

export type Imported = {
  readonly file: string
  readonly sha256: string
  readonly at: string
  readonly by: string
}

/** The dataset as saved, or the one of the same bytes that is there already (`known`). */
export async function saveDataset(
  tx: WriteTx,
  table: StatisticsTable,
  { file, sha256, at, by }: Imported,
): Promise<{ readonly dataset: Dataset; readonly known: boolean }> {
  const { heading, areas, people, rates, values } = table
  const before = await tx.db
    .selectFrom('dataset')
    .selectAll()
    .where('series', '=', heading.series)
    .orderBy('vintage', 'desc')
    .execute()
  const same = before.find((row) => row.sha256 === sha256)
  if (same) return { dataset: asDataset(same), known: true }
  const vintage = (before[0]?.vintage ?? 0) + 1
  const rows = [...people, ...rates, ...values]
  const dataset: Dataset = {
    ...heading,
    id: datasetId(heading.series, vintage),
    ...{ vintage, file, sha256, areas: areas.length, rows: rows.length, importedAt: at, importedBy: by },
    from: rows.reduce((least, { year }) => Math.min(least, year), Number.POSITIVE_INFINITY),
    to: rows.reduce((most, { year }) => Math.max(most, year), Number.NEGATIVE_INFINITY),
  }
  await tx.db
    .insertInto('dataset')
    .values({
      id: dataset.id,
      ...{
        series: dataset.series,
        vintage,
        kind: dataset.kind,
        title: dataset.title,
        source: dataset.source,
      },
      ...{ edition: dataset.edition ?? null, published: dataset.published ?? null, file, sha256 },
      ...{ areas: dataset.areas, rows: dataset.rows, first_year: dataset.from, last_year: dataset.to },
      ...{ imported_at: at, imported_by: by },
    })
    .execute()
  const id = dataset.id
  await inBatches(
    areas,
    ({ code, name }) => ({ dataset: id, code, name }),
    (batch) => tx.db.insertInto('dataset_area').values(batch).execute(),
  )
  await inBatches(
    people,
    ({ area, year, male, female, unknown, origin }) => ({
      ...{ dataset: id, area, year, male: [...male], female: [...female], origin },
      ...{ unknown_male: unknown?.male ?? null, unknown_female: unknown?.female ?? null },
    }),
    (batch) => tx.db.insertInto('dataset_people').values(batch).execute(),
  )
  await inBatches(
    rates,
    ({ area, year, survival, migration, childWomanRatio, maleShare, origin }) => ({
      ...{ dataset: id, area, year, origin },
      ...{ survival_male: listOf(survival?.male), survival_female: listOf(survival?.female) },
      ...{ migration_male: listOf(migration?.male), migration_female: listOf(migration?.female) },
      ...{ child_woman_ratio: childWomanRatio ?? null, male_share: maleShare ?? null },
    }),
    (batch) => tx.db.insertInto('dataset_rates').values(batch).execute(),
  )
  await inBatches(
    values,
    ({ area, year, what, value, origin }) => ({ dataset: id, area, year, what, value, origin }),
    (batch) => tx.db.insertInto('dataset_value').values(batch).execute(),
  )
  return { dataset, known: false }
}

const listOf = (values: readonly number[] | undefined) => (values ? [...values] : null)

async function inBatches<From, Row>(
  list: readonly From[],
  rowOf: (each: From) => Row,
  insert: (batch: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < list.length; at += BATCH) await insert(list.slice(at, at + BATCH).map(rowOf))
}
