import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Plan } from '#domain/plan/plan.ts'
import { readPlanFile } from '#readers/plan-file/read.ts'
import { planner, rolledBack, useStore } from '#test/support/store.ts'
import { importPlan } from '#usecases/import-plan.ts'
import { registerGovernment } from '#usecases/register-government.ts'
import { writePlanFile } from '#writers/plan-file.ts'
import { listChanges } from './changes.ts'
import { findPlan, listEditions } from './plans.ts'
import { reading, type WriteTx } from './transaction.ts'

const text = readFileSync(new URL('../../test/support/small-plan.yaml', import.meta.url), 'utf8')
const plan = readPlanFile(text).plan as Plan
const code = plan.government
const at = (now: string) => ({ actor: planner(code), now })
const T1 = '2026-04-01T00:00:00.000Z'
const T2 = '2026-05-01T00:00:00.000Z'

const asOf = (tx: WriteTx, moment: string) => ({ ...tx, asOf: moment })

async function withPlan(tx: WriteTx) {
  await registerGovernment(tx, at(T1), { code, name: '試市', kind: 'city', fictional: true, sample: false })
  return importPlan(tx, at(T1), { plan })
}

const nameOf = (indicator: string | undefined) =>
  plan.indicators.find(({ id }) => id === indicator)?.name ?? 'missing'

describe('計画の保存', () => {
  const store = useStore()

  test('取り込んだ計画は、ファイルと一字一句同じに書き出せる', () =>
    rolledBack(store.current, code, async (tx) => {
      expect(await withPlan(tx)).toMatchObject({ ok: true })
      const found = (await findPlan(tx, plan.id)) as Plan
      expect(found).toEqual(plan)
      expect(writePlanFile(found)).toBe(text)
    }))

  test('変えたところだけが新しい版になり、前の時点では前の値が読める', () =>
    rolledBack(store.current, code, async (tx) => {
      await withPlan(tx)
      const [first, ...rest] = plan.commitments
      const changed = { ...first, note: '目標を見直した' } as Plan['commitments'][number]
      const next = { plan: { ...plan, commitments: [changed, ...rest] } }
      expect(await importPlan(tx, at(T2), next)).toMatchObject({ why: 'reason-missing' })
      const result = await importPlan(tx, at(T2), { ...next, reason: '目標の見直し' })
      expect(result).toMatchObject({
        ok: true,
        value: { added: [], changed: [`commitments ${changed.id}`], removed: [], shared: { changed: [] } },
      })
      expect((await findPlan(tx, plan.id))?.commitments[0]?.note).toBe('目標を見直した')
      expect(await findPlan(asOf(tx, '2026-04-15T00:00:00.000Z'), plan.id)).toEqual(plan)
      expect(await findPlan(asOf(tx, '2026-03-31T00:00:00.000Z'), plan.id)).toBeUndefined()
    }))

  test('項目をなくすファイルは、件数を示して確認を求め、それまで何も書かない', () =>
    rolledBack(store.current, code, async (tx) => {
      await withPlan(tx)
      const [gone, ...rest] = plan.commitments
      const less = {
        plan: {
          ...plan,
          commitments: rest,
          relistings: plan.relistings.filter((each) => each.commitment !== gone?.id),
        },
        reason: '廃止',
      }
      expect(await importPlan(tx, at(T2), less)).toMatchObject({
        why: 'wants-confirmation',
        detail: { redefined: 0, names: expect.stringContaining(nameOf(gone?.indicator)) },
      })
      expect(await findPlan(tx, plan.id)).toEqual(plan)
      expect(await importPlan(tx, at(T2), { ...less, confirmed: true })).toMatchObject({ ok: true })
      expect((await findPlan(tx, plan.id))?.commitments).toHaveLength(rest.length)
    }))

  test('同じファイルをもう一度取り込んでも、記録は増えない', () =>
    rolledBack(store.current, code, async (tx) => {
      await withPlan(tx)
      const before = await listChanges(tx)
      expect(await importPlan(tx, at(T2), { plan })).toMatchObject({
        ok: true,
        value: { added: [], changed: [], removed: [] },
      })
      expect(await listChanges(tx)).toEqual(before)
    }))

  test('ほかの団体の行は、読むことも書くこともできない', () =>
    rolledBack(store.current, code, async (tx) => {
      await withPlan(tx)
      expect((await listEditions(tx)).length).toBe(1)
      const stranger = await reading(store.current, { government: '131016' }, (other) =>
        other.db.selectFrom('element').selectAll().orderBy('id').execute(),
      )
      expect(stranger).toEqual([])
      const wrong = { ...tx, government: '131016' }
      await expect(importPlan(wrong, at(T2), { plan: { ...plan, government: '131016' } })).rejects.toThrow(
        /row-level security/,
      )
    }))

  test('別の団体の計画は断り、何も書かない', () =>
    rolledBack(store.current, code, async (tx) => {
      await withPlan(tx)
      expect(await importPlan(tx, at(T2), { plan: { ...plan, government: '131016' } })).toMatchObject({
        why: 'another-government',
      })
    }))
})
