import { describe, expect, test } from 'vitest'
import { ages, estatAnswer, utf8 } from '#test/support/statistics.ts'
import { readStatistics } from './read.ts'

const codes = (read: ReturnType<typeof readStatistics>) => read.findings.map(({ code }) => code)

describe('e-Stat API 3.0（書式の説明から。実際の応答では未検証）', () => {
  test.each([
    ['ふつうの応答', {}],
    ['性別と年齢の軸が、説明とデータで入れかわっている（2015年）', { swapped: true }],
    ['地域が一つで、CLASS が配列でない', { oneArea: true }],
  ])('%s', (_, shape) => {
    const { tables, findings } = readStatistics(utf8(JSON.stringify(estatAnswer(shape))), 'estat.json')
    expect(findings).toEqual([])
    expect(tables[0]?.heading).toMatchObject({ series: 'estat-0003149862', kind: 'census' })
    const people = tables[0]?.people.find(({ area }) => area === '43203')
    expect(people).toMatchObject({ year: 2015, unknown: { male: 3, female: 5 } })
    expect(people?.male).toEqual(ages(95, 100))
    expect(people?.female).toEqual(ages(95, 200))
  })

  test('続きがあれば（NEXT_KEY）そう言い、ページを並べれば一つの表になる', () => {
    const [first, second] = [estatAnswer({ half: 1 }), estatAnswer({ half: 2 })]
    expect(codes(readStatistics(utf8(JSON.stringify(first)), 'estat.json'))).toContain('estat-more-pages')
    const whole = readStatistics(utf8(JSON.stringify([first, second])), 'estat.json')
    expect(codes(whole)).toEqual([])
    expect(whole.tables[0]?.people).toHaveLength(2)
  })

  test('断られた応答は、その理由を示す', () => {
    const refused = { GET_STATS_DATA: { RESULT: { STATUS: 100, ERROR_MSG: '認証に失敗しました。' } } }
    const read = readStatistics(utf8(JSON.stringify(refused)), 'estat.json')
    expect(read.findings).toMatchObject([
      { code: 'estat-refused', detail: { reason: '認証に失敗しました。' } },
    ])
  })

  const tidy = (nationalities: readonly string[]) => {
    const labels = [
      '総数',
      ...Array.from({ length: 20 }, (_, at) => `${at * 5}～${at * 5 + 4}歳`),
      '100歳以上',
      '不詳',
    ]
    const rows = nationalities.flatMap((nationality, n) =>
      ['総数', '男', '女'].flatMap((sex, s) =>
        labels.map((label, at) => {
          const of = (seed: number) =>
            at === 0 ? 0 : at === 22 ? 0 : at === 20 ? seed + 12 : at === 21 ? 7 : seed + at - 1
          const value = (s === 1 ? of(100) : s === 2 ? of(200) : of(100) + of(200)) + (at === 0 ? 0 : n)
          const cells = [
            '020',
            '人口',
            `${n}`,
            nationality,
            `${s}`,
            sex,
            `${at}`,
            label,
            '43203',
            '人吉市',
            '2020000000',
            '2020年',
            '人',
          ]
          return [...cells, at === 0 ? '…' : String(value)].map((cell) => `"${cell}"`).join(',')
        }),
      ),
    )
    const head =
      'tab_code,表章項目,cat01_code,国籍,cat02_code,男女,cat03_code,年齢,area_code,地域,time_code,時間軸（年次）,unit,value'
    return utf8(['"統計表表示ID","0003445162"', '', head, ...rows].join('\n'))
  }

  test('CSV（1行に1値）も、列の中身で軸を知る。国籍のような軸は総数を使う', () => {
    const { tables, findings } = readStatistics(tidy(['国籍総数', 'うち日本人']), 'e-stat.csv')
    expect(findings).toEqual([])
    expect(tables[0]?.heading).toMatchObject({ series: 'estat-0003445162', kind: 'census' })
    expect(tables[0]?.people).toHaveLength(1)
    expect(tables[0]?.people[0]).toMatchObject({
      area: '43203',
      year: 2020,
      male: ages(95, 100),
      female: ages(95, 200),
    })
  })

  test('総数のない軸があれば、選ばずにそう言う', () => {
    expect(codes(readStatistics(tidy(['日本人', '外国人']), 'e-stat.csv'))).toEqual(['axis-without-total'])
  })
})
