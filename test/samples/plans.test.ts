import { describe, expect, test } from 'vitest'
import type { Plan } from '#domain/plan/plan.ts'
import type { LevelRole, Tree } from '#domain/plan/tree.ts'
import { nodesOf } from '#domain/plan/walk.ts'
import { writePlanFile } from '#writers/plan-file.ts'
import { sampleNames, samplePlan, sampleText } from './sample.ts'

const numberOf = (plan: Plan, role: LevelRole, kind: Tree['kind'] = 'main') =>
  nodesOf(plan, role, kind).length
/** How many nodes of a role stand under each node of the outermost level. */
const perRoot = (plan: Plan, role: LevelRole, kind: Tree['kind'] = 'main') =>
  plan.trees
    .filter((tree) => tree.kind === kind)
    .flatMap(({ nodes }) => nodes)
    .map(({ id }) => nodesOf(plan, role, kind).filter(({ above }) => above[0]?.id === id).length)
const commitment = (plan: Plan, id: string) => plan.commitments.find((each) => each.id === id)
const roleAt = (plan: Plan, id: string) =>
  (['goal', 'program'] as const).find((role) => nodesOf(plan, role).some(({ node }) => node.id === id))

describe.each(sampleNames)('見本 %s', (name) => {
  test('読んで書くと同じファイルになる', () => {
    expect(writePlanFile(samplePlan(name))).toBe(sampleText(name))
  })
})

describe('人吉市 地域再生計画', () => {
  const plan = samplePlan('hitoyoshi-revitalization')

  test('4目標・4事業（等で終わる）・8つの具体的な事業・5指標', () => {
    expect(numberOf(plan, 'goal')).toBe(4)
    expect(perRoot(plan, 'program')).toEqual([1, 1, 1, 1])
    expect(nodesOf(plan, 'program').map(({ node }) => [node.number, node.openList])).toEqual([
      ['ア', true],
      ['イ', true],
      ['ウ', true],
      ['エ', true],
    ])
    expect(plan.projects).toHaveLength(8)
    expect(plan.listings.map(({ on }) => on)).toEqual(
      ['g1-p1', 'g2-p1', 'g3-p1', 'g4-p1'].flatMap((on) => [on, on]),
    )
    expect(plan.indicators).toHaveLength(5)
    expect(plan.commitments.map(({ on }) => on)).toEqual(['g1-p1', 'g1-p1', 'g2-p1', 'g3-p1', 'g4-p1'])
  })

  test('現状値の年度はどこにも書かれていない。目標値は2027年度', () => {
    for (const { baseline, targets } of plan.commitments) {
      expect(baseline).toMatchObject({ year: 'not-stated' })
      expect(targets.map(({ year, role }) => [year, role])).toEqual([[2027, 'final']])
    }
    expect(commitment(plan, 'social')?.baseline).toMatchObject({ value: '-1', printed: '１人減少' })
    for (const { better, accumulation } of plan.indicators)
      expect([better, accumulation]).toEqual(['not-stated', 'not-stated'])
  })

  test('始まりのない期間・寄附の目安・毎年度の流れ・14の節', () => {
    expect(plan.period).toMatchObject({ from: 'not-stated', to: 2027, endsOn: '2028-03-31' })
    expect(plan.donations).toMatchObject([
      { measure: 'A2007', estimate: { yen: 2_850_000_000, unit: '千円' }, from: 2024, to: 2027 },
    ])
    expect(plan.steps.map(({ kind, to, about }) => [kind, to, about])).toEqual([
      ['review', 9, true],
      ['policy', undefined, undefined],
      ['publication', undefined, undefined],
    ])
    expect(plan.sections.map(({ number }) => number).join(' ')).toBe(
      '1 2 3 4 5 5-1 5-2 5-2 ① 5-2 ② 5-2 ③ 5-2 ④ 5-2 ⑤ 5-2 ⑥ 6',
    )
  })

  test('本文の人口は、つじつまが合わなくても書かれたまま', () => {
    const figure = (id: string) => plan.figures.find((each) => each.id === id)
    const ages = ['young-2022', 'working-age-2022', 'aged-2022'].map((id) => Number(figure(id)?.value))
    expect(ages).toEqual([3709, 15261, 11649])
    expect(ages.reduce((sum, each) => sum + each)).toBe(30_619)
    expect(figure('population-2020')?.value).toBe('31108')
    expect(figure('aged-share-2022')?.value).toBe('37.4')
    expect(figure('aged-overtook-young')?.value).toBe('1955')
    expect(figure('social-change-2022')).toMatchObject({ value: '-429', printed: '429人の社会減' })
    expect(figure('natural-change-2022')).toMatchObject({ value: '-313', printed: '313人の自然減' })
  })
})

