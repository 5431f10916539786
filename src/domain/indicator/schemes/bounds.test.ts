import { describe, expect, test } from 'vitest'
import { indicator, known, milestone, promise } from '#test/support/indicators.ts'
import { decimal } from '../../shared/decimal.ts'
import { fiscalYear } from '../../shared/year.ts'
import type { Commitment } from '../commitment.ts'
import type { Indicator } from '../indicator.ts'
import { judge } from '../judge.ts'
import type { Inputs } from '../scheme.ts'
import { SCHEMES } from './all.ts'

/** 100(2020)→200(2025) を 2024年度に見る。目安は 180、目安までの伸びは 80。 */
const WAY = promise('100', 2020, '200', 2025)
/** 100→121 を2年で（年10%）、1年目に見る。 */
const GROWING = promise('100', 2023, '121', 2025)
const INTERIM: Commitment = { ...WAY, targets: [milestone('150', 2024), ...WAY.targets] }
const BELOW_ZERO = promise('-37', 2020, '400', 2025)
const HELD = promise('100', 2020, '100', 2025)
const HELD_WITHIN_2: Commitment = { ...HELD, tolerance: decimal('2') }
const CURBED = promise('100', 2020, '95', 2025)
const DONE = promise('0', 2020, '1', 2025, { kind: 'complete' })

const COUNT = indicator()
const SURVEY = indicator({ unit: '%', survey: { n: 1200 } })

type Case = readonly [
  value: string,
  grade: string,
  commitment?: Commitment,
  inputs?: Inputs,
  what?: Indicator,
]
const both = (inputs: Inputs, ...cases: readonly (readonly [string, string])[]): readonly Case[] =>
  cases.map(([value, grade]) => [value, grade, WAY, inputs] as const)
const on = (commitment: Commitment, ...cases: readonly (readonly [string, string])[]): readonly Case[] =>
  cases.map(([value, grade]) => [value, grade, commitment] as const)

const kyoto = (sense: string, ...cases: readonly (readonly [string, string])[]) =>
  both({ 'residents-sense': sense }, ...cases)
const sano = (points: string, ...cases: readonly (readonly [string, string])[]) =>
  both({ 'policy-points': points }, ...cases)
