import type { KnownActual } from '#domain/indicator/actual.ts'
import type { Target } from '#domain/indicator/commitment.ts'
import { expectedValue } from '#domain/indicator/pace.ts'
import { margin, progressRate } from '#domain/indicator/progress.ts'
import { baselineYearOf } from '#domain/indicator/settled.ts'
import { type Aim, aimOf, finalTarget, hasPath } from '#domain/indicator/target-kind.ts'
import { fromDecimal, print, type Rational, toDecimal } from '#domain/shared/rational.ts'
import { fiscalYear, isFiscalYear } from '#domain/shared/year.ts'
import type { Page, Promised } from './page.ts'

/** How far a value is on the normalised way: 0 at はじめ, 1 at 目標. */
export type Share = number

/** What is drawn of an indicator: its 道のり, or for a kept target its margin, or neither. */
export type Way =
  | {
      readonly kind: 'way'
      readonly now?: Share
      readonly expected?: { readonly at: Share; readonly value: string }
    }
  | {
      readonly kind: 'kept'
      readonly aim: Aim
      readonly margin?: { readonly value: string; readonly short: boolean }
    }
  | { readonly kind: 'none'; readonly why?: 'no-baseline' }

/** 道のり for targets with a direction; 余裕 for those to be kept; nothing where the document leaves too much open. */
export function wayOf(page: Page, row: Promised, now: KnownActual | undefined): Way {
  const aim = aimOf(row.indicator, row.of)
  const target = finalTarget(row.of)
  if (!aim.ok || !target) return { kind: 'none' }
  const actual = now && fromDecimal(now.value)
  if (!hasPath(aim.value.kind))
    return aim.value.kind === 'complete' ? { kind: 'none' } : keptWay(aim.value, target, actual)
  const { baseline } = row.of
  if (baseline === 'not-stated') return { kind: 'none', why: 'no-baseline' }
  const [start, end] = [fromDecimal(baseline.value), fromDecimal(target.value)]
  const share = (value: Rational) => {
    const rate = progressRate(start, end, value)
    return rate.ok ? Number(toDecimal(rate.value, 4)) : undefined
  }
  if (share(end) === undefined) return { kind: 'none' }
  const expected = expectedNow(page, row, target, start, now?.year ?? page.snapshot.year)
  const [at, due] = [actual && share(actual), expected && share(expected)]
  return {
    kind: 'way',
    ...(at === undefined ? {} : { now: at }),
    ...(due === undefined || !expected ? {} : { expected: { at: due, value: print(expected) } }),
  }
}

function keptWay(aim: Aim, target: Target, actual: Rational | undefined): Way {
  if (!actual) return { kind: 'kept', aim }
  const { value } = margin(actual, fromDecimal(target.value), aim.better) as { value: Rational }
  const short = value.n < 0n
  return { kind: 'kept', aim, margin: { value: print(short ? { n: -value.n, d: value.d } : value), short } }
}

/** 目安 of the value's year, on the same path as the scheme judges by. */
function expectedNow(
  { snapshot: { scheme, plan } }: Page,
  { of, indicator }: Promised,
  target: Target,
  baseline: Rational,
  year: number,
): Rational | undefined {
  const { from: first } = plan.period
  const before = first === 'not-stated' ? undefined : first - 1
  const from =
    scheme.path === 'plan-years' && before !== undefined && isFiscalYear(before)
      ? fiscalYear(before)
      : baselineYearOf(indicator, of)
  const milestones = of.targets
    .filter(({ role }) => role === 'milestone')
    .map((each) => ({ year: each.year, value: fromDecimal(each.value) }))
  const path = { baseline, from, target: fromDecimal(target.value), to: target.year, milestones }
  const expected = expectedValue(path, fiscalYear(year))
  return expected.ok ? expected.value : undefined
}
