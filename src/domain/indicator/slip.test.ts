import { describe, expect, test } from 'vitest'
import { indicator, known } from '#test/support/indicators.ts'
import { slipsOf } from './slip.ts'

const history = (...values: readonly string[]) => values.map((value, at) => known(2020 + at, value))
const slips = (unit: string, before: readonly string[], value: string) =>
  slipsOf(indicator({ unit }), history(...before), known(2024, value)).map(({ kind }) => kind)

describe('入力の見直し', () => {
  test.each([
    ['初めての値', '人', [], '5', []],
    ['ふつうの動き', '人', ['100', '110', '120'], '130', []],
    ['10倍', '人', ['100', '110', '120'], '1200', ['ten-times']],
    ['10分の1', '人', ['100', '110', '120'], '12', ['tenth']],
    ['前の値が0なら、倍率は言えない', '人', ['0'], '500', []],
    ['割合が100を超える', '%', ['60', '62'], '162', ['share-outside']],
    ['正負が逆', '人', ['-40', '-35', '-50'], '42', ['other-sign']],
    ['正負がまじる系列なら、符号は問わない', '人', ['-4', '3'], '-5', []],
    ['落ちついた系列から3倍を超えて離れる', '人', ['100', '110', '120'], '400', ['far-from-history']],
    ['3分の1を下回る', '人', ['100', '110', '120'], '30', ['far-from-history']],
    ['もともと3倍を超えて動く系列なら、問わない', '人', ['100', '350', '120'], '400', []],
    ['値が二つだけでは、落ちついているか分からない', '人', ['100', '110'], '400', []],
  ])('%s', (_, unit, before, value, expected) => {
    expect(slips(unit, before, value)).toEqual(expected)
  })
})
