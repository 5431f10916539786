import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { encoded } from '#test/support/formats.ts'
import { ages, groups, kanji, sum, utf8, workbookOf } from '#test/support/statistics.ts'
import { readStatistics } from './read.ts'

const codes = (read: ReturnType<typeof readStatistics>) => read.findings.map(({ code }) => code)

const long = (lines: readonly string[], extra = '') =>
  [`code,name,level,sex,year,total,${groups(90).join(',')},90+${extra}`, ...lines].join('\n')
const line = (code: string, sex: string, year: number, people: readonly number[], unknown?: number) =>
  [
    code,
    '人吉市',
    'muni',
    sex,
    year,
    sum(people) + (unknown ?? 0),
    ...people,
    ...(unknown === undefined ? [] : [unknown]),
  ].join(',')

describe('横長の CSV', () => {
  const years = [2015, 2020, 2025, 2030, 2035, 2040, 2045]
  const text = long(
    years.flatMap((year) => [
      line('43203', 'M', year, ages(90, year)),
      line('43203', 'F', year, ages(90, year + 500)),
      line(
        '43203',
        'T',
        year,
        ages(90, year).map((value, at) => value + year + 500 + at),
      ),
    ]),
  )

  test.each([
    ['そのまま', utf8(text)],
    ['gzip', gzipSync(text)],
    ['Shift_JIS', encoded(text, 'shift_jis')],
    ['BOM つき', utf8(`\ufeff${text}`)],
    ['CRLF', utf8(text.replaceAll('\n', '\r\n'))],
  ])('推計（%s）: 版は年から分かり、値は場所をもつ', (_, bytes) => {
    const { tables, findings } = readStatistics(bytes, 'it.csv')
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([])
    expect(tables[0]?.heading).toMatchObject({
      series: 'ipss-2018-43203',
      kind: 'projection',
      published: '2018-03',
    })
    expect(tables[0]?.areas).toEqual([{ code: '43203', name: '人吉市' }])
    expect(tables[0]?.people).toHaveLength(7)
    expect(tables[0]?.people[1]).toEqual({
      ...{ area: '43203', year: 2020, male: ages(90, 2020), female: ages(90, 2520), origin: 'R5,R6' },
    })
  })

  test('一つの県だけの表は、全国の表の次の版ではなく、別の系列になる', () => {
    const lines = years.flatMap((year) =>
      ['43203', '43100'].flatMap((code) => [
        line(code, 'M', year, ages(90, 1)),
        line(code, 'F', year, ages(90, 2)),
      ]),
    )
    expect(readStatistics(utf8(long(lines)), 'it.csv').tables[0]?.heading.series).toBe('ipss-2018-43')
  })

  test('国勢調査は年齢不詳を別にもつ', () => {
    const { tables } = readStatistics(
      utf8(
        long(
          [line('43203', 'M', 2015, ages(90, 1), 53), line('43203', 'F', 2015, ages(90, 2), 34)],
          ',unknown',
        ),
      ),
      'it.csv',
    )
    expect(tables[0]?.heading.kind).toBe('census')
    expect(tables[0]?.people[0]?.unknown).toEqual({ male: 53, female: 34 })
  })

  test.each([
    [
      '知らない範囲の年は、推計として読み、そう言う',
      [2016, 2021],
      '',
      'projection-2016-2021-43203',
      ['edition-unknown'],
    ],
    ['一つの年だけなら、推計ではない', [2020], '', 'count-2020-43203', []],
    ['国勢調査と書いてあれば国勢調査', [2015, 2020], '国勢調査 時系列\n', 'census-2015-2020-43203', []],
    ['住民基本台帳と書いてあれば、その系列', [2024], '住民基本台帳 年齢階級別\n', 'register-2024', []],
  ])('%s', (_, years, title, series, found) => {
    const lines = years.flatMap((year) => [
      line('43203', 'M', year, ages(90, year)),
      line('43203', 'F', year, ages(90, year)),
    ])
    const read = readStatistics(utf8(title + long(lines)), 'it.csv')
    expect(read.tables[0]?.heading.series).toBe(series)
    expect(codes(read)).toEqual(found)
  })

  test.each([
    ['男女の合計が総数と違う', [line('43203', 'T', 2015, ages(90, 9))], 'sexes-do-not-add-up'],
    [
      '年齢の合計が総数と違う',
      [
        line('43204', 'M', 2015, ages(90, 1)).replace(/,2015,\d+/, ',2015,7'),
        line('43204', 'F', 2015, ages(90, 1)),
      ],
      'ages-do-not-add-up',
    ],
    ['片方の性しかない', [line('43205', 'M', 2015, ages(90, 1))], 'one-sex-only'],
    ['同じ行が二度ある', [line('43203', 'M', 2015, ages(90, 1))], 'row-twice'],
    [
      '値が秘匿されている',
      [line('43206', 'M', 2015, ages(90, 1)).replace(/,1,2,/, ',x,2,')],
      'value-missing',
    ],
    ['コードが読めない', [line('4320x', 'M', 2015, ages(90, 1))], 'row-not-understood'],
  ])('%sときは、そう言う', (_, more, code) => {
    const read = readStatistics(
      utf8(long([line('43203', 'M', 2015, ages(90, 1)), line('43203', 'F', 2015, ages(90, 2)), ...more])),
      'it.csv',
    )
    expect(codes(read)).toContain(code)
    expect(read.tables[0]?.people[0]?.male).toEqual(ages(90, 1))
  })
})

