import { describe, expect, test } from 'vitest'
import { ROLES } from '../access/can.ts'
import type { Judgement } from '../indicator/judgement.ts'
import { DEFAULT_SCHEME, SCHEMES } from '../indicator/schemes/all.ts'
import { checkGiven, GIVEN_STAGES, gradesOf, LONGEST_GIVEN, mayGive } from './given.ts'

const graded = { kind: 'graded', grade: '△' } as Judgement
const ungraded = { kind: 'ungraded', why: 'not-submitted' } as Judgement
const told = { comment: '', reason: '' }

describe('人による判定', () => {
  test.each(SCHEMES.map((scheme) => [scheme.title.ja, scheme] as const))(
    '%s の区分は、一度ずつ',
    (_, scheme) => {
      const grades = gradesOf(scheme).map(({ grade }) => grade)
      expect(grades.length).toBeGreaterThan(1)
      expect(new Set(grades).size).toBe(grades.length)
      for (const each of scheme.onTrack) expect(grades).toContain(each)
    },
  )

  test.each([
    ['計算と同じなら理由はいらない', graded, { grade: '△', ...told }, true],
    ['計算と違えば理由がいる', graded, { grade: '○', ...told }, 'differs-without-reason'],
    ['理由があれば違ってよい', graded, { grade: '○', ...told, reason: '災害による一時的な減' }, true],
    ['計算できないときも理由がいる', ungraded, { grade: '○', ...told }, 'differs-without-reason'],
    ['型にない区分', graded, { grade: 'Z', ...told, reason: '理由' }, 'no-such-grade'],
    ['長すぎる所見', graded, { grade: '△', reason: '', comment: 'あ'.repeat(LONGEST_GIVEN + 1) }, 'too-long'],
  ] as const)('%s', (_, computed, given, expected) => {
    const outcome = checkGiven(DEFAULT_SCHEME, computed, given)
    expect(outcome.ok || outcome.why).toBe(expected)
  })

  test('だれがどの段階を書けるか', () => {
    const of = (role: (typeof ROLES)[number], department?: string) =>
      GIVEN_STAGES.filter((stage) =>
        mayGive(
          { id: 'u', name: '人', role, government: '992011', ...(department ? { department } : {}) },
          stage,
          'tourism',
        ),
      )
    expect(Object.fromEntries(ROLES.map((role) => [role, of(role, 'tourism')]))).toEqual({
      administrator: ['first', 'second', 'committee'],
      planner: ['first', 'second', 'committee'],
      approver: ['first'],
      reviewer: ['committee'],
      ...{ reporter: [], 'budget-officer': [], executive: [], auditor: [], viewer: [] },
    })
    expect(of('approver', 'agriculture')).toEqual([])
  })
})
