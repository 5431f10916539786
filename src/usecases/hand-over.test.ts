import { describe, expect, test } from 'vitest'
import type { Actor } from '#domain/access/can.ts'
import { readSamples } from '#main/samples.ts'
import { listChanges } from '#store/changes.ts'
import { listDepartments } from '#store/departments.ts'
import { listMembers, saveMembership } from '#store/memberships.ts'
import { findPlan, loadShared } from '#store/plans.ts'
import type { WriteTx } from '#store/transaction.ts'
import { planner, rolledBack, useStore } from '#test/support/store.ts'
import { endDepartment, registerDepartments, renameDepartment } from './departments.ts'
import { handOverDepartment, handOverPerson } from './hand-over.ts'
import { loadSample, type Sample } from './load-sample.ts'
import { openRound } from './open-round.ts'
import { ownedBy } from './owned.ts'
import { viewReports } from './view-reports.ts'

const code = '992011'
const city = (await readSamples()).find(({ government }) => government.code === code) as Sample
const LOADED = '2026-11-01T00:00:00.000Z'
const NOW = '2026-11-10T00:00:00.000Z'
const BEFORE = '2026-11-09T00:00:00.000Z'
const actor: Actor = { ...planner(code), id: 'u-admin', role: 'administrator', name: '総務課 鈴木' }
const doing = { actor, now: NOW }
const [FROM, TO] = ['commerce-tourism', 'planning']

describe('引き継ぎ', () => {
  const store = useStore()
  const begun = (work: (tx: WriteTx) => Promise<void>) =>
    rolledBack(store.current, code, async (tx) => {
      expect(await loadSample(tx, { actor: planner(code), now: LOADED }, city)).toMatchObject({ ok: true })
      await work(tx)
    })
  const serve = (tx: WriteTx, user: string, role: Actor['role'], department?: string) =>
    saveMembership(tx, { government: code, user, role, ...(department ? { department } : {}) }, LOADED, 'x')
  const moving = (tx: WriteTx, change: Partial<Parameters<typeof handOverDepartment>[2]> = {}) =>
    handOverDepartment(tx, doing, { from: FROM, to: TO, reason: '機構改革', people: false, ...change })
  const ownersAt = async (tx: WriteTx, asOf?: string) =>
    (await loadShared(asOf === undefined ? tx : { ...tx, asOf })).indicators.filter(
      ({ department }) => department === FROM,
    ).length

  test('課の持つ指標・施策・事業が一度に移り、報告も移り、その日の時点では前の課のまま', () =>
    begun(async (tx) => {
      await openRound(tx, doing, { year: 2025, dates: [{ stage: 'report', from: '05-01', to: '06-14' }] })
      const owned = await ownedBy(tx, FROM)
      const [mine, theirs] = [FROM, TO].map((department) => viewReports(tx, { year: 2025, department }))
      const reports = { mine: (await mine)?.rows.length ?? 0, theirs: (await theirs)?.rows.length ?? 0 }
      expect(owned.indicators.length).toBeGreaterThan(0)
      expect(owned.reports?.names.length).toBeGreaterThan(0)
      expect(await moving(tx)).toEqual({ ok: true, value: { moved: owned.count } })
      expect((await ownedBy(tx, FROM)).count).toBe(0)
      expect((await viewReports(tx, { year: 2025, department: FROM })).rows).toEqual([])
      expect((await viewReports(tx, { year: 2025, department: TO })).rows).toHaveLength(
        reports.mine + reports.theirs,
      )
      expect(await ownersAt(tx)).toBe(0)
      expect(await ownersAt(tx, BEFORE)).toBe(owned.indicators.length)
      expect(await findPlan(tx, 'shirube-strategy-3')).toBeDefined()
      expect((await listChanges(tx, { limit: 1 }))[0]).toMatchObject({
        action: 'department:hand-over',
        reason: '機構改革',
        detail: { to: TO, indicators: owned.indicators.length },
      })
    }))

  test('人もいっしょに移すと、前の所属は終わって残る。移す先に同じ役割があれば、重ねない', () =>
    begun(async (tx) => {
      await serve(tx, 'umi', 'reporter', FROM)
      await serve(tx, 'yama', 'reporter', FROM)
      await serve(tx, 'yama', 'reporter', TO)
      expect(await moving(tx, { people: true })).toMatchObject({ ok: true })
      const rows = (await listMembers(tx)).map(({ user, department, endedAt }) => [user, department, endedAt])
      expect(rows).toEqual([
        ['umi', FROM, NOW],
        ['yama', FROM, NOW],
        ['yama', TO, undefined],
        ['umi', TO, undefined],
      ])
    }))

  test.each([
    ['理由がない', { reason: ' ' }, 'reason-missing'],
    ['同じ課', { to: FROM }, 'same-on-both-sides'],
    ['ない課へ', { to: 'nowhere' }, 'no-such-department'],
    ['ない課から', { from: 'nowhere' }, 'no-such-department'],
  ])('断る: %s', (_, change, why) =>
    begun(async (tx) => expect(await moving(tx, change)).toMatchObject({ why })),
  )

  test('企画担当は課の持ち物を移せるが、人は移せない。報告者はどちらもできない', () =>
    begun(async (tx) => {
      const as = (role: Actor['role']) => ({ actor: { ...actor, role }, now: NOW })
      const asked = { from: FROM, to: TO, reason: '異動', people: true }
      expect(await handOverDepartment(tx, as('planner'), asked)).toMatchObject({ why: 'not-allowed' })
      expect(await handOverDepartment(tx, as('planner'), { ...asked, people: false })).toMatchObject({
        ok: true,
      })
      expect(await handOverDepartment(tx, as('reporter'), { ...asked, people: false })).toMatchObject({
        why: 'not-allowed',
      })
      expect(await handOverPerson(tx, as('planner'), { from: 'a', to: 'b', reason: '異動' })).toMatchObject({
        why: 'not-allowed',
      })
    }))

  test('一人の所属は、すべて別の人に移る。管理者も、引き継ぐ人がいるので移せる', () =>
    begun(async (tx) => {
      await serve(tx, 'umi', 'administrator')
      await serve(tx, 'umi', 'approver', FROM)
      await serve(tx, 'yama', 'viewer')
      const asked = { from: 'umi', to: 'yama', reason: '4月の異動' }
      expect(await handOverPerson(tx, doing, { ...asked, to: 'nobody' })).toMatchObject({
        why: 'no-such-member',
      })
      expect(await handOverPerson(tx, doing, asked)).toEqual({ ok: true, value: { moved: 2 } })
      const serving = (await listMembers(tx)).filter(({ endedAt }) => endedAt === undefined)
      expect(serving.map(({ user, role }) => [user, role])).toEqual([
        ['yama', 'viewer'],
        ['yama', 'administrator'],
        ['yama', 'approver'],
      ])
      expect(await handOverPerson(tx, doing, asked)).toMatchObject({ why: 'nothing-to-move' })
    }))
})

