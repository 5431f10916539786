import { type Population, threeGroups, totalOf } from './population.ts'

/** 人口減少段階: 0 = not falling; 1 = the old still grow in number; 2 = they hold or fall slightly; 3 = they fall. */
export type DeclineStage = 0 | 1 | 2 | 3

/**
 * The old may be fewer by less than this share of the base year's and still count as 維持・微減. Source: 内閣官房「『地方人口ビジョン』及び
 * 『地方版総合戦略』の策定に向けた人口動向分析・将来人口推計について」(2014-10), as remembered and not yet held against it.
 */
export const SLIGHT_FALL = 0.1

/** One year in figures. Indices: base year = 100. Dependency: 0–14 and 65+ for each 100 of 15–64. */
export type YearOutline = {
  readonly year: number
  readonly total: number
  readonly male: number
  readonly female: number
  readonly young: number
  readonly working: number
  readonly old: number
  readonly over75: number
  readonly oldShare: number
  readonly dependency: number
  readonly index: {
    readonly total: number
    readonly young: number
    readonly working: number
    readonly old: number
  }
  readonly stage: DeclineStage
}

/** 年齢3区分・指数・従属人口指数・人口減少段階 of each year against the first. */
export function outlines(
  years: readonly { readonly year: number; readonly people: Population }[],
): readonly YearOutline[] {
  const [first] = years
  if (!first) return []
  const base = { total: totalOf(first.people), ...threeGroups(first.people) }
  const index = (value: number, of: number) => (of > 0 ? (value * 100) / of : 100)
  return years.map(({ year, people }) => {
    const [groups, total] = [threeGroups(people), totalOf(people)]
    const male = people.male.reduce((whole, value) => whole + value, 0)
    return {
      year,
      total,
      male,
      female: total - male,
      ...groups,
      oldShare: total > 0 ? (groups.old * 100) / total : 0,
      dependency: groups.working > 0 ? ((groups.young + groups.old) * 100) / groups.working : 0,
      index: {
        total: index(total, base.total),
        young: index(groups.young, base.young),
        working: index(groups.working, base.working),
        old: index(groups.old, base.old),
      },
      stage: stageOf(total, groups.old, base),
    }
  })
}

function stageOf(
  total: number,
  old: number,
  base: { readonly total: number; readonly old: number },
): DeclineStage {
  if (total >= base.total) return 0
  if (old > base.old) return 1
  return old > base.old * (1 - SLIGHT_FALL) ? 2 : 3
}
