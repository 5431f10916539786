import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { areaLevel } from '#domain/government/area-code.ts'
import { impliedSteps } from '#domain/population/implied-rates.ts'
import type { Population } from '#domain/population/population.ts'
import type { PeopleRow, StatisticsTable } from '#domain/population/statistics.ts'
import { projectPopulation } from '#domain/population/step.ts'
import { readStatistics } from '#readers/statistics/read.ts'
import { describeWithShared, sharedFile } from './support/shared.ts'

const FILE = 'data/ipss2018_2015_2045_sex_age5_muni_pref.csv.gz'
const NATIONAL = 'data/national_control_ipss2018_sex_age5.csv'

describeWithShared('社人研 平成30年推計の全地域', FILE, () => {
  let table: StatisticsTable
  const byArea = new Map<string, PeopleRow[]>()
  const read = (name: string) => readStatistics(readFileSync(sharedFile(name) as string), name)

  beforeAll(() => {
    const { tables, findings } = read(FILE)
    expect(findings).toEqual([])
    table = tables[0] as StatisticsTable
    for (const row of table.people) byArea.set(row.area, [...(byArea.get(row.area) ?? []), row])
  })

  test('1,682市町村と47都道府県、2015年から2045年まで', () => {
    const levels = [...byArea.keys()].map(areaLevel)
    expect(levels.filter((level) => level === 'prefecture')).toHaveLength(47)
    expect(levels).toHaveLength(1_729)
    expect([...byArea.values()].every((rows) => rows.length === 7)).toBe(true)
  })

  test('どの地域も、推計の率で 2015年から進めると、公表された値と一人まで同じ', () => {
    const wrong: string[] = []
    let cells = 0
    for (const [area, rows] of byArea) {
      const published = rows.map(({ male, female }): Population => ({ male, female }))
      projectPopulation(published[0] as Population, impliedSteps(published), 'person').forEach(
        (people, at) => {
          for (const sex of ['male', 'female'] as const)
            people[sex].forEach((value, age) => {
              cells += 1
              if (value !== published[at]?.[sex][age])
                wrong.push(`${area} ${2015 + at * 5} ${sex} ${age}: ${value}`)
            })
        },
      )
    }
    expect(wrong).toEqual([])
    expect(cells).toBe(1_729 * 7 * 38)
  })

  test('市町村の合計は都道府県に等しい（市町村の推計がない福島県を除く46県、差 0）', () => {
    let residual = 0
    let compared = 0
    for (const [code, rows] of byArea) {
      if (areaLevel(code) !== 'prefecture' || code === '07000') continue
      const parts = [...byArea].filter(([area]) => area !== code && area.startsWith(code.slice(0, 2)))
      rows.forEach((whole, at) => {
        for (const sex of ['male', 'female'] as const)
          whole[sex].forEach((value, age) => {
            compared += 1
            const sum = parts.reduce((total, [, each]) => total + (each[at]?.[sex][age] ?? 0), 0)
            residual += Math.abs(sum - value)
          })
      })
    }
    expect(compared).toBe(46 * 7 * 38)
    expect(residual).toBe(0)
  })

  test('都道府県の合計は、全国の表に等しい（差 0）', () => {
    const national = read(NATIONAL).tables[0]?.people ?? []
    expect(national).toHaveLength(7)
    national.forEach((whole, at) => {
      for (const sex of ['male', 'female'] as const)
        whole[sex].forEach((value, age) => {
          const sum = [...byArea]
            .filter(([code]) => areaLevel(code) === 'prefecture')
            .reduce((total, [, rows]) => total + (rows[at]?.[sex][age] ?? 0), 0)
          expect(sum - value).toBe(0)
        })
    })
  })
})
