import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { printForetold, TRIED } from './outlook.tsx'

describe('届くか', () => {
  test('画面が言う当たり方は、docs/forecasts.md の表のとおり', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../docs/forecasts.md'), 'utf8')
    const [, n, in50, in80] = /\| 全体 +\| +(\d+) \| ([\d.]+) \/ [^|]+\| ([\d.]+) \//.exec(text) ?? []
    expect([Number(n), Number(in50), Number(in80)]).toEqual([TRIED.n, TRIED.in50 / 100, TRIED.in80 / 100])
  })

  test.each([
    [1018.6, 0, '1,019'],
    [-0.04, 1, '0.0'],
    [-58.2, 0, '−58'],
    [1.3661, 2, '1.37'],
  ])('%d を小数%d桁で「%s」', (value, decimals, text) => {
    expect(printForetold(value, { decimals })).toBe(text)
  })
})
