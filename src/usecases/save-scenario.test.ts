import { describe, expect, test } from 'vitest'
import { readSamples } from '#main/samples.ts'
import type { WriteTx } from '#store/transaction.ts'
import { planner, rolledBack, useStore } from '#test/support/store.ts'
import { loadSample, type Sample } from './load-sample.ts'
import { adoptScenario, removeScenario, saveScenario, undoAdoption } from './save-scenario.ts'
import { listScenarios, listVisions, viewPopulation } from './view-population.ts'

const code = '992011'
const city = (await readSamples()).find(({ government }) => government.code === code) as Sample
const at = (day: number) => ({ actor: planner(code), now: `2026-11-${day}T00:00:00.000Z` })

describe('想定を残し、計画の人口ビジョンにする', () => {
  const store = useStore()
  const begun = (work: (tx: WriteTx, dataset: string, plan: string) => Promise<void>) =>
    rolledBack(store.current, code, async (tx) => {
      expect(await loadSample(tx, at(1), city)).toMatchObject({ ok: true })
      const view = await viewPopulation(tx)
      if (!view.ok) throw new Error(view.why)
      await work(tx, view.value.dataset.id, view.value.plans[0]?.id ?? '')
    })
  const choice = { kind: 'own', fertility: 1.8, by: 2030, more: 20 } as const

  test('しるべ市には推計・国勢調査・約束・人口を動かす目標がそろっている', () =>
    begun(async (tx) => {
      const view = await viewPopulation(tx)
      if (!view.ok) throw new Error(view.why)
      expect(view.value.dataset.title).toContain('架空')
      expect(view.value.censuses.length).toBeGreaterThanOrEqual(5)
      expect(
        view.value.plans.some(({ targets, promises }) => targets.length > 0 && promises.length > 0),
      ).toBe(true)
    }))

  test('名前と理由をつけて残し、採用し、替え、元に戻す', () =>
    begun(async (tx, dataset, plan) => {
      const first = await saveScenario(tx, at(2), {
        name: '上振れ',
        reason: '議論のため',
        choice,
        dataset,
        to: 2050,
      })
      const second = await saveScenario(tx, at(3), {
        name: 'そのまま',
        reason: '比べるため',
        choice: { kind: 'published' },
        dataset,
        to: 2050,
      })
      if (!first.ok || !second.ok) throw new Error('not saved')
      expect(first.value.totals.at(-1)?.people).toBeGreaterThan(second.value.totals.at(-1)?.people ?? 0)
      expect((await listScenarios(tx)).map(({ name }) => name)).toEqual(['上振れ', 'そのまま'])
      const adopt = (day: number, scenario: string) =>
        adoptScenario(tx, at(day), { plan, scenario, reason: '会議で決定' })
      expect(await adopt(4, second.value.id)).toMatchObject({ ok: true })
      expect(await adopt(5, first.value.id)).toMatchObject({ ok: true })
      expect(await removeScenario(tx, at(6), { scenario: first.value.id })).toMatchObject({
        why: 'scenario-is-a-vision',
      })
      const names = async () => (await listVisions(tx)).map(({ scenario }) => scenario.name)
      expect(await names()).toEqual(['上振れ'])
      expect(await undoAdoption(tx, at(6), { plan })).toMatchObject({ ok: true })
      expect(await names()).toEqual(['そのまま'])
      expect(await undoAdoption(tx, at(7), { plan })).toMatchObject({ ok: true })
      expect(await names()).toEqual([])
      expect(await undoAdoption(tx, at(8), { plan })).toMatchObject({ why: 'nothing-to-undo' })
      expect(await removeScenario(tx, at(8), { scenario: first.value.id })).toMatchObject({ ok: true })
    }))

  test.each([
    ['名前がない', { name: ' ' }, 'empty-name'],
    ['理由がない', { reason: '' }, 'reason-missing'],
    ['5年刻みでない', { to: 2051 }, 'not-five-year-steps'],
    ['ない統計', { dataset: 'x' }, 'no-such-dataset'],
    ['ない計画の目標', { choice: { kind: 'plan' }, plan: 'x' }, 'no-such-plan'],
    ['幅の外の出生率', { choice: { ...choice, fertility: 9 } }, 'fertility-out-of-range'],
  ] as const)('%s想定は残せない', (_, wrong, why) =>
    begun(async (tx, dataset) => {
      const input = { name: '試し', reason: '理由', choice, dataset, to: 2050, ...wrong }
      expect(await saveScenario(tx, at(2), input)).toMatchObject({ ok: false, why })
    }),
  )
})
