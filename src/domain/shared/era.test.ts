import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printBothYears, printEraYear, printFiscalYear, printShortYear, readYear, toEra } from './era.ts'
import { fiscalYear } from './year.ts'

describe('年度を元号で書く', () => {
  test.each(
    // biome-ignore format: 表として読む
    [
      // 年度, 長く, 短く
      [1868, '明治元年度', 'M1'],
      [1911, '明治44年度', 'M44'],
      [1912, '大正元年度', 'T1'],
      [1925, '大正14年度', 'T14'],
      [1926, '昭和元年度', 'S1'],
      [1988, '昭和63年度', 'S63'],
      [1989, '平成元年度', 'H1'],
      [2015, '平成27年度', 'H27'],
      [2018, '平成30年度', 'H30'],
      [2019, '令和元年度', 'R1'],
      [2023, '令和5年度',  'R5'],
      [2050, '令和32年度', 'R32'],
    ],
  )('%i → %s・%s', (year, long, short) => {
    expect(printFiscalYear(fiscalYear(year))).toBe(long)
    expect(printShortYear(fiscalYear(year))).toBe(short)
  })
  test('西暦を添える', () => expect(printBothYears(fiscalYear(2023))).toBe('令和5(2023)年度'))
  test('元号だけ', () => expect(printEraYear(fiscalYear(2019))).toBe('令和元'))
})

describe('書かれた年を読む', () => {
  test.each(
    // biome-ignore format: 表として読む
    [
      // 書かれ方, 西暦, 単位, 実在しない
      ['平成27',                 2015, 'not-said',      false],
      ['H27',                    2015, 'not-said',      false],
      ['Ｈ２７',                 2015, 'not-said',      false],
      ['h27年度',                2015, 'fiscal-year',   false],
      ['令和元',                 2019, 'not-said',      false],
      ['令和元年度',             2019, 'fiscal-year',   false],
      ['R5',                     2023, 'not-said',      false],
      ['令和5(2023)年度',        2023, 'fiscal-year',   false],
      ['令和５（２０２３）年度', 2023, 'fiscal-year',   false],
      ['令和5年度（2023年度）',  2023, 'fiscal-year',   false],
      ['2023(R5)年度',           2023, 'fiscal-year',   false],
      ['2027年度',               2027, 'fiscal-year',   false],
      ['２０２７年度',           2027, 'fiscal-year',   false],
      ['平成26年平均',           2014, 'calendar-year', false],
      ['令和6年度末',            2024, 'fiscal-year',   false],
      ['平成62年',               2050, 'calendar-year', true],
      ['昭和64年',               1989, 'calendar-year', false],
      ['昭和100年',              2025, 'calendar-year', true],
      ['H31',                    2019, 'not-said',      false],
      ['R1',                     2019, 'not-said',      false],
      ['大正15年度',             1926, 'fiscal-year',   false],
      ['1955',                   1955, 'not-said',      false],
    ] as const,
  )('%s → %i', (text, year, unit, neverWas) => {
    expect(readYear(text)).toMatchObject({ ok: true, value: { year, unit, neverWas } })
  })

  test('H31 と R1 は同じ年', () => {
    const [a, b] = [readYear('H31'), readYear('R1')]
    expect(a.ok && b.ok && a.value.year === b.value.year).toBe(true)
  })

  test.each([
    ['令和5(2024)年度', 'years-disagree'],
    ['R0', 'impossible-year'],
    ['平成元(1998)', 'years-disagree'],
    ['9999年', 'impossible-year'],
    ['1', 'not-a-year'],
    ['', 'not-a-year'],
    ['－', 'not-a-year'],
    ['昭和', 'not-a-year'],
    ['令和5年6月', 'not-a-year'],
  ])('読めない・食い違う: %s → %s', (text, why) => {
    expect(readYear(text)).toMatchObject({ ok: false, why })
  })
})

describe('元号の性質', () => {
  test('1868〜2100年は書いて読むと元に戻る', () => {
    for (let year = 1868; year <= 2100; year += 1)
      for (const write of [printFiscalYear, printShortYear, printEraYear, printBothYears]) {
        const read = readYear(write(fiscalYear(year)))
        expect(read).toMatchObject({
          ok: true,
          value: { year, neverWas: false, era: toEra(fiscalYear(year)) },
        })
      }
  })
  test('何を渡しても例外は出ない', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof readYear(text).ok === 'boolean'))
  })
})
