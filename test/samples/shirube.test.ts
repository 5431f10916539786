import { describe, expect, test } from 'vitest'
import { nameAt } from '#domain/government/department.ts'
import type { GovernmentRecord } from '#domain/government/record.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import { aimOf } from '#domain/indicator/target-kind.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { nodesOf, placedNodes, reciprocity } from '#domain/plan/walk.ts'
import { fiscalYearOf } from '#domain/shared/year.ts'
import { readRecordFile } from '#readers/record-file.ts'
import { writePlanFile } from '#writers/plan-file.ts'
import { samplePlan, sampleText } from './sample.ts'

const NAMES = [
  'shirube-strategy-1',
  'shirube-strategy-1-revised',
  'shirube-strategy-2',
  'shirube-strategy-3',
  'shirube-action-2026',
] as const
const plan = Object.fromEntries(NAMES.map((name) => [name, samplePlan(`shirube/${name}`)])) as Record<
  (typeof NAMES)[number],
  Plan
>
const third = plan['shirube-strategy-3']
const action = plan['shirube-action-2026']
const read = readRecordFile(sampleText('shirube/record'))
const record = read.record as GovernmentRecord

const commitment = (of: Plan, indicator: string) =>
  of.commitments.find((each) => each.indicator === indicator)
const ofIndicator = (id: string) => record.actuals.filter(({ indicator }) => indicator === id)
/** The value that stands today for each year of a series, of its newest vintage. */
const standing = (id: string) => {
  const byYear = new Map<number, GovernmentRecord['actuals'][number]>()
  for (const told of ofIndicator(id).toSorted((a, b) => a.recordedAt.localeCompare(b.recordedAt)))
    byYear.set(told.actual.year, told)
  return [...byYear.values()].toSorted((a, b) => a.actual.year - b.actual.year).map(({ actual }) => actual)
}

