import { describe, expect, test } from 'vitest'
import { readNumber } from './numbers.ts'
import { findQuantities, isBlankMark, quantityCell } from './quantity.ts'
import { isUnit, joinParted, unitOfName } from './units.ts'

describe('数', () => {
  test.each([
    // 書き方              値           残る倍率
    ['12,345', '12345', undefined],
    ['0.90', '0.90', undefined],
    ['2・2%', '2.2', undefined],
    ['57万人', '57', '万'],
    ['6530億円', '6530', '億'],
    ['2億396万円', '203960000', undefined],
    ['3億7千万円', '370000000', undefined],
    ['3,467万4,000円', '34674000', undefined],
    ['七百二十四万円', '7240000', undefined],
    ['四十八億一千万円', '4810000000', undefined],
    ['十七・七%', '17.7', undefined],
    ['百万円', '1000000', undefined],
  ] as const)('%s', (text, value, scale) => {
    expect(readNumber(text)).toMatchObject({ value, ...(scale ? { scale } : {}) })
    if (!scale) expect(readNumber(text)?.scale).toBeUndefined()
  })
})

describe('値のセル', () => {
  test.each([
    // 書き方                       値        単位        限定
    ['７，０００以上', '7000', undefined, 'at-least'],
    ['8分以内', '8', '分', 'at-most'],
    ['約70万人', '70', '万人', 'about'],
    ['33億円程度', '33', '億円', 'roughly'],
    ['▲95人', '-95', '人', undefined],
    ['△1.5', '-1.5', undefined, undefined],
    ['－１５人', '-15', '人', undefined],
    ['１人減少', '-1', '人', undefined],
    ['65人増加', '65', '人', undefined],
    ['25%削減', '25', '%', undefined],
    ['4.6人/年', '4.6', '人/年', undefined],
    ['678g/人日', '678', 'g/人日', undefined],
    ['15経営体', '15', '経営体', undefined],
    ['6本部', '6', '本部', undefined],
    ['895万円（推計）', '895', '万円', 'estimated'],
  ] as const)('%s', (text, value, unit, qualifier) => {
    const read = quantityCell(text)
    expect([read?.value, read?.unit, read?.qualifier]).toEqual([value, unit, qualifier])
  })

  test.each([
    ['2,325(H24)', '2325', 2012, false],
    ['70.7%（2012年度）', '70.7', 2012, false],
    ['-37 (H26)', '-37', 2014, false],
    ['(H25)4,356億円', '4356', 2013, false],
    ['0.56（平成26年平均）', '0.56', 2014, true],
  ] as const)('%s は、自分の年をもつ', (text, value, year, calendar) => {
    expect(quantityCell(text)).toMatchObject({ value, year, calendar })
  })

  test('＋ は水準でなく増分', () => {
    expect(quantityCell('＋1,090ha')).toMatchObject({ value: '1090', relative: true })
    expect(quantityCell('（実績）＋1,090ha')).toMatchObject({ value: '1090', relative: true })
  })

  test.each(['平成27年度', '5年間', '第3期', '3施策', '1/2', '2年目', '観光の振興', '6次産業化の推進'])(
    '%s は値ではない',
    (text) => {
      expect(quantityCell(text)).toBeUndefined()
    },
  )

  test.each(['', '-', '―', '（一）', 'なし', '（集計中）', '（集計中）ha', '未定', '―件/年'])(
    '%s は空欄',
    (text) => {
      expect(isBlankMark(text)).toBe(true)
    },
  )

  test('文の中の値を左から拾い、年は拾わない', () => {
    const text = '令和7年度までに35%から40%へ、参加者を1,200人に増やす。'
    expect(findQuantities(text).map(({ value, unit }) => `${value}${unit}`)).toEqual(['35%', '40%', '1200人'])
  })
})

describe('単位', () => {
  test.each([
    '人',
    '千人',
    '百万円',
    '十億円',
    '人/ha',
    'g/人日',
    '%',
    'kWh',
    't-CO2',
    '世帯',
    'ポイント',
    'か所',
  ])('%s', (text) => {
    expect(isUnit(text)).toBe(true)
  })

  test.each([
    ['市内総生産額（十億円）', '市内総生産額', '十億円'],
    ['人口密度[人/ha]', '人口密度', '人/ha'],
    ['製品化件数〔件〕', '製品化件数', '件'],
    ['企業立地件数（累計）', '企業立地件数（累計）', undefined],
  ])('%s', (text, name, unit) => {
    expect(unitOfName(text.normalize('NFKC'))).toEqual({
      name: name.normalize('NFKC'),
      ...(unit ? { unit } : {}),
    })
  })

  test('数と単位のあいだの空白をつめる', () => {
    expect(joinParted('平成 28 年度 57,000 人 4 万円')).toBe('平成28年度 57,000人 4万円')
  })
})
