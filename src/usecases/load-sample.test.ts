import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Department } from '#domain/government/department.ts'
import { readSamples } from '#main/samples.ts'
import { listActuals } from '#store/actuals.ts'
import { listAppropriations } from '#store/appropriations.ts'
import { listChanges } from '#store/changes.ts'
import { listMoves, yearState } from '#store/cycle.ts'
import { GOVERNMENT, loadElements } from '#store/elements.ts'
import { findGovernment } from '#store/governments.ts'
import { listJudgements } from '#store/judgements.ts'
import { listOpinions } from '#store/opinions.ts'
import { findPlan, listEditions } from '#store/plans.ts'
import type { WriteTx } from '#store/transaction.ts'
import { planner, rolledBack, useStore } from '#test/support/store.ts'
import { writePlanFile } from '#writers/plan-file.ts'
import { loadSample, type Sample } from './load-sample.ts'

const samples = await readSamples()
const NOW = '2026-11-25T00:00:00.000Z'
const sampleOf = (code: string) => samples.find(({ government }) => government.code === code) as Sample
const city = sampleOf('992011')
const code = city.government.code
const load = (tx: WriteTx, sample: Sample) =>
  loadSample(tx, { actor: planner(sample.government.code), now: NOW }, sample)
const asOf = (tx: WriteTx, moment: string) => ({ ...tx, asOf: moment })

