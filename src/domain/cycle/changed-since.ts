import type { Judgement } from '../indicator/judgement.ts'
import type { PlanYear } from './plan-year.ts'
import type { YearSnapshot } from './snapshot.ts'

const gradeOf = (judgement: Judgement): string =>
  judgement.kind === 'graded' ? judgement.grade : judgement.why

/** 写しのあとに変わったもの: names of the indicators whose records up to the year, or whose grade, are others now; new promises too. */
export function changedRows(
  { rows, year }: Pick<YearSnapshot, 'rows' | 'year'>,
  now: PlanYear,
): readonly string[] {
  const then = new Map(rows.map((row) => [row.commitment, row]))
  return now.rows.flatMap(({ commitment, indicator, records, judgement }) => {
    const row = then.get(commitment.id)
    const seen = new Set(row?.records.map(({ id }) => id))
    const since = records.some(({ id, actual }) => actual.year <= year && !seen.has(id))
    return row && !since && gradeOf(row.judgement) === gradeOf(judgement) ? [] : [indicator.name]
  })
}
