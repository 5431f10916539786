import { describe, expect, test } from 'vitest'
import { listGiven } from '#store/judgements.ts'
import type { WriteTx } from '#store/transaction.ts'
import { inCity, planner, smallPlan, useStore } from '#test/support/store.ts'
import { giveJudgement } from './judge-year.ts'
import { moveYear, publicYear } from './year.ts'

const code = smallPlan.government
const doing = { actor: planner(code), now: '2026-05-01T00:00:00.000Z' }
const year = Math.max(Number(smallPlan.period.to) - 4, 2024)
const of = { plan: smallPlan.id, year }
const commitment = smallPlan.commitments[0]?.id ?? ''
const asked = {
  ...{
    ...of,
    commitment,
    stage: 'second' as const,
    grade: '○',
    comment: '所見',
    reason: '速報による',
    seen: '',
  },
}

describe('人の判定', () => {
  const store = useStore()
  const begun = (work: (tx: WriteTx) => Promise<void>) =>
    inCity(store.current, { plan: smallPlan, at: doing }, work)

  test('計算と違えば理由がいり、書けば横に残る', () =>
    begun(async (tx) => {
      expect(await giveJudgement(tx, doing, { ...asked, reason: '' })).toMatchObject({
        why: 'differs-without-reason',
      })
      expect(await giveJudgement(tx, doing, asked)).toMatchObject({ ok: true })
      expect(await listGiven(tx, of)).toEqual([
        expect.objectContaining({
          ...{ commitment, stage: 'second', grade: '○', comment: '所見', reason: '速報による' },
          ...{ by: '企画課 佐藤', at: doing.now, label: { ja: '順調', en: expect.any(String) } },
        }),
      ])
    }))

  test('二人が同時に書けば、後の人は断られ、直せば前のものは残って新しいものが立つ', () =>
    begun(async (tx) => {
      await giveJudgement(tx, doing, asked)
      const later = { actor: { ...doing.actor, name: '別の人' }, now: '2026-05-02T00:00:00.000Z' }
      expect(await giveJudgement(tx, later, { ...asked, grade: '△' })).toMatchObject({
        ...{ why: 'somebody-was-faster', detail: { by: '企画課 佐藤', value: '○' } },
      })
      expect(await giveJudgement(tx, later, { ...asked, seen: doing.now })).toMatchObject({
        why: 'nothing-changed',
      })
      expect(await giveJudgement(tx, later, { ...asked, grade: '△', seen: doing.now })).toMatchObject({
        ok: true,
      })
      expect((await listGiven(tx, of)).map(({ grade, by }) => [grade, by])).toEqual([['△', '別の人']])
      expect(
        (await listGiven({ ...tx, asOf: '2026-05-01T12:00:00.000Z' }, of)).map(({ grade }) => grade),
      ).toEqual(['○'])
    }))

  test('見るだけの人は書けず、委員は委員会の判定だけを書ける', () =>
    begun(async (tx) => {
      const as = (role: 'viewer' | 'reviewer') => ({ ...doing, actor: { ...doing.actor, role } })
      expect(await giveJudgement(tx, as('viewer'), asked)).toMatchObject({ why: 'not-allowed' })
      expect(await giveJudgement(tx, as('reviewer'), asked)).toMatchObject({ why: 'not-allowed' })
      expect(await giveJudgement(tx, as('reviewer'), { ...asked, stage: 'committee' })).toMatchObject({
        ok: true,
      })
    }))

  test('公表に載り、公表した後は開け直すまで書けない', () =>
    begun(async (tx) => {
      await giveJudgement(tx, doing, asked)
      expect(await moveYear(tx, doing, { ...of, how: 'close' })).toMatchObject({ ok: true })
      expect(await moveYear(tx, doing, { ...of, how: 'publish' })).toMatchObject({ ok: true })
      const shown = await publicYear(tx, of)
      expect(shown?.snapshot.rows.find((row) => row.commitment === commitment)?.given).toHaveLength(1)
      expect(shown?.snapshot.rows.filter(({ given }) => given)).toHaveLength(1)
      const people = JSON.stringify(shown?.snapshot).matchAll(/"(?:by|recordedBy)":"([^"]*)"/g)
      expect(new Set([...people].map(([, name]) => name))).toEqual(new Set(['']))
      expect(await giveJudgement(tx, doing, { ...asked, stage: 'first' })).toMatchObject({
        why: 'year-is-published',
      })
    }))
})