describe('課の登録', () => {
  const store = useStore()
  const begun = (work: (tx: WriteTx) => Promise<void>) =>
    rolledBack(store.current, code, async (tx) => {
      expect(await loadSample(tx, { actor: planner(code), now: LOADED }, city)).toMatchObject({ ok: true })
      await work(tx)
    })

  test('登録し、名前を変え、持つもののある課は継ぐ課なしには終えられない', () =>
    begun(async (tx) => {
      const before = (await listDepartments(tx)).length
      expect(
        await registerDepartments(tx, doing, [{ name: '宇宙課' }, { id: 'sea', name: '海洋課' }]),
      ).toEqual({
        ok: true,
        value: { registered: 2 },
      })
      expect(await listDepartments(tx)).toHaveLength(before + 2)
      expect(await renameDepartment(tx, doing, { id: FROM, name: '商工課' })).toMatchObject({ ok: true })
      expect(await renameDepartment(tx, doing, { id: FROM, name: '海洋課' })).toMatchObject({
        why: 'department-twice',
      })
      expect((await listDepartments(tx)).find(({ id }) => id === FROM)).toMatchObject({
        name: '商工課',
        former: [{ name: '商工観光課', until: 2025 }],
      })
      expect(await endDepartment(tx, doing, { id: FROM, successors: [] })).toMatchObject({
        why: 'successor-missing',
      })
      expect(await endDepartment(tx, doing, { id: FROM, successors: ['sea'] })).toMatchObject({ ok: true })
      expect((await listDepartments(tx)).find(({ id }) => id === FROM)).toMatchObject({
        to: 2025,
        successors: ['sea'],
      })
      expect(await endDepartment(tx, doing, { id: FROM, successors: ['sea'] })).toMatchObject({
        why: 'no-such-department',
      })
      expect(
        await registerDepartments(tx, { ...doing, actor: { ...actor, role: 'approver' } }, [{ name: '森' }]),
      ).toMatchObject({ why: 'not-allowed' })
    }))
})
