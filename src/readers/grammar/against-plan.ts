import { type Draft, type DraftEntry, type DraftValue, entriesOf } from '#domain/document/draft.ts'
import type { Commitment, PrintedValue } from '#domain/indicator/commitment.ts'
import { finalTarget } from '#domain/indicator/target-kind.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { placedNodes } from '#domain/plan/walk.ts'
import { writeMoney } from '#domain/shared/money.ts'
import { nameKey, plain } from './characters.ts'
import { finalOf } from './typed-body.ts'

/** One difference: what the plan says now and what the document says. An empty text is 「記載なし」. */
export type Difference = {
  readonly what: 'unit' | 'baseline' | 'target' | 'number' | 'amount' | 'previous' | 'name'
  readonly before: string
  readonly now: string
}

/** 対応 (match): the element of the plan that an entry goes on with, and how it differs. */
export type Match = { readonly id: string; readonly differences: readonly Difference[] }

export type Against = {
  /** By id of the entry; an entry that is not here is new. */
  readonly matches: ReadonlyMap<string, Match>
  /** What the plan has and the document does not: kind, id and name. */
  readonly gone: readonly {
    readonly kind: 'node' | 'indicator' | 'project'
    readonly id: string
    readonly name: string
  }[]
}

/**
 * 今の計画と比べる. An entry goes on with the element of the same kind and name (indicators also of the same unit, where two share a name);
 * what is found twice on either side is matched by order. What the document does not have is reported, never dropped in silence.
 */
export function againstPlan(draft: Draft, plan: Plan): Against {
  const nodes = pair(
    entriesOf(draft, 'node'),
    [...placedNodes(plan)].map(({ node }) => node),
    ({ name }) => nameKey(name),
  )
  const indicators = new Map(plan.indicators.map((each) => [each.id, each]))
  const promises = plan.commitments.map((commitment) => {
    const indicator = indicators.get(commitment.indicator)
    return {
      id: commitment.id,
      name: commitment.printedName ?? indicator?.name ?? commitment.indicator,
      unit: indicator?.unit ?? '',
      commitment,
    }
  })
  const read = entriesOf(draft, 'indicator').filter(({ relisted }) => !relisted)
  const told = pair(read, promises, ({ name }) => nameKey(name))
  const names = new Map(plan.projects.map(({ id, name }) => [id, name]))
  const listed = plan.listings.map((listing) => ({
    id: listing.project,
    name: listing.printedName ?? names.get(listing.project) ?? listing.project,
    listing,
  }))
  const projects = pair(entriesOf(draft, 'project'), listed, ({ name }) => nameKey(name))
  return {
    matches: new Map<string, Match>([
      ...nodes.pairs.map(([entry, node]): [string, Match] => [
        entry.id,
        {
          id: node.id,
          differences: differing([
            ['name', node.name, entry.name],
            ['number', node.number ?? '', entry.number ?? ''],
          ]),
        },
      ]),
      ...told.pairs.map(([entry, promise]): [string, Match] => [
        entry.id,
        { id: promise.id, differences: promiseDiffers(entry, promise) },
      ]),
      ...projects.pairs.map(([entry, { id, listing }]): [string, Match] => [
        entry.id,
        {
          id,
          differences: differing([
            ['amount', amount(listing.amount), amount(entry.amount)],
            ['previous', amount(listing.previous), amount(entry.previous)],
          ]),
        },
      ]),
    ]),
    gone: [
      ...nodes.left.map(({ id, name }) => ({ kind: 'node' as const, id, name })),
      ...told.left.map(({ id, name }) => ({ kind: 'indicator' as const, id, name })),
      ...projects.left.map(({ id, name }) => ({ kind: 'project' as const, id, name })),
    ],
  }
}

