import { describe, expect, test } from 'vitest'
import { smallPlan } from '#test/support/store.ts'
import type { PackPlan } from './pack.ts'
import { stopFor, stopsOf, subjectsAt } from './pack.ts'

/** 試しの戦略に、横断のプロジェクトを一つ足したもの. */
const plan = {
  ...smallPlan,
  trees: [
    ...smallPlan.trees,
    {
      id: 'initiatives',
      kind: 'initiative' as const,
      name: 'リーディングプロジェクト',
      levels: [
        { id: 'initiative', name: 'プロジェクト', role: 'initiative' as const },
        { id: 'step', name: '取組', role: 'measure' as const },
      ],
      nodes: [
        {
          id: 'l1',
          level: 'initiative',
          name: '川と',
          children: [{ id: 'l1-s1', level: 'step', name: '排水' }],
        },
        { id: 'l2', level: 'initiative', name: '森と' },
      ],
    },
  ],
}
const packed = {
  snapshot: { plan },
  rows: [],
  projects: [
    { on: 'g1-p1', id: 'fair', name: '合同就職説明会' },
    { on: 'l1-s1', id: 'pump', name: 'ポンプ' },
  ],
} as unknown as PackPlan
const stops = stopsOf(packed)

describe('見るところ', () => {
  test('計画の全体、目標を持つ基本目標、施策、横断のもの（まとめて一つ）の順に並ぶ', () => {
    expect(stops.map(({ id, commitments, relisted }) => [id, commitments, relisted])).toEqual([
      ['small-strategy', [], []],
      ['small-strategy.g1', ['c-jobs'], []],
      ['small-strategy.g1-p1', ['c-ratio'], ['c-jobs']],
      ['small-strategy.l1', [], []],
    ])
  })

  test.each([
    ['計画の全体への意見', 'small-strategy', 'small-strategy'],
    ['基本目標への意見', 'g1', 'small-strategy.g1'],
    ['指標への意見は、もとの場所に', 'c-jobs', 'small-strategy.g1'],
    ['施策の指標への意見', 'c-ratio', 'small-strategy.g1-p1'],
    ['横断のものの中への意見', 'l1-s1', 'small-strategy.l1'],
    ['資料にないもの', 'elsewhere', undefined],
  ] as const)('%s', (_, subject, stop) => {
    expect(stopFor(stops, { plan: 'small-strategy', subject })?.id).toBe(stop)
  })

  test('意見の相手にできるのは、そこにあるものだけ', () => {
    const program = stops.find(({ id }) => id === 'small-strategy.g1-p1')
    expect(program && new Set(subjectsAt(program))).toEqual(new Set(['g1-p1', 'c-ratio', 'c-jobs']))
  })
})
