import { printDecimal } from '#domain/shared/rational.ts'
import type * as ja from '../ja/indicators.ts'
import { ungraded } from './judging.ts'
import { plural, year } from './time.ts'

export const indicators: typeof ja.indicators = {
  title: 'Indicators',
  none: 'There is no indicator yet. They come with a plan.',
  lead: (of, reported, all) => `${reported} of ${plural(all, 'indicator')} have a value for ${year(of)}.`,
  promises: 'Plan editions',
}

export const indicator: typeof ja.indicator = {
  indicator: 'Indicator',
  baseline: 'Baseline',
  target: 'Target',
  latest: 'Latest',
  value: 'Value',
  trend: 'Trend',
  judgement: 'Judgement',
  judgedTitle: 'Judgement and working',
  scheme: 'Grading scheme',
  otherSchemes: 'Other schemes',
  goalTarget: 'Target',
  relisted: 'Re-listed',
  toOriginal: 'to the original row',
  record: 'Record a value',
  provisional: 'provisional',
  yearNotStated: 'year not stated',
  months: (count) => `${count} months`,
  notThis: (grade) => `not ${grade}`,
  spark: (name) => `Trend of ${name}`,
  chart: (name) => `Trend of ${name}. The values are in the table below.`,
  chartKey:
    'Solid: neighbouring years. Dotted: across years without a value. Grey dashes: the path from baseline to target. Bar: target. Dotted vertical: an event.',
  series: 'One series through all plans',
  asTable: 'as a table',
  noSeries: 'There is nothing to draw yet.',
  noPromise: 'No plan promises this indicator for this year.',
  answer: (judgement) => {
    if (judgement.kind === 'ungraded')
      return `It cannot be judged yet. ${ungraded(judgement.why, judgement.detail)}.`
    const { valueYear, evaluationYear, value, label } = judgement
    const said = `With ${printDecimal(value.value)} in ${valueYear} it is “${label.en}”.`
    return valueYear === evaluationYear ? said : `${said} There is no value of ${year(evaluationYear)} yet.`
  },
  records: 'Values and their origin',
  recordsNote: 'No record disappears. A corrected value is struck through and stays.',
  noRecords: 'There is no value yet.',
  from: 'Origin',
  recorded: 'Recorded',
  because: (reason) => `Reason: ${reason}`,
  promises: 'What plans promise about it',
  promisesNote: 'Baseline and target of each edition',
  roles: { final: 'target', milestone: 'milestone', former: 'target of the former plan' },
  opinions: 'Opinions of the review committee',
  facts: 'Definition',
  scope: 'Scope',
  period: 'Period',
  periods: { 'fiscal-year': 'fiscal year', 'calendar-year': 'calendar year', date: 'at a date' },
  dataSource: 'Source',
  release: 'Release',
  released: (month, lag) =>
    `${month === undefined ? '' : `in ${new Intl.DateTimeFormat('en', { month: 'long' }).format(new Date(2000, month - 1))}, `}${lag === 0 ? 'of the same year' : `${plural(lag, 'year')} behind`}`,
  department: 'Department',
  settledDone: 'Settled. Who settled it and why stays on record.',
}

export const settle: typeof ja.settle = {
  title: 'Settle what is not stated',
  explain:
    'What the plan does not say can be settled with a reason. That the document is silent stays on record.',
  what: 'Attribute',
  value: 'Value',
  attributes: {
    better: 'Direction',
    accumulation: 'Accumulation',
    unit: 'Unit',
    'baseline-year': 'Year of the baseline',
  },
  values: {
    higher: 'increase',
    lower: 'decrease',
    steady: 'keep',
    cumulative: 'running total',
    annual: 'yearly amount',
    point: 'at a moment',
  },
  yearExample: 'e.g. 2022',
  submit: 'Settle',
  said: (what, value, by, on, reason) =>
    `${what} is not stated; ${by} settled it as “${value}” on ${on} (${reason})`,
}

export const record: typeof ja.record = {
  title: 'Record a value',
  titleNew: (of) => `Record the value of ${of}`,
  titleCorrect: (of) => `Correct the value of ${of}`,
  value: (of, unit) => `Value of ${of}${unit && ` (${unit})`}`,
  valueHelp: 'Digits only. Full width and thousands separators are fine.',
  why: 'If there is no value',
  hasValue: 'there is a value',
  provisional: 'Provisional (to be replaced by the final figure)',
  source: 'Source (statistic, survey, place in a table)',
  note: 'Note',
  reason: 'Reason for the correction',
  save: 'Record',
  correct: 'Correct',
  withdraw: 'Take back the last record',
  before: 'Values so far',
  lastNote: (note) => `Last note: ${note}`,
  confirm: 'This value is right (say why in the note)',
  toYear: 'to the page of the year',
  slip: (slip, typed) => {
    if (slip.kind === 'share-outside')
      return `A share outside 0–100 (${slip.value}). Check the decimal point.`
    const before = `It was ${printDecimal(slip.before.value)} in ${slip.before.year}.`
    return {
      'ten-times': `${before} “${typed}” is ten times as much or more. Check the digits or the unit.`,
      tenth: `${before} “${typed}” is a tenth or less. Check the digits or the unit.`,
      'other-sign': `${before} “${typed}” has the opposite sign of every value so far. Check the sign.`,
      'far-from-history': `${before} “${typed}” is more than three times away from every value so far. Check the digits or the unit.`,
    }[slip.kind]
  },
}
