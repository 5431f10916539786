import type * as ja from '../ja/money.ts'
import { plural } from './time.ts'

export const projects: typeof ja.projects = {
  title: 'Budget and projects',
  none: 'No plan lists projects yet.',
  project: 'Project',
  totals: 'Totals',
  unit: 'in thousands of yen',
  place: 'Place',
  places: 'Listed under',
  count: 'Projects',
  amount: 'Printed amount',
  printed: 'Printed total',
  appropriated: (of) => `Appropriated in ${of}`,
  unknown: 'of which split unknown',
  previous: 'Year before (printed)',
  once: 'Total, each project once',
  how: (projects, placements) =>
    `${plural(projects, 'project')} are listed in ${placements} places. Wherever a project is listed, every total counts it once. Printed: the amounts as they stand in the plan. Appropriated: projects booked wholly in last year’s supplementary budget count to last year. Where only a part was booked there, nobody wrote down the share, so it is shown undivided.`,
  all: (count) => `All projects (${count})`,
}

export const project: typeof ja.project = {
  previous: (said) => `year before ${said}`,
  none: 'none',
  change: 'Change',
  notSummed: 'not part of any total',
  otherAmounts: {
    'unit-price': 'Unit price',
    'previous-unit-price': 'Unit price before',
    inner: 'Part of it',
    cap: 'Cap',
    frame: 'Frame',
  },
  appropriations: 'Budget and outturn',
  kind: 'Kind',
  kinds: {
    initial: 'Initial',
    supplementary: 'Supplementary',
    'carried-over': 'Carried over',
    'expected-outturn': 'Expected outturn',
    executed: 'Executed',
    outturn: 'Outturn',
  },
  month: (month) => new Intl.DateTimeFormat('en', { month: 'long' }).format(new Date(2000, month - 1)),
  funding: 'Funding source',
}
