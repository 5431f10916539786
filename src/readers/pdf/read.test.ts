import { describe, expect, test } from 'vitest'
import { codesOf, linesOf, rowsOf, tablesOf, typstPdf } from '#test/support/formats.ts'
import { readPdf } from './read.ts'

const read = async (body: string, page?: string) => readPdf(await typstPdf(body, page), 'it.pdf')

describe('行', () => {
  test('和字と数字のあいだの四分アキは空白にならず、打った空白は残る', async () => {
    const document = await read('平成27年度から5年間で、合同説明会 を開く。Local Government の DX')
    expect(linesOf(document)).toEqual(['平成27年度から5年間で、合同説明会 を開く。Local Government の DX'])
  })

  test('上付きの注番号は、その行のその場所に入る', async () => {
    const document = await read('雇用の創出#super[1)]と人口の流れ#super[2)]をつくる')
    expect(linesOf(document)).toEqual(['雇用の創出1)と人口の流れ2)をつくる'])
  })

  test.each([
    ['空白で', '基 本 目 標'],
    ['全角の空白で', '基　本　目　標'],
    ['字間で', '#text(tracking: 12pt)[基本目標]'],
    ['均等割付で', '#grid(columns: (18mm,) * 4, [基], [本], [目], [標])'],
  ])('%s広げた見出しは、閉じて読む', async (_, body) => {
    expect(linesOf(await read(body))).toEqual(['基本目標'])
  })

  test('折り返しは別の行のまま、ページの中で数え、置かれた場所を持つ', async () => {
    const document = await read(
      '人口減少と少子高齢化が進むなか、地域の資源を生かす。',
      'width: 70mm, height: 60mm, margin: 10mm',
    )
    const blocks = document.pages[0]?.blocks ?? []
    expect(blocks.map(({ at }) => at.line)).toEqual([1, 2])
    const [x = 0, y = 0, width = 0, height = 0] = blocks[0]?.at.box ?? []
    expect([Math.round(x), Math.round(y), Math.round(height)]).toEqual([28, 27, 10])
    expect(width).toBeGreaterThan(130)
  })

  test('部首の文字と縦書きの約物は、ふつうの字で読む', async () => {
    expect(linesOf(await read('⼈⼝の⻑期⾒通し'))).toEqual(['人口の長期見通し'])
  })

  test('ふりがなは行のあいだに入らず、除いたと言う', async () => {
    const document = await read('#box(place(dx: 4pt, dy: -7pt, text(size: 4pt)[ひとよし]) + [人吉市の計画])')
    expect(linesOf(document)).toEqual(['人吉市の計画'])
    expect(codesOf(document)).toContain('ruby-left-out')
  })
})

describe('ページ', () => {
  const PROSE =
    '人口減少と少子高齢化が進むなか、地域の資源を生かした仕事づくりと、子育てしやすいまちづくりに取り組んできた。'

  test('2段組みは、左の段を読み終えてから右の段', async () => {
    const document = await read(
      `#columns(2)[左のはじめ。${PROSE.repeat(3)}左のおわり。#colbreak()右のはじめ。${PROSE.repeat(3)}右のおわり。]`,
    )
    const text = linesOf(document).join('')
    expect(text).toBe(`左のはじめ。${PROSE.repeat(3)}左のおわり。右のはじめ。${PROSE.repeat(3)}右のおわり。`)
  })

  test('くり返す柱とページ番号は本文から除き、除いたと言う。章の見出しは残る', async () => {
    const document = await read(
      [1, 2, 3, 4].map((at) => `第${at}章\n\n本文その${at}`).join('\n#pagebreak()\n'),
      'paper: "a5", header: [試市総合戦略], footer: context align(center)[#sym.minus #counter(page).display() #sym.minus]',
    )
    expect(linesOf(document)).toEqual([1, 2, 3, 4].flatMap((at) => [`第${at}章`, `本文その${at}`]))
    expect(codesOf(document)).toEqual(['repeated-line-left-out', 'page-numbers-left-out'])
  })

  test.each([90, 180, 270])('%d度回して置かれたページも、同じ行になる', async (angle) => {
    const document = await read(
      `#place(center + horizon, rotate(${angle}deg, reflow: true, block(width: 60mm)[基本目標1\n\n雇用をつくる\n\n#table(columns: 2, [指標], [値], [雇用数], [250])]))`,
      'width: 100mm, height: 100mm',
    )
    expect(linesOf(document)).toEqual(['基本目標1', '雇用をつくる'])
    expect(rowsOf(tablesOf(document)[0])).toEqual([
      ['指標', '値'],
      ['雇用数', '250'],
    ])
  })

  test('1字ずつ縦に積んだ文字は、つながった言葉になる', async () => {
    const document = await read(
      '#table(columns: (8mm, 30mm), [#"基本目標".clusters().join(linebreak())], [雇用をつくる])',
    )
    expect(rowsOf(tablesOf(document)[0])).toEqual([['基本目標', '雇用をつくる']])
  })
})