describe('しるべ市の計画', () => {
  test.each(NAMES)('%s は書いて読むと一字一句同じ', (name) => {
    expect(writePlanFile(plan[name])).toBe(sampleText(`shirube/${name}`))
  })

  test('三つの世代と改訂、年度の計画', () => {
    expect(
      NAMES.map((name) => [
        plan[name].id,
        plan[name].edition.id,
        plan[name].period.from,
        plan[name].period.to,
      ]),
    ).toEqual([
      ['shirube-strategy-1', 'first', 2015, 2019],
      ['shirube-strategy-1', 'revised-2017', 2015, 2019],
      ['shirube-strategy-2', 'first', 2020, 2024],
      ['shirube-strategy-3', 'first', 2025, 2029],
      ['shirube-action-2026', 'first', 2026, 2026],
    ])
    expect(plan['shirube-strategy-1-revised'].edition.revises).toMatchObject({ atHand: true })
  })

  test('目標4・施策11・指標30・再掲4、対訳と担当課がある', () => {
    expect([nodesOf(third, 'goal').length, nodesOf(third, 'program').length]).toEqual([4, 11])
    expect([third.indicators.length, third.commitments.length, third.relistings.length]).toEqual([32, 30, 4])
    for (const { node } of [...nodesOf(third, 'goal'), ...nodesOf(third, 'program')])
      expect(node.names?.en, node.id).toBeTruthy()
    const departments = new Set(record.departments.map(({ id }) => id))
    for (const { names, department } of [...third.indicators, ...third.projects]) {
      expect(names?.en).toBeTruthy()
      expect(departments).toContain(department)
    }
  })

  test('14の指標が三つの世代を貫き、定義は一字一句同じ', () => {
    const generations = [plan['shirube-strategy-1-revised'], plan['shirube-strategy-2'], third]
    const [first = [], ...rest] = generations.map(({ commitments }) => [
      ...new Set(commitments.map(({ indicator }) => indicator)),
    ])
    const through = first.filter((id) => rest.every((ids) => ids.includes(id)))
    expect(through).toHaveLength(14)
    const definitions = new Map<string, Indicator>()
    for (const each of Object.values(plan).flatMap(({ indicators }) => indicators)) {
      expect(each).toEqual(definitions.get(each.id) ?? each)
      definitions.set(each.id, each)
    }
  })

  test('目標の種類がすべてある', () => {
    const byId = new Map(third.indicators.map((each) => [each.id, each]))
    const kinds = Map.groupBy(third.commitments, (each) => {
      const aim = aimOf(byId.get(each.indicator) as Indicator, each)
      return aim.ok ? aim.value.kind : aim.why
    })
    expect(Object.fromEntries([...kinds].map(([kind, { length }]) => [kind, length]))).toEqual({
      reach: 19,
      cumulative: 3,
      floor: 1,
      hold: 4,
      curb: 1,
      complete: 1,
      'never-judged': 1,
    })
    expect(commitment(third, 'waiting-children')?.targets.at(-1)).toMatchObject({ value: '0' })
    expect(commitment(third, 'births')).toMatchObject({
      baseline: { value: '176' },
      targets: [{ role: 'former' }, { value: '160', qualifier: 'at-least' }],
    })
  })

  test('難しい書き方がそろっている', () => {
    expect(commitment(third, 'relocation-consultations')?.baseline).toMatchObject({ span: { months: 4 } })
    expect(commitment(third, 'fan-club')).toMatchObject({
      baseline: { year: 'not-stated' },
      targets: [{ qualifier: 'about' }],
    })
    expect(third.indicators.find(({ id }) => id === 'district-meetings')?.better).toBe('not-stated')
    expect(third.indicators.flatMap(({ driver }) => driver ?? [])).toEqual([
      'net-migration',
      'arrivals',
      'fertility-rate',
      'births',
    ])
    expect(third.indicators.filter(({ survey }) => survey?.tolerancePoints === 3)).toHaveLength(3)
    const raised = (of: Plan) => commitment(of, 'disaster-groups')?.targets[0]?.value
    expect([raised(plan['shirube-strategy-1']), raised(plan['shirube-strategy-1-revised'])]).toEqual([
      '70.0',
      '80.0',
    ])
    const { mutual, oneWay } = reciprocity(third)
    expect([mutual.length > 0, oneWay.length > 0]).toEqual([true, true])
    expect([...placedNodes(third)].filter(({ node }) => node.refersTo).length).toBeGreaterThan(8)
  })

  test('基準値は、その年の実績と同じ', () => {
    for (const of of [plan['shirube-strategy-2'], third])
      for (const { indicator, baseline } of of.commitments) {
        if (baseline === 'not-stated' || baseline.year === 'not-stated' || baseline.span) continue
        const known = ofIndicator(indicator)
          .map(({ actual }) => actual)
          .filter((actual) => actual.year === baseline.year && actual.kind === 'known')
        if (known.length > 0)
          expect(
            known.map((each) => 'value' in each && each.value),
            indicator,
          ).toContain(baseline.value)
      }
  })
})

describe('令和8年度アクションプラン', () => {
  test('26事業を34か所に載せ、重点事項2つと3地区がある', () => {
    expect([action.projects.length, action.listings.length]).toEqual([26, 34])
    expect(nodesOf(action, 'initiative', 'initiative')).toHaveLength(2)
    expect(nodesOf(action, 'area', 'area')).toHaveLength(3)
    expect(action.tables).toHaveLength(1)
    const bookings = action.listings.flatMap(({ booking }) => booking?.printed ?? [])
    expect(new Set(bookings)).toEqual(new Set(['R7補正含む', '全額R7.12補計上', '一部R7.12補計上']))
  })

  test('同じ事業はどこでも同じ額で、前年度の額は記録の当初予算と同じ', () => {
    const amounts = Map.groupBy(action.listings, ({ project }) => project)
    for (const [project, places] of amounts) {
      expect(new Set(places.map(({ amount }) => amount?.yen)).size, project).toBe(1)
      const previous = places[0]?.previous
      const initial = record.appropriations.find(
        (each) => each.project === project && each.year === 2025 && each.kind === 'initial',
      )
      if (initial) expect(previous, project).toEqual(initial.amount)
    }
  })
})

