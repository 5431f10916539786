import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { listAudit, type View } from '#store/audit.ts'
import { writeDown } from '#store/changes.ts'
import { saveRound } from '#store/reports.ts'
import type { WriteTx } from '#store/transaction.ts'
import { actAs, inCity, planner, smallPlan, useStore } from '#test/support/store.ts'
import { eraseExpired, noteViews, sealNow, settleRetention, verifyAudit } from './audit.ts'

const code = '992011'
const now = '2026-05-01T00:00:00.000Z'
const at = { actor: planner(code), now }
const view = (subject: string, over: Partial<View> = {}): View => ({
  ...{
    kind: 'view',
    at: now,
    role: 'planner',
    action: 'view',
    subject,
    person: 'u1',
    body: '{"status":200}',
  },
  ...over,
})

/** What somebody could do who owns the database: past every guard. */
async function behindOurBack(tx: WriteTx, table: string, statement: string): Promise<void> {
  await sql`select set_config('role', 'none', true)`.execute(tx.db)
  await sql.raw(`alter table shirube.${table} disable trigger user`).execute(tx.db)
  await sql.raw(`${statement}`).execute(tx.db)
  await sql.raw(`alter table shirube.${table} enable trigger user`).execute(tx.db)
  await sql`select set_config('role', 'shirube_app', true)`.execute(tx.db)
}

