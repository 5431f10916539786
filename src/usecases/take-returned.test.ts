import { describe, expect, test } from 'vitest'
import type { Actor } from '#domain/access/can.ts'
import { type AnswerFields, EMPTY_ANSWER } from '#domain/cycle/report.ts'
import { listAnswers } from '#store/reports.ts'
import { inCity, planner, smallPlan, useStore } from '#test/support/store.ts'
import { openRound } from './open-round.ts'
import { saveAnswerOf } from './save-answers.ts'
import { takeReturned } from './take-returned.ts'

const code = '992011'
const doing = { actor: planner(code), now: '2026-05-10T00:00:00.000Z' }
const YEAR = 2025
const [JOBS] = smallPlan.indicators.map(({ id }) => id) as [string]
const head = { government: code, department: 'own', year: YEAR, madeAt: '2026-05-01T00:00:00.000Z' }
const rows = (value: string, base: Partial<AnswerFields> = {}) => [
  {
    ...{ indicator: JOBS, cell: 'I9' },
    fields: { ...EMPTY_ANSWER, ...base, value },
    base: { ...EMPTY_ANSWER, ...base },
  },
]

describe('返ってきた調査票', () => {
  const store = useStore()
  const begun = (work: Parameters<typeof inCity>[2]) =>
    inCity(store.current, { plan: smallPlan, at: doing }, async (tx) => {
      expect(await openRound(tx, doing, { year: YEAR, dates: [] })).toMatchObject({ ok: true })
      await work(tx)
    })

  test('取り込んだあと画面で直した値は、同じ調査票がもう一度来ても、そのまま', () =>
    begun(async (tx) => {
      expect(await takeReturned(tx, doing, { year: YEAR, head, rows: rows('10') })).toMatchObject({
        value: { saved: 1 },
      })
      const [first] = await listAnswers(tx, YEAR, [JOBS])
      await saveAnswerOf(tx, doing, {
        ...{ year: YEAR, indicator: JOBS, via: 'page', seen: first?.id ?? '' },
        fields: { ...EMPTY_ANSWER, value: '12' },
      })
      expect(await takeReturned(tx, doing, { year: YEAR, head, rows: rows('10') })).toMatchObject({
        value: { saved: 0, unchanged: 1, conflicts: [] },
      })
      expect((await listAnswers(tx, YEAR, [JOBS]))[0]?.fields.value).toBe('12')
    }))

  test('違う値が両方にあれば、何も書かずに、どこかを言う', () =>
    begun(async (tx) => {
      await saveAnswerOf(tx, doing, {
        ...{ year: YEAR, indicator: JOBS, via: 'page', seen: '' },
        fields: { ...EMPTY_ANSWER, value: '12' },
      })
      expect(await takeReturned(tx, doing, { year: YEAR, head, rows: rows('10') })).toMatchObject({
        value: { saved: 0, conflicts: [{ indicator: JOBS, field: 'value', cell: 'I9' }] },
      })
    }))

  test.each([
    ['別の団体', { government: '432032' }, 'workbook-of-another-government'],
    ['別の年度', { year: 2024 }, 'workbook-of-another-year'],
  ])('断る: %s', (_, more, why) =>
    begun(async (tx) => {
      expect(
        await takeReturned(tx, doing, { year: YEAR, head: { ...head, ...more }, rows: rows('1') }),
      ).toMatchObject({ why })
    }),
  )

  test('ほかの課の調査票は、だれのものかを言って断り、その課の人からは受け取る', () =>
    inCity(
      store.current,
      {
        plan: {
          ...smallPlan,
          indicators: smallPlan.indicators.map((each) => ({ ...each, department: 'own' })),
        },
        at: doing,
      },
      async (tx) => {
        await openRound(tx, doing, { year: YEAR, dates: [] })
        const take = (department: string) =>
          takeReturned(
            tx,
            { ...doing, actor: { ...doing.actor, role: 'reporter', department } },
            { year: YEAR, head, rows: rows('7') },
          )
        expect(await take('another')).toMatchObject({ why: 'workbook-of-another-department' })
        expect(await take('own')).toMatchObject({ value: { saved: 1 } })
      },
    ))

  test('権限のない人は取り込めない', () =>
    begun(async (tx) => {
      const actor: Actor = { ...doing.actor, role: 'viewer' }
      expect(
        await takeReturned(tx, { ...doing, actor }, { year: YEAR, head, rows: rows('1') }),
      ).toMatchObject({ ok: false })
    }))
})