describe('熊本市 第2期総合戦略（概要版）', () => {
  const plan = samplePlan('kumamoto-strategy-2')

  test('3目標・9施策（4+3+2）・主な取組12（4ずつ）', () => {
    expect(numberOf(plan, 'goal')).toBe(3)
    expect(perRoot(plan, 'program')).toEqual([4, 3, 2])
    expect(perRoot(plan, 'effort')).toEqual([4, 4, 4])
    expect(plan.edition).toMatchObject({ digest: true })
    expect(plan.period).toMatchObject({ from: 2020, to: 2023 })
  })

  test('リーディングプロジェクト4・■16・①32', () => {
    expect(numberOf(plan, 'initiative', 'initiative')).toBe(4)
    expect(perRoot(plan, 'group', 'initiative')).toEqual([3, 3, 3, 7])
    expect(perRoot(plan, 'measure', 'initiative')).toEqual([7, 3, 11, 11])
  })

  test('R1 の列は前の計画の目標で、実績ではない', () => {
    expect(plan.commitments).toHaveLength(5)
    for (const { targets, on } of plan.commitments) {
      expect(targets.map(({ year, role }) => [year, role])).toEqual([
        [2019, 'former'],
        [2023, 'final'],
      ])
      expect(roleAt(plan, on)).toBe('goal')
    }
  })

  test('基準値は列見出しではなく、その値の年度', () => {
    expect(plan.commitments.map(({ id, baseline }) => [id, baseline])).toMatchObject([
      ['gross-city-product', { value: '2325', year: 2012, headingYear: 2015 }],
      ['net-migration', { value: '-37', year: 2014, headingYear: 2015 }],
      ['births', { value: '7039', year: 2014 }],
      ['population-density', { value: '60.7', year: 2015 }],
      ['community-participation', { value: '27.3', year: 2015 }],
    ])
    // 出生数の表には基準値の年度の見出しがない
    expect(commitment(plan, 'births')?.baseline).not.toHaveProperty('headingYear')
    expect(commitment(plan, 'births')?.targets.map(({ qualifier }) => qualifier)).toEqual([
      'at-least',
      'at-least',
    ])
  })

  test('第1期を引き継ぎ、2050年の約70万人を掲げる', () => {
    expect(plan.references.find(({ relation }) => relation === 'succeeds')?.plan).toBe('kumamoto-strategy-1')
    expect(plan.figures).toMatchObject([{ value: '70', unit: '万人', qualifier: 'about', promise: true }])
  })
})

