import { describe, expect, test } from 'vitest'
import type { Actual } from '../indicator/actual.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { decimal } from '../shared/decimal.ts'
import { fiscalYear } from '../shared/year.ts'
import { checkAnswer, isReady } from './check-answer.ts'
import { EMPTY_ANSWER } from './report.ts'

const open = 'not-stated' as const
const indicator = (more: Partial<Indicator>): Indicator => ({
  ...{
    id: 'i',
    name: '件数',
    unit: '件',
    better: 'higher',
    accumulation: 'annual',
    scope: open,
    period: open,
  },
  ...{ dataSource: open, release: open, department: 'd', mayBeSummed: open, ...more },
})
const history = (...values: readonly string[]): readonly Actual[] =>
  values.map((value, at) => ({ kind: 'known', year: fiscalYear(2020 + at), value: decimal(value) }))
const YEAR = fiscalYear(2023)
const total = indicator({ accumulation: 'cumulative' })
const yearly = indicator({})

describe('入力の確かめ', () => {
  test.each([
    // 指標      これまで                          入力            気づき         直し方
    ['累計に単年の値', total, ['114', '124', '137'], '13', 'total-falls', '150'],
    ['小数点のぬけ', yearly, ['0.69', '0.82', '1.00'], '112', 'slip', '1.12'],
    ['円と千円', yearly, ['351200', '366940', '398120'], '412,300,000', 'slip', '412300'],
    ['桁のたりない値', yearly, ['5566', '5700'], '570', 'slip', '5700'],
    ['ふつうの値', yearly, ['4', '4', '5'], '６', undefined, undefined],
    ['数でない', yearly, ['4'], '六件', 'not-a-number', undefined],
    ['はじめての値', yearly, [], '1000', undefined, undefined],
  ] as const)('%s', (_, of, before, value, kind, fix) => {
    const [doubt] = checkAnswer(of, history(...before), YEAR, { ...EMPTY_ANSWER, value })
    expect(doubt?.kind).toBe(kind)
    expect(doubt && 'fix' in doubt ? doubt.fix : undefined).toBe(fix)
  })

  test.each([
    // 内訳                       入力      食い違いの直し方
    ['合っている', ['120', '80'], '200', undefined],
    ['合わない', ['120', '80'], '210', '200'],
    ['足し忘れ', ['120', '80', '15'], '200', '215'],
    ['まだそろわない内訳とは比べない', ['120', undefined], '210', undefined],
    ['小数は丸めのぶんだけ違ってよい', ['1.25', '2.14'], '3.40', undefined],
    ['丸めより大きく違う', ['1.25', '2.14'], '3.42', '3.39'],
    ['負の値もそのまま足す', ['-12', '5'], '-7', undefined],
  ] as const)('内訳との照合: %s', (_, values, value, fix) => {
    const parts = values.map((each, at) => ({ name: `内訳${at}`, ...(each ? { value: decimal(each) } : {}) }))
    const [doubt] = checkAnswer(yearly, [], YEAR, { ...EMPTY_ANSWER, value }, parts)
    expect(doubt?.kind === 'parts-differ' ? doubt.fix : undefined).toBe(fix)
  })

  test('内訳と違う値は、確かめて備考を書けば出せる', () => {
    const parts = [
      { name: 'a', value: decimal('1') },
      { name: 'b', value: decimal('2') },
    ]
    const ready = (more: Partial<typeof EMPTY_ANSWER>) => {
      const fields = { ...EMPTY_ANSWER, value: '4', ...more }
      return isReady(fields, checkAnswer(yearly, [], YEAR, fields, parts))
    }
    expect([ready({}), ready({ confirmed: true }), ready({ confirmed: true, note: '重複を除く前' })]).toEqual(
      [...[false, false, true]],
    )
  })

  test('値と「値がない理由」は、どちらか一つ', () => {
    const [doubt] = checkAnswer(yearly, [], YEAR, { ...EMPTY_ANSWER, value: '1', why: 'no-survey' })
    expect(doubt?.kind).toBe('value-or-reason')
  })

  test.each([
    ['何も入れていない', {}, false],
    ['理由だけ', { why: 'no-survey' }, true],
    ['ふつうの値', { value: '6' }, true],
    ['確かめていない10倍の値', { value: '60' }, false],
    ['確かめたが備考がない', { value: '60', confirmed: true }, false],
    ['確かめて備考がある', { value: '60', confirmed: true, note: '新しい工業団地' }, true],
  ] as const)('出せるか: %s', (_, fields, ready) => {
    const answer = { ...EMPTY_ANSWER, ...fields }
    expect(isReady(answer, checkAnswer(yearly, history('4', '4', '5'), YEAR, answer))).toBe(ready)
  })
})
