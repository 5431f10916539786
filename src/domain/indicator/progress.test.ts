import { describe, expect, test } from 'vitest'
import { decimal } from '../shared/decimal.ts'
import { fromDecimal, print, printPercent } from '../shared/rational.ts'
import { achievementRate, change, margin, progressRate } from './progress.ts'

const of = (text: string) => fromDecimal(decimal(text))
const said = (measured: ReturnType<typeof progressRate> | ReturnType<typeof achievementRate>) =>
  measured.ok ? [measured.working[0]?.expression, printPercent(measured.value, 2)] : measured.why

describe('達成率（実績÷目標）は、その式とともに', () => {
  test.each([
    ['企業立地 148/154', '148', '154', ['148÷154', '96.10%']],
    ['転入超過は計画初日に −9.25%', '-37', '400', ['(−37)÷400', '−9.25%']],
    ['待機児童は 0 で割れない', '397', '0', 'target-is-zero'],
  ] as const)('%s', (_, actual, target, expected) => {
    expect(said(achievementRate(of(actual), of(target)))).toEqual(expected)
  })

  test('002の17指標のうち8つは、計画が始まった日にもう90%を超えている', () => {
    const promises = [
      ['2325', '2541'],
      ['-37', '400'],
      ['0.56', '0.90'],
      ['114', '154'],
      ['2', '10'],
      ['895', '968'],
      ['10', '50'],
      ['5566', '5875'],
      ['7039', '7000'],
      ['397', '0'],
      ['46.5', '56.5'],
      ['18.9', '28.8'],
      ['60.7', '60.7'],
      ['27.3', '30'],
      ['55436', '55302'],
      ['78.46', '78.46'],
      ['41', '63'],
    ] as const
    const over = promises.filter(([baseline, target]) => {
      const rate = achievementRate(of(baseline), of(target))
      return rate.ok && rate.value.n * 10n > rate.value.d * 9n
    })
    expect([promises.length, over.length]).toEqual([17, 8])
  })

  test.each(['floor', 'hold', 'curb'] as const)('維持・以上・抑制の目標には達成率がない: %s', (kind) => {
    expect(said(achievementRate(of('7200'), of('7000'), kind))).toBe('no-rate-for-kept-target')
  })
})

describe('進捗率（(実績−基準)÷(目標−基準)）', () => {
  test.each([
    ['企業立地 114→154 の 148', '114', '154', '148', ['(148−114)÷(154−114)', '85.00%']],
    ['市内総生産の 2,433', '2325', '2541', '2433', ['(2,433−2,325)÷(2,541−2,325)', '50.00%']],
    ['転入超過の −70', '-37', '400', '-70', ['(−70−(−37))÷(400−(−37))', '−7.55%']],
    ['転入超過の 計画初日', '-37', '400', '-37', ['(−37−(−37))÷(400−(−37))', '0.00%']],
    ['待機児童の 200', '397', '0', '200', ['(200−397)÷(0−397)', '49.62%']],
    ['待機児童 0 で 100%', '397', '0', '0', ['(0−397)÷(0−397)', '100.00%']],
    ['社会増加数の 32', '-1', '65', '32', ['(32−(−1))÷(65−(−1))', '50.00%']],
    ['60.7→60.7 は 0 で割れない', '60.7', '60.7', '60.7', 'target-equals-baseline'],
  ] as const)('%s', (_, baseline, target, actual, expected) => {
    expect(said(progressRate(of(baseline), of(target), of(actual)))).toEqual(expected)
  })

  test.each([
    ['公共交通: よい 56,000 が −421%', '55436', '55302', '56000', '−421%'],
    ['公共交通: 悪い 50,000 が ＋4,057%', '55436', '55302', '50000', '4,057%'],
    ['出生数: よい 7,200 が −413%', '7039', '7000', '7200', '−413%'],
  ])('素朴に当てはめると逆さになる。%s', (_, baseline, target, actual, naive) => {
    const wrong = progressRate(of(baseline), of(target), of(actual))
    expect(wrong.ok && printPercent(wrong.value, 0)).toBe(naive)
    for (const kind of ['curb', 'floor'] as const)
      expect(said(progressRate(of(baseline), of(target), of(actual), kind))).toBe('no-rate-for-kept-target')
  })
})

describe('余裕と変化', () => {
  test.each([
    ['出生数 7,200（7,000以上）', '7200', '7000', 'higher', '200', '7,200−7,000'],
    ['公共交通 50,000', '50000', '55302', 'higher', '−5,302', '50,000−55,302'],
    ['減らす指標', '105', '110', 'lower', '5', '110−105'],
    ['一定に保つ指標は上も下も', '61.0', '60.7', 'steady', '−0.3', '−|61−60.7|'],
  ] as const)('%s', (_, actual, target, better, value, expression) => {
    const read = margin(of(actual), of(target), better)
    expect(read.ok && print(read.value)).toBe(value)
    expect(read.working[0]?.expression).toBe(expression)
  })

  test('定着率 46.5→56.5 は＋10ポイントで、＋21.5%', () => {
    const { difference, relative } = change(of('46.5'), of('56.5'))
    expect(print(difference)).toBe('10')
    expect(relative && printPercent(relative)).toBe('21.5%')
  })
})