describe('熊本市 総合戦略（改訂版）', () => {
  const plan = samplePlan('kumamoto-strategy-1')

  test('3目標・9施策（4+3+2）・①28・取組み90', () => {
    expect(numberOf(plan, 'goal')).toBe(3)
    expect(perRoot(plan, 'program')).toEqual([4, 3, 2])
    expect(perRoot(plan, 'measure')).toEqual([12, 10, 6])
    expect(perRoot(plan, 'effort')).toEqual([50, 12, 28])
  })

  test('リーディングプロジェクト4・(1)18・①35', () => {
    expect(numberOf(plan, 'initiative', 'initiative')).toBe(4)
    expect(perRoot(plan, 'group', 'initiative')).toEqual([3, 4, 3, 8])
    expect(perRoot(plan, 'measure', 'initiative')).toEqual([7, 7, 11, 10])
  })

  test('指標17、再掲3を足して20行。再掲は写しではない', () => {
    expect(plan.indicators).toHaveLength(17)
    expect(new Set(plan.commitments.map(({ indicator }) => indicator)).size).toBe(17)
    expect(plan.commitments).toHaveLength(17)
    expect(plan.relistings.map(({ commitment, on }) => [commitment, on])).toEqual([
      ['births', 'g2-p1'],
      ['population-density', 'g3-p1'],
      ['community-participation', 'g3-p2'],
    ])
    expect(plan.commitments.filter(({ on }) => roleAt(plan, on) === 'goal')).toHaveLength(5)
  })

  test('17のうち9つは、基準値の年度が列見出し（H27）と違う', () => {
    const own = plan.commitments.filter(
      ({ baseline }) => baseline !== 'not-stated' && baseline.headingYear !== undefined,
    )
    expect(own).toHaveLength(9)
    for (const { baseline } of own) expect(baseline).not.toMatchObject({ year: 2015 })
    for (const { targets } of plan.commitments) expect(targets.map(({ year }) => year)).toEqual([2019])
  })

  test('部分期間・暦年・累計・推計・以上を落とさない', () => {
    expect(commitment(plan, 'uij-desk-employed')?.baseline).toMatchObject({
      year: 2015,
      span: { from: '2015-10-01', to: '2016-01-31', months: 4 },
    })
    expect(commitment(plan, 'regular-job-offers')).toMatchObject({
      baseline: { value: '0.56', year: 2014, calendarYear: true },
      targets: [{ value: '0.90' }],
    })
    expect(plan.indicators.find(({ id }) => id === 'companies-located')).toMatchObject({
      accumulation: 'cumulative',
      accumulatesFrom: 1999,
    })
    expect(commitment(plan, 'farm-shipments-per-household')).toMatchObject({
      baseline: { qualifier: 'estimated' },
      targets: [{ qualifier: 'estimated' }],
    })
    expect(commitment(plan, 'births')?.targets).toMatchObject([{ value: '7000', qualifier: 'at-least' }])
    expect(commitment(plan, 'healthy-elderly')).toMatchObject({
      baseline: { value: '78.46' },
      targets: [{ value: '78.46' }],
    })
  })

  test('用語27。最後の二つは一つの注を分け合う', () => {
    expect(plan.glossary.map(({ number }) => number)).toEqual(
      Array.from({ length: 27 }, (_, at) => `${at + 1}`),
    )
    expect(plan.glossary[26]).toMatchObject({ term: 'ソーシャルビジネス', sharesNoteWith: '26' })
    expect(plan.glossary.filter(({ gloss }) => gloss === undefined)).toHaveLength(1)
  })

  test('体制・近隣17市町村・改訂・章の番号は本文のもの', () => {
    expect(plan.bodies.map(({ kind }) => kind)).toEqual([
      'steering',
      'planning',
      'review',
      'co-ordination',
      'co-ordination',
    ])
    expect(plan.bodies.find(({ kind }) => kind === 'review')?.since).toBe('2016')
    expect(plan.alignments.map(({ count }) => count).filter((count) => count !== undefined)).toEqual([17])
    expect(plan.edition).toMatchObject({ stage: 'revised', date: '2017-03', revises: { atHand: false } })
    expect(plan.sections.filter(({ number }) => /^\d$/.test(number)).map(({ page }) => page)).toEqual([
      1, 2, 6, 18, 34,
    ])
  })
})

describe('熊本県 基本方針・第2期総合戦略（概要）', () => {
  const plan = samplePlan('kumamoto-pref-strategy-2')

  test('番号のある方針4と番号のない方針2・施策11（2+3+2+4）・主な取組み31', () => {
    expect(nodesOf(plan, 'goal').map(({ node }) => node.number)).toEqual([
      '1',
      '2',
      '3',
      '4',
      undefined,
      undefined,
    ])
    expect(perRoot(plan, 'program')).toEqual([2, 3, 2, 4, 0, 0])
    expect(perRoot(plan, 'effort')).toEqual([6, 9, 5, 11, 0, 0])
  })

  test('KPI は名前が25あるだけで、値も単位もない', () => {
    expect(plan.indicators).toHaveLength(25)
    expect(plan.commitments).toHaveLength(25)
    for (const { baseline, targets, on } of plan.commitments) {
      expect([baseline, targets]).toEqual(['not-stated', []])
      expect(roleAt(plan, on)).toBe('program')
    }
    expect(plan.indicators.filter(({ unit }) => unit !== 'not-stated')).toEqual([])
    // 「—」の施策には KPI がない
    expect(plan.commitments.filter(({ on }) => on === 'g3-p1')).toEqual([])
  })

  test('期間は終わりだけ。二つの計画が同じ期間に立つ', () => {
    expect(plan.period).toMatchObject({ from: 'not-stated', to: 2023 })
    expect(plan.references.map(({ relation }) => relation)).toEqual(['same-period', 'same-period'])
  })
})

describe('同じ団体の二つの計画', () => {
  test('五つの指標は一つの指標で、定義もまったく同じ', () => {
    const [first, second] = ['kumamoto-strategy-1', 'kumamoto-strategy-2'].map(samplePlan)
    const shared = second?.indicators.map(({ id }) => id)
    expect(shared).toEqual([
      'gross-city-product',
      'net-migration',
      'births',
      'population-density',
      'community-participation',
    ])
    expect(first?.indicators.filter(({ id }) => shared?.includes(id))).toEqual(second?.indicators)
  })
})
