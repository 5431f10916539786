import type * as ja from '../ja/cycle.ts'
import { year } from './time.ts'

const day = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long' }).format(new Date(iso))
const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

export const cycle: typeof ja.cycle = {
  title: (of) => `Progress of ${year(of)}`,
  lead: (stage, until, left) =>
    stage === undefined
      ? 'All stages are over.'
      : `Now: ${stage}${until ? ` (until ${day(until)}${left === undefined ? '' : left >= 0 ? `, ${plural(left, 'day')} left` : `, ${plural(-left, 'day')} over`})` : ''}.`,
  next: (stage, from) => `Next: ${stage}${from ? ` (from ${day(from)})` : ''}.`,
  openTasks: (open, overdue) =>
    open === 0
      ? 'Nothing is left to do.'
      : `${plural(open, 'task')} left${overdue > 0 ? `, ${overdue} of them overdue` : ''}.`,
  stages: 'Stages',
  strip: 'Stages and dates',
  stage: 'Stage',
  dates: 'Dates',
  standing: 'State',
  moved: 'Moves',
  span: (from, to) => (from === to ? day(from) : `${day(from)} – ${day(to)}`),
  noDates: 'No dates set',
  states: { waiting: 'To come', running: 'Now', finished: 'Over' },
  daysLeft: (left) => (left >= 0 ? `${plural(left, 'day')} left` : `${plural(-left, 'day')} over`),
  openFor: (names) => `Open for ${names} only`,
  approved: (count, of) => `${count} of ${of} approved`,
  move: { begin: 'Begin', finish: 'Finish', reopen: 'Reopen' },
  moveStage: (stage, move) => `${{ begin: 'Begin', finish: 'Finish', reopen: 'Reopen' }[move]}: ${stage}`,
  didMove: (stage, move) =>
    `${stage} ${{ begin: 'has begun', finish: 'is finished', reopen: 'is open again' }[move]}.`,
  madeMove: { begin: 'begun', finish: 'finished', reopen: 'reopened' },
  moveReason: 'Reason',
  moveReasonHelp: {
    begin: 'Wanted where an earlier stage is not over.',
    finish: 'Wanted where something is left.',
    reopen: 'Always wanted; it stays on record.',
  },
  finishLocks: 'Once reporting is finished, no department can enter, submit or approve.',
  reopenFor: 'Reopen for',
  everyDepartment: 'All departments',
  notOpened: (of) => `The collection of ${year(of)} has not begun.`,
  toReports: 'Open the collection',
  locked: (by, at) =>
    `Reporting was finished by ${by} on ${at}. Nothing can be entered, submitted or approved.`,
  lockedNext: 'If something has to be mended, tell planning why and ask them to reopen it.',
  yourTurn: 'It is your turn',
  nothingYours: 'Nothing waits for you now.',
  tasks: 'Tasks',
  byDepartment: 'By department',
  task: 'Task',
  subject: 'About',
  holder: 'Held by',
  due: 'Due',
  late: 'Overdue',
  lateDays: (days) => `${plural(days, 'day')} overdue`,
  dueOn: (on) => `by ${day(on)}`,
  noDue: 'no date',
  left: (left) => (left === 0 ? 'due today' : `${plural(left, 'day')} left`),
  nobody: 'Nobody holds it',
  planning: 'Planning',
  deputyOf: (name) => `for ${name}`,
  kinds: {
    'round-to-open': 'Open the collection',
    'report-to-enter': 'Enter the result',
    'report-to-fix': 'Mend a returned result',
    'report-to-approve': 'Approve the result',
    'owner-to-name': 'Name the department',
    'question-to-answer': 'Answer planning',
    'planning-to-answer': 'Answer a department',
    'judgement-first': 'Give the first judgement',
    'judgement-second': 'Give the second judgement',
    'year-to-publish': 'Publish the year',
    'stage-to-begin': 'Begin the stage',
    'stage-to-finish': 'Finish the stage',
  },
  filter: 'Filter',
  kind: 'Kind',
  everyKind: 'All kinds',
  onlyLate: 'Overdue only',
  apply: 'Filter',
  clear: 'Clear the filter',
  noneFound: 'No task matches.',
  count: (count) => String(count),
  toPeople: 'Assignments and deputies',
  toSettings: 'Dates and reminders',
  toCycle: 'See the progress',
  history: 'Record of the stages',
  digest: 'Send me the weekly digest by e-mail',
  digestHelp: 'Once a week, planning is told what is left in which department.',
  keep: 'Save',
  kept: 'Saved.',
  people: {
    title: 'Assignments and deputies',
    lead: 'An assignment says who enters an indicator. A deputy may also act in the role of another person, for a set period.',
    assignments: 'Assignments',
    indicator: 'Indicator',
    person: 'Assigned to',
    anybody: 'Any reporter of the department',
    saveAssignments: 'Save the assignments',
    assigned: (count) => `${plural(count, 'assignment')} saved.`,
    nothing: 'There is no indicator that you can assign.',
    notOpened: 'Indicators can be assigned once the collection is open.',
    deputies: 'Deputies',
    giver: 'Role of',
    deputy: 'Deputy',
    from: 'First day',
    to: 'Last day',
    reason: 'Reason',
    add: 'Name the deputy',
    added: 'The deputy is named.',
    end: 'End it',
    ended: 'The delegation has ended.',
    none: 'There are no deputies.',
    states: { coming: 'To come', running: 'Running', over: 'Over' },
    onlyOwn:
      'You can name a deputy for your own role as reporter or approver. Planning names deputies for others.',
  },
  settings: {
    title: 'Dates and reminders',
    lead: 'The dates with which each year begins, and the rules for letters. This year’s dates are changed on the reporting page.',
    dates: 'Usual dates',
    saveDates: 'Save the dates',
    reminders: 'Reminders',
    on: 'Send letters about due dates, returned reports and questions',
    before: 'Days before the due date (“7, 1”)',
    after: 'Days after the due date',
    every: 'Then every so many days',
    digest: 'Send planning a weekly digest',
    digestDay: 'Day of the digest',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    saveReminders: 'Save the reminders',
    noMail: 'No mail server is set up here, so no reminders are sent.',
    time: 'Reminders go out after 8:30, Japan time.',
  },
  questions: {
    title: 'Questions and answers',
    about: 'Questions of the department',
    ask: 'Ask planning',
    askDepartment: 'Ask the department',
    text: 'Question',
    reply: 'Reply',
    send: 'Send the question',
    sendReply: 'Send the reply',
    sent: 'Sent.',
    none: 'No questions.',
    waiting: { department: 'The department is to reply', planning: 'Planning is to reply' },
    answered: 'Answered',
    side: { department: 'Department', planning: 'Planning' },
  },
  evidence: {
    title: 'Evidence',
    none: 'No evidence.',
    file: 'File (PDF, Excel, Word, CSV, picture or text, up to 20 MB)',
    shows: 'What it shows',
    add: 'Attach the file',
    added: 'The file is attached.',
    remove: 'Remove',
    removeReason: 'Why it is removed',
    removed: 'The file is removed.',
    removedNote: (at, by, reason) => `Removed by ${by} on ${at}: ${reason}`,
    keptNote:
      'A removed file can no longer be opened here, and stays on record as long as the records of the year are kept.',
    size: (bytes) =>
      bytes < 1_000_000
        ? `${Math.max(1, Math.round(bytes / 1000))} KB`
        : `${(bytes / 1_000_000).toFixed(1)} MB`,
    by: (at, by) => `${at}, ${by}`,
    gone: 'This file was removed.',
  },
}

