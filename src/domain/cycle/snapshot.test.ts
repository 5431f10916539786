import { expect, test } from 'vitest'
import type { Judgement } from '../indicator/judgement.ts'
import { rollUp } from '../indicator/roll-up.ts'
import { DEFAULT_SCHEME } from '../indicator/schemes/all.ts'
import { standingOf } from './snapshot.ts'

test('全体の状況は、評価区分の一つの名で数え、判定できないものは一度に数える', () => {
  const graded = (commitment: string, grade: string, ja: string) =>
    ({ kind: 'graded', commitment, grade, label: { ja, en: ja }, tone: 'poor' }) as Judgement
  const not = (commitment: string, why: string) =>
    ({ kind: 'ungraded', commitment, why, tone: 'none' }) as Judgement
  const total = rollUp(
    DEFAULT_SCHEME,
    [
      graded('a', '△', '許容差のうち'),
      graded('b', '△', '遅れ'),
      not('c', 'not-submitted'),
      not('d', 'no-target'),
    ].map((judgement) => ({ under: 'g1', judgement })),
  )
  const { grades, ungraded } = standingOf({ total })
  expect(grades.map(({ grade, label, count }) => [grade, label.ja, count])).toEqual([['△', '遅れ', 2]])
  expect(ungraded).toBe(2)
})
