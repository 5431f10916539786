import { type Point, valueOn } from './path.ts'
import type { Population } from './population.ts'
import { childbearing } from './step.ts'

/**
 * 換算率 (factor): TFR ÷ CWR of the nation in census years. It moves with survival of children and the ages of mothers, so it belongs to
 * a year; after the last one it is held. Measured on 国勢調査 and 人口動態統計; for a municipality the TFR made with it errs by about 0.10.
 */
export const NATIONAL_FACTORS: readonly Point[] = [
  { year: 1980, value: 6.29 },
  { year: 1990, value: 7.45 },
  { year: 2000, value: 6.74 },
  { year: 2010, value: 7.09 },
  { year: 2015, value: 7.51 },
]

/**
 * 全国の合計特殊出生率の仮定 (中位) behind an edition, by which its own years get a factor. Source: 国立社会保障・人口問題研究所『日本の将来推計人口
 * （平成29年推計）』, as remembered; it has not been held against the table.
 */
export const NATIONAL_FERTILITY: Readonly<Record<string, readonly Point[]>> = {
  平成30年推計: [
    { year: 2015, value: 1.45 },
    { year: 2024, value: 1.42 },
    { year: 2035, value: 1.43 },
    { year: 2065, value: 1.44 },
  ],
}

/**
 * 版の換算率: the measured factors, and after the last of them the edition's own, national TFR ÷ the child-woman ratio of its projected nation.
 * Without the nation, or for an edition whose assumption is not known here, the last measured factor is held.
 */
export function factorsOf(
  edition: string | undefined,
  nation: readonly { readonly year: number; readonly people: Population }[],
): readonly Point[] {
  const assumed = edition === undefined ? undefined : NATIONAL_FERTILITY[edition]
  const last = NATIONAL_FACTORS.at(-1)?.year ?? 0
  if (!assumed) return NATIONAL_FACTORS
  const own = nation.flatMap(({ year, people }) => {
    const ratio = childWomanRatio(people)
    return year > last && ratio > 0 ? [{ year, value: valueOn(assumed, year) / ratio }] : []
  })
  return [...NATIONAL_FACTORS, ...own]
}

/** How far a municipality's TFR made from its child-woman ratio may be from the true one, as a rule. Shown with every such figure. */
export const TFR_ERROR = 0.1

/** 合計特殊出生率 from a child-woman ratio: TFR_i = CWR_i · TFR_nat ÷ CWR_nat. */
export const fertilityOf = (childWomanRatio: number, year: number, factors = NATIONAL_FACTORS): number =>
  childWomanRatio * valueOn(factors, year)

/** And back. */
export const childWomanRatioOf = (fertility: number, year: number, factors = NATIONAL_FACTORS): number =>
  fertility / valueOn(factors, year)

/** 子ども女性比 of a population; 0 where there are no women of 15–49. */
export function childWomanRatio({ male, female }: Population): number {
  const women = childbearing(female)
  return women > 0 ? ((male[0] ?? 0) + (female[0] ?? 0)) / women : 0
}
