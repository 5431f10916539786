import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#domain/access/can.ts'
import { EMPTY_ANSWER } from '#domain/cycle/report.ts'
import { stageNow } from '#domain/cycle/stages.ts'
import { readSamples } from '#main/samples.ts'
import { listChanges } from '#store/changes.ts'
import { listDelegations } from '#store/delegations.ts'
import { listEvidence } from '#store/evidence.ts'
import { personFor, saveMembership } from '#store/memberships.ts'
import { listQuestions } from '#store/questions.ts'
import type { WriteTx } from '#store/transaction.ts'
import { planner, rolledBack, useStore } from '#test/support/store.ts'
import { ask } from './ask.ts'
import { assign } from './assign.ts'
import { attach, detach } from './attach.ts'
import { moveReports } from './collect.ts'
import { delegate, endDelegation } from './delegate.ts'
import { hatsHere } from './hats.ts'
import { loadSample, type Sample } from './load-sample.ts'
import { openRound } from './open-round.ts'
import { saveAnswerOf } from './save-answers.ts'
import { moveStageOf, stagesOf } from './stages.ts'
import { viewCycle } from './view-cycle.ts'

const code = '992011'
const city = (await readSamples()).find(({ government }) => government.code === code) as Sample
const YEAR = 2025
const NOW = '2026-05-10T00:00:00.000Z'
const dates = [{ stage: 'report', from: '05-01', to: '06-14' }] as const
const department = 'commerce-tourism'
const indicator = 'startups'

