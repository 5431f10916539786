import { describe, expect, test } from 'vitest'
import { areaCode, areaLevel, codesOf } from './area-code.ts'

describe('地域コード', () => {
  test.each([
    // 書かれたまま  5桁
    ['43203', '43203'],
    ['432032', '43203'],
    ['４３２０３', '43203'],
    ['R43203', '43203'],
    ['01', '01000'],
    ['1', '01000'],
    ['00', '00000'],
    ['1100', '01100'],
    ['010006', '01000'],
    ['992011', '99201'],
    ['99201', '99201'],
    ['432031', undefined],
    ['熊本県', undefined],
    ['', undefined],
    ['60001', undefined],
  ])('「%s」は %s', (written, code) => {
    expect(areaCode(written)).toBe(code)
  })

  test('先頭の0が落ちた6桁は、列に6桁があると分かれば読める', () => {
    expect(areaCode('12106', 'six')).toBe('01210')
    expect(areaCode('12106')).toBe('12106')
    expect(areaCode('10006', 'six')).toBe('01000')
    expect(areaCode('12107', 'six')).toBeUndefined()
  })

  test.each([
    ['00000', 'nation'],
    ['43000', 'prefecture'],
    ['43100', 'city'],
    ['43101', 'ward'],
    ['13101', 'municipality'],
    ['22138', 'ward'],
    ['14130', 'city'],
    ['14131', 'ward'],
    ['43203', 'municipality'],
    ['07999', 'group'],
  ] as const)('%s は %s', (code, level) => {
    expect(areaLevel(code)).toBe(level)
  })

  test.each([
    ['那珂川市', '40231', ['40231', '40305']],
    ['那珂川町', '40305', ['40305', '40231']],
    ['富谷市', '04216', ['04216', '04423']],
    ['変わっていない市', '43203', ['43203']],
  ])('%s: 前と今のコード', (_, code, codes) => {
    expect(codesOf(code)).toEqual(codes)
  })
})
