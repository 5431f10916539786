import { done, type Outcome, refuse } from '../shared/outcome.ts'
import { equals, fromDecimal } from '../shared/rational.ts'
import type { FiscalYear } from '../shared/year.ts'
import type { Actual, KnownActual, MissingWhy } from './actual.ts'

export type ValueWhy = MissingWhy | 'not-submitted' | 'value-too-old' | 'several-vintages'

/** With these the year simply has no figure yet, and an earlier one may stand in; the other reasons are final. */
const WAITING: readonly MissingWhy[] = ['not-yet-published', 'no-survey']

/**
 * 判定に使う値: the evaluation year's, else the latest earlier one that is young enough (「R4の値で評価」).
 * Order of the list does not matter. Several different values for one year are refused, not chosen between:
 * name the 系列 (vintage) that the target was set on. A final figure goes before a provisional one.
 */
export function valueUsed(
  actuals: readonly Actual[],
  evaluationYear: FiscalYear,
  oldest: number,
  vintage?: string,
): Outcome<KnownActual, ValueWhy> {
  const seen = actuals.filter(
    (each) =>
      each.year <= evaluationYear &&
      (vintage === undefined || each.vintage === vintage || each.vintage === undefined),
  )
  const years = [...new Set(seen.map(({ year }) => year))].sort((a, b) => b - a)
  let waiting: { why: MissingWhy; year: number } | undefined
  for (const year of years) {
    const ofYear = seen.filter((each) => each.year === year)
    const known = settle(ofYear, vintage)
    if (known === 'several') return refuse('several-vintages', { year })
    if (known) {
      if (evaluationYear - year <= oldest) return done(known)
      return waiting
        ? refuse(waiting.why, waitingDetail(waiting, known))
        : refuse('value-too-old', { year, oldest })
    }
    const why = ofYear.map((each) => (each.kind === 'missing' ? each.why : undefined)).sort()
    const final = why.find((each) => each !== undefined && !WAITING.includes(each))
    if (final) return refuse(final, { year })
    waiting ??= why[0] ? { why: why[0], year } : undefined
  }
  return waiting ? refuse(waiting.why, { year: waiting.year }) : refuse('not-submitted', { evaluationYear })
}

const waitingDetail = (waiting: { year: number }, known: KnownActual) => ({
  year: waiting.year,
  latestYear: known.year,
})

/** The one value of a year: of the named series before an unnamed one, final before provisional. */
function settle(ofYear: readonly Actual[], vintage?: string): KnownActual | undefined | 'several' {
  const known = ofYear.filter((each): each is KnownActual => each.kind === 'known')
  const named = vintage === undefined ? known : known.filter((each) => each.vintage === vintage)
  const inSeries = named.length > 0 ? named : known
  const final = inSeries.filter(({ provisional }) => !provisional)
  const key = ({ vintage = '', value }: KnownActual) => `${vintage}|${value}`
  const candidates = [...(final.length > 0 ? final : inSeries)].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  const first = candidates[0]
  if (!first) return undefined
  return candidates.every(({ value }) => equals(fromDecimal(value), fromDecimal(first.value)))
    ? first
    : 'several'
}
