import { describe, expect, test } from 'vitest'
import { writePlanFile } from '#writers/plan-file.ts'
import { LARGEST_PLAN_FILE, readPlanFile } from './read.ts'

const head = `id: strategy
government: '432032'
kind: comprehensive-strategy
title: 試しの戦略
edition: {id: first, label: 初版, stage: adopted, date: 2020-03}
period: {from: 2020, to: 2024}
trees:
  - id: main
    kind: main
    name: 基本戦略
    levels: [{id: goal, name: 基本目標, role: goal}]
    nodes:
      - {id: g1, level: goal, name: 仕事}
`

describe('計画ファイルを読む', () => {
  test('書いて読むと同じ計画になり、末尾の 0 も残る', () => {
    const { plan, findings } = readPlanFile(`${head}indicators:
  - {id: ratio, name: 有効求人倍率, unit: 倍}
commitments:
  - id: c1
    indicator: ratio
    on: g1
    baseline: {value: 0.90, year: 2019}
    targets: [{value: 1.50, year: 2024}]
`)
    expect(findings).toEqual([])
    expect(plan?.commitments[0]?.baseline).toMatchObject({ value: '0.90' })
    expect(plan?.indicators[0]?.better).toBe('not-stated')
    const text = writePlanFile(plan as NonNullable<typeof plan>)
    expect(text).toContain('value: 0.90')
    expect(readPlanFile(text).plan).toEqual(plan)
    expect(writePlanFile(readPlanFile(text).plan as NonNullable<typeof plan>)).toBe(text)
  })

  test.each([
    ['ありえない年', head.replace('to: 2024', 'to: 20244'), 'impossible-year', 6],
    ['終わりが始まりより前', head.replace('to: 2024', 'to: 2019'), 'period-backwards', 6],
    ['同じ id が二つ', `${head}      - {id: g1, level: goal, name: 人}\n`, 'duplicate-id', 14],
    ['ない階層', head.replace('level: goal, name: 仕事', 'level: gaol, name: 仕事'), 'unknown-level', 13],
    ['ない指標', `${head}commitments:\n  - {id: c, indicator: none, on: g1}\n`, 'unknown-reference', 15],
    ['団体コードの検査数字', head.replace('432032', '432033'), 'not-a-government-code', 2],
    ['知らない項目', `${head}goals: []\n`, 'shape-unrecognized_keys', 14],
    ['同じ見出しが二度', `${head}title: もう一つ\n`, 'duplicate-key', 14],
    ['別名を使った爆弾', `a: &a [x, x]\nb: &b [*a, *a]\n${head}`, 'alias-not-allowed', 1],
    ['深すぎる入れ子', `x: ${'['.repeat(5000)}`, 'nested-too-deep', 1],
    ['閉じていない', `${head}tags: [{id: x`, 'not-yaml', 14],
    ['大きすぎる', 'x'.repeat(LARGEST_PLAN_FILE + 1), 'file-too-large', 1],
    ['空', '', 'shape-invalid_type', 1],
  ])('%s は行と理由をつけて断る', (_, text, code, line) => {
    const { plan, findings } = readPlanFile(text)
    expect(plan).toBeUndefined()
    expect(findings[0]).toMatchObject({ code, line, severity: 'error' })
  })
})
