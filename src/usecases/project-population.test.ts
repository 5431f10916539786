import { describe, expect, test } from 'vitest'
import { totalOf } from '#domain/population/population.ts'
import type { StatisticsTable } from '#domain/population/statistics.ts'
import { listPeople, listRates, listValues } from '#store/dataset-rows.ts'
import { datasetsOf, listDatasets } from '#store/datasets.ts'
import type { WriteTx } from '#store/transaction.ts'
import { planner, rolledBack, useStore } from '#test/support/store.ts'
import { importStatistics } from './import-statistics.ts'
import { type AskedOfArea, projectArea } from './project-population.ts'

const NOW = '2026-11-26T00:00:00.000Z'
const administrator = { id: 'a', name: '運用者', role: 'administrator', government: '' } as const
const ages = (of: (age: number) => number) => Array.from({ length: 19 }, (_, age) => of(age))

/** Everyone one group older each step, fewer by a tenth, three children in ten women; whole persons. */
function table(
  series: string,
  codes: readonly string[],
  scale = 1,
  years = [2015, 2020, 2025],
): StatisticsTable {
  return {
    heading: {
      series,
      kind: 'projection',
      title: `試験用の推計 ${series}`,
      edition: '試験版',
      published: '2018-03',
      source: '試験',
    },
    areas: codes.map((code) => ({ code, name: `地域${code}` })),
    people: codes.flatMap((area) =>
      years.map((year, at) => ({
        ...{ area, year, origin: `R${year}` },
        male: ages((age) => Math.round(scale * (1000 - 20 * age) * 0.9 ** at)),
        female: ages((age) => Math.round(scale * (1000 - 15 * age) * 0.92 ** at)),
      })),
    ),
    ...{ rates: [], values: [] },
  }
}

const prefectures = Array.from({ length: 47 }, (_, at) => `${String(at + 1).padStart(2, '0')}000`)
const asked: AskedOfArea = {
  ...{
    code: '43203',
    base: 2015,
    to: 2025,
    scenario: 'pattern1',
    fertility: 2.1,
    by: 2030,
    rounding: 'person',
  },
}

