import { describe, expect, test } from 'vitest'
import { indicator, known, promise } from '#test/support/indicators.ts'
import { fiscalYear } from '../shared/year.ts'
import type { Commitment } from './commitment.ts'
import type { Indicator } from './indicator.ts'
import { judge } from './judge.ts'
import type { Judgement } from './judgement.ts'
import { findScheme, SCHEMES } from './schemes/all.ts'

const up = indicator()
const down = indicator({ better: 'lower' })
const running = indicator({ accumulation: 'cumulative', unit: '件' })
const share = indicator({ unit: '%' })
const silent = indicator({ better: 'not-stated', accumulation: 'not-stated' })
const yearSettled = {
  ...silent,
  settled: [{ what: 'baseline-year', value: '2023', reason: '計画開始時点', by: '企画課', on: '2026-05-01' }],
}

const gdp = promise('2325', 2012, '2541', 2019)
const inflow = promise('-37', 2014, '400', 2019)
const waiting = promise('397', 2015, '0', 2019)
const density = promise('60.7', 2015, '60.7', 2019)
const elderly = promise('78.46', 2015, '78.46', 2019)
const transit = promise('55436', 2014, '55302', 2019)
const births = promise('7039', 2014, '7000', 2019, {}, 'at-least')
const social = promise('-1', 'not-stated', '65', 2027)
const staying = promise('46.5', 2015, '56.5', 2019)
const firms = promise('114', 2015, '154', 2019)
const thirds = promise('0', 2020, '3', 2025)

const NO_YEAR = 'baseline-year-not-stated'
const KEPT = 'scheme-does-not-cover-kind'
const GROWTH = 'growth-rate-undefined'
const ACHIEVED = 'Target achieved'

/** 手で書いた判定。記号・文字は評価区分、英小文字の語は「判定できない理由」。 */
const COLUMNS = [
  'shirube-standard',
  'nagayo',
  'ino',
  'nagano',
  'fukuoka',
  'tama',
  'ibaraki',
  'tagawa',
  'growth-strategy',
  'open-sdg',
] as const
type Row = readonly [string, Indicator, Commitment, number, string, number, readonly string[]]
// biome-ignore format: 表として読む
const ROWS: readonly Row[] = [
  // 指標と値, 指標, 約束, 値の年, 値, 判定年, [しるべ, 長与, いの, 長野, 福岡, 多摩, 茨城, 田川, 国, Open SDG]
  ['市内総生産 2,433 (H27、H29に判定)',          up,          gdp,     2015, '2433',  2017, ['○',    'A', '△', '順調',         'a',     '①',    'A',     'A',     'A',     'On track']],
  ['転入超過 −70',                               up,          inflow,  2017, '-70',   2017, ['▼',    'C', '△', '努力を要する', 'c',     '③',    'C',     'C',     'B',     GROWTH]],
  ['転入超過 250',                               up,          inflow,  2017, '250',   2017, ['○',    'A', '△', '順調',         'a',     '①',    'A',     'A',     'A',     GROWTH]],
  ['待機児童 200',                               down,        waiting, 2017, '200',   2017, ['△',    'A', '△', '概ね順調',     'b',     '②',    'B+',    'B',     'B',     GROWTH]],
  ['待機児童 0',                                 down,        waiting, 2018, '0',     2018, ['◎',    'A', '○', '順調',         'a',     '①',    'A',     'A',     'A',     ACHIEVED]],
  ['待機児童 410',                               down,        waiting, 2016, '410',   2016, ['▼',    'B', '△', '努力を要する', 'c',     '③',    'C',     'C',     'B',     GROWTH]],
  ['人口密度 60.7→60.7 の 60.7',                up,          density, 2017, '60.7',  2017, ['○',    'B', '○', '順調',         'a',     KEPT,    KEPT,    'A',     'A',     ACHIEVED]],
  ['人口密度 60.7→60.7 の 60.5',                up,          density, 2017, '60.5',  2017, ['▼',    'B', '△', '努力を要する', 'c',     KEPT,    KEPT,    'C',     'B',     'target-equals-baseline']],
  ['元気な高齢者 78.46→78.46 の 78.50',         share,       elderly, 2017, '78.50', 2017, ['○',    'S', '◎', '順調',         'a',     KEPT,    KEPT,    'A',     'A',     ACHIEVED]],
  ['公共交通 よい 56,000',                       up,          transit, 2017, '56000', 2017, ['○',    'S', '◎', '順調',         'a',     KEPT,    KEPT,    'A',     'A',     ACHIEVED]],
  ['公共交通 わるい 50,000',                     up,          transit, 2017, '50000', 2017, ['▼',    'B', '△', '努力を要する', 'c',     KEPT,    KEPT,    'C',     'B',     'Deterioration']],
  ['出生数 よい 7,200',                          up,          births,  2017, '7200',  2017, ['○',    'S', '◎', '順調',         'a',     KEPT,    KEPT,    'A',     'A',     ACHIEVED]],
  ['出生数 わるい 6,900',                        up,          births,  2017, '6900',  2017, ['▼',    'B', '△', '努力を要する', 'c',     KEPT,    KEPT,    'C',     'B',     'Deterioration']],
  ['社会増加数 30、基準年の記載なし',            silent,      social,  2025, '30',    2025, [NO_YEAR, 'A', '△', NO_YEAR,        NO_YEAR, NO_YEAR, NO_YEAR, NO_YEAR, NO_YEAR, NO_YEAR]],
  ['社会増加数 30、基準年を人が2023年とした',    yearSettled, social,  2025, '30',    2025, ['△',    'A', '△', '概ね順調',     'b',     '②',    'B+',    'B',     'B',     GROWTH]],
  ['社会増加数 70、基準年の記載なし',            silent,      social,  2025, '70',    2025, ['◎',    'S', '◎', NO_YEAR,        NO_YEAR, NO_YEAR, NO_YEAR, NO_YEAR, NO_YEAR, ACHIEVED]],
  ['定着率 51.5（道すじちょうど）',              share,       staying, 2017, '51.5',  2017, ['○',    'A', '△', '順調',         'a',     '①',    'A',     'A',     'A',     'On track']],
  ['企業立地 148（3年目/4年）',                  running,     firms,   2018, '148',   2018, ['○',    'A', '△', '順調',         'a',     '①',    'A',     'A',     'A',     'On track']],
  ['0→3 の5年、2年目の 1.2（3×2/5 ちょうど）', up,          thirds,  2022, '1.2',   2022, ['○',    'A', '△', '順調',         'a',     '①',    'A',     'A',     'A',     GROWTH]],
]

