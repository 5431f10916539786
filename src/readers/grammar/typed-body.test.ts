import { describe, expect, test } from 'vitest'
import type { DraftIndicator, DraftProject } from '#domain/document/draft.ts'
import { decimal } from '#domain/shared/decimal.ts'
import { fieldsOf, typedBody } from './typed-body.ts'

const at = { line: 7 }
const visitors: DraftIndicator = {
  kind: 'indicator',
  name: '来訪者数',
  unit: '千人',
  baseline: { value: decimal('2325'), year: 2012, headingYear: 2015, printed: '2,325 (H24)', at },
  targets: [
    { value: decimal('2400'), year: 2017, printed: '2,400', at, role: 'milestone' },
    { value: decimal('2541'), year: 2019, printed: '2,541', at, role: 'final' },
  ],
  actuals: [],
  relisted: false,
}
const project: DraftProject = {
  kind: 'project',
  name: '港の改修',
  amount: { yen: 12_000_000, unit: '千円' },
  previous: 'none',
}

describe('直した内容を読む', () => {
  test('触らなければ、読んだとおりのまま', () => {
    expect(typedBody(visitors, fieldsOf(visitors), at)).toEqual({ ok: true, value: visitors })
    expect(typedBody(project, fieldsOf(project), at)).toEqual({ ok: true, value: project })
  })

  test.each([
    // 直した欄                          どうなるか
    [{ target: '2,600以上' }, { value: '2600', qualifier: 'at-least', printed: '2,600以上', year: 2019 }],
    [{ targetYear: '令和6年度' }, { value: '2541', year: 2024 }],
    [{ targetYear: 'Ｒ６' }, { value: '2541', year: 2024 }],
    [{ target: '設置' }, { value: { words: '設置' }, printed: '設置' }],
  ] as const)('目標 %j', (typed, target) => {
    const read = typedBody(visitors, typed, at)
    expect(read.ok && 'targets' in read.value && read.value.targets.at(-1)).toMatchObject(target)
    expect(read.ok && 'targets' in read.value && read.value.targets[0]?.role).toBe('milestone')
  })

  test.each([
    // 打った値     項目の単位   値
    ['約70万', '人', '700000'],
    ['70万人', '千人', '700'],
    ['7億円', '億円', '7'],
    ['7億', '億円', '7'],
    ['1.25万', '人', '12500'],
    ['▲4千人', '万人', '-0.4'],
    ['500人', '人/年', '500'],
    ['2,600', '千人', '2600'],
    ['70万', '', '700000'],
  ])('「%s」は単位 %s で %s', (target, unit, value) => {
    const read = typedBody(visitors, { target, unit }, at)
    expect(read.ok && 'targets' in read.value && read.value.targets.at(-1)).toMatchObject({ value })
  })

  test('消した値はなくなり、見出しの年は残る', () => {
    const none = typedBody(visitors, { baseline: '', unit: '' }, at)
    expect(none.ok && none.value).not.toHaveProperty('baseline')
    expect(none.ok && none.value).not.toHaveProperty('unit')
    const other = typedBody(visitors, { baselineYear: '2013' }, at)
    expect(other.ok && 'baseline' in other.value && other.value.baseline).toMatchObject({
      year: 2013,
      headingYear: 2015,
    })
  })

  test.each([
    ['名前がない', visitors, { name: ' ' }, 'empty-name', 'name'],
    ['年でない', visitors, { baselineYear: '昨年' }, 'year-not-understood', 'baselineYear'],
    ['読めない値', visitors, { target: '12と34' }, 'number-not-understood', 'target'],
    ['単位があわない', visitors, { target: '約70万', unit: '億円' }, 'unit-not-the-same', 'target'],
    ['別の単位', visitors, { target: '70円' }, 'unit-not-the-same', 'target'],
    ['単位のない金額', project, { amount: '12000' }, 'amount-not-understood', 'amount'],
  ] as const)('%s: どの欄かをいって断る', (_, body, typed, why, field) => {
    expect(typedBody(body, typed, at)).toMatchObject({ ok: false, why, detail: { field } })
  })

  test('金額と月', () => {
    const read = typedBody(project, { amount: '１，５００万円', previous: '8百万円' }, at)
    expect(read).toMatchObject({
      ok: true,
      value: { amount: { yen: 15_000_000 }, previous: { yen: 8_000_000 } },
    })
    const step = typedBody({ kind: 'step', name: '検証', to: 9 }, { to: '10月頃' }, at)
    expect(step).toMatchObject({ ok: true, value: { to: 10 } })
  })
})
