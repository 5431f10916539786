/** 性: one array of age groups each. */
export type BySex<T> = { readonly male: T; readonly female: T }

export const SEXES = ['male', 'female'] as const

/**
 * 年齢 (age groups): five years each from 0–4; the last is open, 85+, 90+ (2018 edition: 19 groups) or 95+ (2023 edition: 20).
 */
export type OpenAge = 85 | 90 | 95

export const groupsOf = (open: OpenAge): number => open / 5 + 1

/** 「0–4」 … 「90+」. */
export const ageLabels = (open: OpenAge): readonly string[] =>
  Array.from({ length: groupsOf(open) }, (_, at) =>
    at * 5 === open ? `${open}+` : `${at * 5}–${at * 5 + 4}`,
  )

/** 人口 (population): persons by sex and age group, youngest first. */
export type Population = BySex<readonly number[]>

export const totalOf = ({ male, female }: Population): number => sum(male) + sum(female)

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** 年齢3区分: 0–14, 15–64, 65 and over; and 75 and over. */
export function threeGroups({ male, female }: Population): {
  readonly young: number
  readonly working: number
  readonly old: number
  readonly over75: number
} {
  const between = (from: number, to: number) => sum(male.slice(from, to)) + sum(female.slice(from, to))
  const end = male.length
  return { young: between(0, 3), working: between(3, 13), old: between(13, end), over75: between(15, end) }
}
