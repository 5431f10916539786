import { describe, expect, test } from 'vitest'
import { indicator, known, milestone, missing, promise } from '#test/support/indicators.ts'
import { decimal } from '../shared/decimal.ts'
import { fiscalYear } from '../shared/year.ts'
import type { Actual } from './actual.ts'
import { judge } from './judge.ts'
import type { Judgement } from './judgement.ts'
import type { Scheme } from './scheme.ts'
import { findScheme, SCHEMES } from './schemes/all.ts'
import type { Question } from './situation.ts'

const scheme = (id: string) => findScheme(id) as Scheme
const firms = promise('114', 2015, '154', 2019)
const ask = (over: Partial<Question> = {}): Judgement =>
  judge({
    indicator: indicator({ accumulation: 'cumulative', unit: '件' }),
    commitment: firms,
    actuals: [known(2018, '148')],
    evaluationYear: fiscalYear(2018),
    scheme: SCHEMES[0] as Scheme,
    ...over,
  })

/** 「(148−114)÷(154−114)＝85.0%」「148≧144 → ○」の形に並べる. */
const printed = ({ working }: Judgement) =>
  working.flatMap(({ what, expression, result, comparison, holds, grade }) =>
    comparison
      ? [`${comparison}${holds ? ` → ${grade}` : ''}`]
      : expression
        ? [`${what}: ${expression}＝${result}`]
        : [],
  )

describe('計算過程', () => {
  test('企業立地: 3年目/4年の148件', () => {
    expect(printed(ask())).toEqual([
      'progress: (148−114)÷(154−114)＝85.0%',
      'margin: 148−154＝−6',
      '148＜154',
      'expected: 114＋40×3/4＝144',
      '148≧144 → ○',
    ])
  })

  test('転入超過: 負の値はかっこに入る', () => {
    const judgement = ask({
      indicator: indicator(),
      commitment: promise('-37', 2014, '400', 2019),
      actuals: [known(2017, '-70')],
      evaluationYear: fiscalYear(2017),
    })
    expect(printed(judgement)).toEqual([
      'progress: (−70−(−37))÷(400−(−37))＝−7.6%',
      'margin: −70−400＝−470',
      '−70＜400',
      'expected: −37＋437×3/5＝225.2',
      '−70＜225.2',
      'change: −70−(−37)＝−33',
      '−70＜−37',
    ])
    expect(judgement).toMatchObject({ grade: '▼', tone: 'bad' })
  })

  test('待機児童: 減らす目標は、目安以下かどうか', () => {
    const judgement = ask({
      indicator: indicator({ better: 'lower' }),
      commitment: promise('397', 2015, '0', 2019),
      actuals: [known(2017, '198.5')],
      evaluationYear: fiscalYear(2017),
    })
    expect(printed(judgement).slice(-2)).toEqual(['expected: 397−397×2/4＝198.5', '198.5≦198.5 → ○'])
  })

  test('国の成長戦略: 進捗率と経過割合', () => {
    expect(printed(ask({ scheme: scheme('growth-strategy') }))).toEqual([
      'progress: (148−114)÷(154−114)＝85.0%',
      'elapsed: 3÷4＝75.0%',
      '85.0%≧75.0% → A',
    ])
  })

  test('丸めると等しく見える比較は、違いが見える桁まで書く', () => {
    const judgement = ask({
      commitment: promise('0', 2015, '100000', 2019),
      indicator: indicator(),
      actuals: [known(2018, '59999')],
      scheme: scheme('nagano'),
    })
    expect(printed(judgement).at(-1)).toBe('79.999%＜80.000%')
    expect(judgement).toMatchObject({ grade: '努力を要する' })
  })

  test('長与町の−10%は、実績の単位で比べる', () => {
    const judgement = ask({
      indicator: indicator(),
      commitment: promise('55436', 2014, '55302', 2019),
      actuals: [known(2018, '50000')],
      scheme: scheme('nagayo'),
    })
    expect(printed(judgement).at(-1)).toBe('50,000≧49,892.4 → B')
  })

  test('値は、書かれた桁のまま残る', () => {
    const { working } = ask({
      indicator: indicator(),
      commitment: promise('0.56', 2014, '0.90', 2019),
      actuals: [known(2018, '0.80')],
    })
    expect(working.slice(0, 2).map(({ result }) => result)).toEqual(['0.80', '0.90'])
  })

  test('40桁の値でも例外は出ない', () => {
    const huge = '9'.repeat(39)
    for (const each of SCHEMES)
      expect(() =>
        ask({
          indicator: indicator(),
          commitment: promise(`-${huge}`, 2012, huge, 2019),
          actuals: [known(2018, huge.slice(1))],
          scheme: each,
          inputs: { 'policy-points': huge, 'share-reached': huge },
        }),
      ).not.toThrow()
  })

  test('前年と比べる型も、表だけで作れる', () => {
    const yearly: Scheme = {
      ...(SCHEMES[0] as Scheme),
      id: 'our-own',
      measure: 'previous-year',
      tables: [
        {
          kinds: ['reach', 'cumulative'],
          steps: [
            {
              grade: '増',
              label: { ja: '増', en: 'Up' },
              tone: 'good',
              when: [{ measure: 'previous-year', from: { at: decimal('0'), closed: false } }],
            },
            { grade: '減', label: { ja: '増えていない', en: 'Not up' }, tone: 'poor', when: [] },
          ],
        },
      ],
      onTrack: ['増'],
    }
    const actuals = [known(2017, '140'), known(2018, '148')]
    expect(printed(ask({ scheme: yearly, actuals })).slice(-2)).toEqual([
      'previous-year: 148−140＝8',
      '148＞140 → 増',
    ])
    expect(ask({ scheme: yearly })).toMatchObject({ kind: 'ungraded', why: 'no-previous-value' })
  })

  test('型の版と、向きの出どころを残す', () => {
    expect(ask()).toMatchObject({
      kind: 'graded',
      scheme: { id: 'shirube-standard', version: '1' },
      targetKind: 'cumulative',
      direction: 'stated',
      valueYear: 2018,
      evaluationYear: 2018,
    })
  })
})

