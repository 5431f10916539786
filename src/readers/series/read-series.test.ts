import { describe, expect, test } from 'vitest'
import { readSeries } from './read-series.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const HEAD = 'series,kind,unit,better,year,value\n'
const read = (text: string) => readSeries(bytes(text))

describe('系列の表を読む', () => {
  test('列の順によらず、系列ごとに、表の順で', () => {
    const { series, findings } = read(
      'value,year,series,better,unit,kind\n120,2019,乙,lower,人,count\n55,2020,甲,higher,%,share\n118,2020,乙,,,\n',
    )
    expect(findings).toEqual([])
    expect(series).toEqual([
      {
        name: '乙',
        kind: 'count',
        kindFrom: 'stated',
        unit: '人',
        better: 'lower',
        points: [
          { year: 2019, value: 120 },
          { year: 2020, value: 118 },
        ],
        withoutValue: 0,
      },
      {
        name: '甲',
        kind: 'share',
        kindFrom: 'stated',
        unit: '%',
        better: 'higher',
        points: [{ year: 2020, value: 55 }],
        withoutValue: 0,
      },
    ])
  })

  test.each([
    ['元号の年度', 'x,,人,,令和5年度,12', { year: 2023, value: 12 }],
    ['桁区切り', 'x,,人,,2023,"1,200"', { year: 2023, value: 1200 }],
    ['全角と▲', 'x,,人,,２０２３,▲１２．５', { year: 2023, value: -12.5 }],
  ])('%s', (_, row, point) => {
    expect(read(`${HEAD}${row}\n`).series[0]?.points).toEqual([point])
  })

  test.each(['', '-', '－', '…', '未公表'])('値のない年「%s」は、0でなく、ないものとして数える', (value) => {
    const [only] = read(`${HEAD}x,,人,,2020,5\nx,,人,,2021,${value}\n`).series
    expect(only).toMatchObject({ points: [{ year: 2020, value: 5 }], withoutValue: 1 })
  })

  test('種類の記載がなければ単位と値から決め、そう言う', () => {
    const [only] = read(`${HEAD}x,,％,,2020,45.5\n`).series
    expect(only).toMatchObject({ kind: 'share', kindFrom: 'unit', better: 'not-stated' })
  })

  test('cp932 でも読める', () => {
    // 「系列,単位,年度,値」「出生数,人,2020,5」
    const head = [
      0x8c, 0x6e, 0x97, 0xf1, 0x2c, 0x92, 0x50, 0x88, 0xca, 0x2c, 0x94, 0x4e, 0x93, 0x78, 0x2c, 0x92, 0x6c,
    ]
    const row = [
      0x8f, 0x6f, 0x90, 0xb6, 0x90, 0x94, 0x2c, 0x90, 0x6c, 0x2c, 0x32, 0x30, 0x32, 0x30, 0x2c, 0x35,
    ]
    const { series } = readSeries(Uint8Array.from([...head, 0x0d, 0x0a, ...row, 0x0d, 0x0a]))
    expect(series).toMatchObject([{ name: '出生数', unit: '人', points: [{ year: 2020, value: 5 }] }])
  })

  test.each([
    ['列が足りない', 'series,kind,year\nx,count,2020\n', 'series-columns', 1],
    ['何もない', '', 'file-empty', undefined],
    ['知らない種類', `${HEAD}x,count,人,,2020,5\ny,木,人,,2020,5\n`, 'series-kind', 3],
    ['知らない向き', `${HEAD}x,count,人,斜め,2020,5\n`, 'series-better', 2],
    ['数でない値', `${HEAD}x,count,人,,2020,5\nx,count,人,,2021,たくさん\n`, 'not-a-decimal', 3],
    ['年度でない', `${HEAD}x,count,人,,去年,5\n`, 'impossible-year', 2],
    ['同じ年度が二度', `${HEAD}x,count,人,,2020,5\nx,count,人,,R2,6\n`, 'series-year-twice', 3],
    ['種類の食い違い', `${HEAD}x,count,人,,2020,5\nx,share,人,,2021,6\n`, 'series-disagrees', 3],
    ['100を超える割合', `${HEAD}x,share,%,,2020,50\nx,share,%,,2021,101\n`, 'series-share-outside', 3],
    ['0件の回答', `series,year,value,n\nx,2020,50,0\n`, 'series-n', 2],
  ])('%s → 行と理由', (_, text, code, line) => {
    const { series, findings } = read(text)
    expect(series).toEqual([])
    expect(findings[0]).toMatchObject({ code, severity: 'error', ...(line ? { line } : {}) })
  })
})
