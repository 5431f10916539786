import { describe, expect, test } from 'vitest'
import { ROLES } from './can.ts'
import { checkToken, isBearer, readBearer, scopesOf, tokenState, writeBearer } from './token.ts'

const now = '2026-05-01T00:00:00.000Z'
const asked = {
  ...{ name: '財務', role: 'reporter' as const, department: 'own', scopes: ['report:write', 'staff:read'] },
  expiresAt: '2026-08-01T00:00:00.000Z',
}

describe('トークンを発行できるか', () => {
  test.each([
    ['そのまま', {}, undefined],
    ['名前がない', { name: '' }, 'token-name-missing'],
    ['名前が長い', { name: 'あ'.repeat(61) }, 'too-long'],
    ['使えるトークンと同じ名前', { name: '給与' }, 'token-name-taken'],
    ['役割がない', { role: undefined }, 'token-role-missing'],
    ['課の要る役割に課がない', { department: undefined }, 'department-missing'],
    ['範囲がない', { scopes: [] }, 'scope-missing'],
    ['役割にできない範囲', { scopes: ['plan:import'] }, 'scope-outside-role'],
    ['知らない範囲', { scopes: ['everything'] }, 'scope-outside-role'],
    [
      '人を招く範囲は管理者でもだめ',
      { role: 'administrator', scopes: ['member:grant'] },
      'scope-outside-role',
    ],
    ['トークンを出す範囲もだめ', { role: 'administrator', scopes: ['token:issue'] }, 'scope-outside-role'],
    ['期限が読めない', { expiresAt: undefined }, 'token-day-not-understood'],
    ['期限が過ぎている', { expiresAt: now }, 'token-day-not-understood'],
    ['期限が遠すぎる', { expiresAt: '2027-08-01T00:00:00.000Z' }, 'token-day-not-understood'],
  ] as const)('%s', (_, change, why) => {
    const { department, ...rest } = { ...asked, ...change }
    const checked = checkToken({ ...rest, ...(department ? { department } : {}) }, ['給与'], now)
    expect(checked.ok ? undefined : checked.why).toBe(why)
  })

  test('範囲は権限の表の順にそろう', () => {
    const checked = checkToken(asked, [], now)
    expect(checked).toMatchObject({ ok: true, value: { scopes: ['staff:read', 'report:write'] } })
  })

  test('どの役割にも、人・トークン・統計の範囲はない', () => {
    for (const role of ROLES)
      for (const never of ['member:grant', 'token:issue', 'statistics:import'] as const)
        expect(scopesOf(role)).not.toContain(never)
    expect(scopesOf('reviewer')).toEqual(['room:read', 'opinion:write'])
  })
})

describe('トークンの状態', () => {
  const revoked = { at: now, by: 'a' }
  test.each([
    ['使える', {}, 'live'],
    ['期限ちょうどは切れている', { expiresAt: now }, 'expired'],
    ['取消は期限に勝つ', { expiresAt: now, revoked }, 'revoked'],
  ] as const)('%s', (_, change, state) =>
    expect(tokenState({ expiresAt: '2026-08-01T00:00:00.000Z', ...change }, now)).toBe(state),
  )
})

describe('トークンの文字列', () => {
  const bearer = { government: '992011', id: '12', secret: `_-${'a'.repeat(41)}` }
  const text = writeBearer(bearer)

  test('書いたとおりに読める', () => expect(readBearer(`Bearer ${text}`)).toEqual(bearer))

  test.each([
    ['一字足りない', `Bearer ${text.slice(0, -1)}`],
    ['一字多い', `Bearer ${text}a`],
    ['番号が零', `Bearer ${text.replace('_12_', '_0_')}`],
    ['番号が数でない', `Bearer ${text.replace('_12_', '_1x_')}`],
    ['番号が大きすぎる', `Bearer ${text.replace('_12_', `_${'9'.repeat(19)}_`)}`],
  ])('%sものは読まない', (_, header) => {
    expect(isBearer(header)).toBe(true)
    expect(readBearer(header)).toBeUndefined()
  })

  test.each([null, '', 'Basic YTpi', 'Bearer eyJhbGciOi', text])('よその鍵には構わない: %s', (header) =>
    expect(isBearer(header)).toBe(false),
  )
})
