import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { currentActuals } from '#domain/indicator/series.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { decimal } from '#domain/shared/decimal.ts'
import { fiscalYear } from '#domain/shared/year.ts'
import { readPlanFile } from '#readers/plan-file/read.ts'
import { listActuals } from '#store/actuals.ts'
import { listJudgements } from '#store/judgements.ts'
import type { WriteTx } from '#store/transaction.ts'
import { inCity, planner, useStore } from '#test/support/store.ts'
import { importPlan } from './import-plan.ts'
import { recordActual, withdrawActual } from './record-actual.ts'
import { settleAttribute } from './settle-attribute.ts'
import { moveYear, publicYear, viewYear } from './year.ts'

const plan = readPlanFile(
  readFileSync(new URL('../../test/support/small-plan.yaml', import.meta.url), 'utf8'),
).plan as Plan
const code = plan.government
const at = (now: string) => ({ actor: planner(code), now: `2026-${now}T00:00:00.000Z` })
const jobs = (year: number, value: string) => ({
  indicator: 'jobs',
  actual: { kind: 'known' as const, year: fiscalYear(year), value: decimal(value) },
})
const year = { plan: plan.id, year: 2024 }

describe('実績を記録し、直し、締め、公表する', () => {
  const store = useStore()
  const begun = (work: (tx: WriteTx) => Promise<void>) =>
    inCity(store.current, { plan, at: at('04-01') }, work)
  const current = async (tx: WriteTx) =>
    currentActuals(await listActuals(tx, ['jobs'])).map((each) =>
      each.kind === 'known' ? each.value : each.why,
    )

  test('直すには、直すものと理由がいる。同じ内容は書かない', () =>
    begun(async (tx) => {
      const first = await recordActual(tx, at('05-01'), jobs(2024, '240'))
      expect(first).toMatchObject({ ok: true })
      const id = first.ok ? first.value.id : ''
      expect(await recordActual(tx, at('05-02'), jobs(2024, '250'))).toMatchObject({
        why: 'somebody-was-faster',
      })
      expect(await recordActual(tx, at('05-02'), { ...jobs(2024, '250'), corrects: id })).toMatchObject({
        why: 'reason-missing',
      })
      expect(
        await recordActual(tx, at('05-02'), { ...jobs(2024, '240'), corrects: id, reason: '?' }),
      ).toMatchObject({ why: 'nothing-changed' })
      expect(
        await recordActual(tx, at('05-02'), { ...jobs(2024, '250'), corrects: id, reason: '足し忘れ' }),
      ).toMatchObject({ ok: true })
      expect(
        await recordActual(tx, at('05-03'), { ...jobs(2024, '260'), corrects: id, reason: '二人目' }),
      ).toMatchObject({
        why: 'somebody-was-faster',
        detail: { value: '250' },
      })
      expect(await current(tx)).toEqual(['250'])
    }))

  test('取り下げは前の記録に戻し、最初の記録なら値がない状態に戻す', () =>
    begun(async (tx) => {
      const first = await recordActual(tx, at('05-01'), jobs(2024, '240'))
      const id = first.ok ? first.value.id : ''
      const second = await recordActual(tx, at('05-02'), {
        ...jobs(2024, '999'),
        corrects: id,
        reason: '桁の誤り',
      })
      const undone = await withdrawActual(tx, at('05-03'), {
        indicator: 'jobs',
        record: second.ok ? second.value.id : '',
        reason: '戻す',
      })
      expect(await current(tx)).toEqual(['240'])
      await withdrawActual(tx, at('05-04'), {
        indicator: 'jobs',
        record: undone.ok ? undone.value.id : '',
        reason: 'さらに戻す',
      })
      expect((await listActuals(tx, ['jobs'])).length).toBe(4)
    }))

  test('締めた年の値は直せないが、なかった値はあとから入れられ、締めたときの判定は変わらない', () =>
    begun(async (tx) => {
      await recordActual(tx, at('05-01'), jobs(2024, '240'))
      expect(await moveYear(tx, at('10-01'), { ...year, how: 'publish' })).toMatchObject({
        why: 'not-closed',
      })
      expect(await moveYear(tx, at('10-01'), { ...year, how: 'close' })).toMatchObject({ ok: true })
      const frozen = await listJudgements(tx, year)
      const [standing] = await listActuals(tx, ['jobs'])
      expect(
        await recordActual(tx, at('10-02'), {
          ...jobs(2024, '250'),
          corrects: standing?.id ?? '',
          reason: '?',
        }),
      ).toMatchObject({ why: 'year-is-closed' })
      const late = {
        indicator: 'ratio',
        actual: { kind: 'known' as const, year: fiscalYear(2024), value: decimal('1.52') },
      }
      expect(await recordActual(tx, at('10-02'), late)).toMatchObject({ ok: true })
      expect(await listJudgements(tx, year)).toEqual(frozen)
      expect(frozen.map(({ commitment, grade }) => [commitment, grade])).toEqual([
        ['c-jobs', '△'],
        ['c-ratio', null],
      ])
    }))

  test('公表は写しで、開け直して直しても変わらない。公表前の時点も読める', () =>
    begun(async (tx) => {
      await recordActual(tx, at('05-01'), jobs(2024, '240'))
      await moveYear(tx, at('10-01'), { ...year, how: 'close' })
      await moveYear(tx, at('11-01'), { ...year, how: 'publish' })
      expect(await moveYear(tx, at('11-02'), { ...year, how: 'reopen' })).toMatchObject({
        why: 'reason-missing',
      })
      await moveYear(tx, at('11-02'), { ...year, how: 'reopen', reason: '足し忘れ' })
      const [standing] = await listActuals(tx, ['jobs'])
      await recordActual(tx, at('11-03'), {
        ...jobs(2024, '250'),
        corrects: standing?.id ?? '',
        reason: '足し忘れ',
      })
      const value = async (moment: string) => {
        const shown = await publicYear({ ...tx, asOf: `2026-${moment}T00:00:00.000Z` }, year)
        const judgement = shown?.snapshot.rows[0]?.judgement
        return [judgement?.kind === 'graded' ? judgement.value.value : '', shown?.publication?.number]
      }
      expect(await value('06-01')).toEqual(['240', undefined])
      expect(await value('11-10')).toEqual(['240', 1])
      await moveYear(tx, at('11-20'), { ...year, how: 'close' })
      expect(await moveYear(tx, at('11-21'), { ...year, how: 'publish' })).toMatchObject({
        why: 'reason-missing',
      })
      await moveYear(tx, at('11-21'), { ...year, how: 'publish', reason: '足し忘れを直した' })
      expect(await value('11-10')).toEqual(['240', 1])
      expect(await value('11-22')).toEqual(['250', 2])
    }))

  test('累計は減らせず、まだ始まらない年は断る', () =>
    begun(async (tx) => {
      await settleAttribute(tx, at('04-02'), {
        indicator: 'jobs',
        what: 'accumulation',
        value: 'cumulative',
        reason: '要綱に累計とある',
      })
      await recordActual(tx, at('05-01'), jobs(2023, '200'))
      expect(await recordActual(tx, at('05-01'), jobs(2024, '190'))).toMatchObject({
        why: 'total-falls',
        detail: { fromYear: 2023, from: '200', to: '190' },
      })
      expect(await recordActual(tx, at('05-01'), jobs(2027, '300'))).toMatchObject({ why: 'year-not-over' })
    }))

  test('担当課でない報告者は書けない', () =>
    begun(async (tx) => {
      const reporter = {
        actor: { ...planner(code), role: 'reporter' as const, department: 'welfare' },
        now: at('05-01').now,
      }
      expect(await recordActual(tx, reporter, jobs(2024, '240'))).toMatchObject({ why: 'not-allowed' })
    }))

  test('記載のない基準値の年度は、人が理由をつけて決めると判定できるようになる', () =>
    begun(async (tx) => {
      const [first, ...rest] = plan.commitments
      const baseline =
        first?.baseline === 'not-stated' || !first
          ? undefined
          : { ...first.baseline, year: 'not-stated' as const }
      const open = { ...plan, commitments: [{ ...first, baseline }, ...rest] } as Plan
      await importPlan(tx, at('04-03'), { plan: open, reason: '計画の記載どおりに直す', confirmed: true })
      await recordActual(tx, at('05-01'), jobs(2024, '240'))
      const judged = async () => {
        const viewed = await viewYear(tx, year)
        return viewed.ok ? viewed.value.rows[0]?.judgement : undefined
      }
      expect(await judged()).toMatchObject({ kind: 'ungraded', why: 'baseline-year-not-stated' })
      expect(
        await settleAttribute(tx, at('05-02'), {
          indicator: 'jobs',
          what: 'baseline-year',
          value: 'いつか',
          reason: '?',
        }),
      ).toMatchObject({ why: 'value-not-understood' })
      await settleAttribute(tx, at('05-02'), {
        indicator: 'jobs',
        what: 'baseline-year',
        value: '2019',
        reason: '計画の開始前年度',
      })
      expect(await judged()).toMatchObject({ kind: 'graded' })
    }))
})
