import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indicator, known, missing, promise } from '#test/support/indicators.ts'
import { rational } from '../shared/rational.ts'
import { fiscalYear } from '../shared/year.ts'
import type { Actual } from './actual.ts'
import { judge } from './judge.ts'
import type { Judgement } from './judgement.ts'
import { type Listed, listJudgements, rollUp, rollUpByGoal, tableOf } from './roll-up.ts'
import type { Scheme } from './scheme.ts'
import { findScheme, SCHEMES } from './schemes/all.ts'

const standard = SCHEMES[0] as Scheme
const judged = (id: string, actuals: readonly Actual[], scheme = standard): Judgement =>
  judge({
    indicator: indicator({ id: `i-${id}` }),
    commitment: promise('100', 2020, '200', 2025, { id }),
    actuals,
    evaluationYear: fiscalYear(2024),
    scheme,
  })

const made = (scheme = standard) => [
  { under: '目標1', judgement: judged('達成', [known(2024, '200')], scheme) },
  { under: '目標1', judgement: judged('順調', [known(2024, '180')], scheme) },
  { under: '目標1', judgement: judged('未公表', [missing(2024, 'not-yet-published')], scheme) },
  { under: '目標2', judgement: judged('遅れ', [known(2024, '150')], scheme) },
  { under: '目標2', judgement: judged('後退', [known(2024, '90')], scheme) },
  { under: '目標2', judgement: judged('未提出', [], scheme) },
]
const relistings = [{ commitment: '順調', on: '目標2' }]

describe('集計', () => {
  test('区分ごとに数え、0も書き、理由は別に数え、再掲は一度だけ', () => {
    const { total, goals } = rollUpByGoal(standard, listJudgements(made(), relistings))
    expect(total.grades.map(({ grade, count }) => [grade, count])).toEqual([
      ['◎', 1],
      ['○', 1],
      ['△', 1],
      ['▼', 1],
    ])
    expect(total).toMatchObject({ commitments: 6, graded: 4, ungraded: 2, relisted: 1 })
    expect(total.reasons.map(({ why, count }) => [why, count])).toEqual([
      ['not-submitted', 1],
      ['not-yet-published', 1],
    ])
    expect(total.onTrack).toMatchObject({ count: 2, of: 6, share: rational(1, 3), expression: '2÷6＝33.3%' })
    expect(
      goals.map(({ under, rollUp: each }) => [
        under,
        each.commitments,
        each.onTrack.expression,
        each.relisted,
      ]),
    ).toEqual([
      ['目標1', 3, '2÷3＝66.7%', 0],
      ['目標2', 3, '0÷3＝0.0%', 1],
    ])
  })

  test('判定できないものを数に入れない型（田川市・長野県）は、分母が違う', () => {
    const tagawa = findScheme('tagawa') as Scheme
    expect(rollUp(tagawa, made(tagawa)).onTrack).toMatchObject({
      count: 3,
      of: 4,
      ungradedInDenominator: false,
    })
  })

  test('再掲の行が先に並んでいても、もとの目標で数える', () => {
    const [, onTrack] = made()
    const again = { ...(onTrack as Listed), under: '目標2', relisted: true }
    const { goals } = rollUpByGoal(standard, [again, onTrack as Listed])
    expect(goals.map(({ under, rollUp: each }) => [under, each.commitments, each.relisted])).toEqual([
      ['目標2', 0, 1],
      ['目標1', 1, 0],
    ])
    expect(tableOf([again, onTrack as Listed]).map(({ counted }) => counted)).toEqual([false, true])
  })

  test('何もなければ割合もない', () => {
    const empty = rollUp(standard, [])
    expect(empty.onTrack.share).toBeUndefined()
    expect(empty).toMatchObject({ commitments: 0, graded: 0, ungraded: 0 })
    expect(empty.grades.every(({ count }) => count === 0)).toBe(true)
  })

  test('公表する表から、住民が同じ数を数えられる', () => {
    const listed = listJudgements(made(), relistings)
    const table = tableOf(listed)
    expect(table.map(({ under, commitment, grade, counted }) => [under, commitment, grade, counted])).toEqual(
      [
        ['目標1', '達成', '◎', true],
        ['目標1', '順調', '○', true],
        ['目標1', '未公表', '◌', true],
        ['目標2', '遅れ', '△', true],
        ['目標2', '後退', '▼', true],
        ['目標2', '未提出', '◌', true],
        ['目標2', '順調', '○', false],
      ],
    )
    expect(table[2]).toMatchObject({ why: 'not-yet-published' })
  })

  test('全体評価のある型は、割合に言葉がつく', () => {
    const half = { ja: '概ね順調', en: 'Mostly on track' }
    const scheme: Scheme = {
      ...standard,
      overall: [
        { from: { at: '0.5' as never, closed: true }, label: half },
        { label: { ja: '遅れ', en: 'Behind' } },
      ],
    }
    expect(rollUp(scheme, made().slice(0, 4)).overall).toEqual(half)
    expect(rollUp(scheme, made()).overall?.ja).toBe('遅れ')
  })
})

const listedRows = fc.array(
  fc.record({
    under: fc.constantFrom('目標1', '目標2', '目標3'),
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    relisted: fc.boolean(),
  }),
  { maxLength: 20 },
)
const BY_ID: Readonly<Record<string, Judgement>> = {
  a: judged('a', [known(2024, '200')]),
  b: judged('b', [known(2024, '180')]),
  c: judged('c', [known(2024, '90')]),
  d: judged('d', []),
  e: judged('e', [missing(2024, 'withheld')]),
}

test('集計の性質: 合計は目標の数に等しく、表・目標ごと・全体が一致する', () => {
  fc.assert(
    fc.property(listedRows, (rows) => {
      const listed = rows.map(
        ({ under, id, relisted }): Listed => ({ under, judgement: BY_ID[id] as Judgement, relisted }),
      )
      const { goals, total } = rollUpByGoal(standard, listed)
      const distinct = new Set(rows.map(({ id }) => id)).size
      const sum = (of: (each: (typeof goals)[number]['rollUp']) => number) =>
        goals.reduce((all, { rollUp: each }) => all + of(each), 0)
      expect(total.commitments).toBe(distinct)
      expect(total.graded + total.ungraded).toBe(distinct)
      expect(total.grades.reduce((all, { count }) => all + count, 0)).toBe(total.graded)
      expect(total.reasons.reduce((all, { count }) => all + count, 0)).toBe(total.ungraded)
      expect(total.commitments + total.relisted).toBe(rows.length)
      expect(sum(({ commitments }) => commitments)).toBe(distinct)
      expect(sum(({ relisted }) => relisted)).toBe(total.relisted)
      expect(sum(({ onTrack }) => onTrack.count)).toBe(total.onTrack.count)
      const table = tableOf(listed).filter(({ counted }) => counted)
      expect(table.length).toBe(distinct)
      expect(table.filter(({ grade }) => standard.onTrack.includes(grade)).length).toBe(total.onTrack.count)
    }),
  )
})
