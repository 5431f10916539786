import type { Project } from '../budget/project.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Plan } from './plan.ts'
import type { PlanNode, Tree } from './tree.ts'

/**
 * 構成要素 (element): one separately versioned piece of a plan's structure. A plan edition is the list of its elements, so that a
 * change to one target is one new version of one element, and any past moment can be put together again.
 */
export type Element = {
  readonly kind: string
  readonly id: string
  readonly parent?: string
  readonly position: number
  readonly body: unknown
}

/** Lists of a plan whose entries are elements as they stand, and what tells one entry from another. */
const LISTS = {
  documents: ({ id }: { id: string }) => id,
  sections: (_: unknown, at: number) => String(at),
  passages: (_: unknown, at: number) => String(at),
  figures: ({ id }: { id: string }) => id,
  tags: ({ id }: { id: string }) => id,
  commitments: ({ id }: { id: string }) => id,
  relistings: ({ commitment, on }: { commitment: string; on: string }) => `${commitment}@${on}`,
  listings: ({ project, on }: { project: string; on: string }) => `${project}@${on}`,
  tables: ({ id }: { id: string }) => id,
  glossary: ({ number }: { number: string }) => number,
  bodies: ({ id }: { id: string }) => id,
  steps: ({ id }: { id: string }) => id,
  references: (_: unknown, at: number) => String(at),
  alignments: (_: unknown, at: number) => String(at),
  donations: (_: unknown, at: number) => String(at),
} as const

type ListName = keyof typeof LISTS
const LIST_NAMES = Object.keys(LISTS) as ListName[]

/** What belongs to the government and is only used by the plan: kept once, under the government. */
export type GovernmentElements = {
  readonly indicators: readonly Indicator[]
  readonly projects: readonly Project[]
}

/** Takes a plan edition apart. Indicators and projects appear only as uses; their definitions belong to the government. */
export function toElements(plan: Plan): readonly Element[] {
  const { government, id, kind, title, titles, edition, period } = plan
  const header = { government, id, kind, title, ...(titles ? { titles } : {}), edition, period }
  return [
    { kind: 'plan', id, position: 0, body: header },
    ...plan.trees.flatMap((tree, position) => treeElements(tree, position)),
    ...plan.indicators.map(({ id }, position) => use('indicator-use', { indicator: id }, id, position)),
    ...plan.projects.map(({ id }, position) => use('project-use', { project: id }, id, position)),
    ...LIST_NAMES.flatMap((list) => {
      const name = LISTS[list] as (entry: unknown, at: number) => string
      return (plan[list] as readonly unknown[]).map((body, position) => ({
        kind: list,
        id: name(body, position),
        position,
        body,
      }))
    }),
  ]
}

const use = (kind: string, body: unknown, id: string, position: number): Element => ({
  kind,
  id,
  position,
  body,
})

function treeElements({ nodes, ...tree }: Tree, position: number): readonly Element[] {
  return [{ kind: 'tree', id: tree.id, position, body: tree }, ...nodeElements(nodes, `tree:${tree.id}`)]
}

function nodeElements(nodes: readonly PlanNode[], parent: string): readonly Element[] {
  return nodes.flatMap(({ children, ...node }, position) => [
    { kind: 'node', id: node.id, parent, position, body: node },
    ...nodeElements(children ?? [], node.id),
  ])
}

/** Puts a plan edition together again. `shared` must hold every indicator and project that the elements use. */
export function fromElements(elements: readonly Element[], shared: GovernmentElements): Plan {
  const byKind = Map.groupBy(
    [...elements].sort((a, b) => a.position - b.position),
    ({ kind }) => kind,
  )
  const bodies = (kind: string) => (byKind.get(kind) ?? []).map(({ body }) => body)
  const header = bodies('plan')[0] as Pick<
    Plan,
    'id' | 'government' | 'kind' | 'title' | 'edition' | 'period'
  >
  if (!header) throw new Error('a plan without its header element')
  const children = Map.groupBy(byKind.get('node') ?? [], ({ parent }) => parent ?? '')
  const nodesUnder = (parent: string): readonly PlanNode[] =>
    (children.get(parent) ?? []).map(({ id, body }) => {
      const below = nodesUnder(id)
      return { ...(body as PlanNode), ...(below.length > 0 ? { children: below } : {}) }
    })
  const used = <T extends { id: string }>(kind: string, key: string, all: readonly T[]): readonly T[] => {
    const known = new Map(all.map((each) => [each.id, each]))
    return bodies(kind).map((body) => {
      const id = (body as Record<string, string>)[key] ?? ''
      const found = known.get(id)
      if (!found) throw new Error(`${header.id} uses ${key} '${id}', which the government does not have`)
      return found
    })
  }
  return {
    ...header,
    trees: bodies('tree').map((tree) => ({
      ...(tree as Tree),
      nodes: nodesUnder(`tree:${(tree as Tree).id}`),
    })),
    indicators: used('indicator-use', 'indicator', shared.indicators),
    projects: used('project-use', 'project', shared.projects),
    ...(Object.fromEntries(LIST_NAMES.map((list) => [list, bodies(list)])) as unknown as Pick<
      Plan,
      ListName
    >),
  }
}
