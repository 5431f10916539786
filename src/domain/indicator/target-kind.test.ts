import { describe, expect, test } from 'vitest'
import { indicator, promise } from '#test/support/indicators.ts'
import { aimOf } from './target-kind.ts'

describe('目標の種類', () => {
  test.each(
    // biome-ignore format: 表として読む
    [
      // 何が約束されたか, 基準, 目標, 修飾, 向き, 種類, 向きの出どころ
      ['市内総生産 2,325→2,541',                    '2325',  '2541',  undefined,  'higher',     'reach', 'stated'],
      ['待機児童 397→0',                            '397',   '0',     undefined,  'lower',      'reach', 'stated'],
      ['転入超過 −37→400',                          '-37',   '400',   undefined,  'higher',     'reach', 'stated'],
      ['出生数 7,039→7,000以上',                    '7039',  '7000',  'at-least', 'higher',     'floor', 'stated'],
      ['出生数、向きの記載なし（以上が向きを言う）', '7039',  '7000',  'at-least', 'not-stated', 'floor', 'stated'],
      ['製品化 2→10以上',                           '2',     '10',    'at-least', 'higher',     'reach', 'stated'],
      ['経費 90→100以下',                           '90',    '100',   'at-most',  'lower',      'floor', 'stated'],
      ['経費 100→90以下',                           '100',   '90',    'at-most',  'not-stated', 'reach', 'stated'],
      ['人口密度 60.7→60.7',                        '60.7',  '60.7',  undefined,  'higher',     'hold',  'stated'],
      ['元気な高齢者 78.46→78.46',                  '78.46', '78.46', undefined,  'steady',     'hold',  'stated'],
      ['78.40 と 78.4 は同じ値',                     '78.40', '78.4',  undefined,  'higher',     'hold',  'stated'],
      ['公共交通 55,436→55,302',                    '55436', '55302', undefined,  'higher',     'curb',  'stated'],
      ['ごみの量 100→110（増加の抑制）',            '100',   '110',   undefined,  'lower',      'curb',  'stated'],
      ['社会増加数 −1→65、向きの記載なし',          '-1',    '65',    undefined,  'not-stated', 'reach', 'inferred'],
      ['待機児童 397→0、向きの記載なし',            '397',   '0',     undefined,  'not-stated', 'reach', 'inferred'],
    ] as const,
  )('%s', (_, baseline, target, qualifier, better, kind, direction) => {
    const aim = aimOf(indicator({ better }), promise(baseline, 2015, target, 2019, {}, qualifier))
    expect(aim).toMatchObject({ ok: true, value: { kind, direction, kindFrom: 'derived' } })
  })

  test('累計は、総計で数える', () => {
    const aim = aimOf(indicator({ accumulation: 'cumulative' }), promise('114', 2015, '154', 2019))
    expect(aim).toMatchObject({ ok: true, value: { kind: 'cumulative' } })
  })

  test('同じ値を目標にし、向きの記載がなければ、悪い側が分からない', () => {
    const aim = aimOf(indicator({ better: 'not-stated' }), promise('60.7', 2015, '60.7', 2019))
    expect(aim).toMatchObject({ ok: false, why: 'direction-not-stated' })
  })

  test('人が決めた向きは、記載があるのと同じ', () => {
    const settled = [
      { what: 'better', value: 'higher', reason: '担当課に確認', by: '企画課', on: '2026-05-01' },
    ]
    const aim = aimOf(indicator({ better: 'not-stated', settled }), promise('60.7', 2015, '60.7', 2019))
    expect(aim).toMatchObject({ ok: true, value: { kind: 'hold', better: 'higher', direction: 'stated' } })
  })

  test.each([
    ['complete', { ok: true, value: { kind: 'complete', kindFrom: 'stated' } }],
    ['curb', { ok: true, value: { kind: 'curb', kindFrom: 'stated' } }],
    ['none', { ok: false, why: 'never-judged' }],
  ] as const)('計画や人が種類を言えば、それに従う: %s', (kind, expected) => {
    expect(aimOf(indicator(), promise('0', 2015, '1', 2019, { kind }))).toMatchObject(expected)
  })

  test('完了の目標で減らすもの（残り5か所→0）は、向きを道すじから読む', () => {
    const aim = aimOf(
      indicator({ better: 'not-stated' }),
      promise('5', 2015, '0', 2019, { kind: 'complete' }),
    )
    expect(aim).toMatchObject({ ok: true, value: { better: 'lower', direction: 'inferred' } })
  })

  test('目標がなければ（003の名だけの指標）判定しない', () => {
    expect(aimOf(indicator(), promise('1', 2015, '2', 2019, { targets: [] }))).toMatchObject({
      ok: false,
      why: 'target-not-stated',
    })
  })

  test('基準値の記載がなくても、向きがあれば目標には届くか届かないかがある', () => {
    expect(aimOf(indicator(), promise('not-stated', 2015, '2', 2019))).toMatchObject({
      ok: true,
      value: { kind: 'reach' },
    })
  })
})

test('002の17指標: 到達11・累計2・維持2・以上1・減少の抑制1', () => {
  const running = indicator({ accumulation: 'cumulative' })
  const down = indicator({ better: 'lower' })
  // biome-ignore format: 表として読む
  const table = [
    ['市内総生産額',           indicator(), '2325',  '2541',  'reach'],
    ['年転入超過数',           indicator(), '-37',   '400',   'reach'],
    ['正社員の有効求人倍率',   indicator(), '0.56',  '0.90',  'reach'],
    ['企業立地件数（累計）',   running,     '114',   '154',   'cumulative'],
    ['製品化件数（累計）',     running,     '2',     '10',    'cumulative'],
    ['農家の出荷額',           indicator(), '895',   '968',   'reach'],
    ['リターン就業者数',       indicator(), '10',    '50',    'reach'],
    ['観光客入込数',           indicator(), '5566',  '5875',  'reach'],
    ['出生数 7,000以上',       indicator(), '7039',  '7000',  'floor'],
    ['待機児童数',             down,        '397',   '0',     'reach'],
    ['県内定着率',             indicator(), '46.5',  '56.5',  'reach'],
    ['仕事と子育ての両立',     indicator(), '18.9',  '28.8',  'reach'],
    ['居住誘導区域の人口密度', indicator(), '60.7',  '60.7',  'hold'],
    ['地域活動に参加した割合', indicator(), '27.3',  '30',    'reach'],
    ['公共交通の利用者数',     indicator(), '55436', '55302', 'curb'],
    ['元気な高齢者の割合',     indicator(), '78.46', '78.46', 'hold'],
    ['一般就労した人の数',     indicator(), '41',    '63',    'reach'],
  ] as const
  for (const [name, what, baseline, target, kind] of table) {
    const qualifier = name.endsWith('以上') ? 'at-least' : undefined
    const aim = aimOf(what, promise(baseline, 2015, target, 2019, {}, qualifier))
    expect([name, aim.ok && aim.value.kind]).toEqual([name, kind])
  }
})
