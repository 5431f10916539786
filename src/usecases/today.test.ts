import { describe, expect, test } from 'vitest'
import { dayInJapan, isDay, readMoment } from './today.ts'

describe('日と時点', () => {
  test.each([
    ['2026-05-01', '2026-05-01T14:59:59.999Z'],
    ['2026-05-01T00:00:00Z', '2026-05-01T00:00:00.000Z'],
    ['2026-02-30', undefined],
    ['2026-02-30T00:00:00Z', undefined],
    ['昨日', undefined],
  ])('%s', (written, moment) => {
    expect(readMoment(written)?.toISOString()).toBe(moment)
  })

  test('ない日は日でない。日本の日は世界時より9時間早い', () => {
    expect([isDay('2024-02-29'), isDay('2023-02-29'), isDay('2024-2-9')]).toEqual([true, false, false])
    expect(dayInJapan('2026-03-31T15:00:00Z')).toBe('2026-04-01')
  })
})