describe('どの値で判定するか', () => {
  const why = (actuals: readonly Actual[], over: Partial<Question> = {}) => {
    const judgement = ask({
      actuals,
      evaluationYear: fiscalYear(2024),
      commitment: promise('100', 2020, '200', 2026),
      indicator: indicator(),
      ...over,
    })
    return judgement.kind === 'graded' ? `${judgement.valueYear}の値で${judgement.grade}` : judgement.why
  }
  test.each([
    ['その年の値', [known(2022, '140'), known(2024, '190')], '2024の値で○'],
    ['なければ前の年の値（R4の値で評価）', [known(2022, '140'), known(2021, '101')], '2022の値で○'],
    ['先の年の値は使わない', [known(2025, '999'), known(2023, '151')], '2023の値で○'],
    ['3年前までは使う', [known(2021, '117')], '2021の値で○'],
    ['4年前は古すぎる', [known(2020, '117')], 'value-too-old'],
    [
      'まだ公表されていない年は、前の値で判定する',
      [missing(2024, 'not-yet-published'), known(2022, '120')],
      '2022の値で△',
    ],
    ['調査のない年も', [missing(2024, 'no-survey'), known(2023, '120')], '2023の値で△'],
    [
      '前の値が古すぎれば、その理由のまま',
      [missing(2024, 'not-yet-published'), known(2018, '120')],
      'not-yet-published',
    ],
    ['前の値もなければ、その理由のまま', [missing(2024, 'not-yet-published')], 'not-yet-published'],
    ['終了した指標は、前の値で判定しない', [missing(2024, 'ended'), known(2023, '190')], 'ended'],
    ['終了したあとの年も', [missing(2023, 'ended'), known(2022, '190')], 'ended'],
    ['測定できない', [missing(2024, 'cannot-be-measured'), known(2023, '190')], 'cannot-be-measured'],
    ['該当なし', [missing(2024, 'not-applicable')], 'not-applicable'],
    ['非公表', [missing(2024, 'withheld')], 'withheld'],
    ['何も出ていない', [], 'not-submitted'],
    ['先の年しかない', [known(2025, '190')], 'not-submitted'],
    ['速報より確報', [known(2024, '190', { provisional: true }), known(2024, '120')], '2024の値で△'],
    [
      '系列が二つあり値が違えば選ばない',
      [known(2024, '190', { vintage: 'H27基準' }), known(2024, '120', { vintage: 'H23基準' })],
      'several-vintages',
    ],
  ] as const)('%s', (_, actuals, expected) => expect(why(actuals)).toBe(expected))

  test('目標を置いた系列を名ざせば、その値で判定する', () => {
    const two = [known(2024, '190', { vintage: 'H27基準' }), known(2024, '120', { vintage: 'H23基準' })]
    expect(why(two, { vintage: 'H23基準' })).toBe('2024の値で△')
    expect(why(two, { vintage: 'H27基準' })).toBe('2024の値で○')
  })

  test('別の年の値を使ったことは、計算過程に残る', () => {
    const judgement = ask({ evaluationYear: fiscalYear(2020) })
    expect(judgement.working[0]).toMatchObject({ what: 'value', detail: { year: 2018, insteadOf: 2020 } })
  })
})

