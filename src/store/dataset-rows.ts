import type { AreaCode } from '#domain/government/area-code.ts'
import type { Area, PeopleRow, RatesRow, ValueKind, ValueRow } from '#domain/population/statistics.ts'
import type { ReadTx } from './transaction.ts'

/** 人口 of an area in a dataset by year, or of all its areas by code and year. */
export async function listPeople(
  tx: ReadTx,
  dataset: string,
  area?: AreaCode,
): Promise<readonly PeopleRow[]> {
  let query = tx.db.selectFrom('dataset_people').selectAll().where('dataset', '=', dataset)
  if (area !== undefined) query = query.where('area', '=', area)
  const rows = await query.orderBy('area').orderBy('year').execute()
  return rows.map(({ area, year, male, female, unknown_male, unknown_female, origin }) => ({
    ...{ area, year, male, female },
    ...(unknown_male === null || unknown_female === null
      ? {}
      : { unknown: { male: unknown_male, female: unknown_female } }),
    origin,
  }))
}

/** 地域 of a dataset by code. */
export const listAreas = (tx: ReadTx, dataset: string): Promise<readonly Area[]> =>
  tx.db
    .selectFrom('dataset_area')
    .select(['code', 'name'])
    .where('dataset', '=', dataset)
    .orderBy('code')
    .execute()

/** 都道府県の人口 by code and year: what a nation can be summed from. */
export async function listPrefectures(tx: ReadTx, dataset: string): Promise<readonly PeopleRow[]> {
  const rows = await tx.db
    .selectFrom('dataset_people')
    .selectAll()
    .where('dataset', '=', dataset)
    .where('area', 'like', '__000')
    .where('area', '<>', '00000')
    .orderBy('area')
    .orderBy('year')
    .execute()
  return rows.map(({ area, year, male, female, origin }) => ({ area, year, male, female, origin }))
}

/** 仮定値 of an area by the year that the step begins in. */
export async function listRates(tx: ReadTx, dataset: string, area: AreaCode): Promise<readonly RatesRow[]> {
  const rows = await tx.db
    .selectFrom('dataset_rates')
    .selectAll()
    .where('dataset', '=', dataset)
    .where('area', '=', area)
    .orderBy('year')
    .execute()
  const pair = (male: number[] | null, female: number[] | null) =>
    male && female ? { male, female } : undefined
  return rows.map((row) => {
    const [survival, migration] = [
      pair(row.survival_male, row.survival_female),
      pair(row.migration_male, row.migration_female),
    ]
    return {
      ...{ area: row.area, year: row.year, origin: row.origin },
      ...(survival ? { survival } : {}),
      ...(migration ? { migration } : {}),
      ...(row.child_woman_ratio === null ? {} : { childWomanRatio: row.child_woman_ratio }),
      ...(row.male_share === null ? {} : { maleShare: row.male_share }),
    }
  })
}

/** 値 of an area in a dataset, of one kind or of all, by kind and year. */
export async function listValues(
  tx: ReadTx,
  dataset: string,
  area: AreaCode,
  what?: ValueKind,
): Promise<readonly ValueRow[]> {
  let query = tx.db
    .selectFrom('dataset_value')
    .selectAll()
    .where('dataset', '=', dataset)
    .where('area', '=', area)
  if (what !== undefined) query = query.where('what', '=', what)
  const rows = await query.orderBy('what').orderBy('year').execute()
  return rows.map(({ area, year, what, value, origin }) => ({
    area,
    year,
    what: what as ValueKind,
    value,
    origin,
  }))
}
