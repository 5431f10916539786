// Prints the plans of しるべ市 as the documents that they would have been, and notes in each plan file the lines that its values stand on.
// Run after changing one of these plans or the printer: node scripts/sample-documents.ts
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { entriesOf } from '#domain/document/draft.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { PlanNode } from '#domain/plan/tree.ts'
import type { Source } from '#domain/shared/source.ts'
import { againstPlan } from '#readers/grammar/against-plan.ts'
import { readPlan } from '#readers/grammar/read-plan.ts'
import { documentLines, lineHash } from '#readers/line-hash.ts'
import { readPlanFile } from '#readers/plan-file/read.ts'
import { readDocument } from '#readers/read-document.ts'
import { readRecordFile } from '#readers/record-file.ts'
import { ja } from '#words/ja.ts'
import { writeMarkdown } from '#writers/markdown.ts'
import { planDocument } from '#writers/plan-document.ts'
import { writePlanFile } from '#writers/plan-file.ts'

const FOLDER = join(import.meta.dirname, '../samples/shirube')
export const SHIRUBE_PLANS = [
  'shirube-strategy-1',
  'shirube-strategy-1-revised',
  'shirube-strategy-2',
  'shirube-strategy-3',
  'shirube-action-2026',
]

const bare = <T extends { readonly source?: Source }>({ source: _, ...rest }: T): Omit<T, 'source'> => rest

const nodesWith = (nodes: readonly PlanNode[], of: (node: PlanNode) => PlanNode): readonly PlanNode[] =>
  nodes.map((node) => {
    const { children, ...rest } = of(node)
    return { ...rest, ...(children ? { children: nodesWith(children, of) } : {}) }
  })

/** The plan without what says where it was read. */
const unsourced = (plan: Plan): Plan => ({
  ...plan,
  trees: plan.trees.map((tree) => ({ ...tree, nodes: nodesWith(tree.nodes, bare) })),
  commitments: plan.commitments.map(bare),
  listings: plan.listings.map(bare),
})

/** 計画 → the document, and the plan with the line of each node, promise and listing in it. */
export async function documentOf(
  given: Plan,
  departments: ReadonlyMap<string, string>,
): Promise<{ readonly text: string; readonly plan: Plan }> {
  const plan = unsourced(given)
  const text = writeMarkdown(planDocument(plan, ja, departments))
  const bytes = new TextEncoder().encode(text)
  const draft = readPlan(await readDocument(bytes, 'plan.md'))
  const { matches } = againstPlan(draft, plan)
  const lines = documentLines(text)
  const [print, ...others] = plan.documents
  if (!print) throw new Error(`${plan.id} names no document`)
  const which = others.length > 0 ? { document: print.id } : {}
  const found = new Map<string, Source[]>()
  for (const kind of ['node', 'indicator', 'project'] as const)
    for (const { id, grounds } of entriesOf(draft, kind)) {
      const match = matches.get(id)
      const { line, to } = grounds.at
      if (!match || line === undefined) continue
      const key = `${kind} ${match.id}`
      const source = { ...which, line, ...(to === undefined ? {} : { to }), hash: lineHash(lines, line, to) }
      found.set(key, [...(found.get(key) ?? []), source])
    }
  const next = (key: string) => {
    const source = found.get(key)?.shift()
    return source ? { source } : {}
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    text,
    plan: {
      ...plan,
      documents: [{ ...print, sha256, lines: lines.length }, ...others],
      trees: plan.trees.map((tree) => ({
        ...tree,
        nodes: nodesWith(tree.nodes, (node) => ({ ...node, ...next(`node ${node.id}`) })),
      })),
      commitments: plan.commitments.map((each) => ({ ...each, ...next(`indicator ${each.id}`) })),
      listings: plan.listings.map((each) => ({ ...each, ...next(`project ${each.project}`) })),
    },
  }
}

/** Names of the departments of しるべ市. */
export async function departmentNames(): Promise<ReadonlyMap<string, string>> {
  const { record } = readRecordFile(await readFile(join(FOLDER, 'record.yaml'), 'utf8'))
  return new Map(record?.departments.map(({ id, name }) => [id, name]))
}

if (import.meta.main)
  for (const name of SHIRUBE_PLANS) {
    const file = join(FOLDER, `${name}.yaml`)
    const { plan, findings } = readPlanFile(await readFile(file, 'utf8'))
    if (!plan) throw new Error(`${file}: ${JSON.stringify(findings)}`)
    const made = await documentOf(plan, await departmentNames())
    await writeFile(join(FOLDER, `${name}.md`), made.text)
    await writeFile(file, writePlanFile(made.plan))
    const sourced = made.plan.commitments.filter(({ source }) => source).length
    console.log(
      `${name}: ${sourced} of ${made.plan.commitments.length} promises, ${made.plan.listings.filter(({ source }) => source).length} of ${made.plan.listings.length} listings`,
    )
  }
