import { describe, expect, test } from 'vitest'
import { eraAfter, findYears, wholeYear } from './years.ts'

const HEISEI = { era: '平成', near: 2014 } as const

describe('文の中の年', () => {
  test.each([
    // 書き方                     年度
    ['平成27年度', 2015],
    ['令和元年度', 2019],
    ['平成31年度', 2019],
    ['R5', 2023],
    ['H29末', 2017],
    ['（H28当初）', 2016],
    ['2027年度', 2027],
    ['令和5(2023)年度', 2023],
    ['2020(平成32)年度', 2020],
    ['平成16 (2004)年度', 2004],
    ['平成62年', 2050],
    ['27年度', 2015],
    ['30年度目標', 2018],
    // 月があるときは、三月までは前の年度
    ['H28.3', 2015],
    ['H27年4月', 2015],
    ['平成31年3月末', 2018],
    ['平成26年12月末', 2014],
    ['2021年3月', 2020],
    ['令和6年4月1日現在', 2024],
  ] as const)('%s → %i', (text, year) => {
    expect(findYears(text.normalize('NFKC'), HEISEI).map((each) => each.year)).toEqual([year])
  })

  test.each(['5年間', '2年目', '10年後', '第2次', 'PM2.5', 'COP26', '1/2', '3,000人'])(
    '%s に年はない',
    (text) => {
      expect(findYears(text, HEISEI)).toEqual([])
    },
  )

  test('元号のない年度は、その前の元号で読む', () => {
    expect(findYears('6年度', eraAfter('令和5年度の計画', {}))[0]?.year).toBe(2024)
    expect(findYears('29年度', eraAfter('平成27年度の計画', {}))[0]?.year).toBe(2017)
    expect(findYears('6年度', {})).toEqual([])
  })

  test('いなくなった元号の年は、印をつけて読む', () => {
    expect(findYears('平成32年度')[0]).toMatchObject({ year: 2020, neverWas: true })
  })

  test.each([
    ['(25年度)', 2013],
    ['平成18 (2006)年度', 2006],
    ['(2019)', 2019],
    ['R6', 2024],
  ] as const)('年だけのセル %s', (text, year) => {
    expect(wholeYear(text, HEISEI)?.year).toBe(year)
  })

  test.each(['27年度実績', '目標（R6）', '2年目', '平成27年度から平成31年度まで'])(
    '年だけではないセル %s',
    (text) => {
      expect(wholeYear(text, HEISEI)).toBeUndefined()
    },
  )
})