describe('しるべ市の記録', () => {
  test('確認事項なしに読め、すべて行がある', () => {
    expect(read.findings).toEqual([])
    expect([record.departments.length, record.events.length, record.dates.length]).toEqual([17, 2, 7])
    expect([record.actuals.length, record.appropriations.length]).toEqual([270, 122])
    expect([record.opinions.length, record.moves.length]).toEqual([13, 13])
  })

  test('値のない理由がすべてある', () => {
    const why = record.actuals.flatMap(({ actual }) => (actual.kind === 'missing' ? actual.why : []))
    expect(new Set(why)).toEqual(
      new Set([
        'not-yet-published',
        'cannot-be-measured',
        'no-survey',
        'ended',
        'not-applicable',
        'withheld',
      ]),
    )
    expect(record.actuals.some(({ actual }) => actual.kind === 'withdrawn')).toBe(true)
    expect(record.actuals.some(({ actual }) => actual.kind === 'known' && actual.provisional)).toBe(true)
    expect(new Set(ofIndicator('city-product').map(({ actual }) => actual.vintage))).toEqual(
      new Set(['平成23年基準', '平成27年基準']),
    )
  })

  test('八年以上の実績のある指標が13以上あり、累計は減らない', () => {
    const long = third.indicators.filter(
      ({ id }) => standing(id).filter(({ kind }) => kind === 'known').length >= 8,
    )
    expect(long.length).toBeGreaterThanOrEqual(13)
    for (const { id } of third.indicators.filter(({ accumulation }) => accumulation === 'cumulative')) {
      const values = standing(id).flatMap((actual) => (actual.kind === 'known' ? Number(actual.value) : []))
      expect(values, id).toEqual(values.toSorted((a, b) => a - b))
    }
  })

  test('令和7年度は30のうち20が報告ずみで、締めていない', () => {
    const reported = third.commitments.filter(({ indicator }) =>
      standing(indicator).some(({ year, kind }) => year === 2025 && kind !== 'withdrawn'),
    )
    expect(reported).toHaveLength(20)
    expect(record.moves.filter(({ move }) => move === 'close').map(({ year }) => year)).toEqual([
      2020, 2021, 2022, 2022, 2023, 2024,
    ])
  })

  test('内訳のある指標は、記録のある年度では内訳の合計と同じ', () => {
    const wholes = third.indicators.filter(({ parts }) => parts)
    expect(wholes.map(({ id }) => id)).toEqual(['bus-riders'])
    for (const year of [2023, 2024]) {
      const of = (id: string) => {
        const actual = standing(id).find((each) => each.year === year)
        return actual?.kind === 'known' ? Number(actual.value) : Number.NaN
      }
      for (const { id, parts = [] } of wholes)
        expect(
          parts.map(of).reduce((a, b) => a + b),
          `${id} ${year}`,
        ).toBe(of(id))
    }
  })

  test('記録した人の課は、その日にその名前であった', () => {
    for (const { recordedAt, recordedBy } of [...record.actuals, ...record.appropriations]) {
      const year = fiscalYearOf(recordedAt.slice(0, 10))
      const names = record.departments.map((each) => nameAt(each, year)?.name)
      expect(names, `${recordedAt} ${recordedBy}`).toContain(recordedBy.split(' ')[0])
    }
  })

  test('実績は、その年度が終わってから記録された', () => {
    for (const { actual, recordedAt, indicator } of record.actuals)
      expect(recordedAt > `${actual.year + 1}-03-31`, `${indicator} ${actual.year}`).toBe(true)
  })
})
