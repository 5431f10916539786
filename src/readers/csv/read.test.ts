import { describe, expect, test } from 'vitest'
import { codesOf, encoded, linesOf, rowsOf, tablesOf } from '#test/support/formats.ts'
import { readCsv } from './read.ts'

const TEXT = '指標,基準値,目標値\r\n"雇用創出数, 累計",61,250\r\n"二行の\n名前","12 ""件""",〜50\r\n'
const ROWS = [
  ['指標', '基準値', '目標値'],
  ['雇用創出数, 累計', '61', '250'],
  ['二行の\n名前', '12 "件"', '〜50'],
]
const utf8 = (text: string) => new TextEncoder().encode(text)
const marked = (mark: readonly number[], bytes: Uint8Array) => Uint8Array.from([...mark, ...bytes])

describe('CSV', () => {
  test.each([
    ['UTF-8', utf8(TEXT), []],
    ['UTF-8（BOM）', marked([0xef, 0xbb, 0xbf], utf8(TEXT)), []],
    ['Shift_JIS', encoded(TEXT.replace('〜', '～'), 'shift_jis'), ['encoding-guessed']],
    ['EUC-JP', encoded(TEXT.replace('〜', '～'), 'euc-jp'), ['encoding-guessed']],
    ['UTF-16LE（BOM）', marked([0xff, 0xfe], encoded(TEXT, 'utf-16le')), ['encoding-read']],
    ['UTF-16BE（BOM）', marked([0xfe, 0xff], encoded(TEXT, 'utf-16be')), ['encoding-read']],
    ['UTF-16LE', encoded(TEXT, 'utf-16le'), ['encoding-guessed']],
  ])('%s', (_, bytes, codes) => {
    const document = readCsv(bytes, 'it.csv')
    expect(rowsOf(tablesOf(document)[0]).map((row) => row.map((cell) => cell.replace('～', '〜')))).toEqual(
      ROWS,
    )
    expect(codesOf(document)).toEqual(codes)
  })

  test('cp932 の文字（①㈱髙）も読む', () => {
    const document = readCsv(encoded('①施策,㈱髙橋\nあ,い\n', 'shift_jis'), 'it.csv')
    expect(rowsOf(tablesOf(document)[0])).toEqual([
      ['①施策', '㈱髙橋'],
      ['あ', 'い'],
    ])
    expect(document.findings).toEqual([
      { code: 'encoding-guessed', severity: 'note', detail: { encoding: 'Shift_JIS (cp932)' } },
    ])
  })

  test.each([
    ['\t', 'TAB'],
    [';', ';'],
  ])('区切り %j', (separator, said) => {
    const document = readCsv(utf8(`指標${separator}値\n雇用${separator}"1,200"\n`), 'it.csv')
    expect(rowsOf(tablesOf(document)[0])).toEqual([
      ['指標', '値'],
      ['雇用', '1,200'],
    ])
    expect(document.findings).toEqual([
      { code: 'separator-guessed', severity: 'note', detail: { separator: said } },
    ])
  })

  test('表の上の題は行になり、場所は行とセル', () => {
    const document = readCsv(utf8('KPI一覧\n\n指標,値\n雇用,61\n'), 'it.csv')
    expect(linesOf(document)).toEqual(['KPI一覧'])
    expect(tablesOf(document)[0]?.rows[1]?.[1]?.at).toEqual({ line: 4, cell: 'B4' })
  })

  test('閉じない引用符があっても、行は失われない', () => {
    const document = readCsv(utf8('指標,値\n"雇用,61\n所得,2812\n'), 'it.csv')
    expect(rowsOf(tablesOf(document)[0]).length + linesOf(document).length).toBeGreaterThan(1)
  })
})
