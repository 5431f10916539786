import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#domain/access/can.ts'
import { readSamples } from '#main/samples.ts'
import { listChanges } from '#store/changes.ts'
import { listMembers, membershipsOf } from '#store/memberships.ts'
import { lettersWaiting } from '#store/outbox.ts'
import type { WriteTx } from '#store/transaction.ts'
import { planner, rolledBack, useStore } from '#test/support/store.ts'
import { roleOf } from '#words/role-of.ts'
import { changeMember, endMember } from './change-member.ts'
import { checkInvited, invite } from './invite.ts'
import { handOverKey, takeLetters } from './letters.ts'
import { loadSample, type Sample } from './load-sample.ts'
import { viewMembers } from './view-members.ts'

const code = '992011'
const city = (await readSamples()).find(({ government }) => government.code === code) as Sample
const NOW = '2026-04-01T00:00:00.000Z'
const LATER = '2026-04-02T00:00:00.000Z'
const actor: Actor = { ...planner(code), id: 'u-admin', role: 'administrator', name: '総務課 鈴木' }
const doing = { actor, now: NOW }
const row = (at: number, name: string, email: string, role: string, department = '') => ({
  row: at,
  ...{ name, email, role, department },
})
const umi = row(2, '海野 渚', 'Umino@city.example', '報告者', '商工観光課')
const yama = row(3, '大山 岳', 'oyama@city.example', '承認者', '商工観光課')