describe('まだ判定できない理由', () => {
  test.each([
    ['目標値の記載なし', { commitment: { ...firms, targets: [] } }, 'target-not-stated'],
    ['判定しない指標', { commitment: { ...firms, kind: 'none' as const } }, 'never-judged'],
    [
      '向きの記載なし（維持）',
      { indicator: indicator({ better: 'not-stated' }), commitment: promise('1', 2015, '1', 2019) },
      'direction-not-stated',
    ],
    ['基準値の記載なし', { commitment: promise('not-stated', 2015, '154', 2019) }, 'baseline-not-stated'],
    [
      '基準年の記載なし',
      { commitment: promise('114', 'not-stated', '154', 2019) },
      'baseline-year-not-stated',
    ],
    [
      '道すじが逆を向く（到達の目標と言われた減少の抑制）',
      {
        commitment: promise('114', 2015, '100', 2019, { kind: 'reach' }),
        scheme: scheme('tama'),
        indicator: indicator(),
      },
      'no-way-in-this-direction',
    ],
    [
      '達成率は減らす指標では意味がない',
      {
        indicator: indicator({ better: 'lower' }),
        commitment: promise('397', 2015, '10', 2019),
        scheme: scheme('sano'),
      },
      'rate-means-nothing-when-lower-is-better',
    ],
    [
      '達成率は負の値では意味がない',
      {
        indicator: indicator(),
        commitment: promise('-37', 2014, '400', 2019),
        actuals: [known(2018, '-5')],
        scheme: scheme('sano'),
      },
      'rate-means-nothing-below-zero',
    ],
  ] as const)('%s', (_, over, expected) => {
    expect(ask(over)).toMatchObject({ kind: 'ungraded', why: expected, tone: 'none' })
  })

  test('基準値の記載がなくても、目標に届いていれば達成', () => {
    expect(ask({ commitment: promise('not-stated', 2015, '140', 2019) })).toMatchObject({ grade: '◎' })
  })

  test.each([
    ['長与町は −', 'nagayo', missing(2018, 'withheld'), '−'],
    ['あきる野市は Z', 'akiruno', missing(2018, 'no-survey'), 'Z'],
    ['富士市は その他', 'fuji', missing(2018, 'ended'), 'その他'],
    ['国はデータがこれからなら N', 'growth-strategy', missing(2018, 'not-yet-published'), 'N'],
    ['いの町は事業終了なら ×', 'ino', missing(2018, 'ended'), '×'],
    ['しるべ標準は ◌', 'shirube-standard', missing(2018, 'ended'), '◌'],
  ] as const)('型ごとの記号: %s', (_, id, actual, grade) => {
    expect(ask({ actuals: [actual], scheme: scheme(id) })).toMatchObject({
      kind: 'ungraded',
      mark: { grade },
    })
  })
})

