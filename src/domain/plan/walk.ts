import type { Plan } from './plan.ts'
import type { Level, LevelRole, PlanNode, Tree } from './tree.ts'

/** A node with where it stands: its tree, its level and the nodes above it, outermost first. */
export type Placed = {
  readonly node: PlanNode
  readonly tree: Tree
  readonly level: Level
  readonly above: readonly PlanNode[]
}

/** All nodes of a plan in reading order, each with its place. A node of an unknown level is left out: the reader refuses it. */
export function* placedNodes(plan: Pick<Plan, 'trees'>): Generator<Placed> {
  for (const tree of plan.trees) {
    const levels = new Map(tree.levels.map((level) => [level.id, level]))
    yield* below(tree, levels, tree.nodes, [])
  }
}

function* below(
  tree: Tree,
  levels: ReadonlyMap<string, Level>,
  nodes: readonly PlanNode[],
  above: readonly PlanNode[],
): Generator<Placed> {
  for (const node of nodes) {
    const level = levels.get(node.level)
    if (level) yield { node, tree, level, above }
    yield* below(tree, levels, node.children ?? [], [...above, node])
  }
}

export const nodesOf = (
  plan: Pick<Plan, 'trees'>,
  role: LevelRole,
  kind: Tree['kind'] = 'main',
): readonly Placed[] =>
  [...placedNodes(plan)].filter((placed) => placed.level.role === role && placed.tree.kind === kind)

/** 関連の相互性: pairs of nodes that name each other. Others are one-way, as the document prints them. */
export function reciprocity(plan: Pick<Plan, 'trees'>): {
  readonly links: number
  readonly mutual: readonly (readonly [string, string])[]
  readonly oneWay: readonly (readonly [string, string])[]
} {
  const links = [...placedNodes(plan)].flatMap(({ node }) =>
    (node.related ?? []).map((to) => [node.id, to] as const),
  )
  const has = new Set(links.map(([from, to]) => `${from} ${to}`))
  return {
    links: links.length,
    mutual: links.filter(([from, to]) => from < to && has.has(`${to} ${from}`)),
    oneWay: links.filter(([from, to]) => !has.has(`${to} ${from}`)),
  }
}
