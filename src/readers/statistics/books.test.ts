import { describe, expect, test } from 'vitest'
import { ages, type Cells, kanji, sharedStringsBook, sum, workbookOf } from '#test/support/statistics.ts'
import { readStatistics } from './read.ts'

const codes = (read: ReturnType<typeof readStatistics>) => read.findings.map(({ code }) => code)

describe('社人研の Excel（書式の説明から作った本で確かめる。原本では未検証）', () => {
  const both = (year: number, open: number) =>
    ages(open, year).map((value, at) => value + (ages(open, year + 500)[at] ?? 0))

  test('suikei_kekka.xlsx（2023年）: 見出し2行、6行目から、男女計・男・女が横に並ぶ', () => {
    const block = (people: readonly number[]) => [sum(people), ...people]
    const row = (code: number, year: number) => [
      ...[code, 2, '熊本県', code === 43_000 ? '' : '人吉市', `${year}年`],
      ...[
        ...block(both(year, 95)),
        '',
        ...block(ages(95, year)),
        '',
        ...block(ages(95, year + 500)),
        100,
        99.5,
      ],
    ]
    const head = ['総数', ...kanji(95)]
    const cells: Cells = [
      ['男女・年齢（5歳）階級別の推計結果'],
      [],
      [],
      [
        'コード',
        '市などの別',
        '都道府県',
        '市区町村',
        '年',
        '男女計',
        ...Array(21).fill(''),
        '男',
        ...Array(21).fill(''),
        '女',
      ],
      ['', '', '', '', '', ...head, '', ...head, '', ...head, '指数', '指数'],
      ...[1100, 43_203, 40_231].flatMap((code) =>
        [2020, 2025, 2030, 2035, 2040, 2045, 2050].map((year) => row(code, year)),
      ),
    ]
    const { tables, findings } = readStatistics(workbookOf({ Sheet1: cells }), 'suikei_kekka.xlsx')
    expect(findings).toEqual([])
    expect(tables[0]?.heading).toMatchObject({
      series: 'ipss-2023',
      kind: 'projection',
      edition: '令和5年推計',
    })
    expect(tables[0]?.areas.map(({ code }) => code)).toEqual(['01100', '43203', '40231'])
    expect(tables[0]?.people[8]).toMatchObject({
      ...{
        area: '43203',
        year: 2025,
        male: ages(95, 2025),
        female: ages(95, 2525),
        origin: 'Sheet1!R14,Sheet1!R14',
      },
    })
  })

  const years2018 = [2015, 2020, 2025, 2030, 2035, 2040, 2045]
  const years2023 = years2018.map((year) => year + 5)
  const down = (years: readonly number[], open: number, of: (year: number) => readonly number[]) => [
    ['', ...years.map((year) => `${year}年`)],
    ['総数', ...years.map((year) => sum(of(year)))],
    ...kanji(open).map((label, at) => [label, ...years.map((year) => of(year)[at] ?? 0)]),
  ]
  const sexes = (years: readonly number[], open: number) =>
    [
      ['男女計', down(years, open, (year) => both(year, open))],
      ['男', down(years, open, (year) => ages(open, year))],
      ['女', down(years, open, (year) => ages(open, year + 500))],
    ] as const

  test('市区町村別（2023年）: 男女計は A〜H列、男は J〜Q列、女は S〜Z列', () => {
    const blocks = sexes(years2023, 95)
    const rows = [0, ...blocks[0][1].map((_, at) => at + 1)].map((at) =>
      blocks.flatMap(([sex, cells]) => [
        ...(at === 0 ? [sex, ...Array(7).fill('')] : (cells[at - 1] ?? [])),
        '',
      ]),
    )
    const book = workbookOf({ Sheet1: [['43203 熊本県人吉市'], [], ...rows] })
    const { tables, findings } = readStatistics(book, '43203.xlsx')
    expect(findings).toEqual([])
    expect(tables[0]?.heading.series).toBe('ipss-2023-43203')
    expect(tables[0]?.areas).toEqual([{ code: '43203', name: '人吉市' }])
    expect(tables[0]?.people).toHaveLength(7)
    expect(tables[0]?.people[2]).toMatchObject({ year: 2030, male: ages(95, 2030), female: ages(95, 2530) })
  })

  test('市区町村別（2018年）: 男女計・男・女が縦に並び、90歳以上で閉じる', () => {
    const rows = sexes(years2018, 90).flatMap(([sex, cells]) => [[sex], ...cells, []])
    const book = workbookOf({ 人吉市: [['熊本県人吉市（43203）'], ['男女・年齢別将来推計人口'], ...rows] })
    const { tables, findings } = readStatistics(book, 'kumamoto.xlsx')
    expect(findings).toEqual([])
    expect(tables[0]?.heading).toMatchObject({ series: 'ipss-2018-43203', edition: '平成30年推計' })
    expect(tables[0]?.people[6]).toMatchObject({ year: 2045, male: ages(90, 2045), female: ages(90, 2545) })
  })

  test('どの地域か書かれていなければ、取り込まずにそう言う', () => {
    const rows = sexes(years2018, 90).flatMap(([sex, cells]) => [[sex], ...cells, []])
    const read = readStatistics(workbookOf({ Sheet1: [['将来推計人口'], ...rows] }), 'book.xlsx')
    expect(read.tables).toEqual([])
    expect(codes(read)).toEqual(['area-not-stated'])
  })

  test('仮定値表: 生残率・純移動率・子ども女性比・0〜4歳性比', () => {
    const periods = [2015, 2020, 2025, 2030, 2035, 2040]
    const heads = ['', ...periods.map((year) => `${year}年→${year + 5}年`)]
    const rates = (start: number) =>
      Array.from({ length: 18 }, (_, at) => [
        at === 17 ? '85歳以上→90歳以上' : `${at * 5}～${at * 5 + 4}歳→${at * 5 + 5}～${at * 5 + 9}歳`,
        ...periods.map((_year, step) => start - at / 1000 - step / 100_000),
      ])
    const cells: Cells = [
      ['43203 人吉市 仮定値表'],
      ['生残率'],
      ['男'],
      heads,
      ['出生→0～4歳', ...periods.map(() => 0.99)],
      ...rates(0.99),
      ['女'],
      heads,
      ...rates(0.995),
      ['純移動率'],
      ['男'],
      heads,
      ...rates(-0.01),
      ['女'],
      heads,
      ...rates(-0.02),
      ['', ...periods.map((year) => `${year + 5}年`)],
      ['子ども女性比', ...periods.map((_, step) => 0.26 + step / 1000)],
      ['0～4歳性比', ...periods.map(() => 105.2)],
    ]
    const { tables, findings } = readStatistics(workbookOf({ 人吉市: cells }), '43203.xlsx')
    expect(findings).toEqual([])
    expect(tables[0]?.heading).toMatchObject({ series: 'ipss-2018-43203-rates', kind: 'rates' })
    expect(tables[0]?.rates).toHaveLength(6)
    const second = tables[0]?.rates[1]
    expect(second).toMatchObject({ area: '43203', year: 2020, childWomanRatio: 0.261 })
    expect(second?.survival?.male).toHaveLength(18)
    expect(second?.survival?.male[17]).toBeCloseTo(0.99 - 0.017 - 0.00001, 12)
    expect(second?.migration?.female[0]).toBeCloseTo(-0.02 - 0.00001, 12)
    expect(second?.maleShare).toBeCloseTo(105.2 / 205.2, 12)
  })

  test('ふりがな・書式の切れ目・空の文字列があっても、共有文字列はずれない', () => {
    const { tables, findings } = readStatistics(
      sharedStringsBook([
        ['43203 熊本県人吉市'],
        ...sexes(years2018, 90).flatMap(([sex, cells]) => [[sex], ...cells, []]),
      ]),
      'phonetic.xlsx',
    )
    expect(findings).toEqual([])
    expect(tables[0]?.areas).toEqual([{ code: '43203', name: '人吉市' }])
    expect(tables[0]?.people[0]).toMatchObject({ male: ages(90, 2015), female: ages(90, 2515) })
  })
})

