import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { remarks as english } from '#words/en/remarks.ts'
import { remarks as japanese } from '#words/ja/remarks.ts'
import { textDocument } from '../text/read-text.ts'
import { checkDocument } from './check-document.ts'

const codes = (text: string) => checkDocument(textDocument(text, 'plan.txt'))
const only = (text: string, code: string) => codes(text).filter((each) => each.code === code)

const table = (heading: string, ...rows: string[]) => `# 基本目標1\n\n${heading}\n${rows.join('\n')}\n`
const KPI = 'KPI\t現状値 (H27)\t目標値 (H31)'

/** Small texts of our own: one that is in order, and one for each thing that may be wrong. */
describe('計画を確かめる', () => {
  test.each([
    // 何がおかしいか                       文章                                                            符号                      行
    [
      '逆転した年の値が逆',
      '老年人口は、1960年の1,000人から増え、1960年には年少人口を逆転した。\n年少人口は、1960年に5,000人であった。',
      'years-contradict',
      1,
    ],
    [
      '内訳の合計が総人口にならない',
      '総人口は、2020年に100人であった。年少人口は2020年に10人、生産年齢人口は2020年に50人、老年人口は2020年に30人である。',
      'parts-not-whole',
      1,
    ],
    [
      '割合が内訳と合わない',
      '年少人口は、2022年に10人、生産年齢人口は2022年に50人、老年人口は2022年に40人、全体の39.0%である。',
      'share-not-of-parts',
      1,
    ],
    [
      'ほかの年の総人口なら割合が合う',
      '総人口は、2020年に125人であった。年少人口は、2022年に10人、生産年齢人口は2022年に50人、老年人口は2022年に40人、全体の32.0%である。',
      'figures-of-another-year',
      1,
    ],
    [
      '転入と転出の差が違う',
      '2022年の転出数は300人、転入数は200人で、90人の社会減となった。',
      'parts-not-whole',
      1,
    ],
    [
      '基準値が本文の値と大きく違う',
      `2015年の転出数は300人、転入数は200人で、100人の社会減となった。\n\n${table(KPI, '・社会増加数〔人〕\t-1\t20')}`,
      'baseline-far-from-text',
      6,
    ],
    ['見出しと違う年度の基準値', table(KPI, '・観光客数〔人〕\t2,325 (H24)\t2,541'), 'heading-year-false', 4],
    [
      '数か月分の基準値',
      table(KPI, '・相談件数〔件〕\t10\t50', '※ 窓口の開設が10月のため、現状値は4ヶ月間の数値'),
      'part-year-baseline',
      4,
    ],
    [
      '基準より前の目標',
      table('KPI\t現状値 (R6)\t目標値 (R1)', '・観光客数〔人〕\t100\t200'),
      'target-year-doubtful',
      4,
    ],
    [
      '遠すぎる目標',
      table('KPI\t現状値 (R6)\t目標値 (R99)', '・観光客数〔人〕\t100\t200'),
      'target-year-doubtful',
      4,
    ],
    [
      'ポイントを％と書いた',
      table(KPI, '・定着率〔%〕\t46.5\t56.5', '※ 平成31年度までに10%上昇を目指す。'),
      'percent-for-points',
      5,
    ],
    [
      '以上のない、易しい目標',
      table(KPI, '・公共交通の利用者数〔千人〕\t55,436\t55,302'),
      'target-easier-than-baseline',
      4,
    ],
    ['行ったことの数', table(KPI, '・説明会の開催回数〔回〕\t4\t8'), 'output-as-outcome', 4],
    [
      '来ない一覧',
      '市の復興をけん引する5つの復興重点プロジェクトを盛り込みます。',
      'promised-list-missing',
      1,
    ],
    ['来ない指標', '具体的な事業、検証指標などをとりまとめたものです。', 'promised-indicators-missing', 1],
    [
      '目次の番号が二つ',
      '1 考え方 ..... 1\n3 基本戦略 ..... 6\n3 重点計画 ..... 18\n\n# 1 考え方\n\n# 3 基本戦略\n\n# 4 重点計画',
      'numbering-disagrees',
      2,
    ],
    [
      '注のない脚注',
      '学校<sup>1</sup>と駅<sup>2</sup>を結びます。\n\n<sup>1</sup> 学校：まなぶところ。',
      'footnote-undefined',
      1,
    ],
    [
      '一方だけの関連',
      '◆ ビジョン1がめざす姿\n\n(関連するビジョン)ビジョン2 まち\n\n◆ ビジョン2がめざす姿\n\n(関連するビジョン)ビジョン3 ひと',
      'one-way-related',
      3,
    ],
  ])('%s', (_, text, code, line) => {
    expect(only(text, code)[0]).toMatchObject({ code, line })
  })

  test.each([
    [
      '内訳が合計になる',
      '総人口は、2020年に100人であった。年少人口は2020年に10人、生産年齢人口は2020年に50人、老年人口は2020年に40人、全体の40.0%である。',
    ],
    ['差が合う', '2022年の転出数は300人、転入数は200人で、100人の社会減となった。'],
    [
      '逆転した年の値が正しい',
      '老年人口は、1990年に6,000人となり、1990年には年少人口を逆転した。\n年少人口は、1990年に5,000人であった。',
    ],
    [
      '互いに挙げる関連',
      '◆ ビジョン1がめざす姿\n\n(関連するビジョン)ビジョン2 まち\n\n◆ ビジョン2がめざす姿\n\n(関連するビジョン)ビジョン1 ひと',
    ],
    [
      '一覧のある約束',
      '3つの基本目標を掲げます。\n\n# 基本目標1 しごと\n\n# 基本目標2 ひと\n\n# 基本目標3 まち',
    ],
  ])('正しい文章には何もいわない: %s', (_, text) => {
    expect(codes(text)).toEqual([])
  })

  test.each([
    ['以上のある下限', '・出生数〔人〕\t7,039\t7,000以上'],
    ['減らす目標', '・保育所等利用待機児童数〔人〕\t397\t0'],
    ['保つ目標', '・人口密度〔人/ha〕\t60.7\t60.7'],
  ])('易しい目標とはいわない: %s', (_, row) => {
    expect(only(table(KPI, row), 'target-easier-than-baseline')).toEqual([])
  })

  test('遠い目標でも、脱炭素のような先の年には何もいわない', () => {
    const far = table('KPI\t現状値 (2013年度)\t目標値 (2050年度)', '・温室効果ガス排出量〔千t〕\t100\t0')
    expect(only(far, 'target-year-doubtful')).toEqual([])
  })

  test('どの符号にも、日本語と英語の文と助言がある', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(japanese).sort())
    for (const [code, say] of Object.entries(japanese)) {
      expect(
        say({}).every((text) => text.length > 5),
        code,
      ).toBe(true)
      expect(
        english[code]?.({}).every((text) => text.length > 5),
        code,
      ).toBe(true)
    }
  })

  test('どの符号にも、例のついた一枚の説明がある', () => {
    const pages = readdirSync(new URL('../../../docs/checks', import.meta.url)).filter(
      (name) => name !== 'README.md',
    )
    expect(pages.sort()).toEqual(
      Object.keys(japanese)
        .map((code) => `${code}.md`)
        .sort(),
    )
  })

  test('同じ文書には、いつも同じことをいう', () => {
    const text = table(KPI, '・観光客数〔人〕\t2,325 (H24)\t2,541')
    expect(codes(text)).toEqual(codes(text))
  })
})