describe('許容差', () => {
  const held = promise('60.7', 2015, '60.7', 2019)
  test.each([
    ['許容差の指定なし', held, undefined, '▼'],
    ['計画の許容差 0.5', { ...held, tolerance: decimal('0.5') }, undefined, '△'],
    ['計画の許容差 0.2（ちょうど）', { ...held, tolerance: decimal('0.2') }, undefined, '△'],
    ['計画の許容差 0.1', { ...held, tolerance: decimal('0.1') }, undefined, '▼'],
    ['調査の許容差 1ポイント', held, { tolerancePoints: 1 }, '△'],
  ] as const)('しるべ標準、維持 60.7 に 60.5: %s', (_, commitment, survey, grade) => {
    const judgement = ask({
      indicator: indicator({ unit: '%', ...(survey ? { survey } : {}) }),
      commitment,
      actuals: [known(2018, '60.5')],
    })
    expect(judgement).toMatchObject({ grade })
  })

  test('一定に保つ指標は、上にも下にも許容差がある', () => {
    for (const value of ['60.2', '61.2'])
      expect(
        ask({
          indicator: indicator({ better: 'steady' }),
          commitment: { ...held, tolerance: decimal('0.5') },
          actuals: [known(2018, value)],
        }),
      ).toMatchObject({ grade: '△', targetKind: 'hold' })
    expect(
      ask({ indicator: indicator({ better: 'steady' }), commitment: held, actuals: [known(2018, '60.7')] }),
    ).toMatchObject({ grade: '○' })
  })

  test('端数処理は、型が言うときだけ', () => {
    const commitment = promise('0', 2015, '1000', 2019)
    const over = { indicator: indicator(), commitment, actuals: [known(2018, '599.7')] }
    const nagano = scheme('nagano')
    expect(ask({ ...over, scheme: nagano })).toMatchObject({ grade: '努力を要する' })
    expect(ask({ ...over, scheme: { ...nagano, rounding: { percentDigits: 0 } } })).toMatchObject({
      grade: '概ね順調',
    })
  })
})

describe('二段書き（丸亀市）', () => {
  const raised = {
    ...promise('100', 2015, '200', 2019),
    targets: [
      { value: decimal('150'), year: fiscalYear(2019), role: 'former' as const },
      { value: decimal('200'), year: fiscalYear(2019), role: 'final' as const },
    ],
  }
  test('引き上げる前の目標も、別の行で判定する', () => {
    const judgement = ask({
      indicator: indicator(),
      commitment: raised,
      actuals: [known(2018, '160')],
      scheme: scheme('marugame'),
    })
    expect(judgement).toMatchObject({
      grade: 'D',
      former: [{ target: '150', judgement: { grade: 'A', commitment: 'c' } }],
    })
  })
  test('最終目標が二つ書かれていれば、あとのものが今の目標', () => {
    const twice = { ...raised, targets: raised.targets.map((each) => ({ ...each, role: 'final' as const })) }
    const judgement = ask({
      indicator: indicator(),
      commitment: twice,
      actuals: [known(2018, '160')],
      scheme: scheme('marugame'),
    })
    expect(judgement).toMatchObject({ grade: 'D', former: [{ target: '150', judgement: { grade: 'A' } }] })
  })
  test('二段書きをしない型では一行', () => {
    expect(ask({ indicator: indicator(), commitment: raised }).former).toBeUndefined()
  })
  test('前の世代の目標（別の年）は行にならない', () => {
    const older = {
      ...raised,
      targets: [{ ...raised.targets[0], year: fiscalYear(2016) }, raised.targets[1]],
    } as typeof raised
    expect(
      ask({ indicator: indicator(), commitment: older, scheme: scheme('marugame') }).former,
    ).toBeUndefined()
  })
})

describe('多摩市の年数', () => {
  test('計画の初年度が分かれば、20/40/60/80/100%で数える', () => {
    const over = {
      indicator: indicator(),
      commitment: promise('0', 2012, '100', 2019),
      scheme: scheme('tama'),
    }
    const first = { actuals: [known(2015, '20')], evaluationYear: fiscalYear(2015) }
    expect(ask({ ...over, ...first, planFrom: fiscalYear(2015) })).toMatchObject({ grade: '①' })
    expect(ask({ ...over, ...first })).toMatchObject({ grade: '③' })
  })
})

test('中間目標のある年は、その値が目安になる', () => {
  const commitment = { ...firms, targets: [milestone('150', 2018), ...firms.targets] }
  expect(ask({ commitment })).toMatchObject({ grade: '△' })
  expect(ask({ commitment, actuals: [known(2018, '150')] })).toMatchObject({ grade: '○' })
})
