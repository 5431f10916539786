import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Element } from '#domain/plan/elements.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

/** Owner of what belongs to the government itself: indicators, projects, departments, schemes, settings. */
export const GOVERNMENT = ''

/** The elements of an owner as known now, or at the transaction's `asOf`; of one kind if asked. Ordered by kind and position. */
export async function loadElements(tx: ReadTx, owner: string, kind?: string): Promise<readonly Element[]> {
  let query = versions(tx).where('owner', '=', owner)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  const rows = await query
    .select(['kind', 'id', 'parent', 'position', 'body'])
    .orderBy('kind')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ parent, ...element }) => ({ ...element, ...(parent === null ? {} : { parent }) }))
}

/** Versions of elements that were current at the transaction's moment. */
export function versions(tx: ReadTx) {
  const query = tx.db.selectFrom('element').where('government', '=', tx.government)
  if (tx.asOf === undefined) return query.where('known_to', 'is', null)
  const at = new Date(tx.asOf)
  return query
    .where('known_from', '<=', at)
    .where((row) => row.or([row('known_to', 'is', null), row('known_to', '>', at)]))
}

/** What a save changed, by element. */
export type ElementDiff = {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

const nameOf = ({ kind, id }: Element) => `${kind} ${id}`

type Saving = { readonly within?: readonly string[]; readonly keepOthers?: boolean }

/** What a save of these elements would add, change and remove. */
async function compare(
  tx: ReadTx,
  owner: string,
  elements: readonly Element[],
  { within, keepOthers = false }: Saving,
) {
  const now = new Map((await loadElements(tx, owner)).map((element) => [nameOf(element), element]))
  const next = new Map(elements.map((element) => [nameOf(element), element]))
  return {
    added: [...next.values()].filter((element) => !now.has(nameOf(element))),
    changed: [...next.values()].filter((element) => {
      const before = now.get(nameOf(element))
      return before !== undefined && !isDeepStrictEqual(plain(before), plain(element))
    }),
    removed: keepOthers
      ? []
      : [...now.values()].filter(
          (element) => !next.has(nameOf(element)) && (within?.includes(element.kind) ?? true),
        ),
  }
}

/** The names of what a save of these elements would change; writes nothing. */
export async function diffElements(
  tx: ReadTx,
  owner: string,
  elements: readonly Element[],
  saving: Saving = {},
): Promise<ElementDiff> {
  const { added, changed, removed } = await compare(tx, owner, elements, saving)
  return { added: added.map(nameOf), changed: changed.map(nameOf), removed: removed.map(nameOf) }
}

/**
 * Makes the elements of an owner equal to the given ones: closes the versions that differ or are gone, writes the new ones.
 * `within` limits it to some kinds, and `keepOthers` leaves elements that are not given in peace.
 */
export async function saveElements(
  tx: WriteTx,
  change: { readonly id: string; readonly at: string },
  owner: string,
  elements: readonly Element[],
  saving: Saving = {},
): Promise<ElementDiff> {
  const { added, changed, removed } = await compare(tx, owner, elements, saving)
  await closeElements(tx, change, owner, [...changed, ...removed])
  const rows = [...added, ...changed].map(({ kind, id, parent, position, body }) => ({
    government: tx.government,
    owner,
    kind,
    id,
    change: change.id,
    parent: parent ?? null,
    position,
    body: JSON.stringify(body),
    known_from: change.at,
    known_to: null,
  }))
  for (let at = 0; at < rows.length; at += 500)
    await tx.db
      .insertInto('element')
      .values(rows.slice(at, at + 500))
      .execute()
  return { added: added.map(nameOf), changed: changed.map(nameOf), removed: removed.map(nameOf) }
}

/** The last version of an element whose own moment (`adoptedAt` in its body) is before another's. */
export async function earlierVersion(
  tx: ReadTx,
  owner: string,
  kind: string,
  id: string,
  before: string,
): Promise<Element | undefined> {
  const row = await tx.db
    .selectFrom('element')
    .where('government', '=', tx.government)
    .where('owner', '=', owner)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where(sql<string>`body ->> 'adoptedAt'`, '<', before)
    .select(['kind', 'id', 'parent', 'position', 'body'])
    .orderBy(sql`body ->> 'adoptedAt'`, 'desc')
    .executeTakeFirst()
  if (!row) return undefined
  const { parent, ...element } = row
  return { ...element, ...(parent === null ? {} : { parent }) }
}

/** Ends the present versions of these elements. */
export async function closeElements(
  tx: WriteTx,
  change: { readonly at: string },
  owner: string,
  elements: readonly Pick<Element, 'kind' | 'id'>[],
): Promise<void> {
  for (const { kind, id } of elements)
    await tx.db
      .updateTable('element')
      .set({ known_to: change.at })
      .where('government', '=', tx.government)
      .where('owner', '=', owner)
      .where('kind', '=', kind)
      .where('id', '=', id)
      .where('known_to', 'is', null)
      .execute()
}

const plain = (element: Element) => JSON.parse(JSON.stringify(element))