describe('人を招待する', () => {
  const store = useStore()
  const begun = (work: (tx: WriteTx) => Promise<void>) =>
    rolledBack(store.current, code, async (tx) => {
      expect(await loadSample(tx, { actor: planner(code), now: NOW }, city)).toMatchObject({ ok: true })
      await work(tx)
    })
  const inviting = (tx: WriteTx, ...asked: readonly ReturnType<typeof row>[]) =>
    invite(tx, doing, { asked, roleOf, lang: 'ja' })
  const serving = async (tx: WriteTx) =>
    (await listMembers(tx)).map(({ name, role, department, endedAt }) => [name, role, department, endedAt])

  test('表の人はまとめて招待され、手紙が一通ずつ待ち、記録に名前は残らない', () =>
    begun(async (tx) => {
      expect(await inviting(tx, umi, yama)).toEqual({ ok: true, value: { invited: 2 } })
      const view = await viewMembers(tx, actor)
      if (!view.ok) throw new Error(view.why)
      expect(view.value.members.map(({ name, email, state }) => [name, email, state])).toEqual([
        ['海野 渚', 'umino@city.example', 'invited'],
        ['大山 岳', 'oyama@city.example', 'invited'],
      ])
      expect(view.value.letters.map(({ kind, email }) => [kind, email])).toEqual([
        ['invitation', 'umino@city.example'],
        ['invitation', 'oyama@city.example'],
      ])
      const written = (await listChanges(tx, { limit: 2 })).map(({ action, subject, detail }) =>
        JSON.stringify({ action, subject, detail }),
      )
      expect(written.join()).toMatch(/member:invite/)
      expect(written.join()).not.toMatch(/海野|umino|大山|oyama/)
    }))

  test('一行でも誤りがあれば、だれも招待されない', () =>
    begun(async (tx) => {
      const wrong = row(4, '空野', 'sorano', '報告者', '商工観光課')
      expect(await inviting(tx, umi, yama, wrong)).toEqual({
        ok: false,
        why: 'rows-wrong',
        detail: { rows: 1 },
      })
      expect(await serving(tx)).toEqual([])
      expect(await lettersWaiting(tx)).toEqual([])
      expect((await checkInvited(tx, NOW, roleOf, [umi, yama, wrong])).problems).toMatchObject([
        { row: 4, why: 'email-not-understood' },
      ])
    }))

  test('兼務の人には手紙が一通、所属は二つ', () =>
    begun(async (tx) => {
      const also = { ...umi, row: 5, role: '承認者' }
      expect(await inviting(tx, umi, also)).toEqual({ ok: true, value: { invited: 1 } })
      expect((await serving(tx)).map(([, role]) => role)).toEqual(['reporter', 'approver'])
      expect(await lettersWaiting(tx)).toHaveLength(1)
    }))

  test('管理者でなければ、招待も一覧もリンクも断られる', () =>
    begun(async (tx) => {
      await inviting(tx, umi)
      const [member] = await listMembers(tx)
      for (const role of ['planner', 'reporter', 'viewer'] as const) {
        const other = { actor: { ...actor, role }, now: NOW }
        expect(await invite(tx, other, { asked: [yama], roleOf, lang: 'ja' })).toMatchObject({
          why: 'not-allowed',
        })
        expect(await viewMembers(tx, other.actor)).toMatchObject({ why: 'not-allowed' })
        expect(await handOverKey(tx, other, member?.user ?? '')).toMatchObject({ why: 'not-allowed' })
        expect(await endMember(tx, other, { id: member?.id ?? '' })).toMatchObject({ why: 'not-allowed' })
      }
    }))

  test('役割を変えると、前の所属は終わって残り、新しい所属が始まる', () =>
    begun(async (tx) => {
      await inviting(tx, umi)
      const [member] = await listMembers(tx)
      const id = member?.id ?? ''
      expect(await changeMember(tx, doing, { id, role: 'approver' })).toMatchObject({
        why: 'department-missing',
      })
      const later = { actor, now: LATER }
      const change = { id, role: 'approver', department: 'commerce-tourism', reason: '昇任' } as const
      expect(await changeMember(tx, later, change)).toMatchObject({ ok: true })
      expect(await serving(tx)).toEqual([
        ['海野 渚', 'reporter', 'commerce-tourism', LATER],
        ['海野 渚', 'approver', 'commerce-tourism', undefined],
      ])
      expect(await changeMember(tx, later, change)).toMatchObject({ why: 'no-such-member' })
    }))

  test('ただ一人の管理者は、終えることも役割を変えることもできない', () =>
    begun(async (tx) => {
      await inviting(tx, row(2, '鈴木', 'suzuki@city.example', '管理者'))
      const id = (await listMembers(tx))[0]?.id ?? ''
      expect(await endMember(tx, doing, { id })).toMatchObject({ why: 'last-administrator' })
      expect(await changeMember(tx, doing, { id, role: 'viewer' })).toMatchObject({
        why: 'last-administrator',
      })
      await inviting(tx, row(2, '田中', 'tanaka@city.example', '管理者'))
      expect(await endMember(tx, doing, { id })).toMatchObject({ ok: true })
      const user = (await listMembers(tx)).find((each) => each.id === id)?.user ?? ''
      expect(await membershipsOf(tx, user)).toEqual([])
    }))

  test('リンクを渡したことは記録に残り、ほかの団体にも所属する人のリンクは出せない', () =>
    begun(async (tx) => {
      await inviting(tx, umi)
      const user = (await listMembers(tx))[0]?.user ?? ''
      expect(await handOverKey(tx, doing, user)).toEqual({ ok: true, value: 'invitation' })
      expect((await listChanges(tx, { limit: 1 }))[0]).toMatchObject({
        action: 'member:link',
        subject: `member:${user}`,
      })
      expect((await lettersWaiting(tx))[0]?.attempts).toMatchObject([{ what: 'shown' }])
      await otherGovernment(tx, user)
      expect(await handOverKey(tx, doing, user)).toMatchObject({ why: 'serves-elsewhere' })
      expect((await listMembers(tx))[0]?.elsewhere).toBe(true)
    }))

  test('ほかの団体からは、人も所属も手紙も見えない', () =>
    begun(async (tx) => {
      await inviting(tx, umi, yama)
      await elsewhere(tx, async () => {
        expect(await listMembers(tx)).toEqual([])
        expect(await lettersWaiting(tx)).toEqual([])
      })
      expect(await listMembers(tx)).toHaveLength(2)
    }))

  test('取った手紙は、送られているあいだ二度は取られない', () =>
    begun(async (tx) => {
      await inviting(tx, umi, yama)
      expect(await takeLetters(tx, NOW)).toHaveLength(2)
      expect(await takeLetters(tx, NOW)).toEqual([])
      expect(await takeLetters(tx, '2026-04-01T00:10:00.000Z')).toHaveLength(2)
      await takeLetters(tx, '2026-05-01T00:00:00.000Z')
      expect(await lettersWaiting(tx)).toEqual([])
    }))
})

/** Does something as another government would, and comes back. */
async function elsewhere(tx: WriteTx, work: () => Promise<void>): Promise<void> {
  await sql`select set_config('shirube.government', '131016', true)`.execute(tx.db)
  await work()
  await sql`select set_config('shirube.government', ${code}, true)`.execute(tx.db)
}

const otherGovernment = (tx: WriteTx, user: string) =>
  elsewhere(tx, async () => {
    await tx.db
      .insertInto('government')
      .values({ code: '131016', name: '別の区', name_en: null, kind: 'ward', registered_at: NOW })
      .execute()
    await tx.db
      .insertInto('membership')
      .values({
        ...{ government: '131016', user_id: user, role: 'viewer', department: null },
        ...{ granted_at: NOW, granted_by: '別の人', ended_at: null },
      })
      .execute()
  })