describe('SSDSE-A と合計特殊出生率', () => {
  test('SSDSE-A（cp932）: 項目ごとに年が違う', () => {
    const text = [
      'SSDSE-A-2024,Prefecture,Municipality,A1101,A1301,A4101,C2108',
      ',,年度,2020,2020,2021,2021',
      '地域コード,都道府県,市区町村,総人口,15歳未満人口,出生数,事業所数',
      'R43203,熊本県,人吉市,31108,3709,201,1700',
    ].join('\r\n')
    const { tables } = readStatistics(encoded(text, 'shift_jis'), 'x.csv')
    expect(tables[0]?.heading).toMatchObject({ series: 'ssdse-a-2024', kind: 'vital' })
    expect(tables[0]?.values).toEqual([
      { area: '43203', year: 2020, what: 'population', value: 31_108, origin: 'R4C4' },
      { area: '43203', year: 2020, what: 'young', value: 3709, origin: 'R4C5' },
      { area: '43203', year: 2021, what: 'births', value: 201, origin: 'R4C6' },
    ])
  })

  test('合計特殊出生率の表は、年を表題かファイル名から知る。なければ断る', () => {
    const text = utf8('code,name,tfr\r\n43203,人吉市,1.85\r\n')
    const read = readStatistics(text, 'tfr_2008_2012.csv')
    expect(read.tables[0]?.values).toEqual([
      { area: '43203', year: 2010, what: 'fertility-rate', value: 1.85, origin: 'R2' },
    ])
    expect(codes(readStatistics(text, 'tfr.csv'))).toEqual(['year-not-stated'])
  })
})

describe('読めないもの', () => {
  test.each([
    ['空', new Uint8Array(), 'file-empty'],
    ['文章', utf8('人口は減っている。\n'), 'no-table-recognised'],
    ['ほかの JSON', utf8('{"a":[1,2]}'), 'no-table-recognised'],
    ['壊れた gzip', Uint8Array.from([0x1f, 0x8b, 1, 2, 3]), 'not-readable'],
    ['壊れた Excel', Uint8Array.from([0x50, 0x4b, 3, 4, 5, 6, 7]), 'not-readable'],
    [
      'ほかの Excel',
      workbookOf({
        A: [
          ['指標', '値'],
          ['雇用', 61],
        ],
      }),
      'no-table-recognised',
    ],
    ['乱れたバイト', Uint8Array.from({ length: 3_000 }, (_, at) => (at * 7919) % 251), 'no-table-recognised'],
  ])('%sは、例外でなく確認事項で返る', (_, bytes, code) => {
    const read = readStatistics(bytes, 'it')
    expect(read.tables).toEqual([])
    expect(codes(read)).toContain(code)
  })

  test('どこで切れていても、例外にならない', () => {
    const whole = workbookOf({ A: [['x', ...kanji(90)]] })
    for (let size = 1; size < whole.length; size += 97)
      expect(() => readStatistics(whole.subarray(0, size), 'cut.xlsx')).not.toThrow()
  })
})
