import { describe, expect, test } from 'vitest'
import {
  ACTIONS,
  type Action,
  type Actor,
  can,
  canAnywhere,
  inHatFor,
  ROLES,
  type Role,
  wantsDepartment,
  widestFirst,
} from './can.ts'

/** 権限の表。● いつでも、○ 自分の課のものだけ、・ できない。 */
const TABLE: Readonly<Record<Role, string>> = {
  //                 読 取 設 実 判 報 承 開 締 戻 公 員 課 統 室 営 意 答 案 決 募 回 進 運 監 鍵
  administrator: '● ● ● ● ● ● ● ● ● ● ● ● ● ● ● ● ● ● ● ● ● ● ● ● ● ●',
  planner: '● ● ● ● ● ● ● ● ● ● ● ・ ● ・ ● ● ● ● ● ● ● ● ● ● ・ ・',
  reporter: '● ・ ・ ○ ・ ○ ・ ・ ・ ・ ・ ・ ・ ・ ● ・ ・ ○ ○ ・ ・ ○ ・ ・ ・ ・',
  approver: '● ・ ・ ○ ・ ○ ○ ・ ・ ・ ・ ・ ・ ・ ● ・ ・ ○ ○ ・ ・ ○ ・ ・ ・ ・',
  'budget-officer': '● ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ● ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・',
  executive: '● ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ● ・ ・ ・ ・ ● ・ ・ ・ ・ ・ ・',
  reviewer: '・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ● ・ ● ・ ・ ・ ・ ・ ・ ・ ・ ・',
  auditor: '● ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ● ・ ・ ・ ・ ・ ・ ・ ・ ・ ● ・',
  viewer: '● ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・',
}
const ORDER: readonly Action[] = [
  ...(['staff:read', 'plan:import', 'indicator:settle', 'actual:write', 'judgement:override'] as const),
  ...(['report:write', 'report:approve', 'round:open', 'year:close', 'year:reopen', 'year:publish'] as const),
  ...(['member:grant', 'department:write', 'statistics:import', 'room:read', 'room:run'] as const),
  ...(['opinion:write', 'opinion:answer', 'follow-up:propose', 'follow-up:decide'] as const),
  ...([
    'comment:handle',
    'comment:answer',
    'cycle:move',
    'bundle:carry',
    'audit:read',
    'token:issue',
  ] as const),
]

describe('権限の表', () => {
  test('表は、どの役割と操作も一度ずつ言う', () => {
    expect([...ORDER].sort()).toEqual([...ACTIONS].sort())
    expect(Object.keys(TABLE).sort()).toEqual([...ROLES].sort())
  })

  test.each(
    ROLES.flatMap((role) =>
      ORDER.map((action, at) => [role, action, TABLE[role].split(' ')[at] ?? ''] as const),
    ),
  )('%s は %s: %s', (role, action, mark) => {
    const actor = { id: 'a', name: '人', role, government: '992011', department: 'own' }
    expect(can(actor, action, 'own')).toBe(mark !== '・')
    expect(can(actor, action, 'another')).toBe(mark === '●')
    expect(can(actor, action)).toBe(mark === '●')
    const { department: _, ...nobody } = actor
    expect(can(nobody, action, 'own')).toBe(mark === '●')
  })
})

describe('兼務', () => {
  const actor = (first: Actor['role'], department: string, also: Actor['also']): Actor => ({
    ...{ id: 'a', name: '人', government: '992011', role: first, department },
    ...(also ? { also } : {}),
  })
  const two = actor('reporter', 'fish', [{ role: 'approver', department: 'wood' }, { role: 'auditor' }])

  test.each([
    ['自分の課の報告は書ける', 'report:write', 'fish', true],
    ['もう一つの課の報告も書ける', 'report:write', 'wood', true],
    ['承認は、承認する役割の課だけ', 'report:approve', 'wood', true],
    ['書く役割の課の承認はできない', 'report:approve', 'fish', false],
    ['ほかの課には及ばない', 'report:write', 'road', false],
    ['どの役割にもない操作はできない', 'year:close', undefined, false],
  ] as const)('%s', (_, action, owner, may) => expect(can(two, action, owner)).toBe(may))

  test('記録には、その操作に一番広く及ぶ役割が残る', () => {
    expect(inHatFor(two, 'report:approve')).toMatchObject({ role: 'approver', department: 'wood' })
    expect(inHatFor(two, 'staff:read')).toMatchObject({ role: 'reporter', department: 'fish' })
    const wide = actor('reporter', 'fish', [{ role: 'planner' }])
    expect(inHatFor(wide, 'actual:write')).toMatchObject({ role: 'planner' })
    expect(inHatFor(wide, 'actual:write').department).toBeUndefined()
    expect(inHatFor(wide, 'actual:write').also).toEqual([{ role: 'reporter', department: 'fish' }])
  })

  test('何かの課についてできるかどうか', () => {
    expect(canAnywhere(two, 'report:approve')).toBe(true)
    expect(canAnywhere(two, 'member:grant')).toBe(false)
    expect(canAnywhere({ ...two, department: undefined, also: [] } as unknown as Actor, 'report:write')).toBe(
      false,
    )
  })

  test('課が要る役割は、自分の課だけに及ぶものがある役割', () =>
    expect(ROLES.filter(wantsDepartment)).toEqual(['reporter', 'approver']))

  test('広い役割が先に立つ', () =>
    expect(
      widestFirst([{ role: 'viewer' }, { role: 'reporter', department: 'b' }, { role: 'planner' }]).map(
        ({ role }) => role,
      ),
    ).toEqual(['planner', 'reporter', 'viewer']))
})

describe('範囲（トークン）', () => {
  const token = (role: Role, ...only: Action[]): Actor => ({
    ...{ id: 'token:1', name: '取込', government: '992011', role, department: 'own', only },
  })

  test('役割にできることでも、範囲になければできない。範囲にあっても、役割になければできない', () => {
    expect(can(token('planner', 'staff:read', 'plan:import'), 'plan:import')).toBe(true)
    expect(can(token('planner', 'staff:read', 'plan:import'), 'year:close')).toBe(false)
    expect(can(token('viewer', 'staff:read', 'plan:import'), 'plan:import')).toBe(false)
    expect(can(token('planner', 'plan:import'), 'staff:read')).toBe(false)
    expect(canAnywhere(token('reporter', 'staff:read'), 'report:write')).toBe(false)
  })

  test('自分の課だけという限りは、範囲にあっても残る', () => {
    expect(can(token('reporter', 'report:write'), 'report:write', 'own')).toBe(true)
    expect(can(token('reporter', 'report:write'), 'report:write', 'another')).toBe(false)
  })

  test('役割を選び直しても、範囲は付いてくる', () => {
    expect(inHatFor(token('planner', 'staff:read'), 'plan:import').only).toEqual(['staff:read'])
  })
})
