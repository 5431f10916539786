import type * as ja from '../ja/years.ts'
import { bundleActions } from './bundle.ts'
import { cycleActions, cycleSubject } from './cycle.ts'
import { roomActions } from './room.ts'
import { plural, year } from './time.ts'

export const home: typeof ja.home = {
  title: (of) => `Progress in ${year(of)}`,
  lead: ({ commitments, graded, onTrack: { count, of } }) =>
    commitments === 0
      ? 'There are no indicators to judge yet.'
      : graded === 0
        ? `No indicator can be judged yet (${commitments} in all).`
        : `${count} of ${of} judged indicators are on track or better.`,
  noneCovers: (of) => `No plan with indicators covers ${year(of)}.`,
  noPlan: 'There is no plan yet',
  noPlanNext: 'Import a plan file, and its goals, indicators and projects appear here.',
  status: 'Indicators',
  toYear: 'Page of the year',
  oneCell: 'Indicators (one square each)',
  ungraded: 'Cannot be judged yet',
  total: (count) => `Total: ${plural(count, 'indicator')}`,
  onTrack: (expression) => `On track or better ${expression}`,
  relisted: (count) => `${plural(count, 're-listed row')} count once, where first listed.`,
  judgedBy: (scheme) => `Judged by “${scheme}”. Nothing is averaged.`,
  targets: 'Targets of the goals',
  waiting: 'Cannot be judged yet',
  nothingWaiting: 'Every indicator is judged.',
  count: (count) => String(count),
  budget: 'Budget',
  toProjects: 'All projects',
  budgetCounts: (projects) => `Printed amounts of ${plural(projects, 'project')}, each counted once`,
  budgetByGoal: 'Printed amounts by goal',
  printedNote: 'Sums of the amounts printed in the plan. Amounts by fiscal year are on the page of projects.',
}

export const planYear: typeof ja.planYear = {
  frozen: 'As judged when the year was closed',
  title: (of) => `${year(of)}: judge and publish`,
  toPublic: 'See the public page',
  judged: 'Judgement',
  counted: ({ commitments, relisted, graded, onTrack }) =>
    `${plural(commitments, 'indicator')} in all (${relisted} re-listed rows counted once).${graded > 0 ? ` On track or better: ${onTrack.expression}.` : ''}`,
  history: 'What happened to this year',
  noMoves: 'Nothing yet.',
  next: 'What to do next',
  moves: { close: 'closed', reopen: 'reopened', publish: 'published' },
  buttons: { close: 'Close this year', reopen: 'Reopen with a reason', publish: 'Publish' },
  explain: (how, ungradedCount) =>
    ({
      close: `Once closed, the values of this year can no longer be changed, and the judgements are frozen with their working.${ungradedCount > 0 ? ` ${plural(ungradedCount, 'indicator')} cannot be judged yet (this is published with the reason).` : ''}`,
      reopen: 'After reopening, values can be corrected. What was published stays as it was published.',
      publish: 'Publishing takes a copy of what stands now, for everybody to read. The copy never changes.',
    })[how],
  openReports: (count) =>
    `${count} ${count === 1 ? 'result was' : 'results were'} entered and not approved. If the year is closed now, they are published as not reported.`,
  publication: (number) => (number === 1 ? 'First publication' : `Publication ${number} (correction)`),
  done: (how, number) =>
    ({
      close: 'The year is closed.',
      reopen: 'The year is open again.',
      publish: `Published (${number ?? 1}).`,
    })[how],
}

export const publications: typeof ja.publications = {
  none: 'Nothing has been published yet. A year can be published once it is closed.',
  lead: (count) => `${plural(count, 'publication')}. What was published stays as it was.`,
  page: 'Public page',
  at: 'Published',
  number: 'Number',
}

export const history: typeof ja.history = {
  lead: 'Who changed what, when and why, newest first.',
  at: 'When',
  who: 'Who',
  what: 'What',
  subject: 'Subject',
  life: 'Life of the government',
  lifeWhat: {
    founded: 'founded',
    renamed: 'renamed',
    'merged-into': 'merged into',
    'split-into': 'split into',
    abolished: 'abolished',
  },
  earlier: 'Earlier records',
  about: (subject) =>
    cycleSubject(subject) ??
    { departments: 'Departments', settings: 'Settings', bundles: 'Bundles' }[subject] ??
    (subject.startsWith('event:') ? `Event ${subject.slice(6)}` : subject),
  detail: (detail) =>
    Object.entries(detail)
      .map(([key, value]) => {
        if (key === 'year') return year(Number(value))
        if (key === 'yen') return `¥${Number(value).toLocaleString('en-US')}`
        return `${key} ${value}`
      })
      .join(' · '),
  byApproval: 'As an approved report says',
  action: (action) =>
    ({
      'audit:retention': 'set the retention of the audit',
      'audit:erase': 'erased what was past its term',
      'follow-up:propose': 'proposed a follow-up',
      'follow-up:decide': 'decided a follow-up',
      'follow-up:approval': 'noted an approval',
      'follow-up:budget': 'linked a budget request',
      'follow-up:plan-change': 'linked a revision of the plan',
      'follow-up:progress': 'reported progress',
      'follow-up:choices': 'set the choices of follow-up',
      'comment:open': 'opened a public comment',
      'comment:extend': 'extended a public comment',
      'comment:withdraw': 'withdrew a public comment',
      'comment:publish': 'published the result of a public comment',
      'comment:erase': 'erased names and contacts of comments',
      ...cycleActions,
      ...bundleActions,
      'government:register': 'registered the government',
      'document:receive': 'received a document',
      'edition:adopt': 'adopted an edition',
      'edition:discard': 'discarded a draft',
      'scenario:save': 'kept a scenario',
      'scenario:remove': 'removed a scenario',
      'vision:adopt': 'adopted a population vision',
      'vision:undo': 'took back a population vision',
      'judgement:first': 'gave the first judgement',
      'judgement:second': 'gave the second judgement',
      'judgement:committee': 'wrote the judgement of the committee',
      'round:open': 'opened a collection',
      'round:change': 'changed the dates',
      'report:submit': 'submitted a report',
      'report:take-back': 'took a report back',
      'report:return': 'returned a report',
      'report:approve': 'approved a report',
      'member:invite': 'invited a person',
      'member:change': 'changed a membership',
      'member:end': 'ended a membership',
      'member:link': 'showed a link to set a password',
      'department:register': 'registered a department',
      'department:rename': 'renamed a department',
      'department:end': 'ended a department',
      'department:hand-over': 'handed over what a department owns',
      'token:issue': 'issued a token',
      'token:revoke': 'revoked a token',
      'member:hand-over': 'handed over the memberships of a person',
      'plan:import': 'imported a plan',
      'structure:save': 'saved departments or settings',
      'appropriation:record': 'recorded an amount',
      'opinion:record': 'recorded an opinion',
      ...roomActions,
      'opinion:answer': 'answered an opinion',
      'actual:record': 'recorded a value',
      'actual:correct': 'corrected a value',
      'indicator:settle': 'settled what is not stated',
      'year:close': 'closed a year',
      'year:reopen': 'reopened a year',
      'year:publish': 'published a year',
    })[action] ?? action,
}
