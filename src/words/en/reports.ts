import type { Decimal } from '#domain/shared/decimal.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { printDecimal } from '#domain/shared/rational.ts'
import type { reports as ja } from '../ja/reports.ts'
import { record } from './indicators.ts'
import { shortYear, year } from './time.ts'

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

const sumOf = (parts: readonly string[], sum: Decimal): string =>
  `${parts.join(' ＋ ')} ＝ ${printDecimal(sum)}`

export const reports: typeof ja = {
  title: (of) => `Results of ${year(of)}, please`,
  overview: (of) => `Results of ${year(of)}`,
  lead: (count, due, left) =>
    `${plural(count, 'indicator')}${due ? ` · due ${due}${left === undefined ? '' : left >= 0 ? ` · ${plural(left, 'day')} left` : ` · ${plural(-left, 'day')} overdue`}` : ''}`,
  notOpen: (of) => `The collection of ${year(of)} has not begun.`,
  notYours:
    'Answers that are not approved yet are seen only by the department itself and by the planners who gather them. Approved values are on the pages of the indicators.',
  notOpenHelp: 'Once planning opens it, the indicators of your department stand here.',
  notOver: (of) => `${year(of)} is not over, so its collection cannot begin.`,
  nothing: 'This department answers for no indicator.',
  open: 'Open the collection',
  change: 'Change the dates',
  changeReason: 'Why the dates change',
  stages: {
    report: 'Reporting',
    assess: 'Assessment',
    steering: 'Steering meeting',
    review: 'Review',
    decide: 'Decision',
    budget: 'Budget',
    publish: 'Publication',
  },
  from: 'From',
  until: 'Until',
  monthDay: 'month-day (06-14)',
  states: {
    empty: 'Not entered',
    entered: 'Entered',
    submitted: 'Waiting for approval',
    returned: 'Returned',
    approved: 'Approved',
  },
  byDepartment: 'By department',
  department: 'Department',
  asked: 'Asked',
  waiting: 'Left',
  overdue: 'overdue',
  nobody: 'Indicators that no department owns',
  all: 'All departments',
  before: 'Answers so far',
  noBefore: 'No values so far.',
  lastNote: 'Last note',
  definition: 'How it is counted',
  source: 'Source',
  target: 'Target',
  value: (of, unit, cumulative) =>
    cumulative
      ? `Running total to the end of ${shortYear(of)}${unit && ` (${unit})`}`
      : `Value of ${year(of)}${unit && ` (${unit})`}`,
  why: 'Where there is no value yet',
  hasValue: 'There is a value',
  note: 'Why it changed, and what next (optional)',
  provisional: 'Provisional',
  save: 'Save',
  savedAt: (at) => `Saved ${at}`,
  saving: 'Saving',
  kept: 'The connection is gone. What you typed is kept on this device',
  confirm: 'It is right as it is (say why in the note)',
  fix: (value, unit) => `Make it ${printDecimal(value)}${unit}`,
  doubt: (doubt, typed) => {
    switch (doubt.kind) {
      case 'not-a-number':
        return `Not a number (“${doubt.value.slice(0, 40)}”). Enter digits only; units and remarks go into the note.`
      case 'value-or-reason':
        return 'Enter a value or choose why there is none, not both.'
      case 'total-falls':
        return `The running total falls (${shortYear(doubt.from.year)} ${printDecimal(doubt.from.value)} → ${printDecimal(doubt.to)}). Is it the amount of one year?${doubt.fix ? ` Then the total is ${printDecimal(doubt.fix)}.` : ''}`
      case 'slip':
        return record.slip(doubt.slip, typed)
      case 'parts-differ':
        return `The parts add up to something else (${sumOf(
          doubt.parts.map((part) => `${nameIn('en', part)} ${printDecimal(part.value ?? '')}`),
          doubt.fix,
        )}; entered: ${typed}).`
      case 'confirm-in-note':
        return 'Confirmed. Say why in the note.'
    }
  },
  level: { error: 'Please correct', warning: 'Please check' },
  ready: 'Ready',
  untilSubmit: 'Until submission',
  submit: (count) => `Submit ${plural(count, 'indicator')} for approval`,
  unsaved:
    'Something you typed is not saved, so nothing was sent yet. Check what its card says and press again.',
  leftHere: (text: string) => `What you typed here was not saved: ${text}`,
  dropLeft: 'Discard it',
  submitHelp:
    'Submits what has a value or a reason and no open doubt. It can be taken back until it is approved.',
  takeBack: 'Take back',
  approve: 'Approve',
  approveAll: (count) => `Approve all ${count} that wait`,
  return: 'Return',
  returnReason: 'Why it is returned',
  approvedReason: 'From an approved report',
  moved: (move, count) =>
    ({
      submit: `${count} submitted.`,
      'take-back': `${count} taken back.`,
      return: `${count} returned.`,
      approve: `${count} approved and recorded.`,
    })[move],
  history: 'History',
  moves: { submit: 'submitted', 'take-back': 'taken back', return: 'returned', approve: 'approved' },
  conflict: (by, at) =>
    `While this was open, ${by} wrote here (${at}). Which is right? The other stays on record.`,
  theirs: 'Theirs',
  mine: 'Yours',
  useTheirs: 'Use theirs',
  useMine: 'Use yours',
  setAside: 'Values not used',
}
