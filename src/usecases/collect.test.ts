import { describe, expect, test } from 'vitest'
import type { Actor } from '#domain/access/can.ts'
import { type AnswerFields, EMPTY_ANSWER } from '#domain/cycle/report.ts'
import { currentActuals } from '#domain/indicator/series.ts'
import { readSamples } from '#main/samples.ts'
import { listActuals } from '#store/actuals.ts'
import { answersOf } from '#store/reports.ts'
import type { WriteTx } from '#store/transaction.ts'
import { planner, rolledBack, useStore } from '#test/support/store.ts'
import { moveReports } from './collect.ts'
import { loadSample, type Sample } from './load-sample.ts'
import { openRound } from './open-round.ts'
import { saveAnswerOf } from './save-answers.ts'
import { viewReports } from './view-reports.ts'

const code = '992011'
const city = (await readSamples()).find(({ government }) => government.code === code) as Sample
const YEAR = 2025
const NOW = '2026-05-10T00:00:00.000Z'
const dates = [{ stage: 'report', from: '05-01', to: '06-14' }] as const

describe('実績の収集', () => {
  const store = useStore()
  const planning = { actor: planner(code), now: NOW }
  const of = (role: Actor['role'], department: string) => ({
    actor: { ...planning.actor, id: role, name: role, role, department },
    now: NOW,
  })
  type Asked = { readonly indicator: string; readonly department: string }
  const begun = (work: (tx: WriteTx, asked: Asked) => Promise<void>) =>
    rolledBack(store.current, code, async (tx) => {
      expect(await loadSample(tx, { ...planning, now: '2026-11-01T00:00:00.000Z' }, city)).toMatchObject({
        ok: true,
      })
      expect(await openRound(tx, planning, { year: YEAR, dates })).toMatchObject({ ok: true })
      const row = (await viewReports(tx, { year: YEAR })).rows.find(
        ({ state, department, indicator }) =>
          state === 'empty' && department && indicator.accumulation !== 'cumulative',
      )
      if (!row?.department) throw new Error('nothing to ask')
      await work(tx, { indicator: row.indicator.id, department: row.department })
    })
  const save = (
    tx: WriteTx,
    who: typeof planning,
    indicator: string,
    fields: Partial<AnswerFields>,
    seen = '',
  ) =>
    saveAnswerOf(tx, who, {
      year: YEAR,
      indicator,
      fields: { ...EMPTY_ANSWER, ...fields },
      seen,
      via: 'page',
    })
  const stateOf = async (tx: WriteTx, indicator: string) =>
    (await viewReports(tx, { year: YEAR })).rows.find((row) => row.indicator.id === indicator)?.state

  test('終わっていない年度は開けず、日程を変えるには理由が要る', () =>
    begun(async (tx) => {
      expect(await openRound(tx, planning, { year: 2026, dates })).toMatchObject({ why: 'year-not-over' })
      expect(await openRound(tx, planning, { year: YEAR, dates })).toMatchObject({ why: 'reason-missing' })
      expect(
        await openRound(tx, planning, { year: YEAR, dates: [{ stage: 'report', from: '02-30' }] }),
      ).toMatchObject({
        why: 'month-day-not-understood',
      })
      expect((await viewReports(tx, { year: YEAR })).due).toBe('2026-06-14')
    }))

  test('担当課が書き、課長が差し戻し、直して出し、承認されると実績になる', () =>
    begun(async (tx, { indicator, department }) => {
      const [reporter, approver] = [of('reporter', department), of('approver', department)]
      const first = await save(tx, reporter, indicator, { why: 'not-yet-published' })
      if (!first.ok) throw new Error(first.why)
      const move = (
        who: typeof planning,
        how: 'submit' | 'return' | 'approve' | 'take-back',
        reason?: string,
      ) =>
        moveReports(tx, who, {
          year: YEAR,
          indicators: [indicator],
          move: how,
          ...(reason ? { reason } : {}),
        })
      expect(await move(reporter, 'submit')).toMatchObject({ ok: true })
      expect(await save(tx, reporter, indicator, { value: '1' }, first.value.id)).toMatchObject({
        why: 'already-submitted',
      })
      expect(await move(reporter, 'approve')).toMatchObject({ why: 'not-allowed' })
      expect(await move(approver, 'return')).toMatchObject({ why: 'reason-missing' })
      expect(await move(approver, 'return', '統計が出ています')).toMatchObject({ ok: true })
      expect(await stateOf(tx, indicator)).toBe('returned')
      const before = (await viewReports(tx, { year: YEAR })).rows.find(
        (row) => row.indicator.id === indicator,
      )
      const last = before?.actuals.findLast((each) => each.kind === 'known')
      const value = last?.kind === 'known' ? last.value : '1'
      expect(
        await save(tx, reporter, indicator, { value, source: '市民課調べ' }, first.value.id),
      ).toMatchObject({ ok: true })
      expect(await move(reporter, 'submit')).toMatchObject({ ok: true })
      expect(await move(approver, 'approve')).toMatchObject({ ok: true, value: { moved: 1 } })
      expect(await stateOf(tx, indicator)).toBe('approved')
      const recorded = currentActuals(await listActuals(tx, [indicator])).find(({ year }) => year === YEAR)
      expect(recorded).toMatchObject({ kind: 'known', value })
      expect(await move(reporter, 'take-back')).toMatchObject({ why: 'already-approved' })
    }))

  test('見ていない値は、承認も提出もされず、まとめたものは一つも動かない', () =>
    begun(async (tx, { indicator, department }) => {
      const [reporter, approver] = [of('reporter', department), of('approver', department)]
      const first = await save(tx, reporter, indicator, { value: '88', confirmed: true, note: '確かめた' })
      if (!first.ok) throw new Error(first.why)
      const move = (who: typeof planning, how: 'submit' | 'approve' | 'take-back', answer: string) =>
        moveReports(tx, who, {
          ...{ year: YEAR, indicators: [indicator], move: how, seen: new Map([[indicator, answer]]) },
        })
      expect(await move(reporter, 'submit', '')).toMatchObject({ why: 'somebody-was-faster' })
      expect(await move(reporter, 'submit', first.value.id)).toMatchObject({ ok: true })
      expect(await move(reporter, 'take-back', first.value.id)).toMatchObject({ ok: true })
      const fields = { value: '77', confirmed: true, note: '確かめた' }
      const second = await save(tx, reporter, indicator, fields, first.value.id)
      if (!second.ok) throw new Error(second.why)
      expect(await move(reporter, 'submit', first.value.id)).toMatchObject({ why: 'somebody-was-faster' })
      expect(await move(reporter, 'submit', second.value.id)).toMatchObject({ ok: true })
      expect(await move(approver, 'approve', first.value.id)).toMatchObject({
        why: 'somebody-was-faster',
        detail: { by: 'reporter', value: '77' },
      })
      expect(await stateOf(tx, indicator)).toBe('submitted')
      expect(await move(approver, 'approve', second.value.id)).toMatchObject({ ok: true })
    }))

  test('二人が同じところを書くと、先の人の値はそのまま、あとの人の値も記録に残る', () =>
    begun(async (tx, { indicator, department }) => {
      const first = await save(tx, of('reporter', department), indicator, { value: '10' })
      const second = await save(
        tx,
        { ...planning, actor: { ...planning.actor, name: '企画課' } },
        indicator,
        { value: '11' },
      )
      expect(first).toMatchObject({ ok: true })
      expect(second).toMatchObject({
        ok: true,
        value: { conflict: { fields: { value: '10' }, savedBy: 'reporter' } },
      })
      const row = (await viewReports(tx, { year: YEAR })).rows.find((each) => each.indicator.id === indicator)
      expect(row?.answer?.fields.value).toBe('10')
      expect(
        (await answersOf(tx, YEAR, indicator)).map(({ fields, setAside }) => [fields.value, setAside]),
      ).toEqual([
        ['10', false],
        ['11', true],
      ])
      const chosen = await save(tx, planning, indicator, { value: '11' }, row?.answer?.id)
      expect(chosen.ok && chosen.value.conflict).toBe(undefined)
      expect(await save(tx, planning, indicator, { value: '11' }, 'x')).toMatchObject({ ok: true })
      expect(await answersOf(tx, YEAR, indicator)).toHaveLength(3)
    }))

  test('ほかの課のものは書けず、出せず、開いていない年度は集めない', () =>
    begun(async (tx, { indicator }) => {
      const stranger = of('reporter', 'no-such-department')
      expect(await save(tx, stranger, indicator, { value: '1' })).toMatchObject({ why: 'not-allowed' })
      const other = await saveAnswerOf(tx, planning, {
        year: 2024,
        indicator,
        fields: EMPTY_ANSWER,
        seen: '',
        via: 'page',
      })
      expect(other).toMatchObject({ ok: false })
    }))

  test('読めない値・確かめていない値は出せず、まとめて出すと一つでもだめなら何も出ない', () =>
    begun(async (tx, { indicator, department }) => {
      const reporter = of('reporter', department)
      expect(await save(tx, reporter, indicator, { value: '六' })).toMatchObject({ ok: true })
      const both = { year: YEAR, indicators: [indicator], move: 'submit' } as const
      expect(await moveReports(tx, reporter, both)).toMatchObject({ why: 'not-ready' })
      expect(await stateOf(tx, indicator)).toBe('entered')
    }))
})
