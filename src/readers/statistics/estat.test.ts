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
})
