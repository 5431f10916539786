import { describe, expect, test } from 'vitest'
import type { Plan } from '#domain/plan/plan.ts'
import type { WriteTx } from '#store/transaction.ts'
import { inCity, planner, smallPlan, useStore } from '#test/support/store.ts'
import { search } from './search.ts'

const code = smallPlan.government
const doing = { actor: planner(code), now: '2026-05-01T00:00:00.000Z' }
const [indicator] = smallPlan.indicators

describe('探す', () => {
  const store = useStore()
  const begun = (plan: Plan, work: (tx: WriteTx) => Promise<void>) =>
    inCity(store.current, { plan, at: doing }, work)
  const named = (name: string): Plan => ({
    ...smallPlan,
    indicators: smallPlan.indicators.map((each) => (each === indicator ? { ...each, name } : each)),
  })
  const kindsOf = async (tx: WriteTx, typed: string) =>
    (await search(tx, typed)).groups.map(({ kind, count, found }) => [kind, count, found[0]?.name])

  test('書き方が違っても見つかり、名前そのものが先に来る', () =>
    begun(named('子どもの取り組みの数'), async (tx) => {
      expect(await kindsOf(tx, 'こども 取組')).toEqual([['indicator', 1, '子どもの取り組みの数']])
      expect(await kindsOf(tx, '子供の取組みの数 ない言葉')).toEqual([])
    }))

  test('計画も、その題名で見つかる', () =>
    begun(smallPlan, async (tx) => {
      expect(await kindsOf(tx, smallPlan.title)).toContainEqual(['plan', 1, smallPlan.title])
    }))

  test('下書きは探さない', () =>
    begun(
      { ...named('子どもの取り組みの数'), edition: { id: 'd', label: '下書き', stage: 'draft' } },
      async (tx) => expect(await kindsOf(tx, 'こども')).toEqual([]),
    ))

  test('ほかの団体のものは、件数にも出ない', () =>
    begun(named('子どもの取り組みの数'), async (tx) => {
      expect(await kindsOf({ ...tx, government: '432032' }, 'こども')).toEqual([])
    }))

  test('空白や句読点だけなら、何も探さない', () =>
    begun(smallPlan, async (tx) => {
      expect((await search(tx, ' 、 ')).groups).toEqual([])
    }))
})