const stageNames: Readonly<Record<string, string>> = {
  report: 'Reporting',
  assess: 'Assessment',
  steering: 'Steering meeting',
  review: 'Review',
  decide: 'Decision',
  budget: 'Budget',
  publish: 'Publication',
}
const named = (stage: string | number | undefined): string => stageNames[String(stage)] ?? String(stage ?? '')

export const cycleRefusal: typeof ja.cycleRefusal = (d) => ({
  'stage-runs-already': `${named(d.stage)} has begun already.`,
  'stage-not-begun': `${named(d.stage)} has not begun.`,
  'stage-is-finished': d.by
    ? `${named(d.stage)} is finished. To change something, tell ${d.by} why and ask them to reopen it.`
    : `${named(d.stage)} is finished. To move it again, reopen it with a reason.`,
  'stage-not-finished': `${named(d.stage)} is not finished, so there is nothing to reopen.`,
  'earlier-stage-open': `${named(d.open)} is not over. To begin before it, write why.`,
  'reports-left': `${d.left ?? ''} results are not approved. To finish all the same, write why.`,
  'deputy-is-giver': 'Nobody can be their own deputy. Choose somebody else.',
  'period-not-understood': 'This is no period. Give a first and a last day, the last not before the first.',
  'period-over': 'This period is over. Give a last day that is still to come.',
  'period-too-long': 'A deputy stands in for a year at most. Change the membership instead.',
  'delegated-already': 'The same deputy is named for days of this period already.',
  'no-such-delegation': 'This delegation was not found.',
  'question-missing': 'Write a question or a reply.',
  'no-such-question': 'This question was not found.',
  'evidence-too-large': 'The file is too large (20 MB at most). Keep what is needed and choose it again.',
  'evidence-too-many': `An indicator takes ${d.most ?? ''} files. Remove what is not needed.`,
  'evidence-kind': `“${d.name ?? ''}” is of a kind that is not taken. Use PDF, Excel (.xlsx), Word (.docx), CSV, PNG, JPEG or text.`,
  'evidence-not-what-it-says': `The content of “${d.name ?? ''}” is not what its ending says. Save it in the right form.`,
  'evidence-known': `The same file is attached already, as “${d.name ?? ''}”.`,
  'shows-missing': 'Write what the file shows.',
  'no-such-evidence': 'This file was not found.',
  'days-not-understood': 'Write days as whole numbers from 1 to 60, several like “7, 1”.',
  'stage-ends-first': `${named(d.stage)} ends before it begins.`,
})

export const cycleActions: typeof ja.cycleActions = {
  'stage:begin': 'began a stage',
  'stage:finish': 'finished a stage',
  'stage:reopen': 'reopened a stage',
  'delegation:begin': 'named a deputy',
  'delegation:end': 'ended a delegation',
  'report:assign': 'assigned an indicator',
  'question:ask': 'asked a question',
  'question:answer': 'answered a question',
  'evidence:attach': 'attached evidence',
  'evidence:remove': 'removed evidence',
}

export const cycleSubject: typeof ja.cycleSubject = (subject) => {
  if (subject === 'round') return 'collection'
  if (subject.startsWith('setting:')) return 'settings'
  return subject.startsWith('stage:') ? named(subject.slice('stage:'.length)) : undefined
}
