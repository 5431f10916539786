import type { Plan } from '#domain/plan/plan.ts'
import type { LevelRole, PlanNode, Tree } from '#domain/plan/tree.ts'
import { placedNodes } from '#domain/plan/walk.ts'
import { type Lang, nameIn } from '#domain/shared/lang.ts'
import type { Words } from '#words/words.ts'
import type { Block, Document, ListEntry } from './document.ts'
import { annexOf, smallTable } from './plan-annex.ts'
import { kpiTable, projectTable, type Tables, tablesOf } from './plan-tables.ts'

/** 担当課の名前 by id. A plan file knows departments by their ids alone. */
export type DepartmentNames = ReadonlyMap<string, string>

/**
 * Any plan as a paper: what the plan file holds, in the order of its trees. Goals and programs are headings with their indicators and
 * projects below; what has nothing of its own under it is an entry of a list.
 */
export function planDocument(plan: Plan, words: Words, departments: DepartmentNames = new Map()): Document {
  const { paper } = words
  const tables = tablesOf(plan, words)
  const from =
    plan.period.from === 'not-stated'
      ? (plan.period.fromNote ?? paper.notStated)
      : words.year(plan.period.from)
  return {
    title: nameIn(words.lang, plan),
    lang: words.lang,
    unitWord: paper.unit,
    subtitle: [
      paper.edition(plan.edition.label, plan.edition.date),
      paper.period(from, plan.period.endsOn ? paper.day(plan.period.endsOn) : words.year(plan.period.to)),
    ],
    blocks: [
      ...overviewOf(plan, words),
      ...plan.trees.flatMap((tree) => treeOf(plan, tree, tables, words, departments)),
      ...annexOf(plan, words),
    ],
  }
}

function overviewOf({ passages }: Plan, words: Words): readonly Block[] {
  if (passages.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: words.paper.overview },
    {
      kind: 'list',
      entries: passages.map(({ kind, text }) => ({
        mark: '・',
        text: `${words.facts.passageKinds[kind]}：${text}`,
        level: 0,
      })),
    },
  ]
}

function treeOf(
  plan: Plan,
  tree: Tree,
  tables: Tables,
  words: Words,
  departments: DepartmentNames,
): readonly Block[] {
  const label = labelIn(words.lang)
  const roles = new Map(tree.levels.map(({ id, role }) => [id, role]))
  const names = new Map([...placedNodes(plan)].map(({ node }) => [node.id, label(node)]))
  const heading: Block = { kind: 'heading', level: 1, text: tree.name }
  return [heading, ...nodesOf(tree.nodes, 2)]

  function nodesOf(nodes: readonly PlanNode[], level: number): readonly Block[] {
    const found: Block[] = []
    let entries: ListEntry[] = []
    const finish = () => {
      if (entries.length > 0) found.push({ kind: 'list', entries })
      entries = []
    }
    for (const node of nodes) {
      if (isEntry(node)) entries.push(...entriesOf(node, 0))
      else {
        finish()
        found.push(...sectionOf(node, level))
      }
    }
    finish()
    return found
  }

  function sectionOf(node: PlanNode, level: number): readonly Block[] {
    const role = roles.get(node.level) ?? 'group'
    return [
      { kind: 'heading', level: Math.min(level, 6), text: label(node) },
      ...aboutOf(node).map((text): Block => ({ kind: 'paragraph', text })),
      ...(kpiTable(tables, node.id, role === 'goal' ? words.paper.goalTargets : words.paper.kpis) ?? []),
      ...(projectTable(tables, node.id) ?? []),
      ...plan.tables.filter(({ on }) => on === node.id).map(smallTable),
      ...nodesOf(node.children ?? [], level + 1),
    ]
  }

  function aboutOf(node: PlanNode): readonly string[] {
    const { paper } = words
    const named = (ids: readonly string[] | undefined) =>
      (ids ?? []).map((id) => names.get(id) ?? id).join(words.comma)
    const tags = (node.tags ?? [])
      .map((id) => plan.tags.find((tag) => tag.id === id)?.name ?? id)
      .join(words.comma)
    return [
      node.subtitle ?? '',
      node.direction ? paper.direction(node.direction) : '',
      tags && paper.tags(tags),
      node.related?.length ? paper.related(named(node.related)) : '',
      node.refersTo?.length ? paper.refersTo(named(node.refersTo)) : '',
      node.department ? paper.department(departments.get(node.department) ?? node.department) : '',
      node.openList ? paper.openList : '',
    ].filter((text) => text !== '')
  }

  function isEntry(node: PlanNode): boolean {
    return (
      isSmall(roles.get(node.level)) &&
      !tables.has(node.id) &&
      !plan.tables.some(({ on }) => on === node.id) &&
      (node.children ?? []).every(isEntry)
    )
  }

  function entriesOf(node: PlanNode, level: number): readonly ListEntry[] {
    const mark = node.number ? `${node.number}　` : '・'
    const about = aboutOf(node)
    return [
      {
        mark,
        text: `${nameIn(words.lang, node)}${about.length > 0 ? `（${about.join('／')}）` : ''}`,
        level,
      },
      ...(node.children ?? []).flatMap((child) => entriesOf(child, level + 1)),
    ]
  }
}

const isSmall = (role: LevelRole | undefined): boolean => role === 'measure' || role === 'effort'

const labelIn =
  (lang: Lang) =>
  (node: PlanNode): string => {
    const name = nameIn(lang, node)
    return node.number ? `${node.number}　${name}` : name
  }