function pair<A, B>(
  read: readonly A[],
  known: readonly B[],
  key: (each: A | B) => string,
): { readonly pairs: readonly (readonly [A, B])[]; readonly left: readonly B[] } {
  const waiting = new Map([...Map.groupBy(known, key)].map(([name, all]) => [name, [...all]]))
  const pairs = read.flatMap((each): (readonly [A, B])[] => {
    const next = waiting.get(key(each))?.shift()
    return next === undefined ? [] : [[each, next]]
  })
  const matched = new Set(pairs.map(([, each]) => each))
  return { pairs, left: known.filter((each) => !matched.has(each)) }
}

type Row = readonly [what: Difference['what'], before: string, now: string]
const differing = (rows: readonly Row[]): readonly Difference[] =>
  rows.flatMap(([what, before, now]) => (plain(before) === plain(now) ? [] : [{ what, before, now }]))

const amount = (money: Parameters<typeof writeMoney>[0] | 'none' | undefined): string =>
  money === undefined ? '' : money === 'none' ? 'なし' : writeMoney(money)

function promiseDiffers(
  entry: DraftEntry & { readonly kind: 'indicator' },
  { unit, commitment }: { readonly unit: string; readonly commitment: Commitment },
): readonly Difference[] {
  const { baseline } = commitment
  const target = finalTarget(commitment)
  const settled = baseline === 'not-stated' ? undefined : baseline
  return differing([
    ['unit', unit === 'not-stated' ? '' : unit, entry.unit ?? ''],
    ['baseline', kept(settled, settled?.year), stated(entry.baseline)],
    ['target', kept(target, target?.year), stated(finalOf(entry.targets))],
  ])
}

const kept = (value: PrintedValue | undefined, year: number | 'not-stated' | undefined): string =>
  value === undefined
    ? ''
    : `${value.value}${year === undefined || year === 'not-stated' ? '' : ` (${year})`}`

const stated = (value: DraftValue | undefined): string => {
  if (value === undefined || typeof value.value !== 'string') return ''
  return `${value.value}${value.year === undefined ? '' : ` (${value.year})`}`
}

/**
 * 続きの版にする: the plan that was made of a draft as another edition of `base`, with the ids that its elements have there. `prefix` is what
 * {@link draftEdition} put before the ids of commitments.
 */
export function asEditionOf(
  made: Plan,
  base: Plan,
  { matches }: Against,
  { prefix, edition }: { readonly prefix: string; readonly edition: Plan['edition'] },
): Plan {
  const known = (id: string): string => matches.get(id)?.id ?? id
  const promise = (id: string): string =>
    id.startsWith(prefix) ? (matches.get(id.slice(prefix.length))?.id ?? id) : id
  const main = base.trees.find(({ kind }) => kind === 'main')
  const levels = new Map((main?.levels ?? []).map((level) => [level.role, level]))
  const level = (id: string, role: string): string => (levels.get(role as never) ?? { id }).id
  return {
    ...made,
    id: base.id,
    kind: base.kind,
    edition,
    trees: made.trees.map((tree) => {
      const roles = new Map(tree.levels.map(({ id, role }) => [id, role]))
      const renamed = (nodes: Plan['trees'][number]['nodes']): Plan['trees'][number]['nodes'] =>
        nodes.map((node) => ({
          ...node,
          id: known(node.id),
          level: level(node.level, roles.get(node.level) ?? ''),
          ...(node.children ? { children: renamed(node.children) } : {}),
        }))
      return {
        ...tree,
        ...(main ? { id: main.id, name: main.name } : {}),
        levels: tree.levels.map((each) => levels.get(each.role) ?? each),
        nodes: renamed(tree.nodes),
      }
    }),
    commitments: made.commitments.map((each) => ({ ...each, id: promise(each.id), on: known(each.on) })),
    relistings: made.relistings.map((each) => ({
      ...each,
      commitment: promise(each.commitment),
      on: known(each.on),
    })),
    listings: made.listings.map((each) => ({ ...each, on: known(each.on) })),
  }
}
