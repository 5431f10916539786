import { describe, expect, test } from 'vitest'
import type { Actor } from './can.ts'
import { checkDelegation, type Delegation, delegationState, signed } from './delegation.ts'

const today = '2026-06-10'
const asked: Omit<Delegation, 'id' | 'at' | 'by' | 'endedAt'> = {
  ...{ giver: 'a', deputy: 'd', department: 'fish', reason: '出張' },
  role: 'approver',
  ...{ from: '2026-06-12', to: '2026-06-20' },
}
const serving = [
  { user: 'a', role: 'approver', department: 'fish' },
  { user: 'd', role: 'reporter', department: 'fish' },
  { user: 'e', role: 'reviewer' },
  { user: 'v', role: 'reviewer' },
  { user: 'v', role: 'viewer' },
] as const
const running: Delegation = { ...asked, id: '1', at: '', by: '' }

describe('代理', () => {
  test.each([
    ['立てられる', {}, [], true],
    ['理由が要る', { reason: ' ' }, [], 'reason-missing'],
    ['自分の代理にはなれない', { deputy: 'a' }, [], 'deputy-is-giver'],
    ['その役割でない人の代理はない', { giver: 'd', deputy: 'a' }, [], 'no-such-member'],
    ['ほかの課の役割の代理はない', { department: 'health' }, [], 'no-such-member'],
    ['所属していない人は代理になれない', { deputy: 'x' }, [], 'no-such-member'],
    ['外部の委員は代理になれない', { deputy: 'e' }, [], 'deputy-not-staff'],
    ['委員でも、庁内の役割もある人はなれる', { deputy: 'v' }, [], true],
    ['終わりが始まりより前', { to: '2026-06-11' }, [], 'period-not-understood'],
    ['日付でない', { from: '6/12', to: '' }, [], 'period-not-understood'],
    ['もう過ぎた期間', { from: '2026-06-01', to: '2026-06-09' }, [], 'period-over'],
    ['一年より長い', { to: '2027-06-20' }, [], 'period-too-long'],
    [
      '重なる期間に、もう代理がいる',
      { from: '2026-06-20', to: '2026-06-30' },
      [running],
      'delegated-already',
    ],
    ['続きの期間ならよい', { from: '2026-06-21', to: '2026-06-30' }, [running], true],
    ['終えたものは数えない', {}, [{ ...running, endedAt: '2026-06-09T00:00:00Z' }], true],
  ] as const)('%s', (_, change, before, expected) => {
    const checked = checkDelegation({ ...asked, ...change }, { serving, before, today })
    expect(checked.ok || checked.why).toBe(expected)
  })

  test.each([
    ['前の日', '2026-06-11', 'coming'],
    ['始まりの日', '2026-06-12', 'running'],
    ['終わりの日', '2026-06-20', 'running'],
    ['次の日', '2026-06-21', 'over'],
  ] as const)('期間: %s', (_, day, state) => expect(delegationState(running, day)).toBe(state))

  const actor: Actor = {
    ...{ id: 'd', name: '磯', government: '992011', role: 'reporter', department: 'fish' },
    also: [
      { role: 'approver', department: 'fish', deputyFor: '大山' },
      { role: 'approver', department: 'health' },
    ],
  }
  test.each([
    ['代理の役割でしかできないことは、だれの代理か言う', 'report:approve', 'fish', '磯（大山の代理）'],
    ['自分の役割でできることは、自分の名前', 'report:write', 'fish', '磯'],
    ['自分の課では、自分の名前', 'report:approve', 'health', '磯'],
  ] as const)('%s', (_, action, owner, name) => expect(signed(actor, action, owner)).toBe(name))
})
