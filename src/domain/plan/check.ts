import { isGovernmentCode } from '../government/code.ts'
import type { Finding } from '../shared/finding.ts'
import type { Plan } from './plan.ts'
import type { PlanNode } from './tree.ts'

type Path = readonly (string | number)[]
type Report = (code: string, path: Path, detail?: Finding['detail']) => void

/**
 * What must hold in a plan beyond the shape of its parts: ids are unique, references arrive, years run forward.
 * Every fault is named with its path, so that a reader can say on which line it stands.
 */
export function checkPlan(plan: Plan): readonly Finding[] {
  const findings: Finding[] = []
  const report: Report = (code, path, detail) =>
    findings.push({ code, severity: 'error', path, ...(detail ? { detail } : {}) })

  if (!isGovernmentCode(plan.government))
    report('not-a-government-code', ['government'], { value: plan.government })
  if (plan.period.from !== 'not-stated' && plan.period.from > plan.period.to)
    report('period-backwards', ['period', 'to'], { from: plan.period.from, to: plan.period.to })

  const nodes = checkTrees(plan, report)
  const unique = (list: keyof Plan, key: string, values: readonly string[]) => {
    const seen = new Set<string>()
    values.forEach((value, at) => {
      if (seen.has(value)) report('duplicate-id', [list, at, key], { id: value })
      seen.add(value)
    })
    return seen
  }
  const ids = (list: keyof Plan) =>
    unique(
      list,
      'id',
      (plan[list] as readonly { id: string }[]).map(({ id }) => id),
    )
  const indicators = ids('indicators')
  const commitments = ids('commitments')
  const projects = ids('projects')
  const documents = ids('documents')
  for (const list of ['figures', 'tables', 'bodies', 'steps'] as const) ids(list)
  unique(
    'glossary',
    'number',
    plan.glossary.map(({ number }) => number),
  )
  unique(
    'listings',
    'on',
    plan.listings.map(({ project, on }) => `${project} @ ${on}`),
  )
  unique(
    'relistings',
    'on',
    plan.relistings.map(({ commitment, on }) => `${commitment} @ ${on}`),
  )

  const must = (known: ReadonlySet<string>, id: string | undefined, path: Path) => {
    if (id !== undefined && !known.has(id)) report('unknown-reference', path, { id })
  }
  plan.indicators.forEach(({ id, parts = [] }, at) => {
    parts.forEach((part, which) => {
      must(indicators, part, ['indicators', at, 'parts', which])
      if (part === id) report('part-of-itself', ['indicators', at, 'parts', which], { id })
    })
  })
  plan.commitments.forEach((commitment, at) => {
    must(indicators, commitment.indicator, ['commitments', at, 'indicator'])
    must(nodes, commitment.on, ['commitments', at, 'on'])
    const { baseline } = commitment
    commitment.targets.forEach((target, which) => {
      if (baseline !== 'not-stated' && baseline.year !== 'not-stated' && target.year < baseline.year)
        report('target-before-baseline', ['commitments', at, 'targets', which, 'year'], {
          baseline: baseline.year,
          target: target.year,
        })
    })
  })
  plan.relistings.forEach(({ commitment, on }, at) => {
    must(commitments, commitment, ['relistings', at, 'commitment'])
    must(nodes, on, ['relistings', at, 'on'])
  })
  plan.listings.forEach(({ project, on }, at) => {
    must(projects, project, ['listings', at, 'project'])
    must(nodes, on, ['listings', at, 'on'])
  })
  plan.tables.forEach(({ on, project, columns, rows }, at) => {
    must(nodes, on, ['tables', at, 'on'])
    must(projects, project, ['tables', at, 'project'])
    rows.forEach((row, which) => {
      if (row.length !== columns.length)
        report('uneven-row', ['tables', at, 'rows', which], { cells: row.length, columns: columns.length })
    })
  })
  checkSources(plan, documents, report)
  return findings
}

function checkTrees(plan: Plan, report: Report): ReadonlySet<string> {
  const tags = new Set(plan.tags.map(({ id }) => id))
  const nodes = new Set<string>()
  const refersLater: { id: string; path: Path }[] = []
  const visit = (node: PlanNode, path: Path, levels: ReadonlySet<string>): void => {
    if (nodes.has(node.id)) report('duplicate-id', [...path, 'id'], { id: node.id })
    nodes.add(node.id)
    if (!levels.has(node.level)) report('unknown-level', [...path, 'level'], { level: node.level })
    node.tags?.forEach((tag, at) => {
      if (!tags.has(tag)) report('unknown-reference', [...path, 'tags', at], { id: tag })
    })
    for (const key of ['related', 'refersTo'] as const)
      node[key]?.forEach((id, at) => {
        refersLater.push({ id, path: [...path, key, at] })
      })
    node.children?.forEach((child, at) => {
      visit(child, [...path, 'children', at], levels)
    })
  }
  plan.trees.forEach((tree, at) => {
    const levels = new Set(tree.levels.map(({ id }) => id))
    tree.nodes.forEach((node, which) => {
      visit(node, ['trees', at, 'nodes', which], levels)
    })
  })
  for (const { id, path } of refersLater) if (!nodes.has(id)) report('unknown-reference', path, { id })
  return nodes
}

/** Every `source` must name a document that the plan lists, and a line within it. */
function checkSources(plan: Plan, documents: ReadonlySet<string>, report: Report): void {
  const lines = new Map(plan.documents.map((document) => [document.id, document.lines]))
  const only = plan.documents.length === 1 ? plan.documents[0]?.id : undefined
  const visit = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) {
      value.forEach((each, at) => {
        visit(each, [...path, at])
      })
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) {
        if (key !== 'source') visit(each, [...path, key])
        else checkOne(each as NonNullable<Plan['period']['source']>, [...path, key])
      }
    }
  }
  const checkOne = ({ document, line, to }: { document?: string; line: number; to?: number }, path: Path) => {
    const id = document ?? only
    if (id === undefined || !documents.has(id)) report('unknown-document', path, { id: id ?? '' })
    const last = id === undefined ? undefined : lines.get(id)
    if (line < 1 || (to !== undefined && to < line) || (last !== undefined && (to ?? line) > last))
      report('line-outside-document', path, { line: to ?? line, lines: last ?? 0 })
  }
  visit(plan, [])
}