describe('統計表の取り込みと推計', () => {
  const store = useStore()
  const put = async (tx: WriteTx, made: StatisticsTable, sha = 'a') => {
    const given = { table: made, file: `${made.heading.series}.csv`, sha256: sha.repeat(64) }
    const done = await importStatistics(tx, { actor: administrator, now: NOW }, given)
    if (!done.ok) throw new Error(done.why)
    return done.value
  }
  const inside = (work: (tx: WriteTx) => Promise<void>) => rolledBack(store.current, '', work)

  test('同じ内容をもう一度入れても変わらず、違う内容なら次の版になり、前の版も残る', () =>
    inside(async (tx) => {
      expect(await put(tx, table('t-1', ['43203']))).toMatchObject({
        known: false,
        dataset: { id: 't-1', rows: 3 },
      })
      expect(await put(tx, table('t-1', ['43203']))).toMatchObject({ known: true, dataset: { id: 't-1' } })
      expect(await put(tx, table('t-1', ['43203'], 2), 'b')).toMatchObject({
        dataset: { id: 't-1.2', vintage: 2 },
      })
      const ids = (await listDatasets(tx)).map(({ id }) => id).filter((id) => id.startsWith('t-1'))
      expect(ids).toEqual(['t-1', 't-1.2'])
      const [old, next] = [await listPeople(tx, 't-1', '43203'), await listPeople(tx, 't-1.2', '43203')]
      expect([old[0]?.male[0], next[0]?.male[0]]).toEqual([1000, 2000])
    }))

  test('運用者でなければ取り込めない', () =>
    inside(async (tx) => {
      const given = { table: table('t-2', ['43203']), file: 'x', sha256: 'c'.repeat(64) }
      expect(await importStatistics(tx, { actor: planner(''), now: NOW }, given)).toEqual({
        ok: false,
        why: 'not-allowed',
      })
    }))

  test('取り込んだ統計表は、書き換えも削除もできない', () =>
    inside(async (tx) => {
      await put(tx, table('t-3', ['43203']))
      await expect(tx.db.deleteFrom('dataset_people').execute()).rejects.toThrow('permission denied')
    }))

  test('年齢不詳・仮定値・値も、入れたとおりに読める', () =>
    inside(async (tx) => {
      const rows = { male: ages(() => 0.98), female: ages(() => 0.99) }
      const made: StatisticsTable = {
        ...table('t-4', ['43203']),
        people: [
          {
            ...{ area: '43203', year: 2015, origin: 'R2,R3' },
            male: ages((age) => age),
            female: ages(() => 1),
            unknown: { male: 3, female: 0 },
          },
        ],
        rates: [{ area: '43203', year: 2015, survival: rows, childWomanRatio: 0.2, origin: 'S' }],
        values: [{ area: '43203', year: 2010, what: 'fertility-rate', value: 1.85, origin: 'R9' }],
      }
      await put(tx, made)
      expect(await listPeople(tx, 't-4')).toEqual(made.people)
      expect(await listRates(tx, 't-4', '43203')).toEqual(made.rates)
      expect(await listValues(tx, 't-4', '43203', 'fertility-rate')).toEqual(made.values)
      expect(await listValues(tx, 't-4', '43203', 'births')).toEqual([])
    }))

  test('取り込んだ推計の中では、推計と一人まで同じ。先は延ばす', () =>
    inside(async (tx) => {
      const made = table('t-5', ['43203'])
      await put(tx, made)
      const projected = await projectArea(tx, { ...asked, to: 2030 })
      if (!projected.ok) throw new Error(projected.why)
      const { years } = projected.value
      expect(years.slice(0, 3).map(({ people }) => people)).toEqual(
        made.people.map(({ male, female }) => ({ male, female })),
      )
      expect(years.map(({ held }) => held)).toEqual([false, false, false, true])
      expect(projected.value.survivalFrom).toBeUndefined()
    }))

  test('変わったコードでも、6桁でも、前の名の表が見つかる', () =>
    inside(async (tx) => {
      await put(tx, table('t-6', ['40305', '43203']))
      const names = await Promise.all(
        ['40231', '402311', '40305', '432032'].map((code) => projectArea(tx, { ...asked, code })),
      )
      expect(names.map((each) => (each.ok ? each.value.area.code : each.why))).toEqual([
        '40305',
        '40305',
        '40305',
        '43203',
      ])
    }))

  test('47都道府県があれば、その合計の変化を生残率とし、内訳が出る', () =>
    inside(async (tx) => {
      await put(tx, table('t-7', [...prefectures, '43203']))
      const projected = await projectArea(tx, { ...asked, scenario: 'sim2', rounding: 'none' })
      if (!projected.ok) throw new Error(projected.why)
      const { survivalFrom, years, influence } = projected.value
      expect(survivalFrom).toBe('national')
      // The area is a small copy of the nation, so nobody of it moves but those whom the cap at 1 hides.
      const moved = years[1]?.told?.migrants.male
        .slice(1)
        .reduce((total, value) => total + Math.abs(value), 0)
      expect(moved).toBe(0)
      expect(influence?.natural).toBeGreaterThanOrEqual(1)
    }))

  test('仮定値表があれば、それを先に使う', () =>
    inside(async (tx) => {
      await put(tx, table('t-8', [...prefectures, '43203']))
      const survival = { male: ages(() => 0.9).slice(1), female: ages(() => 0.95).slice(1) }
      const rates: StatisticsTable = {
        ...table('t-8-rates', ['43203']),
        people: [],
        rates: [2015, 2020].map((year) => ({ area: '43203', year, survival, origin: 'S' })),
      }
      await put(tx, { ...rates, heading: { ...rates.heading, kind: 'rates' } }, 'd')
      const projected = await projectArea(tx, { ...asked, rounding: 'none' })
      if (!projected.ok) throw new Error(projected.why)
      expect(projected.value.survivalFrom).toBe('assumptions')
      expect(projected.value.years[1]?.told?.deaths.male[0]).toBeCloseTo(100, 9)
      expect(totalOf(projected.value.years[2]?.people ?? { male: [], female: [] })).toBeGreaterThan(0)
    }))

  test('版を選べる。選ばなければ、基準の年がある最も新しい版', () =>
    inside(async (tx) => {
      const newer = table('t-9', ['43203'], 3, [2020, 2025, 2030])
      await put(tx, table('t-9-old', ['43203']))
      await put(tx, { ...newer, heading: { ...newer.heading, published: '2023-12' } }, 'e')
      const of = async (more: Partial<AskedOfArea>) => {
        const projected = await projectArea(tx, { ...asked, ...more })
        return projected.ok ? projected.value.dataset.id : projected.why
      }
      expect((await datasetsOf(tx, 'projection', ['43203'])).map(({ id }) => id)).toEqual(['t-9', 't-9-old'])
      expect(await of({})).toBe('t-9-old')
      expect(await of({ base: 2020, to: 2030 })).toBe('t-9')
      expect(await of({ base: 2020, to: 2030, dataset: 't-9-old' })).toBe('t-9-old')
    }))

  test.each([
    ['コードでない', { code: 'abc' }, 'not-an-area-code'],
    ['検査数字が違う', { code: '432031' }, 'not-an-area-code'],
    ['推計のない地域', { code: '13101' }, 'no-projection-of-area'],
    ['ない統計表', { dataset: 'none' }, 'no-such-dataset'],
    ['表にない基準の年', { base: 2016 }, 'no-base-year'],
    ['後ろ向きの年', { to: 2015 }, 'years-backwards'],
    ['5年刻みでない', { to: 2022 }, 'not-five-year-steps'],
    ['遠すぎる年', { to: 2200 }, 'year-too-far'],
    ['最後の年からは進めない', { base: 2025, to: 2030 }, 'no-base-year'],
    ['目標の年が基準より前', { scenario: 'sim1', by: 2010 }, 'target-year-not-after-base'],
    ['生残率がなければ移動を分けられない', { scenario: 'sim2' }, 'no-survival'],
  ] as const)('%sときは、理由を返す', (_, wrong, why) =>
    inside(async (tx) => {
      await put(tx, table('t-10', ['43203']))
      expect(await projectArea(tx, { ...asked, ...wrong })).toMatchObject({ ok: false, why })
    }),
  )
})
