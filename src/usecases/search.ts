import type { SourceBlock } from '#domain/document/source-document.ts'
import { placedNodes } from '#domain/plan/walk.ts'
import { FOUND_KINDS, type Found, type SearchResult } from '#domain/search/found.ts'
import { searchKey, wordsToFind } from '#domain/search/search-key.ts'
import type { Translations } from '#domain/shared/lang.ts'
import { listDocuments } from '#store/documents.ts'
import { findPlan, inForce, listEditions, loadShared } from '#store/plans.ts'
import { findReading } from '#store/readings.ts'
import type { ReadTx } from '#store/transaction.ts'
import { settledOpinions } from './settled-opinions.ts'

/** So many of a kind are shown. */
export const MOST_SHOWN = 50

/** 探す: what holds every word that was typed, whatever way it is written. Only what this transaction may see; drafts that nobody adopted are left out. */
export async function search(tx: ReadTx, typed: string): Promise<SearchResult> {
  const words = wordsToFind(typed)
  if (words.length === 0) return { typed, groups: [] }
  const all = [...(await found(tx)), ...(await foundInDocuments(tx))]
  const matching = all.flatMap((each) => {
    const key = searchKey([each.name, ...Object.values(each.names ?? {}), each.text].join(' '))
    if (!words.every((word) => key.includes(word))) return []
    const name = searchKey(each.name)
    const rank = words.every((word) => name === word) ? 0 : words.every((word) => name.includes(word)) ? 1 : 2
    return [{ each, rank }]
  })
  const ordered = matching.toSorted((a, b) => a.rank - b.rank).map(({ each }) => each)
  const byKind = Map.groupBy(ordered, ({ kind }) => kind)
  return {
    typed,
    groups: FOUND_KINDS.flatMap((kind) => {
      const of = byKind.get(kind) ?? []
      return of.length === 0 ? [] : [{ kind, count: of.length, found: of.slice(0, MOST_SHOWN) }]
    }),
  }
}

async function found(tx: ReadTx): Promise<readonly Found[]> {
  const headers = (await listEditions(tx)).filter(({ edition }) => edition.stage !== 'draft')
  const titles = new Map(headers.map(({ id, title }) => [id, title]))
  const plans: Found[] = []
  const [promised, listed] = [new Set<string>(), new Set<string>()]
  for (const { id, edition } of inForce(headers)) {
    const plan = await findPlan(tx, id, edition.id)
    if (!plan) continue
    for (const { indicator } of plan.commitments) promised.add(indicator)
    for (const { project } of plan.listings) listed.add(project)
    const text = plan.passages.map((passage) => passage.text).join(' ')
    plans.push({ kind: 'plan', id, name: plan.title, ...named(plan.titles), ...(text ? { text } : {}) })
    for (const { node } of placedNodes(plan))
      plans.push({
        kind: 'node',
        id: node.id,
        name: `${node.number ?? ''} ${node.name}`.trim(),
        plan: id,
        within: plan.title,
        ...named(node.names),
      })
  }
  const { indicators, projects } = await loadShared(tx)
  return [
    ...plans,
    ...indicators
      .filter(({ id }) => promised.has(id))
      .map(
        ({ id, name, names, definition }): Found => ({
          ...{ kind: 'indicator', id, name, ...named(names) },
          ...(definition ? { text: definition } : {}),
        }),
      ),
    ...projects
      .filter(({ id }) => listed.has(id))
      .map(
        ({ id, name, names, summary }): Found => ({
          ...{ kind: 'project', id, name, ...named(names) },
          ...(summary ? { text: summary } : {}),
        }),
      ),
    ...(await settledOpinions(tx))
      .flatMap((opinion) => [opinion, ...opinion.responses])
      .map(
        ({ id, plan, year, panel, text }): Found => ({
          ...{ kind: 'opinion', id, name: panel, text, plan, year, within: titles.get(plan) ?? plan },
        }),
      ),
  ]
}

const named = (names: Translations | undefined) => (names ? { names } : {})

async function foundInDocuments(tx: ReadTx): Promise<readonly Found[]> {
  const all: Found[] = []
  for (const { id, name } of await listDocuments(tx)) {
    all.push({ kind: 'document', id, name })
    const reading = await findReading(tx, id)
    for (const { number, blocks } of reading?.source.pages ?? [])
      for (const { text, line } of blocks.flatMap(textsOf))
        all.push({ kind: 'line', id, name: text, within: name, page: number, ...(line ? { line } : {}) })
  }
  return all
}

const textsOf = (
  block: SourceBlock,
): readonly { readonly text: string; readonly line?: number | undefined }[] =>
  block.kind === 'line'
    ? [{ text: block.text, line: block.at.line }]
    : block.rows.map((cells) => ({
        text: cells.map(({ text }) => text).join(' '),
        line: cells[0]?.at.line ?? block.at.line,
      }))
