import { expect, test } from 'vitest'
import { fiscalYear } from '../shared/year.ts'
import { isYears, keptSince } from './retention.ts'

test.each([
  // いまの年度  保存年限  この時より前のものは期限を過ぎた
  [2026, 3, '2023-03-31T15:00:00.000Z'],
  [2026, 1, '2025-03-31T15:00:00.000Z'],
  [2030, 10, '2020-03-31T15:00:00.000Z'],
])('%i年度に保存%i年なら %s', (year, years, moment) =>
  expect(keptSince(fiscalYear(year), years)).toBe(moment),
)

test.each([
  [1, true],
  [100, true],
  [0, false],
  [101, false],
  [1.5, false],
  [Number.NaN, false],
])('%d 年という保存年限', (value, fine) => expect(isYears(value)).toBe(fine))
