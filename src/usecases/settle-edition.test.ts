import { describe, expect, test } from 'vitest'
import type { Plan } from '#domain/plan/plan.ts'
import { decimal } from '#domain/shared/decimal.ts'
import { fiscalYear } from '#domain/shared/year.ts'
import { listEditions, loadShared } from '#store/plans.ts'
import type { WriteTx } from '#store/transaction.ts'
import { inCity, planner, smallPlan, useStore } from '#test/support/store.ts'
import { importPlan } from './import-plan.ts'
import { recordActual } from './record-actual.ts'
import { adoptEdition, discardDraft } from './settle-edition.ts'

const code = smallPlan.government
const doing = { actor: planner(code), now: '2026-05-01T00:00:00.000Z' }
const draft: Plan = { ...smallPlan, edition: { id: 'd', label: '下書き', stage: 'draft' } }
const of = { plan: draft.id, edition: 'd' }

const asOf = (tx: WriteTx, moment: string) => ({ ...tx, asOf: moment })

describe('下書きの版を採用する・捨てる', () => {
  const store = useStore()
  const begun = (work: (tx: WriteTx) => Promise<void>) =>
    inCity(store.current, { plan: draft, at: doing }, work)
  const later = { ...doing, now: '2026-05-02T00:00:00.000Z' }

  test('採用すると、決定した日と名前のある版になり、下書きでなくなる', () =>
    begun(async (tx) => {
      const adopted = await adoptEdition(tx, later, { ...of, label: ' 初版 ', date: '2026-03-25' })
      expect(adopted).toMatchObject({ ok: true })
      const [header] = await listEditions(tx)
      expect(header?.edition).toMatchObject({ label: '初版', date: '2026-03-25', stage: 'adopted' })
      expect(await adoptEdition(tx, later, { ...of, label: '初版', date: '2026-03-25' })).toMatchObject({
        why: 'not-a-draft',
      })
      expect(await discardDraft(tx, later, { ...of, reason: 'やめる' })).toMatchObject({ why: 'not-a-draft' })
    }))

  test('捨てると、その版だけの指標と事業もなくなる。記録のある指標は残る', () =>
    begun(async (tx) => {
      const [first] = draft.indicators
      const recorded = await recordActual(tx, later, {
        indicator: first?.id ?? '',
        actual: { kind: 'known', year: fiscalYear(2020), value: decimal('1') },
      })
      expect(recorded).toMatchObject({ ok: true })
      expect(await discardDraft(tx, later, { ...of, reason: '読み違い' })).toMatchObject({ ok: true })
      expect(await listEditions(tx)).toEqual([])
      const shared = await loadShared(tx)
      expect(shared.indicators).toHaveLength(1)
      expect(shared.projects).toEqual([])
      expect((await listEditions(asOf(tx, doing.now))).length).toBe(1)
      expect(
        await importPlan(tx, { ...doing, now: '2026-05-03T00:00:00.000Z' }, { plan: draft }),
      ).toMatchObject({ ok: true })
    }))

  test.each([
    ['ない版', { ...of, edition: 'x', label: 'a', date: '2026-03-25' }, 'no-such-edition'],
    ['名前がない', { ...of, label: ' ', date: '2026-03-25' }, 'empty-name'],
    ['ない日', { ...of, label: 'a', date: '2026-02-30' }, 'date-not-understood'],
  ])('%s は断られる', (_, input, why) =>
    begun(async (tx) => {
      expect(await adoptEdition(tx, later, input)).toMatchObject({ ok: false, why })
    }),
  )
})