describe('住民基本台帳 年齢階級別（書式の説明から。原本では未検証）', () => {
  test('国勢調査とは別の系列になる。団体コードは6桁、先頭の0が落ちていても読む', () => {
    const labels = [...Array.from({ length: 20 }, (_, at) => `${at * 5}歳～${at * 5 + 4}歳`), '100歳以上']
    const row = (code: number | string, sex: string, seed: number) => {
      const people = ages(100, seed)
      return [code, '熊本県', '人吉市', sex, sum(people), ...people]
    }
    const cells: Cells = [
      ['【総計】令和6年住民基本台帳年齢階級別人口（市区町村別）'],
      ['団体コード', '都道府県名', '市区町村名', '性別', '総数', ...labels],
      ...[432_032, 12_106].flatMap((code) => [
        row(code, '計', 0).map((value, at) =>
          at > 4 ? 10 + 20 + 2 * (at - 5) : at === 4 ? sum(ages(100, 10)) + sum(ages(100, 20)) : value,
        ),
        row(code, '男', 10),
        row(code, '女', 20),
      ]),
    ]
    const { tables, findings } = readStatistics(workbookOf({ 人口: cells }), 'register.xlsx')
    expect(findings).toEqual([])
    expect(tables[0]?.heading).toMatchObject({ series: 'register-2024', kind: 'register' })
    expect(tables[0]?.areas.map(({ code }) => code)).toEqual(['43203', '01210'])
    // 95〜99歳と100歳以上は、95歳以上にまとめる。
    expect(tables[0]?.people[0]?.male).toEqual([...ages(90, 10), 29 + 30])
  })
})
