import { expect, test } from 'vitest'
import { textDocument } from '../text/read-text.ts'
import { readPlan } from './read-plan.ts'

test.each([
  // 題名                                          はじめ     おわり
  ['みなと町 総合戦略（2020年度〜2024年度）', 2020, 2024],
  ['第2期 みなと町総合計画（令和2年度～令和6年度）', 2020, 2024],
  ['みなと町 観光振興プラン (平成27年度-令和元年度)', 2015, 2019],
  ['みなと町 総合戦略（令和6年度改訂）', undefined, undefined],
  ['みなと町 総合戦略（令和6年度、令和7年度改訂）', undefined, undefined],
])('題名の期間: %s', (title, from, to) => {
  const draft = readPlan(textDocument(`${title}\n\n基本目標1 しごと\n`, 'plan.txt'))
  expect([draft.period?.from, draft.period?.to]).toEqual([from, to])
})

test('本文に期間があれば、そちらによる', () => {
  const text =
    'みなと町 総合戦略（2020年度〜2024年度）\n\n計画期間は、令和2年度から令和7年度までの6年間とします。\n'
  expect(readPlan(textDocument(text, 'plan.txt')).period).toMatchObject({ from: 2020, to: 2025 })
})
