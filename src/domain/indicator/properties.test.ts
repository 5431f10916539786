import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indicator, known, milestone, missing, promise } from '#test/support/indicators.ts'
import { rational, toDecimal } from '../shared/rational.ts'
import { fiscalYear } from '../shared/year.ts'
import type { Actual } from './actual.ts'
import type { Commitment } from './commitment.ts'
import type { Better } from './indicator.ts'
import { judge } from './judge.ts'
import type { Judgement } from './judgement.ts'
import type { Scheme } from './scheme.ts'
import { SCHEMES } from './schemes/all.ts'

const ANSWERS = {
  'outside-cause': 'no',
  'issues-sorted': 'yes',
  'policy-points': '4',
  state: 'under-way',
  'share-reached': '0.5',
  'residents-sense': 'b',
}

const amount = fc.integer({ min: -400, max: 400 }).map((n) => toDecimal(rational(n, 4), 2))
const year = fc.integer({ min: 2012, max: 2024 })
const kind = fc.constantFrom(
  undefined,
  'reach',
  'floor',
  'hold',
  'curb',
  'complete',
  'cumulative',
) as fc.Arbitrary<Commitment['kind']>
const commitment = fc
  .tuple(
    amount,
    fc.constantFrom<number | 'not-stated'>(2012, 2015, 'not-stated'),
    amount,
    kind,
    amount,
    fc.boolean(),
  )
  .map(([baseline, from, target, kind, interim, withMilestone]): Commitment => {
    const made = promise(baseline, from, target, 2024, kind ? { kind } : {})
    return withMilestone ? { ...made, targets: [milestone(interim, 2018), ...made.targets] } : made
  })
const better = fc.constantFrom<Better | 'not-stated'>('higher', 'lower', 'steady', 'not-stated')
const actual = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(year, amount).map(([y, value]) => known(y, value)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(year, fc.constantFrom('not-yet-published', 'ended', 'no-survey') as fc.Arbitrary<'ended'>)
      .map(([y, why]) => missing(y, why)),
  },
)

/** Place of a grade in the scheme's table for the judged kind, 0 = best. */
const rank = (scheme: Scheme, judgement: Judgement): number | undefined =>
  judgement.kind === 'graded'
    ? scheme.tables
        .find(({ kinds }) => kinds.includes(judgement.targetKind))
        ?.steps.findIndex(({ grade }) => grade === judgement.grade)
    : undefined

describe.each(SCHEMES.map((scheme) => [scheme.title.ja, scheme] as const))('判定の性質: %s', (_, scheme) => {
  test('実績の並び順によらず、例外は出ず、判定か理由がある', () => {
    fc.assert(
      fc.property(
        commitment,
        better,
        fc.array(actual, { maxLength: 8 }),
        year,
        fc.boolean(),
        (promised, way, actuals, evaluated, answered) => {
          const ask = (list: readonly Actual[]) =>
            judge({
              indicator: indicator({ better: way }),
              commitment: promised,
              actuals: list,
              evaluationYear: fiscalYear(evaluated),
              scheme,
              inputs: answered ? ANSWERS : {},
            })
          const once = ask(actuals)
          expect(ask([...actuals].reverse())).toEqual(once)
          expect(ask([...actuals].sort((a, b) => a.year - b.year))).toEqual(once)
          expect(once.kind === 'graded' ? once.grade : once.why).toBeTruthy()
        },
      ),
      { numRuns: 300 },
    )
  })

  test('よりよい値が、より悪い判定になることはない', () => {
    let compared = 0
    fc.assert(
      fc.property(
        commitment,
        fc.constantFrom<Better>('higher', 'lower'),
        amount,
        amount,
        year,
        (promised, way, a, b, y) => {
          const ask = (value: string) =>
            judge({
              indicator: indicator({ better: way }),
              commitment: promised,
              actuals: [known(y, value)],
              evaluationYear: fiscalYear(y),
              scheme,
              inputs: ANSWERS,
            })
          const [low, high] = Number(a) <= Number(b) ? [a, b] : [b, a]
          const [worse, good] = way === 'higher' ? [low, high] : [high, low]
          const [rankWorse, rankGood] = [rank(scheme, ask(worse)), rank(scheme, ask(good))]
          if (rankWorse === undefined || rankGood === undefined) return
          compared += 1
          expect(rankGood).toBeLessThanOrEqual(rankWorse)
        },
      ),
      { numRuns: 800 },
    )
    expect(compared).toBeGreaterThan(10)
  })
})