const short = (judgement: Judgement) => (judgement.kind === 'graded' ? judgement.grade : judgement.why)

describe.each(COLUMNS.map((id, at) => [findScheme(id)?.title.ja ?? id, id, at] as const))(
  '%s',
  (_, id, at) => {
    test.each(ROWS)('%s', (_title, what, commitment, year, value, evaluationYear, expected) => {
      const scheme = findScheme(id)
      if (!scheme) throw new Error(id)
      const judgement = judge({
        indicator: what,
        commitment,
        actuals: [known(year, value)],
        evaluationYear: fiscalYear(evaluationYear),
        scheme,
      })
      expect(short(judgement)).toBe(expected[at])
    })
  },
)

const ANSWERS: Readonly<Record<string, string>> = {
  'outside-cause': 'no',
  'issues-sorted': 'yes',
  'policy-points': '4',
  state: 'under-way',
  'share-reached': '0.5',
  'residents-sense': 'b',
}

describe.each(SCHEMES.map((scheme) => [scheme.title.ja, scheme] as const))('どの型でも: %s', (_, scheme) => {
  test.each(ROWS)(
    '%s は、判定されるか理由がある',
    (_title, what, commitment, year, value, evaluationYear) => {
      for (const inputs of [{}, ANSWERS]) {
        const judgement = judge({
          indicator: what,
          commitment,
          actuals: [known(year, value)],
          evaluationYear: fiscalYear(evaluationYear),
          scheme,
          inputs,
        })
        if (judgement.kind === 'graded') {
          expect(judgement.grade).not.toBe('')
          expect(judgement.working.length).toBeGreaterThan(2)
        } else expect(judgement.why).toMatch(/^[a-z-]+$/)
      }
    },
  )

  test('人の入力がなければ、どの入力がないかを言う', () => {
    const required = scheme.inputs.filter(({ optional }) => !optional)
    const judgement = judge({
      indicator: up,
      commitment: promise('100', 2015, '200', 2020),
      actuals: [known(2019, '170')],
      evaluationYear: fiscalYear(2019),
      scheme,
    })
    if (required.length === 0) expect(judgement.kind).toBe('graded')
    else
      expect(judgement).toMatchObject({
        kind: 'ungraded',
        why: 'input-missing',
        detail: { input: required[0]?.id },
      })
  })
})

describe('出荷する型', () => {
  test('しるべ標準が既定で、ほかに16ある。id は一つずつ', () => {
    expect(SCHEMES[0]?.id).toBe('shirube-standard')
    expect(new Set(SCHEMES.map(({ id }) => id)).size).toBe(17)
  })
  test('境界を仮定した型は、題名がそう言う', () => {
    for (const { title, assumed } of SCHEMES)
      expect(title.ja.includes('（境界は仮定）')).toBe(assumed.length > 0)
  })
  test('順調と数える評価区分は、その型の区分にある', () => {
    for (const { tables, onTrack } of SCHEMES) {
      const grades = tables.flatMap(({ steps }) => steps.map(({ grade }) => grade))
      for (const grade of onTrack) expect(grades).toContain(grade)
    }
  })
})