describe('監査の記録', () => {
  const store = useStore()
  const run = (work: (tx: WriteTx) => Promise<void>) =>
    inCity(store.current, { plan: smallPlan, at }, async (tx) => {
      // Views are noted and sealed by the system, after the page is answered.
      await actAs(tx)
      await noteViews(tx, [view('/plans'), view('/reports', { person: 'u2' })], now)
      const change = await writeDown(tx, {
        ...{ at: now, actor: '企画課 佐藤', role: 'planner', action: 'round:open', subject: 'round' },
      })
      await saveRound(tx, change, { year: 2025, dates: [], openedAt: now, openedBy: '企画課 佐藤' })
      await sealNow(tx, now)
      await work(tx)
    })

  test('変更も、書かれた行も、閲覧も、鎖のもとにあり、確かめられる', () =>
    run(async (tx) => {
      const verified = await verifyAudit(tx)
      expect(verified.faults).toEqual([])
      expect(verified).toMatchObject({ batches: 1, waiting: 0, erased: 0 })
      const entries = await listAudit(tx, { limit: 100 })
      expect(entries.length).toBe(verified.entries)
      expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['view', 'change', 'fact']))
      expect((await listAudit(tx, { person: 'u2', limit: 9 })).map(({ subject }) => subject)).toEqual([
        '/reports',
      ])
      expect((await listAudit(tx, { text: 'round:', limit: 9 })).length).toBe(1)
    }))

  test.each([
    [
      '変更の記録の理由',
      'change',
      `update shirube.change set reason = 'x' where action = 'round:open'`,
      'rows-altered',
    ],
    [
      '変更した人',
      'change',
      `update shirube.change set actor = 'y' where action = 'round:open'`,
      'rows-altered',
    ],
    ['事実の行', 'round', 'update shirube.round set year = 2024', 'rows-altered'],
    ['消された行', 'round', 'delete from shirube.round', 'rows-altered'],
    [
      '指標の中身',
      'element',
      `update shirube.element set body = body || '{"name":"z"}' where kind = 'indicator'`,
      'rows-altered',
    ],
    [
      '閲覧した人',
      'audit_detail',
      `update shirube.audit_detail set person = 'u3' where person = 'u2'`,
      'detail-altered',
    ],
    [
      '消えた閲覧の人',
      'audit_detail',
      `delete from shirube.audit_detail where person = 'u2'`,
      'detail-missing',
    ],
    [
      '鎖の行',
      'audit_entry',
      `update shirube.audit_entry set subject = '/' where subject = '/plans'`,
      'entry-altered',
    ],
    [
      '束の封',
      'audit_batch',
      `update shirube.audit_batch set sealed_at = sealed_at + interval '1 day'`,
      'batch-altered',
    ],
  ])('%s が裏で書き換えられると、わかる', (_, table, statement, fault) =>
    run(async (tx) => {
      await behindOurBack(tx, table, statement)
      expect((await verifyAudit(tx)).faults.map(({ kind }) => kind)).toContain(fault)
    }),
  )

  test('アプリを通さずに足された行は、覆われていないと数えられる', () =>
    run(async (tx) => {
      await behindOurBack(
        tx,
        'round',
        `insert into shirube.round (government, year, dates, change, opened_at, opened_by)
          select government, 2023, '[]', change, now(), 'z' from shirube.round`,
      )
      expect((await verifyAudit(tx)).faults).toEqual([{ kind: 'rows-uncovered', table: 'round', rows: 1 }])
    }))

  test('外に控えた頭がなければ、鎖を丸ごと作り直してもわかる', () =>
    run(async (tx) => {
      const { head } = await verifyAudit(tx)
      expect((await verifyAudit(tx, head)).faults).toEqual([])
      expect((await verifyAudit(tx, { number: 1, hash: 'other' })).faults).toEqual([
        { kind: 'head-not-found', batch: 1 },
      ])
    }))

  test('保存年限を過ぎると、だれの閲覧かは消え、閲覧があったことと鎖は残る', () =>
    run(async (tx) => {
      const later = '2030-04-01T00:00:00.000Z'
      expect(await eraseExpired(tx, '2030-03-31T14:00:00.000Z')).toBe(0)
      expect(await eraseExpired(tx, later)).toBe(2)
      expect(await eraseExpired(tx, later)).toBe(0)
      await sealNow(tx, later)
      const verified = await verifyAudit(tx)
      expect(verified.faults).toEqual([])
      expect(verified).toMatchObject({ batches: 2, erased: 2 })
      const kept = await listAudit(tx, { kinds: ['view'], limit: 9 })
      expect(kept.map(({ subject, person }) => [subject, person])).toEqual([
        ['/reports', undefined],
        ['/plans', undefined],
      ])
    }))

  test('保存年限は管理者が決め、年数でないものは断る', () =>
    run(async (tx) => {
      const admin = { actor: { ...planner(code), role: 'administrator' as const }, now }
      expect(await settleRetention(tx, at, { views: 1 })).toMatchObject({ ok: false, why: 'not-allowed' })
      expect(await settleRetention(tx, admin, { views: 0 })).toMatchObject({
        ok: false,
        why: 'years-not-understood',
      })
      expect(await settleRetention(tx, admin, { views: 1, changes: 10 })).toMatchObject({ ok: true })
      expect(await eraseExpired(tx, '2027-06-01T00:00:00.000Z')).toBe(0)
      expect(await eraseExpired(tx, '2028-04-01T00:00:00.000Z')).toBe(2)
    }))

  test('この一年のものと、まだ封のないものは消せない', () =>
    run(async (tx) => {
      await sql`savepoint s`.execute(tx.db)
      await expect(
        sql`select audit_erase(array['view'], ${now}::timestamptz, ${now}::timestamptz)`.execute(tx.db),
      ).rejects.toThrow('kept')
      await sql`rollback to savepoint s`.execute(tx.db)
      await noteViews(tx, [view('/late')], now)
      expect(await eraseExpired(tx, '2030-04-01T00:00:00.000Z')).toBe(2)
    }))

  test.each(['audit_entry', 'audit_detail', 'audit_waiting', 'audit_batch'])(
    'アプリの役割は %s に直に書けない',
    (table) =>
      run(async (tx) => {
        await sql`savepoint s`.execute(tx.db)
        await expect(sql.raw(`delete from ${table}`).execute(tx.db)).rejects.toThrow('permission')
        await sql`rollback to savepoint s`.execute(tx.db)
      }),
  )
})
