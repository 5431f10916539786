import { describe, expect, test } from 'vitest'
import { bandsOf, chanceOf, shelfLife, spread80 } from './interval.ts'
import { unrestOf } from './spread.ts'
import { studentBelow, studentQuantile } from './student.ts'

const city = { people: 300_000, growth: 0.005, movement: 0.04 }
const village = { people: 1_500, growth: -0.08, movement: 0.1 }

describe('t 分布（自由度4）', () => {
  test.each([
    // 出典: 数表
    [0.75, 0.7407],
    [0.9, 1.5332],
    [0.95, 2.1318],
    [0.975, 2.7764],
    [0.995, 4.6041],
  ])('%d 分位点は %d', (share, t) => {
    expect(studentQuantile(share)).toBeCloseTo(t, 4)
    expect(studentQuantile(1 - share)).toBeCloseTo(-t, 4)
    expect(studentBelow(t)).toBeCloseTo(share, 5)
  })

  test('どの確率でも、分位点と分布関数は互いの逆', () => {
    for (let share = 0.0005; share < 1; share += 0.0037)
      expect(studentBelow(studentQuantile(share))).toBeCloseTo(share, 9)
  })
})

describe('幅', () => {
  test.each([
    ['小さいほど広い', { ...city, people: 2_000 }, 10, city, 10],
    ['先ほど広い', city, 15, city, 10],
    ['増減が大きいほど広い', { ...city, growth: 0.1 }, 10, city, 10],
    ['減っていても同じ', { ...city, growth: -0.1 }, 10, city, 10],
    ['出入りが多いほど広い', { ...city, movement: 0.2 }, 10, city, 10],
  ])('%s', (_, wider, aheadOfWider, narrower, ahead) => {
    expect(spread80(wider, aheadOfWider)).toBeGreaterThan(spread80(narrower, ahead))
  })

  test('大きく静かな都市でも、遠い先では年数より速く広がる', () => {
    expect(spread80(city, 30) / spread80(city, 15)).toBeGreaterThan(2)
  })

  test('基準の年は幅がなく、50%は80%の内側、15年より先は外挿とわかる', () => {
    const bands = bandsOf(
      [2020, 2025, 2035, 2040].map((year) => ({ year, total: 1_000 })),
      village,
    )
    expect(bands[0]).toMatchObject({ low80: 1_000, high80: 1_000 })
    for (const { low80, low50, high50, high80 } of bands.slice(1))
      expect([low80, low50, 1_000, high50, high80]).toEqual(
        [low80, low50, 1_000, high50, high80].toSorted((a, b) => a - b),
      )
    expect(bands.map(({ extrapolated }) => extrapolated)).toEqual([false, false, false, true])
  })

  test('80%の幅の下の端を上回る見込みは90%、まん中は50%', () => {
    const [, band] = bandsOf(
      [
        { year: 2020, total: 1_500 },
        { year: 2040, total: 1_000 },
      ],
      village,
    )
    expect(chanceOf(1_000, band?.low80 ?? 0, village, 20)).toBeCloseTo(0.9, 9)
    expect(chanceOf(1_000, band?.high50 ?? 0, village, 20)).toBeCloseTo(0.25, 9)
    expect(chanceOf(1_000, 1_000, village, 20)).toBe(0.5)
  })

  test.each([
    ['基準の年に足りている', 1_000, 1_000, 0, 1],
    ['基準の年に足りない', 999, 1_000, 0, 0],
    ['だれもいなくなる', 0, 1_000, 20, 0],
    ['約束が0人', 0, 0, 20, 1],
  ])('%s', (_, total, promised, ahead, chance) => {
    expect(chanceOf(total, promised, village, ahead)).toBe(chance)
  })

  test('使える期間は、80%の幅が±10%に収まる最後の年', () => {
    const last = shelfLife(city, 2020)
    expect(spread80(city, last - 2020)).toBeLessThanOrEqual(Math.log(1.1))
    expect(spread80(city, last - 2020 + 1)).toBeGreaterThan(Math.log(1.1))
    expect(shelfLife(village, 2020)).toBeLessThan(last)
  })
})

describe('変わりやすさ', () => {
  const ages = Array.from({ length: 19 }, () => 100)
  test('だれも動かず死ななければ、増減も出入りも0', () => {
    const base = { male: ages, female: ages }
    expect(unrestOf(base, base)).toEqual({ people: 3_800, growth: 0, movement: 0 })
  })
  test('出た人も入った人も数える', () => {
    const base = { male: ages, female: ages }
    const first = { male: ages.with(5, 60), female: ages.with(6, 140) }
    expect(unrestOf(base, first)).toEqual({ people: 3_800, growth: 0, movement: 80 / 3_800 })
  })
  test('だれもいない地域', () => {
    const none = ages.map(() => 0)
    expect(unrestOf({ male: none, female: none }, { male: ages, female: ages })).toEqual({
      people: 0,
      growth: 0,
      movement: 0,
    })
  })
})
