import { describe, expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'
import { againstPlan, asEditionOf } from './against-plan.ts'
import { draftEdition } from './draft-edition.ts'
import { readPlan } from './read-plan.ts'

const government = { code: '992011', name: 'しるべ市' }
const FIRST = `# みなと市 総合戦略

計画期間 令和2年度～令和6年度

## 基本目標1 しごとをつくる

KPI\t現状値 (R1)\t目標値 (R6)
・観光客数〔千人〕\t2,325\t2,541
・相談件数〔件〕\t10\t50

## 主な事業
・港の改修 12,000千円
`
const SECOND = FIRST.replace('2,541', '2,700')
  .replace('・相談件数〔件〕\t10\t50\n', '・移住者数〔人〕\t5\t30\n')
  .replace('12,000', '9,000')

async function read(text: string) {
  const bytes = new TextEncoder().encode(text)
  const document = await readDocument(bytes, 'plan.md')
  const draft = readPlan(document)
  const made = draftEdition({ bytes, document, draft, government })
  if (!made.ok) throw new Error(made.why)
  return { draft, plan: made.value, mark: made.value.id.replace('draft-', '') }
}

describe('今の計画と比べる', () => {
  test('同じ文書をもう一度読めば、違いはない', async () => {
    const { plan } = await read(FIRST)
    const again = await read(FIRST)
    const { matches, gone } = againstPlan(again.draft, plan)
    expect(gone).toEqual([])
    expect([...matches.values()].flatMap(({ differences }) => differences)).toEqual([])
    const named = again.draft.entries.filter(({ kind }) => ['node', 'indicator', 'project'].includes(kind))
    expect([...matches.keys()].sort()).toEqual(named.map(({ id }) => id).sort())
  })

  test('変わった値・新しい指標・なくなった指標がわかる', async () => {
    const { plan } = await read(FIRST)
    const { draft } = await read(SECOND)
    const { matches, gone } = againstPlan(draft, plan)
    expect([...matches.values()].flatMap(({ differences }) => differences)).toEqual([
      { what: 'target', before: '2541 (2024)', now: '2700 (2024)' },
      { what: 'amount', before: '12,000千円', now: '9,000千円' },
    ])
    expect(gone.map(({ kind, name }) => [kind, name])).toEqual([['indicator', '相談件数']])
    const fresh = draft.entries.filter(({ id, kind }) => kind === 'indicator' && !matches.has(id))
    expect(fresh.map((entry) => 'name' in entry && entry.name)).toEqual(['移住者数'])
  })

  test('続きの版では、同じものが同じ id を持つ', async () => {
    const { plan } = await read(FIRST)
    const { draft, plan: made, mark } = await read(SECOND)
    const edition = { id: 'second', label: '改訂版', stage: 'draft' } as const
    const next = asEditionOf(made, plan, againstPlan(draft, plan), { prefix: `i-${mark}-`, edition })
    expect(next.id).toBe(plan.id)
    expect(next.edition).toEqual(edition)
    const ids = (of: typeof plan) => new Set(of.commitments.map(({ id }) => id))
    expect([...ids(next)].filter((id) => ids(plan).has(id))).toHaveLength(1)
    const nodes = (of: typeof plan) => of.trees.flatMap((tree) => tree.nodes.map(({ id }) => id))
    expect(nodes(next)).toEqual(nodes(plan))
    expect(next.commitments.every(({ on }) => on === plan.commitments[0]?.on)).toBe(true)
  })
})
