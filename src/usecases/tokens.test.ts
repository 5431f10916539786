import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#domain/access/can.ts'
import { writeBearer } from '#domain/access/token.ts'
import { listChanges } from '#store/changes.ts'
import { listTokens } from '#store/tokens.ts'
import type { WriteTx } from '#store/transaction.ts'
import { actAs, inCity, planner, useStore } from '#test/support/store.ts'
import { registerDepartments } from './departments.ts'
import { enterByToken, issueToken, noteUse, revokeToken, type ToIssue, viewTokens } from './tokens.ts'

const code = '992011'
const now = '2026-05-01T00:00:00.000Z'
const administrator: Actor = { ...planner(code), role: 'administrator' }
const at = { actor: administrator, now }
const secret = 's'.repeat(43)
const asked: ToIssue = {
  ...{ name: '財務システム', role: 'reporter', department: 'fish', scopes: ['staff:read', 'report:write'] },
  ...{ until: '2026-06-30', secret },
}

describe('APIトークン', () => {
  const store = useStore()
  const withFish = (work: (tx: WriteTx) => Promise<void>) =>
    inCity(store.current, { at }, async (tx) => {
      await registerDepartments(tx, at, [{ id: 'fish', name: '水産課' }])
      await work(tx)
    })
  const issued = async (tx: WriteTx, change: Partial<ToIssue> = {}): Promise<string> => {
    const token = await issueToken(tx, at, { ...asked, ...change })
    if (!token.ok) throw new Error(token.why)
    return `Bearer ${writeBearer(token.value)}`
  }

  test('発行した鍵で、その役割と範囲の者として入れる。期限の日の終わりまで', () =>
    withFish(async (tx) => {
      const header = await issued(tx)
      expect(await enterByToken(tx, header, now)).toMatchObject({
        actor: {
          ...{ name: 'API 財務システム', government: code, role: 'reporter', department: 'fish' },
          only: ['staff:read', 'report:write'],
        },
      })
      expect(await enterByToken(tx, header, '2026-06-30T14:59:59.000Z')).toBeDefined()
      expect(await enterByToken(tx, header, '2026-06-30T15:00:00.000Z')).toBeUndefined()
    }))

  test('秘密は残さない。一覧にも記録にもない', () =>
    withFish(async (tx) => {
      await issued(tx)
      const { rows } = await sql`select to_jsonb(t)::text as row from api_token t order by 1`.execute(tx.db)
      const kept = JSON.stringify([rows, await listChanges(tx), await viewTokens(tx, administrator, now)])
      expect(kept).toContain('財務システム')
      expect(kept).not.toContain(secret)
      const view = JSON.stringify(await viewTokens(tx, administrator, now))
      expect(view).not.toContain((await listTokens(tx))[0]?.hash ?? 'hash')
    }))

  test('違う秘密、違う番号、ほかの団体、読めないものでは入れず、どれも同じ答えになる', () =>
    withFish(async (tx) => {
      const header = await issued(tx)
      const id = (await listTokens(tx))[0]?.id ?? ''
      for (const wrong of [
        header.replace(/s$/, 't'),
        header.replace(`_${id}_`, `_${Number(id) + 1}_`),
        header.replace(code, '131016'),
        'Bearer shirube_',
      ])
        expect(await enterByToken(tx, wrong, now)).toBeUndefined()
      await sql`select set_config('shirube.government', '131016', true)`.execute(tx.db)
      expect(await enterByToken({ ...tx, government: '131016' }, header, now)).toBeUndefined()
      const elsewhere = header.replace(code, '131016')
      expect(await enterByToken({ ...tx, government: '131016' }, elsewhere, now)).toBeUndefined()
    }))

  test('取り消すと、すぐに入れない。二度は取り消せない', () =>
    withFish(async (tx) => {
      const header = await issued(tx)
      const id = (await listTokens(tx))[0]?.id ?? ''
      expect(await revokeToken(tx, at, { id, reason: '漏れた' })).toMatchObject({ ok: true })
      expect(await enterByToken(tx, header, now)).toBeUndefined()
      expect(await revokeToken(tx, at, { id })).toMatchObject({ why: 'token-ended' })
      expect(await revokeToken(tx, at, { id: '999999' })).toMatchObject({ why: 'no-such-token' })
      expect(await revokeToken(tx, at, { id: 'x' })).toMatchObject({ why: 'no-such-token' })
      expect((await listTokens(tx))[0]?.revoked).toMatchObject({ reason: '漏れた' })
      expect((await listChanges(tx)).map(({ action }) => action)).toContain('token:revoke')
    }))

  test('二度送っても一つだけ。名前は、使えなくなってからまた使える', () =>
    withFish(async (tx) => {
      await issued(tx)
      expect(await issueToken(tx, at, asked)).toMatchObject({ why: 'token-name-taken' })
      await revokeToken(tx, at, { id: (await listTokens(tx))[0]?.id ?? '' })
      expect(await issueToken(tx, at, asked)).toMatchObject({ ok: true })
      expect(await listTokens(tx)).toHaveLength(2)
    }))

  test('ない課、管理者でない人、トークン自身には発行できない', () =>
    withFish(async (tx) => {
      expect(await issueToken(tx, at, { ...asked, department: 'moon' })).toMatchObject({
        why: 'department-unknown',
      })
      for (const actor of [
        planner(code),
        { ...administrator, only: ['staff:read', 'report:write'] as const },
      ]) {
        expect(await issueToken(tx, { actor, now }, asked)).toMatchObject({ why: 'not-allowed' })
        expect(await revokeToken(tx, { actor, now }, { id: '1' })).toMatchObject({ why: 'not-allowed' })
        expect(await viewTokens(tx, actor, now)).toMatchObject({ why: 'not-allowed' })
      }
    }))

  test('使った日は、一日に一度だけ残る', () =>
    withFish(async (tx) => {
      const header = await issued(tx)
      const first = (await enterByToken(tx, header, now))?.firstUse
      expect(first?.day).toBe('2026-05-01')
      await actAs(tx)
      if (first) for (const _ of [1, 2]) await noteUse(tx, first, now)
      expect((await enterByToken(tx, header, now))?.firstUse).toBeUndefined()
      expect((await enterByToken(tx, header, '2026-05-02T00:00:00.000Z'))?.firstUse?.day).toBe('2026-05-02')
      expect((await listTokens(tx))[0]?.lastUsed).toBe('2026-05-01')
      const { rows } = await sql`select id from api_token_event order by id`.execute(tx.db)
      expect(rows).toHaveLength(1)
    }))
})
