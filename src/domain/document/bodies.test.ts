import { describe, expect, test } from 'vitest'
import { decimal } from '../shared/decimal.ts'
import { clashes, joined, nameOf, renamed } from './bodies.ts'
import type { DraftBodyOf, DraftIndicator } from './draft.ts'

const value = (printed: string) => ({ value: decimal(printed), printed, at: { line: 1 } })
const indicator = (name: string, more: Partial<DraftIndicator> = {}): DraftIndicator => ({
  kind: 'indicator',
  name,
  targets: [],
  actuals: [],
  relisted: false,
  ...more,
})

const project = (name: string, yen: number, unit: '円' | '千円' = '円'): DraftBodyOf => ({
  kind: 'project',
  name,
  amount: { yen, unit },
})

describe('項目の名前・分ける・合わせる', () => {
  test.each([
    ['事業', { kind: 'project', name: '港の改修' }, '港の改修'],
    ['用語', { kind: 'term', number: '1', term: '関係人口' }, '関係人口'],
    ['章', { kind: 'section', number: '1', title: '総論' }, '総論'],
    ['寄附', { kind: 'donation', measure: 'A2007', estimate: { yen: 1, unit: '円' } }, 'A2007'],
  ] as const)('%s', (_, body: DraftBodyOf, name) => {
    expect(nameOf(body)).toBe(name)
    expect(nameOf(renamed(body, '別名'))).toBe('別名')
  })

  test('名前が二行に割れた指標は、値をなくさず一つになる', () => {
    const first = indicator('新規就農者数', { baseline: value('5') })
    const second = indicator('（累計）', {
      unit: '人',
      baseline: value('9'),
      targets: [{ ...value('30'), role: 'final' }],
    })
    expect(joined(first, second)).toEqual(
      indicator('新規就農者数（累計）', {
        unit: '人',
        baseline: value('5'),
        targets: [{ ...value('30'), role: 'final' }],
      }),
    )
  })

  test('最後の目標は二つにならない', () => {
    const with30 = (name: string, of: string) =>
      indicator(name, { targets: [{ ...value(of), role: 'final' }] })
    const both = joined(with30('一', '10'), with30('二', '20'))
    expect(both.kind === 'indicator' && both.targets.map(({ printed }) => printed)).toEqual(['10'])
  })

  test.each([
    ['金額が違う', project('1,200', 1), project('3,000', 2), ['amount']],
    ['同じ額なら単位が違ってもよい', project('一', 1000), { ...project('二', 1000, '千円') }, []],
    ['片方にしかない', indicator('一', { unit: '人' }), indicator('二', { baseline: value('5') }), []],
    ['単位が違う', indicator('一', { unit: '人' }), indicator('二', { unit: '件' }), ['unit']],
    [
      '目標が違う',
      indicator('一', { targets: [{ ...value('10'), role: 'final' }] }),
      indicator('二', { targets: [{ ...value('20'), role: 'final' }] }),
      ['target'],
    ],
  ] as const)('一つにするとなくなる値: %s', (_, first: DraftBodyOf, second: DraftBodyOf, fields) => {
    expect(clashes(first, second)).toEqual(fields)
  })
})
