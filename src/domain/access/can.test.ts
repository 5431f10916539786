import { describe, expect, test } from 'vitest'
import { ACTIONS, type Action, can, ROLES, type Role } from './can.ts'

/** 権限の表。● いつでも、○ 自分の課のものだけ、・ できない。 */
const TABLE: Readonly<Record<Role, string>> = {
  //                 読 取 設 実 判 報 承 開 締 戻 公 意 員 統
  administrator: '● ● ● ● ● ● ● ● ● ● ● ● ● ●',
  planner: '● ● ● ● ● ● ● ● ● ● ● ● ・ ・',
  reporter: '● ・ ・ ○ ・ ○ ・ ・ ・ ・ ・ ・ ・ ・',
  approver: '● ・ ・ ○ ・ ○ ○ ・ ・ ・ ・ ・ ・ ・',
  'budget-officer': '● ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・',
  executive: '● ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・',
  reviewer: '● ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ● ・ ・',
  auditor: '● ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・',
  viewer: '● ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・ ・',
}
const ORDER: readonly Action[] = [
  ...(['staff:read', 'plan:import', 'indicator:settle', 'actual:write', 'judgement:override'] as const),
  ...(['report:write', 'report:approve', 'round:open'] as const),
  ...([
    'year:close',
    'year:reopen',
    'year:publish',
    'opinion:write',
    'member:grant',
    'statistics:import',
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
