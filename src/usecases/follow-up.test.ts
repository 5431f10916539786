import { describe, expect, test } from 'vitest'
import { subjectsOf } from '#domain/cycle/follow-up-subjects.ts'
import type { PublicYear } from '#domain/cycle/snapshot.ts'
import { findPlan } from '#store/plans.ts'
import type { WriteTx } from '#store/transaction.ts'
import { inCity, planner, smallPlan, useStore } from '#test/support/store.ts'
import { ja } from '#words/ja.ts'
import { writeYearPage } from '#writers/site/year-page.ts'
import { type AskedStep, beginRevision, findChoices, type SubjectOf, takeStep } from './follow-up.ts'
import { settleChoices } from './settle-choices.ts'
import { adoptEdition } from './settle-edition.ts'
import { viewFollowUps } from './view-follow-ups.ts'
import { moveYear, publicYear } from './year.ts'

const code = '992011'
const now = '2026-08-20T00:00:00.000Z'
const at = { actor: planner(code), now }
const year = smallPlan.period.to
const [subject] = subjectsOf(smallPlan)
const of: SubjectOf = { plan: smallPlan.id, year, subject: subject?.id ?? '' }
const decide: AskedStep = { kind: 'decide', choice: 'improve', reason: '対象を広げる', due: '2027-03-31' }

describe('今後の方針', () => {
  const store = useStore()
  const run = (work: (tx: WriteTx) => Promise<void>) => inCity(store.current, { plan: smallPlan, at }, work)
  const take = async (tx: WriteTx, step: AskedStep, seen: string, doing = at) =>
    takeStep(tx, doing, { ...of, step, seen })

  test('案、決定、決裁番号、予算要求、完了まで、歩みが残る', () =>
    run(async (tx) => {
      const steps: AskedStep[] = [
        { kind: 'propose', choice: 'continue', reason: '続けたい' },
        decide,
        { kind: 'approval', number: '8企第12号', day: '2026-09-30' },
        { kind: 'budget', year: 2027, yen: 1_200_000, reference: '要求12', note: '' },
        { kind: 'progress', state: 'done', text: '要綱を改めた' },
      ]
      let seen = ''
      for (const step of steps) {
        const taken = await take(tx, step, seen)
        expect(taken).toMatchObject({ ok: true })
        if (taken.ok) seen = taken.value.last
      }
      const viewed = await viewFollowUps(tx, { plan: of.plan, year, today: '2027-04-01' })
      expect(viewed.ok && viewed.value.rows.find(({ id }) => id === of.subject)).toMatchObject({
        late: false,
        now: {
          state: 'done',
          decided: { step: { choice: { name: '改善' } } },
          approval: { step: { number: '8企第12号' } },
        },
      })
      const next = await viewFollowUps(tx, { plan: of.plan, year: year + 1, today: '2027-04-01' })
      expect(next.ok && next.value.rows.find(({ id }) => id === of.subject)?.before?.state).toBe('done')
    }))

  test('同じものを二度送っても一度だけ、先に決めた人がいれば何も書かない', () =>
    run(async (tx) => {
      const first = await take(tx, decide, '')
      expect(await take(tx, decide, '')).toEqual(first)
      expect(await take(tx, { ...decide, choice: 'end' }, '')).toMatchObject({
        ok: false,
        why: 'somebody-was-faster',
      })
    }))

  test.each<[string, AskedStep, string]>([
    ['区分にないもの', { ...decide, choice: 'sell' }, 'no-such-choice'],
    ['日付でない期限', { ...decide, due: '2027-02-30' }, 'date-not-understood'],
    ['ない課', { ...decide, department: 'nowhere' }, 'no-such-department'],
    ['決まる前の予算要求', { kind: 'budget', year: 2027, reference: 'a', note: '' }, 'not-decided'],
  ])('%s は断る', (_, step, why) =>
    run(async (tx) => expect(await take(tx, step, '')).toMatchObject({ ok: false, why })),
  )

  test('ほかの課の事業に案は出せず、委員は何もできない', () =>
    run(async (tx) => {
      const propose: AskedStep = { kind: 'propose', choice: 'end', reason: 'x' }
      for (const role of ['reporter', 'reviewer'] as const) {
        const actor = { ...planner(code), role, department: 'not-theirs' }
        expect(await take(tx, propose, '', { actor, now })).toMatchObject({ ok: false, why: 'not-allowed' })
      }
    }))

  test('計画の改定を起こすと下書きの版ができ、二つめの決定は同じ下書きにつながる', () =>
    run(async (tx) => {
      expect(await beginRevision(tx, at, { ...of, seen: '', label: '改訂案' })).toMatchObject({
        why: 'not-decided',
      })
      const decided = await take(tx, decide, '')
      const seen = decided.ok ? decided.value.last : ''
      const begun = await beginRevision(tx, at, { ...of, seen, label: '改訂案' })
      if (!begun.ok) throw new Error(begun.why)
      const edition = begun.value.changes[0]?.step.edition ?? ''
      const draft = await findPlan(tx, of.plan, edition)
      expect(draft?.edition).toMatchObject({
        stage: 'draft',
        label: '改訂案',
        revises: { label: smallPlan.edition.label },
      })
      expect(draft?.commitments).toEqual(smallPlan.commitments)

      const other = subjectsOf(smallPlan).find(({ id }) => id !== of.subject)
      if (!other) throw new Error('the small plan has one subject only')
      const second = await takeStep(tx, at, { ...of, subject: other.id, step: decide, seen: '' })
      const joined = await beginRevision(tx, at, {
        ...{ ...of, subject: other.id, label: '別の案' },
        seen: second.ok ? second.value.last : '',
      })
      expect(joined.ok && joined.value.changes[0]?.step.edition).toBe(edition)
      expect(
        await adoptEdition(tx, at, { plan: of.plan, edition, label: '改訂版', date: '2026-10-01' }),
      ).toMatchObject({ ok: true })
    }))

  test('決めたものは公表に入り、決めていないものは入らない', () =>
    run(async (tx) => {
      await take(tx, decide, '')
      for (const how of ['close', 'publish'] as const)
        expect(await moveYear(tx, at, { plan: of.plan, year, how })).toMatchObject({ ok: true })
      const shown = await publicYear(tx, { plan: of.plan, year })
      expect(shown?.snapshot.followUps).toMatchObject([
        { subject: of.subject, choice: { name: '改善' }, reason: '対象を広げる' },
      ])
      const page = writeYearPage(shown as PublicYear, { words: ja, asOf: undefined, path: '/p' })
      expect(page).toContain('今後の方針')
      expect(page).toContain('対象を広げる')
    }))

  test('区分の一覧は団体が決め、知っている言葉は同じものとして残る', () =>
    run(async (tx) => {
      expect(await settleChoices(tx, at, ['継続'])).toMatchObject({
        ok: false,
        why: 'choices-not-understood',
      })
      await settleChoices(tx, at, ['拡充', '現状維持', '', '終了', '終了'])
      expect((await findChoices(tx)).map(({ id, name }) => [id, name])).toEqual([
        ['expand', '拡充'],
        ['own-1', '現状維持'],
        ['own-2', '終了'],
      ])
    }))
})
