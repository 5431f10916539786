import type * as ja from '../ja/judging.ts'

type Detail = Readonly<Record<string, string | number>>
const year = (detail: Detail | undefined, key = 'year') =>
  detail?.[key] === undefined ? 'this year' : `FY${detail[key]}`

export const missing: typeof ja.missing = {
  'not-yet-published': 'Not yet published',
  'cannot-be-measured': 'Cannot be measured',
  'no-survey': 'No survey this year',
  ended: 'Ended',
  'not-applicable': 'Not applicable',
  withheld: 'Withheld',
  'not-submitted': 'Not submitted',
  withdrawn: 'Withdrawn',
}

export const ungraded: typeof ja.ungraded = (why, detail) =>
  ({
    'not-yet-published': `The value of ${year(detail)} has not been published yet`,
    'cannot-be-measured': 'The value cannot be measured',
    'no-survey': 'There was no survey this year',
    ended: 'The indicator has ended',
    'not-applicable': 'Not applicable',
    withheld: 'The value is withheld',
    'not-submitted': 'No value has been entered yet',
    'value-too-old': `The latest value is of ${year(detail)}, too old to judge by`,
    'several-vintages': 'The statistic was revised, and it is not settled which series judges',
    'scheme-does-not-cover-kind': 'This scheme does not cover this kind of target',
    'no-step-matches': 'No grade of the scheme applies',
    'not-due-yet': 'Not due yet',
    'target-not-stated': 'The document states no target',
    'direction-not-stated': 'The document does not say whether more or less is better',
    'never-judged': 'This indicator is not judged',
    'baseline-year-not-stated': 'The document does not state the year of the baseline',
    'target-year-not-after-baseline': 'The target year is not after the baseline year',
    'baseline-not-stated': 'The document states no baseline',
    'nothing-expected-yet': 'No progress is expected yet',
    'target-equals-baseline': 'Target and baseline are equal, so there is no progress rate',
    'no-rate-for-kept-target': 'A target to be kept has no rate',
    'target-is-zero': 'The target is 0, so there is no achievement rate',
    'rate-means-nothing-below-zero': 'A rate means nothing for negative values',
    'rate-means-nothing-when-lower-is-better': 'An achievement rate means nothing where less is better',
    'growth-rate-undefined': 'The growth rate cannot be computed',
    'no-previous-value': 'There is no value of the year before',
    'no-way-in-this-direction': 'The target lies behind the baseline, so there is no progress rate',
    'scheme-incomplete': 'The scheme leaves something open',
    'input-missing': `An input the scheme needs is missing (${detail?.input ?? ''})`,
    'input-not-understood': `An input of the scheme cannot be read (${detail?.input ?? ''})`,
  })[why]

export const targetKind: typeof ja.targetKind = {
  reach: 'Reach',
  floor: 'Stay above',
  hold: 'Hold',
  curb: 'Slow the fall',
  cumulative: 'Reach in total',
  complete: 'Complete',
  none: 'Not judged',
}

export const working: typeof ja.working = {
  value: 'Value judged by',
  target: 'Target',
  kind: 'Kind of target',
  achievement: 'Achievement rate (actual ÷ target)',
  progress: 'Progress rate (gain ÷ required gain)',
  expected: 'Expected by now',
  pace: 'Pace (gain ÷ expected gain)',
  elapsed: 'Share of time elapsed',
  'interim-progress': 'Progress to the interim target',
  margin: 'Distance to target',
  change: 'Change from baseline',
  'previous-year': 'Change from the year before',
  'growth-observed': 'Observed yearly growth',
  'growth-required': 'Required yearly growth',
  'growth-ratio': 'Observed ÷ required growth',
  'required-per-year': 'Needed per remaining year',
  tolerance: 'Tolerance',
  'years-left': 'Years left',
  points: 'Points',
  input: 'Input',
  scale: 'First scale',
  compare: 'Compare',
  note: 'Note',
}

export const workingNote: typeof ja.workingNote = (what, detail = {}) => {
  const said: string[] = []
  if (detail.year !== undefined) said.push(`FY${detail.year}`)
  if (detail.insteadOf !== undefined)
    said.push(`no value of FY${detail.insteadOf} yet, judged by FY${detail.year}`)
  if (detail.provisional !== undefined) said.push('provisional')
  if (detail.vintage !== undefined) said.push(String(detail.vintage))
  if (what === 'kind' && detail.direction === 'inferred')
    said.push(
      'the document does not state the direction; read as “increase” because the target lies above the baseline',
    )
  if (detail.milestone !== undefined) said.push(`milestone of FY${detail.milestone}`)
  if (detail.baselineMonths !== undefined) said.push(`the baseline covers ${detail.baselineMonths} months`)
  return said.join('; ')
}
