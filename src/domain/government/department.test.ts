import { describe, expect, test } from 'vitest'
import { eventYear } from '../cycle/event.ts'
import { fiscalYear } from '../shared/year.ts'
import { type Department, heirsOf, knownIn, nameAt, reorganisations } from './department.ts'

const y = fiscalYear
const departments: readonly Department[] = [
  { id: 'health', name: '健康福祉課', former: [{ name: '保健福祉課', until: y(2018) }] },
  { id: 'commerce', name: '商工課', to: y(2021), successors: ['trade'] },
  { id: 'tourism', name: '観光課', to: y(2021), successors: ['trade'] },
  { id: 'trade', name: '商工観光課', from: y(2022) },
  { id: 'civic', name: '市民生活課', to: y(2022), successors: ['citizens', 'environment'] },
  { id: 'citizens', name: '市民課', from: y(2023) },
  { id: 'environment', name: '環境課', from: y(2023) },
]
const of = (id: string) => departments.find((each) => each.id === id) as Department

describe('課の一生', () => {
  test.each([
    // 何を確かめるか       課          年度  その年の名前
    ['改名の前の年', 'health', 2018, '保健福祉課'],
    ['改名の年', 'health', 2019, '健康福祉課'],
    ['統合の前の年', 'commerce', 2021, '商工課'],
    ['統合の年にはもうない', 'commerce', 2022, undefined],
    ['統合でできる前', 'trade', 2021, undefined],
  ] as const)('%s', (_, id, year, name) => {
    expect(nameAt(of(id), year)?.name).toBe(name)
  })

  test.each([
    ['変わらない課は自分', 'health', 2024, ['health']],
    ['統合は一つへ', 'tourism', 2024, ['trade']],
    ['分割は二つへ', 'civic', 2024, ['citizens', 'environment']],
    ['分かれる前は自分', 'civic', 2022, ['civic']],
    ['ない課', 'none', 2024, []],
  ] as const)('引き継いだ課: %s', (_, id, year, heirs) => {
    expect(heirsOf(departments, id, year).map((each) => each.id)).toEqual(heirs)
  })

  test('その年度に知られていた課には、のちの改組が見えない', () => {
    expect(knownIn(departments, 2018).map(({ name }) => name)).toEqual([
      '保健福祉課',
      '商工課',
      '観光課',
      '市民生活課',
    ])
    expect(knownIn(departments, 2021).find(({ id }) => id === 'commerce')).toEqual({
      id: 'commerce',
      name: '商工課',
    })
    expect(knownIn(departments, 2030)).toEqual(departments)
    expect(reorganisations(departments)).toEqual([2019, 2022, 2023])
  })

  test('一月から三月の出来事は、前の年度のもの', () => {
    expect([
      eventYear({ id: 'flood', name: '水害', year: 2016, month: 7 }),
      eventYear({ id: 'snow', name: '大雪', year: 2018, month: 2 }),
      eventYear({ id: 'fair', name: '博覧会', year: 2018 }),
    ]).toEqual([2016, 2017, 2018])
  })
})
