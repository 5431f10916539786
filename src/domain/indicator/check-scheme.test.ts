import { describe, expect, test } from 'vitest'
import { checkScheme } from './check-scheme.ts'
import type { Scheme, Step } from './scheme.ts'
import { SCHEMES } from './schemes/all.ts'
import { SANO } from './schemes/sano.ts'
import { SHIRUBE_STANDARD } from './schemes/shirube-standard.ts'

describe('型の点検', () => {
  test.each(SCHEMES.map((scheme) => [scheme.title.ja, scheme] as const))(
    '出荷する型に誤りはない: %s',
    (_, scheme) => {
      expect(checkScheme(scheme)).toEqual([])
      expect(JSON.parse(JSON.stringify(scheme))).toEqual(scheme)
    },
  )

  const step: Step = { grade: '◎', label: { ja: '達成', en: 'Reached' }, tone: 'reach', when: [] }
  const withSteps = (...steps: Step[]): Scheme => ({
    ...SHIRUBE_STANDARD,
    onTrack: [],
    tables: [{ kinds: ['reach'], steps }],
  })
  const { points: _, ...noPoints } = SANO
  test.each([
    ['宣言のない入力', withSteps({ ...step, when: [{ input: 'x', is: ['yes'] }] }), 'undeclared-input'],
    ['ない尺度', withSteps({ ...step, when: [{ scale: 'x', is: ['a'] }] }), 'unknown-scale'],
    ['境界のない条件', withSteps({ ...step, when: [{ measure: 'pace' }] }), 'condition-without-bound'],
    ['届かない区分', withSteps(step, step), 'unreachable-step'],
    ['区分のない表', withSteps(), 'empty-table'],
    ['評点の表がない', noPoints, 'points-without-table'],
    ['ない区分を順調と数える', { ...SHIRUBE_STANDARD, onTrack: ['X'] }, 'unknown-grade'],
  ] as const)('誤りを見つける: %s', (_title, scheme, code) => {
    expect(checkScheme(scheme).map((finding) => finding.code)).toContain(code)
  })
})
