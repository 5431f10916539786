import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../access/can.ts'
import {
  checkStep,
  type FollowUpStep,
  followUpOf,
  isLate,
  LONGEST_FOLLOW_UP,
  mayStep,
  type RecordedStep,
  USUAL_CHOICES,
} from './follow-up.ts'

const [expand, , improve] = USUAL_CHOICES as [
  (typeof USUAL_CHOICES)[number],
  (typeof USUAL_CHOICES)[number],
  (typeof USUAL_CHOICES)[number],
]
const propose: FollowUpStep = { kind: 'propose', choice: improve, reason: '参加者が減った' }
const decide: FollowUpStep = { kind: 'decide', choice: improve, reason: '対象を広げる', due: '2027-03-31' }
const approval: FollowUpStep = { kind: 'approval', number: '8企第12号', day: '2026-09-30' }
const begun: FollowUpStep = { kind: 'progress', state: 'begun', text: '募集を始めた' }
const finished: FollowUpStep = { kind: 'progress', state: 'done', text: '要綱を改めた' }
const budget: FollowUpStep = { kind: 'budget', year: 2027, yen: 1_200_000, reference: '要求12', note: '' }
const change: FollowUpStep = { kind: 'plan-change', plan: 'p', edition: 'draft-1' }

const having = (...steps: readonly FollowUpStep[]) =>
  followUpOf(
    steps.map(
      (step, at): RecordedStep => ({
        ...{ id: String(at + 1), plan: 'p', year: 2025, subject: 's', step },
        ...{ at: '2026-09-01T00:00:00.000Z', by: '人' },
      }),
    ),
  )

describe('今後の方針の進み', () => {
  test.each([
    ['何もない', [], 'none'],
    ['案が出た', [propose], 'proposed'],
    ['案なしで決まった', [decide], 'decided'],
    ['案のあと決まった', [propose, decide], 'decided'],
    ['決裁番号が来ても、決まったまま', [decide, approval], 'decided'],
    ['予算要求につながっても、決まったまま', [decide, budget, change], 'decided'],
    ['取りかかった', [decide, begun], 'begun'],
    ['終わった', [decide, begun, finished], 'done'],
    ['終わったあと、また取りかかった', [decide, finished, begun], 'begun'],
    ['決め直した', [decide, begun, { ...decide, choice: expand }], 'decided'],
  ] as const)('%s', (_, steps, state) => expect(having(...steps).state).toBe(state))

  test('決め直すと、前の決裁番号は新しい決定のものではない', () => {
    expect(having(decide, approval).approval?.step.number).toBe('8企第12号')
    expect(having(decide, approval, decide).approval).toBeUndefined()
    expect(having(decide, budget, decide).budgets.length).toBe(1)
  })

  test.each([
    ['決まる前の案', [], propose, true],
    ['決まったあとの案', [decide], propose, 'already-decided'],
    ['理由のない案', [], { ...propose, reason: '' }, 'reason-missing'],
    ['理由のない決定', [], { ...decide, reason: '' }, 'reason-missing'],
    ['決まる前の決裁番号', [propose], approval, 'not-decided'],
    ['空の決裁番号', [decide], { ...approval, number: '' }, 'number-missing'],
    ['決まる前の予算要求', [], budget, 'not-decided'],
    ['金額だけの予算要求', [decide], { ...budget, reference: '' }, true],
    [
      '何も書かない予算要求',
      [decide],
      { kind: 'budget', year: 2027, reference: '', note: '' },
      'nothing-said',
    ],
    ['負の金額', [decide], { ...budget, yen: -1 }, 'yen-not-understood'],
    ['半端な金額', [decide], { ...budget, yen: 0.5 }, 'yen-not-understood'],
    ['何も書かない進み', [decide], { ...begun, text: '' }, 'nothing-said'],
    ['長すぎる文', [], { ...propose, reason: 'あ'.repeat(LONGEST_FOLLOW_UP + 1) }, 'too-long'],
  ] as const)('%s', (_, steps, step, expected) => {
    const checked = checkStep(having(...(steps as readonly FollowUpStep[])), step as FollowUpStep)
    expect(checked.ok || checked.why).toBe(expected)
  })

  test.each([
    ['期限の日', '2027-03-31', [decide], false],
    ['期限の翌日', '2027-04-01', [decide], true],
    ['終わったもの', '2027-04-01', [decide, finished], false],
    ['まだ決まらないもの', '2027-04-01', [propose], false],
  ] as const)('期限を過ぎたか: %s', (_, today, steps, late) =>
    expect(isLate(having(...steps), today)).toBe(late),
  )

  test.each<[Role, string]>([
    // 案 決 番 予 計 進
    ['planner', '●●●●●●'],
    ['executive', '・●●・・・'],
    ['approver', '○・・○・○'],
    ['reporter', '○・・○・○'],
    ['reviewer', '・・・・・・'],
  ])('%s: %s', (role, marks) => {
    const actor: Actor = { id: 'a', name: '人', role, government: '992011', department: 'own' }
    const kinds = ['propose', 'decide', 'approval', 'budget', 'plan-change', 'progress'] as const
    const mark = kinds.map((kind) =>
      mayStep(actor, kind, 'other') ? '●' : mayStep(actor, kind, 'own') ? '○' : '・',
    )
    expect(mark.join('')).toBe(marks)
  })
})
