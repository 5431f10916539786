import { describe, expect, test } from 'vitest'
import { checkPlan } from '#domain/plan/check.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { indicator } from '#test/support/indicators.ts'
import { writePlanFile } from '#writers/plan-file.ts'
import { documentLines, lineHash } from '../line-hash.ts'
import { readPlanFile } from '../plan-file/read.ts'
import { readDocument } from '../read-document.ts'
import { draftEdition } from './draft-edition.ts'
import type { Known } from './known.ts'
import { readPlan } from './read-plan.ts'

const TEXT = `みなと市総合戦略
計画期間 令和2年度～令和6年度
基本目標1 しごとをつくる
KPI\t基準値(R1)\t目標値(R6)
観光客数（千人）\t2,325\t2,541
相談件数（件）\t10\t50
`

const edition = async (text: string, period?: { from?: number; to?: number }, known?: Known) => {
  const bytes = new TextEncoder().encode(text)
  const document = await readDocument(bytes, 'plan.txt')
  const government = { code: '992011', name: 'しるべ市' }
  return draftEdition({
    bytes,
    document,
    draft: readPlan(document),
    government,
    ...(period ? { period } : {}),
    ...(known ? { known } : {}),
  })
}

describe('文書を下書きの版にする', () => {
  test('どの値も、文書の行とその指紋を持つ', async () => {
    const read = await edition(TEXT)
    expect(read).toMatchObject({
      ok: true,
      value: { period: { to: 2024 }, edition: { stage: 'draft' }, kind: 'comprehensive-strategy' },
    })
    const { commitments } = (read as { value: Plan }).value
    expect(commitments.map(({ targets }) => targets[0]?.value)).toEqual(['2541', '50'])
    expect(commitments[0]?.source).toMatchObject({ line: 5, hash: lineHash(documentLines(TEXT), 5) })
  })

  test('そのまま計画ファイルになり、読み直しても同じ', async () => {
    const read = await edition(TEXT)
    const { value } = read as { value: Plan }
    expect(checkPlan(value).filter(({ severity }) => severity === 'error')).toEqual([])
    expect(readPlanFile(writePlanFile(value))).toMatchObject({ plan: value, findings: [] })
  })

  test('同じ名前と単位の指標がすでにあれば、その続きになり、定義は変えない', async () => {
    const known = (unit: string) => ({
      indicators: [indicator({ id: 'visitors', name: '観光客数', unit })],
      projects: [],
    })
    const continued = (await edition(TEXT, undefined, known('千人'))) as { value: Plan }
    expect(continued.value.commitments[0]?.indicator).toBe('visitors')
    expect(continued.value.indicators[0]).toEqual(known('千人').indicators[0])
    expect(continued.value.commitments[1]?.indicator).not.toBe('visitors')
    const other = (await edition(TEXT, undefined, known('人'))) as { value: Plan }
    expect(other.value.commitments[0]?.indicator).not.toBe('visitors')
  })

  test('何も書かれていない文書と、期間の分からない文書は断る', async () => {
    expect(await edition('ごあいさつ\n')).toMatchObject({ why: 'nothing-read' })
    const undated = '主な取組\n・港の改修 12,000千円\n'
    expect(await edition(undated)).toMatchObject({ why: 'no-period-read' })
    expect(await edition(undated, { to: 2026 })).toMatchObject({
      ok: true,
      value: { period: { from: 'not-stated', to: 2026 } },
    })
  })
})
