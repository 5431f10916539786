import type { Kysely } from 'kysely'
import type { LifeEvent } from '#domain/government/life.ts'
import type { Tables } from './schema.ts'
import type { WriteTx } from './transaction.ts'

/** 団体 (government). `fictional` ones show what the product can do; real ones hold only what their documents print. */
export type Government = {
  readonly code: string
  readonly name: string
  readonly nameEn?: string
  readonly kind: 'prefecture' | 'city' | 'ward' | 'town' | 'village' | 'other'
  readonly fictional: boolean
  /** Came with the product, to look at. */
  readonly sample: boolean
  readonly registeredAt: string
}

type Reader = { readonly db: Pick<Kysely<Tables>, 'selectFrom'> }

/** The public directory of governments, by code. It needs no transaction of a government. */
export async function listGovernments({ db }: Reader): Promise<readonly Government[]> {
  const rows = await db.selectFrom('government').selectAll().orderBy('code').execute()
  return rows.map(({ code, name, name_en, kind, fictional, sample, registered_at }) => ({
    code,
    name,
    ...(name_en === null ? {} : { nameEn: name_en }),
    kind: kind as Government['kind'],
    fictional,
    sample,
    registeredAt: registered_at.toISOString(),
  }))
}

export const findGovernment = async (reader: Reader, code: string): Promise<Government | undefined> =>
  (await listGovernments(reader)).find((each) => each.code === code)

export async function saveGovernment(tx: WriteTx, government: Government): Promise<void> {
  const { nameEn, registeredAt, ...told } = government
  await tx.db
    .insertInto('government')
    .values({ ...told, name_en: nameEn ?? null, registered_at: registeredAt })
    .execute()
}

/** 団体の変遷, oldest first; of one government where its code is given. Public, like the directory. */
export async function listLife({ db }: Reader, code?: string): Promise<readonly LifeEvent[]> {
  let query = db.selectFrom('government_event').selectAll()
  if (code !== undefined)
    query = query.where((row) => row.or([row('code', '=', code), row('other_code', '=', code)]))
  const rows = await query.orderBy('day').orderBy('id').execute()
  return rows.map((row) => ({
    code: row.code,
    day: row.day,
    what: row.what as LifeEvent['what'],
    ...(row.other_code === null ? {} : { other: row.other_code }),
    ...(row.note === null ? {} : { note: row.note }),
  }))
}

export async function saveLife(
  tx: WriteTx,
  { code, day, what, other, note }: LifeEvent,
  at: string,
): Promise<void> {
  await tx.db
    .insertInto('government_event')
    .values({ code, day, what, other_code: other ?? null, note: note ?? null, recorded_at: at })
    .execute()
}
