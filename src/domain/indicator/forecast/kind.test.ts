import { describe, expect, test } from 'vitest'
import { kindByUnit, readKind } from './kind.ts'

describe('指標の種類', () => {
  test.each([
    ['count', 'count'],
    [' Share ', 'share'],
    ['割合', 'share'],
    ['累計', 'cumulative'],
    ['単年', 'by-unit'],
    ['', 'by-unit'],
    ['記載なし', 'by-unit'],
    ['toString', 'unknown'],
    ['木', 'unknown'],
  ])('「%s」→ %s', (written, kind) => {
    expect(readKind(written)).toBe(kind)
  })

  test.each([
    ['人', [120, 118], 'count'],
    ['人', [120.5, 118], 'amount'],
    ['人', [-3, 118], 'balance'],
    ['万人', [70, 71], 'amount'],
    ['億円', [12.5, 13], 'amount'],
    ['%', [46.5, 48], 'share'],
    ['％', [98, 104], 'rate'],
    ['人/ha', [60.7, 60.7], 'rate'],
    ['倍', [1.2, 1.1], 'rate'],
    ['点', [3.4, 3.6], 'index'],
    ['記載なし', [3, 4], 'amount'],
    [undefined, [3, 4], 'amount'],
  ] as const)('単位「%s」、値 %j → %s', (unit, values, kind) => {
    expect(kindByUnit(unit, values)).toBe(kind)
  })
})
