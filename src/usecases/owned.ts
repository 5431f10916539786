import type { Element } from '#domain/plan/elements.ts'
import { GOVERNMENT, loadElements } from '#store/elements.ts'
import { listMembers, type Member } from '#store/memberships.ts'
import { editionOwner, inForce, listEditions } from '#store/plans.ts'
import { latestRound } from '#store/reports.ts'
import type { ReadTx } from '#store/transaction.ts'
import { viewReports } from './view-reports.ts'

type Body = { readonly id: string; readonly name?: string; readonly department?: string }

/** An element that names its department, with the owner of its versions. */
export type Owned = { readonly owner: string; readonly element: Element; readonly name: string }

export type Holdings = {
  readonly indicators: readonly Owned[]
  readonly projects: readonly Owned[]
  /** Parts of the plans in force and of drafts. Editions that were replaced keep saying who was responsible then. */
  readonly nodes: readonly Owned[]
  /** Reports of the last opened collection that are not approved yet; they go with their indicators. */
  readonly reports: { readonly year: number; readonly names: readonly string[] } | undefined
  readonly members: readonly Member[]
  /** All of it but the members. */
  readonly count: number
}

/** 課の持っているもの: all that one department owns. */
export async function ownedBy(tx: ReadTx, department: string): Promise<Holdings> {
  const owned = async (owner: string, kinds: readonly string[]): Promise<readonly Owned[]> =>
    (await loadElements(tx, owner))
      .filter(({ kind, body }) => kinds.includes(kind) && (body as Body).department === department)
      .map((element) => ({ owner, element, name: (element.body as Body).name ?? element.id }))
  const shared = await owned(GOVERNMENT, ['indicator', 'project'])
  const editions = await listEditions(tx)
  const live = new Set([...inForce(editions), ...editions.filter(({ edition }) => edition.stage === 'draft')])
  const nodes: Owned[] = []
  for (const { id, edition } of live) nodes.push(...(await owned(editionOwner(id, edition.id), ['node'])))
  const year = await latestRound(tx)
  const rows = year === undefined ? [] : (await viewReports(tx, { year, department })).rows
  const names = rows.filter(({ state }) => state !== 'approved').map(({ indicator }) => indicator.name)
  const members = (await listMembers(tx)).filter(
    (each) => each.department === department && each.endedAt === undefined,
  )
  return {
    indicators: shared.filter(({ element }) => element.kind === 'indicator'),
    projects: shared.filter(({ element }) => element.kind === 'project'),
    ...{ nodes, members },
    reports: year === undefined ? undefined : { year, names },
    count: shared.length + nodes.length,
  }
}