const working = (...cases: readonly (readonly [string, string])[]) => both({ state: 'under-way' }, ...cases)

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'shirube-standard': [
    ...on(WAY, ['200', '◎'], ['199.99', '○'], ['180', '○'], ['179.99', '△'], ['100', '△'], ['99.99', '▼']),
    ...on(HELD, ['100', '○'], ['99.99', '▼']),
    ...on(HELD_WITHIN_2, ['100', '○'], ['99.99', '△'], ['98', '△'], ['97.99', '▼']),
    ...on(CURBED, ['95', '○'], ['94.99', '▼'], ['120', '○']),
    ...on(DONE, ['1', '◎'], ['0', 'not-due-yet']),
  ],
  nagayo: [
    ...on(BELOW_ZERO, ['-40.7', 'B'], ['-40.71', 'C'], ['-37', 'B']),
    ...on(WAY, ['200.01', 'S'], ['200', 'A'], ['100.01', 'A'], ['100', 'B'], ['90', 'B'], ['89.99', 'C']),
  ],
  kitsuki: [
    ...both(
      { 'outside-cause': 'no', 'issues-sorted': 'yes' },
      ['200.01', 'A'],
      ['200', 'B'],
      ['160', 'B'],
      ['159.99', 'C'],
    ),
    ...both({ 'outside-cause': 'no', 'issues-sorted': 'no' }, ['160', 'C']),
    ...both({ 'outside-cause': 'yes' }, ['200', 'D'], ['200.01', 'A']),
    ...both({}, ['200.01', 'A'], ['200', 'input-missing']),
    ...both({ 'outside-cause': 'no' }, ['159.99', 'C'], ['160', 'input-missing']),
    ...both({ 'outside-cause': 'perhaps' }, ['160', 'input-not-understood']),
  ],
  ino: [
    ...on(WAY, ['200.01', '◎'], ['200', '○'], ['199.99', '△']),
    ...both({ state: 'ended' }, ['199.99', '×'], ['200', '○']),
    ...both({ state: 'no-progress' }, ['100', '×']),
    ...both({ state: 'under-way' }, ['100', '△']),
  ],
  tama: on(WAY, ['180', '①'], ['179.99', '②'], ['148', '②'], ['147.99', '③']),
  nagano: [
    ...on(WAY, ['180', '順調'], ['179.99', '概ね順調'], ['164', '概ね順調'], ['163.99', '努力を要する']),
    ...on(INTERIM, ['150', '順調'], ['149.99', '概ね順調'], ['140', '概ね順調'], ['139.99', '努力を要する']),
    ...on(HELD_WITHIN_2, ['98', '順調'], ['97.99', '努力を要する']),
    ...on(HELD, ['100', '順調'], ['99.99', '努力を要する']),
  ],
  ibaraki: on(
    WAY,
    ['180', 'A'],
    ['179.99', 'B+'],
    ['164', 'B+'],
    ['163.99', 'B'],
    ['140', 'B'],
    ['139.99', 'C'],
  ),
  fukuoka: [
    ...on(WAY, ['180', 'a'], ['179.99', 'b'], ['100', 'b'], ['99.99', 'c']),
    ['97.01', 'b', WAY, {}, SURVEY],
    ['97', 'c', WAY, {}, SURVEY],
    ['97.01', 'c', WAY, {}, indicator({ unit: '人', survey: { n: 1200 } })],
    ['98', 'b', WAY, {}, indicator({ unit: '%', survey: { tolerancePoints: 2.5 } })],
    ['97.5', 'c', WAY, {}, indicator({ unit: '%', survey: { tolerancePoints: 2.5 } })],
  ],
  fuji: [
    ...on(INTERIM, ['140', '80%以上'], ['139.99', '50%以上80%未満'], ['125', '50%以上80%未満']),
    ...on(
      INTERIM,
      ['124.99', '20%以上50%未満'],
      ['110', '20%以上50%未満'],
      ['109.99', '20%未満'],
      ['90', '20%未満'],
    ),
    ...on(WAY, ['180', '80%以上'], ['179.99', '50%以上80%未満']),
  ],
  sano: [
    ...sano('5', ['200', 'A'], ['199.99', 'B'], ['99', 'C']),
    ...sano('4.9', ['200', 'B'], ['99', 'D']),
    ...sano('2', ['200', 'B']),
    ...sano('1.9', ['200', 'C']),
    ...sano('6', ['180', 'A'], ['179.99', 'B'], ['120', 'B'], ['119.99', 'C']),
    ...sano('4', ['160', 'B'], ['159.99', 'C']),
    ...sano('5', ['140', 'B'], ['139.99', 'C']),
    ...sano('7', ['100', 'B'], ['99.99', 'C']),
    ...sano('many', ['200', 'input-not-understood']),
    ...both({}, ['200', 'input-missing']),
  ],
  tagawa: [
    ...on(WAY, ['180', 'A'], ['179.99', 'B'], ['100.01', 'B'], ['100', 'C']),
    ...on(CURBED, ['95', 'A'], ['94.99', 'C']),
  ],
  akiruno: [
    ...working(['180.01', 'S'], ['180', 'A'], ['164', 'A'], ['163.99', 'B'], ['140', 'B'], ['139.99', 'C']),
    ...both({ state: 'done' }, ['100', 'F']),
    ...both({ state: 'not-begun' }, ['100', 'X']),
    ...both({ state: 'stopped' }, ['200', 'Y']),
    ...both({}, ['200', 'input-missing']),
  ],
  'regional-grant': [
    ...both({ 'share-reached': '1' }, ['100', '非常に効果的']),
    ...both({ 'share-reached': '0.99' }, ['100', '相当程度効果']),
    ...both({ 'share-reached': '0.7' }, ['100', '相当程度効果']),
    ...both({ 'share-reached': '0.69' }, ['100.01', '効果があった'], ['100', '効果がなかった']),
    ...both({}, ['200', 'input-missing']),
  ],
  'growth-strategy': [
    ...on(WAY, ['180', 'A'], ['179.99', 'B']),
    ...on(HELD_WITHIN_2, ['98', 'A'], ['97.99', 'B']),
    ...on(HELD, ['100', 'A'], ['99.99', 'B']),
    ...both({ 'doing-is-the-kpi': 'yes' }, ['180', 'F']),
    ...both({ 'doing-is-the-kpi': 'no' }, ['180', 'A']),
  ],
  kyoto: [
    ...kyoto(
      'a',
      ['180', 'A'],
      ['179.99', 'A'],
      ['164', 'A'],
      ['163.99', 'B'],
      ['148', 'B'],
      ['147.99', 'C'],
    ),
    ...kyoto(
      'b',
      ['180', 'A'],
      ['179.99', 'B'],
      ['164', 'B'],
      ['163.99', 'C'],
      ['132', 'C'],
      ['131.99', 'D'],
    ),
    ...kyoto('c', ['180', 'B'], ['179.99', 'C'], ['148', 'C'], ['147.99', 'D'], ['131.99', 'D']),
    ...kyoto('d', ['180', 'C'], ['164', 'C'], ['163.99', 'D'], ['132', 'D'], ['131.99', 'E']),
    ...kyoto('e', ['180', 'C'], ['179.99', 'D'], ['163.99', 'D'], ['147.99', 'E'], ['131.99', 'E']),
    ...kyoto('f', ['180', 'input-not-understood']),
    ...both({}, ['180', 'input-missing']),
  ],
  marugame: on(
    WAY,
    ['196', 'A'],
    ['195.99', 'B'],
    ['184', 'B'],
    ['183.99', 'C'],
    ['176', 'C'],
    ['175.99', 'D'],
    ['164', 'D'],
    ['163.99', 'E'],
  ),
  'open-sdg': on(
    GROWING,
    ['121', 'Target achieved'],
    ['120.99', 'On track'],
    ['109.5', 'On track'],
    ['109.49', 'Acceleration needed'],
    ['106', 'Acceleration needed'],
    ['105.99', 'Limited progress'],
    ['100', 'Limited progress'],
    ['99.99', 'Deterioration'],
  ),
}

describe.each(SCHEMES.map((scheme) => [scheme.title.ja, scheme] as const))('境界の両側: %s', (_, scheme) => {
  const cases = (CASES[scheme.id] ?? []).map((each) => [each[0], each[1], each] as const)
  test.each(cases)('%s → %s', (value, grade, [, , commitment = WAY, inputs = {}, what = COUNT]) => {
    const judgement = judge({
      indicator: what,
      commitment,
      actuals: [known(2024, value)],
      evaluationYear: fiscalYear(2024),
      scheme,
      inputs,
    })
    expect(judgement.kind === 'graded' ? judgement.grade : judgement.why).toBe(grade)
  })

  test('この型には境界の試験がある', () => expect(cases.length).toBeGreaterThan(0))
})

test('完了の目標は、期限が来ても終わっていなければ遅れ', () => {
  const judgement = judge({
    indicator: COUNT,
    commitment: DONE,
    actuals: [known(2025, '0')],
    evaluationYear: fiscalYear(2025),
    scheme: SCHEMES[0] as (typeof SCHEMES)[number],
  })
  expect(judgement).toMatchObject({ grade: '△' })
})