describe('表', () => {
  test('列のすきまが見出しと値とでずれる行は、間違った列に分けず、行のまま読む', async () => {
    const gap = '#h(1em)'
    const document = await read(
      [
        'KPI#h(1em)現状値 (R1)#h(3em)目標値 (R6)',
        `・転出超過数〔人〕${gap}120${gap}60`,
        `・観光客数〔千人〕${gap}2,325${gap}2,541`,
      ].join('\n\n'),
    )
    expect(tablesOf(document)).toEqual([])
    expect(linesOf(document).map((line) => line.replace(/\s+/g, ' '))).toEqual([
      'KPI 現状値 (R1) 目標値 (R6)',
      '・転出超過数〔人〕 120 60',
      '・観光客数〔千人〕 2,325 2,541',
    ])
  })

  test('罫線の表: 結合したセル、見出しの2段、セルの中の折り返し', async () => {
    const document = await read(`#table(columns: (30mm, 14mm, 22mm, 22mm),
      table.cell(rowspan: 2)[指標], table.cell(rowspan: 2)[単位], table.cell(colspan: 2)[値],
      [基準値（R1）], [目標値（R6）],
      table.cell(colspan: 4)[基本目標1],
      [仕事と子育ての両立ができている市民の割合], [%], [18.9], [28.8],
      [雇用数], [人], [61\\ （H24）], [250以上])`)
    expect(rowsOf(tablesOf(document)[0])).toEqual([
      ['指標 1×2', '単位 1×2', '値 2×1'],
      ['基準値（R1）', '目標値（R6）'],
      ['基本目標1 4×1'],
      ['仕事と子育ての両立ができている市民の割合', '%', '18.9', '28.8'],
      ['雇用数', '人', '61\n（H24）', '250以上'],
    ])
  })

  test('横の罫線だけの表: 列は、どの行も空けているところ', async () => {
    const document =
      await read(`#table(columns: (40mm, 20mm, 20mm), stroke: (x, y) => (bottom: 0.5pt, top: if y == 0 { 1pt }),
      [指標], [基準値], [目標値], table.cell(colspan: 3)[基本目標1], [雇用数], [61], [250], [所得], [2,812], [2,953])`)
    expect(rowsOf(tablesOf(document)[0])).toEqual([
      ['指標', '基準値', '目標値'],
      ['基本目標1 3×1'],
      ['雇用数', '61', '250'],
      ['所得', '2,812', '2,953'],
    ])
  })

  test('罫線のない表: そろった位置から', async () => {
    const document = await read(`はじめの文。

      #grid(columns: (50mm, 20mm, 20mm), row-gutter: 8pt, align: (left, right, right),
      [指標], [基準値], [目標値], [新規就農者数], [12人], [30人], [観光客数], [55,436人], [60,000人], [待機児童], [3人], [0人])`)
    expect(linesOf(document)).toEqual(['はじめの文。'])
    expect(rowsOf(tablesOf(document)[0])).toEqual([
      ['指標', '基準値', '目標値'],
      ['新規就農者数', '12人', '30人'],
      ['観光客数', '55,436人', '60,000人'],
      ['待機児童', '3人', '0人'],
    ])
  })

  test('行の罫線がない表: 数の行で分ける', async () => {
    const document = await read(
      '#table(columns: (40mm, 20mm, 20mm), [指標], [基準], [目標], [雇用数\\ 所得\\ 人口], [61\\ 2,812\\ 300], [250\\ 2,953\\ 310])',
    )
    expect(rowsOf(tablesOf(document)[0])).toEqual([
      ['指標', '基準', '目標'],
      ['雇用数', '61', '250'],
      ['所得', '2,812', '2,953'],
      ['人口', '300', '310'],
    ])
  })

  test('文を囲んだ枠は表ではない', async () => {
    const document = await read('#rect(width: 80mm)[第1章\\ 計画の考え方\\ 基本理念を定める。]')
    expect(tablesOf(document)).toEqual([])
    expect(linesOf(document)).toEqual(['第1章', '計画の考え方', '基本理念を定める。'])
  })
})

describe('読めないもの', () => {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

  test('パスワードつき', async () => {
    const mark = 'x'.repeat(32)
    const document = await readPdf(
      bytes(`%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj
3 0 obj <</Filter/Standard/V 1/R 2/O(${mark})/U(${mark})/P -4>> endobj
trailer <</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]>>
%%EOF`),
      'it.pdf',
    )
    expect(document.pages).toEqual([])
    expect(codesOf(document)).toEqual(['encrypted'])
  })

  test('画像だけ: 文字の情報がないと言う', async () => {
    const document = await read(
      '#image(bytes((255, 0, 0, 0, 255, 0)), format: (encoding: "rgb8", width: 2, height: 1), width: 50mm)',
    )
    expect(codesOf(document)).toEqual(['no-text-layer'])
  })

  test('途中で切れたもの', async () => {
    const whole = await typstPdf('本文')
    const document = await readPdf(whole.subarray(0, whole.length / 2), 'it.pdf')
    expect(document.findings.length).toBeGreaterThan(0)
    expect(['not-readable', 'file-cut-short', 'nothing-read']).toContain(codesOf(document)[0])
  })

  test('2,000ページ: 先頭の1,000ページを読み、そう言う', async () => {
    const document = await read(
      '#for at in range(2000) [#at ページ目 #pagebreak(weak: true)]',
      'width: 40mm, height: 20mm, margin: 5mm',
    )
    expect(document.pages.length).toBe(1000)
    expect(document.findings).toContainEqual({
      code: 'too-many-pages',
      severity: 'warning',
      detail: { pages: 2000, most: 1000 },
    })
  })
})