describe('進行管理', () => {
  const store = useStore()
  const planning = { actor: planner(code), now: NOW }
  const of = (role: Actor['role'], id = role as string): typeof planning => ({
    actor: { ...planning.actor, id, name: id, role, department },
    now: NOW,
  })
  const begun = (work: (tx: WriteTx, asked: string) => Promise<void>) =>
    rolledBack(store.current, code, async (tx) => {
      await loadSample(tx, { ...planning, now: '2026-11-01T00:00:00.000Z' }, city)
      expect(await openRound(tx, planning, { year: YEAR, dates })).toMatchObject({ ok: true })
      const { reports } = await viewCycle(tx, { year: YEAR, now: NOW })
      const own = reports.filter((each) => each.department === department && each.state === 'empty')
      await work(tx, own[0]?.indicator ?? indicator)
    })
  const save = (tx: WriteTx, who: typeof planning, id: string) =>
    saveAnswerOf(tx, who, {
      ...{ year: YEAR, indicator: id, seen: '', via: 'page' },
      fields: { ...EMPTY_ANSWER, why: 'not-yet-published' },
    })
  const stage = (tx: WriteTx, move: 'finish' | 'reopen', reason?: string, only?: string) =>
    moveStageOf(tx, planning, {
      ...{ year: YEAR, stage: 'report', move },
      ...(reason ? { reason } : {}),
      ...(only ? { department: only } : {}),
    })

  test('入力を終えるとだれも書けず、理由を添えて一課だけ開け直すと、その課だけが書ける', () =>
    begun(async (tx, id) => {
      expect(
        await moveStageOf(tx, of('approver'), { year: YEAR, stage: 'report', move: 'finish' }),
      ).toMatchObject({
        why: 'not-allowed',
      })
      expect(await stage(tx, 'finish')).toMatchObject({ why: 'reports-left' })
      expect(await stage(tx, 'finish', '残りは未公表')).toMatchObject({ ok: true })
      expect(await save(tx, of('reporter'), id)).toMatchObject({ why: 'stage-is-finished' })
      expect(await save(tx, planning, id)).toMatchObject({ why: 'stage-is-finished' })
      expect(await attach(tx, of('reporter'), file(id))).toMatchObject({ why: 'stage-is-finished' })
      const { tasks } = await viewCycle(tx, { year: YEAR, now: NOW })
      expect(tasks.filter(({ kind }) => kind.startsWith('report'))).toEqual([])
      expect(await stage(tx, 'reopen')).toMatchObject({ why: 'reason-missing' })
      expect(await stage(tx, 'reopen', '誤り', 'no-such')).toMatchObject({ why: 'department-unknown' })
      expect(await stage(tx, 'reopen', '集計の誤り', 'children')).toMatchObject({ ok: true })
      expect(await save(tx, of('reporter'), id)).toMatchObject({ why: 'stage-is-finished' })
      expect(await stage(tx, 'reopen', '集計の誤り', department)).toMatchObject({ ok: true })
      expect(await save(tx, of('reporter'), id)).toMatchObject({ ok: true })
      const moves = { year: YEAR, indicators: [id], move: 'submit' } as const
      expect(await moveReports(tx, of('reporter'), moves)).toMatchObject({ ok: true })
      expect(await stage(tx, 'finish', '終わり')).toMatchObject({ ok: true })
      expect(await moveReports(tx, of('approver'), { ...moves, move: 'approve' })).toMatchObject({
        why: 'stage-is-finished',
      })
      expect(stageNow(await stagesOf(tx, YEAR))).toBe('assess')
      const [last] = await listChanges(tx, { subject: 'stage:report', limit: 1 })
      expect(last).toMatchObject({ action: 'stage:finish', reason: '終わり', detail: { year: YEAR } })
    }))

  test('収集を開く前に、段階は動かない', () =>
    rolledBack(store.current, code, async (tx) => {
      await loadSample(tx, { ...planning, now: '2026-11-01T00:00:00.000Z' }, city)
      expect(await stage(tx, 'finish')).toMatchObject({ why: 'round-not-open' })
      const { tasks } = await viewCycle(tx, { year: YEAR, now: NOW })
      expect(tasks).toMatchObject([{ kind: 'round-to-open', due: '2026-05-07' }])
    }))

  const people = async (tx: WriteTx) => {
    const join = async (name: string, role: Actor['role'], at: string) => {
      const user = await personFor(tx, { email: `${crypto.randomUUID()}@city.example`, name }, NOW)
      await saveMembership(tx, { government: code, user, role, department: at }, NOW, 'x')
      return user
    }
    return {
      reporter: await join('海野', 'reporter', department),
      approver: await join('大山', 'approver', department),
      other: await join('谷', 'reporter', 'children'),
    }
  }
  const day = (now: string) => ({ now: `${now}T03:00:00.000Z` })

  test('代理は期間のあいだだけその役割でもしごとができ、記録には代理と残り、途中で終えられる', () =>
    begun(async (tx, id) => {
      const { approver, other, reporter } = await people(tx)
      const asked = {
        ...{ giver: approver, deputy: other, department, reason: '出張' },
        role: 'approver' as const,
        ...{ from: '2026-05-12', to: '2026-05-14' },
      }
      expect(await delegate(tx, of('reporter', reporter), asked)).toMatchObject({ why: 'not-allowed' })
      expect(await delegate(tx, of('approver', approver), { ...asked, from: '2026-02-30' })).toMatchObject({
        why: 'period-not-understood',
      })
      expect(await delegate(tx, of('approver', approver), asked)).toMatchObject({ ok: true })
      expect(await delegate(tx, of('approver', approver), asked)).toMatchObject({ why: 'delegated-already' })
      const hats = async (on: string) => {
        await sql`select set_config('shirube.user', ${other}, true)`.execute(tx.db)
        return (await hatsHere(tx, other, day(on).now)).map(({ role }) => role)
      }
      expect(await hats('2026-05-11')).toEqual(['reporter'])
      expect(await hats('2026-05-12')).toEqual(['reporter', 'approver'])
      expect(await hats('2026-05-15')).toEqual(['reporter'])
      await save(tx, of('reporter', reporter), id)
      await moveReports(tx, of('reporter', reporter), { year: YEAR, indicators: [id], move: 'submit' })
      const held = async (on: string) => {
        const { tasks } = await viewCycle(tx, { year: YEAR, ...day(on) })
        return tasks
          .find(({ subject }) => subject === id)
          ?.holders.map(({ name, deputyFor }) => [name, deputyFor])
      }
      expect(await held('2026-05-11')).toEqual([['大山', undefined]])
      expect(await held('2026-05-13')).toEqual(expect.arrayContaining([['谷', '大山']]))
      const deputy: Actor = {
        ...{ id: other, name: '谷', government: code, role: 'reporter', department: 'children' },
        also: [{ role: 'approver', department, deputyFor: '大山' }],
      }
      const approve = { year: YEAR, indicators: [id], move: 'approve' } as const
      expect(await moveReports(tx, { actor: deputy, ...day('2026-05-13') }, approve)).toMatchObject({
        ok: true,
      })
      const [change] = await listChanges(tx, { limit: 1 })
      expect(change?.actor).toBe('谷（大山の代理）')
      const [made] = await listDelegations(tx)
      expect(await endDelegation(tx, of('reporter', other), made?.id ?? '')).toMatchObject({
        why: 'not-allowed',
      })
      expect(await endDelegation(tx, of('approver', approver), made?.id ?? '')).toMatchObject({ ok: true })
      expect(await hats('2026-05-13')).toEqual(['reporter'])
    }))

  test('担当者を決めると、その人だけが持っている。ほかの課の人は決められない', () =>
    begun(async (tx, id) => {
      const { reporter, other } = await people(tx)
      const to = (user: string) => assign(tx, of('approver'), { year: YEAR, named: new Map([[id, user]]) })
      expect(await to(other)).toMatchObject({ why: 'no-such-member' })
      expect(await to(reporter)).toMatchObject({ value: { changed: 1 } })
      expect(await to(reporter)).toMatchObject({ value: { changed: 0 } })
      const { tasks } = await viewCycle(tx, { year: YEAR, now: NOW })
      const task = tasks.find(({ subject }) => subject === id)
      expect(task).toMatchObject({ holders: [{ user: reporter }], due: '2026-06-14', overdue: 0 })
      const late = await viewCycle(tx, { year: YEAR, now: '2026-06-16T00:00:00Z' })
      expect(late.tasks.find(({ subject }) => subject === id)?.overdue).toBe(2)
    }))

  test('課が聞き、企画課が答える。ほかの課は聞けず、同じ送信は二度残らない', () =>
    begun(async (tx, id) => {
      const question = { year: YEAR, department, indicator: id, text: '速報値でよいですか', asked: 0 }
      expect(
        await ask(tx, { ...of('reporter'), actor: { ...of('reporter').actor, department: 'x' } }, question),
      ).toMatchObject({
        why: 'not-allowed',
      })
      expect(await ask(tx, of('reporter'), { ...question, text: ' ' })).toMatchObject({
        why: 'question-missing',
      })
      const made = await ask(tx, of('reporter'), question)
      if (!made.ok) throw new Error(made.why)
      expect(await ask(tx, of('reporter'), question)).toMatchObject({ why: 'nothing-changed' })
      const kinds = async () =>
        (await viewCycle(tx, { year: YEAR, now: NOW })).tasks
          .filter(({ subject }) => subject === made.value.id)
          .map(({ kind, piece }) => [kind, piece])
      expect(await kinds()).toEqual([['planning-to-answer', '速報値でよいですか']])
      const reply = { year: YEAR, department, text: 'はい', answers: made.value.id, seen: made.value.id }
      expect(await ask(tx, planning, reply)).toMatchObject({ ok: true })
      expect(await ask(tx, planning, reply)).toMatchObject({ why: 'nothing-changed' })
      expect(await kinds()).toEqual([])
      expect(await listQuestions(tx, YEAR)).toMatchObject([
        { side: 'department', indicator: id, replies: [{ side: 'planning', text: 'はい' }] },
      ])
      expect(await ask(tx, planning, { year: YEAR, department, text: '根拠を添えてください' })).toMatchObject(
        {
          ok: true,
        },
      )
      const all = (await viewCycle(tx, { year: YEAR, now: NOW })).tasks.map(({ kind }) => kind)
      expect(all).toContain('question-to-answer')
    }))

  const file = (id: string) => ({
    ...{ year: YEAR, indicator: id, name: '台帳（写し）.pdf', shows: '創業届の件数' },
    bytes: new TextEncoder().encode('%PDF-1.7'),
  })
  test('根拠資料を添え、はずす。はずしたものは記録に残る', () =>
    begun(async (tx, id) => {
      const stranger = { ...of('reporter'), actor: { ...of('reporter').actor, department: 'x' } }
      expect(await attach(tx, stranger, file(id))).toMatchObject({ why: 'not-allowed' })
      expect(await attach(tx, of('reporter'), { ...file(id), name: 'a.png' })).toMatchObject({
        why: 'evidence-not-what-it-says',
      })
      const made = await attach(tx, of('reporter'), file(id))
      if (!made.ok) throw new Error(made.why)
      expect(await attach(tx, of('reporter'), file(id))).toMatchObject({ why: 'evidence-known' })
      expect(await detach(tx, of('reporter'), { id: made.value.id, reason: '' })).toMatchObject({
        why: 'reason-missing',
      })
      expect(await detach(tx, of('reporter'), { id: made.value.id, reason: '別の年度' })).toMatchObject({
        ok: true,
      })
      expect(await detach(tx, of('reporter'), { id: made.value.id, reason: '別の年度' })).toMatchObject({
        why: 'nothing-changed',
      })
      expect(await listEvidence(tx, YEAR, id)).toMatchObject([
        { name: '台帳（写し）.pdf', size: 8, removed: { reason: '別の年度' } },
      ])
      expect(await attach(tx, of('reporter'), file(id))).toMatchObject({ ok: true })
      const hidden = {
        ...file(id),
        name: 'C:\\台帳\\\u202efdp.txt',
        bytes: new TextEncoder().encode('メモ'),
      }
      expect(await attach(tx, of('reporter'), hidden)).toMatchObject({ ok: true })
      expect((await listEvidence(tx, YEAR, id)).at(-1)?.name).toBe('fdp.txt')
    }))
})