describe('見本を読み込む', () => {
  const store = useStore()

  test('四つの団体のうち、記録をもつのは架空の市だけ', () => {
    expect(
      samples.map(({ government, plans, record }) => [government.name, plans.length, record !== undefined]),
    ).toEqual([
      ['しるべ市', 5, true],
      ['熊本市', 3, false],
      ['人吉市', 1, false],
      ['熊本県', 1, false],
    ])
  })

  test('もうある団体は読まない。こわれた見本は、行を言って止まる', async () => {
    expect(
      (await readSamples(new Set(['992011', '431001']))).map(({ government }) => government.name),
    ).toEqual(['人吉市', '熊本県'])
    const folder = await mkdtemp(join(tmpdir(), 'shirube-samples-'))
    const list = 'governments:\n  - {code: "992011", name: しるべ市, kind: city, plans: [broken]}\n'
    await writeFile(join(folder, 'governments.yaml'), list)
    await writeFile(join(folder, 'broken.yaml'), 'id: broken\n')
    await expect(readSamples(new Set(), folder)).rejects.toThrow(
      /samples\/broken.yaml[\s\S]*line 1: shape-invalid_type/,
    )
    await rm(folder, { recursive: true })
  })

  test('しるべ市のすべてが入り、計画は一字一句同じに書き出せる', () =>
    rolledBack(store.current, code, async (tx) => {
      expect(await load(tx, city)).toMatchObject({ ok: true })
      expect(await findGovernment(tx, code)).toMatchObject({ fictional: true, sample: true })
      for (const plan of city.plans) {
        const found = await findPlan(tx, plan.id, plan.edition.id)
        expect(found && writePlanFile(found)).toBe(writePlanFile(plan))
      }
      expect((await listActuals(tx)).length).toBe(city.record?.actuals.length)
      expect((await listAppropriations(tx)).length).toBe(city.record?.appropriations.length)
      expect((await listMoves(tx)).length).toBe(city.record?.moves.length)
      const opinions = await listOpinions(tx)
      const answered = new Set(opinions.map(({ id }) => id))
      expect(opinions.filter(({ answers }) => answers === undefined).length).toBe(
        city.record?.opinions.length,
      )
      for (const { answers } of opinions) if (answers !== undefined) expect(answered).toContain(answers)
      expect(await yearState(tx, 'shirube-strategy-2', 2022)).toBe('published')
      expect(await yearState(tx, 'shirube-strategy-3', 2025)).toBe('open')
      const kinds = new Set((await loadElements(tx, GOVERNMENT)).map(({ kind }) => kind))
      expect(kinds).toEqual(new Set(['department', 'event', 'setting', 'indicator', 'project']))
    }))

  test('締めた年度の判定は、締めた日に知られていた値で固まっている', () =>
    rolledBack(store.current, code, async (tx) => {
      await load(tx, city)
      const frozen = (await listJudgements(tx, { plan: 'shirube-strategy-2', year: 2022 })).filter(
        ({ commitment }) => commitment === 'c-wood-shipped',
      )
      expect(frozen.map(({ grade, recordedAt }) => [recordedAt.slice(0, 10), grade])).toEqual([
        ['2023-10-27', '◎'],
        ['2023-12-15', '◎'],
      ])
      expect(frozen.map(({ outcome }) => outcome)).toMatchObject([
        { value: { value: '274000' } },
        { value: { value: '27400' } },
      ])
      expect(await listJudgements(tx, { plan: 'shirube-strategy-3' })).toEqual([])
    }))

  test('訂正は、前の記録を指す', () =>
    rolledBack(store.current, code, async (tx) => {
      await load(tx, city)
      const records = (await listActuals(tx, ['wood-shipped'])).filter(({ actual }) => actual.year === 2022)
      expect(records.map(({ actual }) => actual)).toMatchObject([{ value: '274000' }, { value: '27400' }])
      expect(records[1]?.corrects).toBe(records[0]?.id)
      expect((await listChanges(tx, { subject: 'indicator:wood-shipped' }))[0]?.at.slice(0, 4)).toBe('2025')
    }))

  test('2018年の時点では、改訂版があり、その後の実績も改名もない', () =>
    rolledBack(store.current, code, async (tx) => {
      await load(tx, city)
      const then = asOf(tx, '2018-06-30T00:00:00.000Z')
      expect((await listEditions(then)).map(({ id, edition }) => `${id} ${edition.id}`)).toEqual([
        'shirube-strategy-1 revised-2017',
        'shirube-strategy-1 first',
      ])
      expect((await findPlan(then, 'shirube-strategy-1'))?.edition.id).toBe('revised-2017')
      const actuals = await listActuals(then)
      expect(actuals.length).toBeGreaterThan(20)
      for (const { recordedAt, actual } of actuals) {
        expect(recordedAt < '2018-06-30').toBe(true)
        expect(actual.year).toBeLessThan(2018)
      }
      const departments = async (at: typeof then) =>
        (await loadElements(at, GOVERNMENT, 'department')).map(({ body }) => body as Department)
      const named = (await departments(then)).map(({ name }) => name)
      expect(named).toContain('保健福祉課')
      expect(named).not.toContain('商工観光課')
      expect((await loadElements(then, GOVERNMENT, 'event')).map(({ id }) => id)).toEqual(['flood-2016'])
      expect((await findPlan(asOf(tx, '2016-12-31T00:00:00.000Z'), 'shirube-strategy-1'))?.edition.id).toBe(
        'first',
      )
    }))

  test('二度目は断り、何も変えない', () =>
    rolledBack(store.current, code, async (tx) => {
      await load(tx, city)
      const before = (await listChanges(tx, { limit: 10_000 })).length
      expect(await load(tx, city)).toMatchObject({ ok: false, why: 'already-registered' })
      expect((await listChanges(tx, { limit: 10_000 })).length).toBe(before)
    }))

  test.each(['431001', '432032', '430005'])('実在の団体 %s は、いま取り込んだものとして入る', (real) =>
    rolledBack(store.current, real, async (tx) => {
      const sample = sampleOf(real)
      expect(await load(tx, sample)).toMatchObject({ ok: true })
      expect((await listEditions(tx)).length).toBe(sample.plans.length)
      expect(await listActuals(tx)).toEqual([])
      expect(await listEditions(asOf(tx, '2026-11-24T00:00:00.000Z'))).toEqual([])
    }),
  )

  test('実在の団体に記録は付けられない。見るだけの人は読み込めない', () =>
    rolledBack(store.current, code, async (tx) => {
      const real = { ...city, government: { ...city.government, fictional: false } }
      expect(await load(tx, real)).toMatchObject({ why: 'record-of-a-real-government' })
      const viewer = { ...planner(code), role: 'viewer' as const }
      expect(await loadSample(tx, { actor: viewer, now: NOW }, city)).toMatchObject({ why: 'not-allowed' })
      expect(await findGovernment(tx, code)).toBeUndefined()
    }))

  test('計画にない指標の記録は断る', () =>
    rolledBack(store.current, code, async (tx) => {
      const plans = city.plans.filter(({ id }) => id !== 'shirube-strategy-3')
      expect(await load(tx, { ...city, plans })).toMatchObject({ why: 'record-has-errors' })
    }))
})
