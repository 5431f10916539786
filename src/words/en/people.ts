import type * as ja from '../ja/people.ts'

export const people: typeof ja.people = {
  roles: {
    administrator: 'Administrator',
    planner: 'Planner',
    reporter: 'Reporter',
    approver: 'Approver',
    'budget-officer': 'Budget officer',
    executive: 'Executive',
    reviewer: 'Reviewer',
    auditor: 'Auditor',
    viewer: 'Viewer',
  },
  alsoCalled: {
    administrator: 'admin',
    planner: 'planning',
    reporter: '',
    approver: '',
    'budget-officer': 'budget',
    executive: '',
    reviewer: '',
    auditor: 'audit',
    viewer: 'reader',
  },
  roleHelp: {
    administrator: 'does everything and invites people',
    planner: 'runs plans, indicators and years, and corrects results of any department',
    reporter: 'enters and submits the results of their department',
    approver: 'approves and returns the results of their department',
    'budget-officer': 'reads the staff pages',
    executive: 'reads the staff pages',
    reviewer: 'writes opinions',
    auditor: 'reads the staff pages',
    viewer: 'reads the staff pages',
  },
  title: 'People',
  lead: (active, invited) =>
    `${active} can sign in${invited > 0 ? `; ${invited} invited and not in yet` : ''}.`,
  name: 'Name',
  email: 'E-mail',
  role: 'Role',
  department: 'Department',
  noDepartment: 'No department',
  state: 'State',
  states: { invited: 'Invited', active: 'Active', ended: 'Ended' },
  since: (day, by) => `since ${day} (${by})`,
  until: (day) => `until ${day}`,
  all: 'All',
  filter: 'Filter',
  none: 'Nobody matches.',
  inviteOne: 'Invite one person',
  inviteMany: 'Invite by table',
  invite: 'Invite',
  invited: (count) => (count === 1 ? 'One person was invited.' : `${count} people were invited.`),
  change: 'Change',
  changeHelp: 'The present membership ends and a new one begins today. The former one stays in the history.',
  changed: 'The membership was changed.',
  end: 'End',
  ended: 'The membership has ended. This person can no longer enter.',
  actions: (name) => `Change or end the membership of ${name}`,
  again: 'Send the invitation again',
  againDone: 'A letter of invitation is on its way.',
  key: 'Show a link to set the password',
  keyShown: (name, days) =>
    `Hand this to ${name} and to nobody else. It works once, for ${days >= 1 ? `${days} days` : 'an hour'}. That it was shown is on record.`,
  keyLink: 'Link',
  letters: 'Waiting letters',
  noMail:
    'No mail server is set up. For the people you invite, show a link with the button below and hand it over.',
  letterKinds: {
    invitation: 'Invitation',
    added: 'Added to a government',
    reset: 'Forgotten password',
    reminder: 'Reminder',
    digest: 'Weekly digest',
    returned: 'Returned report',
    question: 'Question',
    answer: 'Answer',
  },
  waitingSince: 'Waiting since',
  tried: 'Attempts',
  attempts: {
    begun: 'being sent',
    sent: 'sent',
    failed: 'not delivered',
    'given-up': 'given up',
    shown: 'link handed over',
  },
  notTried: 'none yet',
  many: {
    title: 'Invite by table',
    lead: 'Paste a table of name, e-mail, role and department, or choose an Excel or CSV file. It is checked first, and everybody is invited together when nothing is wrong.',
    paste: 'Paste a table',
    pasteHelp: 'Cells of a spreadsheet can be pasted as they are. With a row of headings the order is free.',
    file: 'Or a file (.xlsx, .csv)',
    check: 'Check',
    example: 'name\temail\trole\tdepartment',
    ready: (rows) => (rows === 1 ? 'One can be invited.' : `${rows} can be invited.`),
    wrong: (rows) =>
      `${rows === 1 ? 'One row is' : `${rows} rows are`} wrong. Nobody is invited until all are right.`,
    row: 'Row',
    problem: 'What is wrong',
    confirm: (count) => `Invite ${count}`,
    roleList: 'Words for roles',
    unknown: (columns) => `Columns not used: ${columns}`,
    nothing: 'No people were found in the table.',
  },
  wrong: (why, d = {}) =>
    (
      ({
        'person-name-missing': 'There is no name.',
        'email-missing': 'There is no e-mail address.',
        'email-not-understood': `This is no e-mail address (“${d.value}”).`,
        'role-missing': 'There is no role.',
        'role-unknown': `There is no role “${d.value}”.`,
        'department-missing': 'This role wants a department.',
        'department-unknown': `There is no department “${d.value}”. Register it first.`,
        'department-ended': `“${d.value}” has ended${d.successors ? ` (now ${d.successors})` : ''}.`,
        'row-twice': `The same person, role and department as row ${d.row}.`,
        'already-member': 'Serves in this role and department already.',
      }) as Readonly<Record<string, string>>
    )[why] ?? why,
}

export const departmentsPage: typeof ja.departmentsPage = {
  title: 'Departments',
  lead: (now) =>
    `${now} departments now. Indicators, parts of plans, reports and approvals belong to those registered here.`,
  list: 'Departments',
  id: 'Code',
  name: 'Name',
  nameEn: 'Name in English',
  period: 'Period',
  since: (year) => `from ${year}`,
  until: (year) => `until ${year}`,
  former: (names) => `formerly ${names}`,
  successors: (names) => `succeeded by ${names}`,
  owns: 'Owns',
  none: 'No departments yet.',
  register: 'Register departments',
  registerHelp:
    'One a line: the name alone, or code, name and English name parted by tabs or commas. A code (lower-case letters and digits) is made where there is none. Codes already there are not changed.',
  submit: 'Register',
  registered: (count) => `${count} departments were registered.`,
  rename: 'Rename',
  renameHelp:
    'The new name holds from this fiscal year. The former one stays, and pages of earlier years show it.',
  renamed: 'The department was renamed.',
  end: 'End',
  endHelp: 'It ends with the last fiscal year. Choose who succeeds it, and move what it owns by “Hand over”.',
  endOf: 'Succeeded by',
  ended: 'The department has ended.',
  handOver: 'Hand over',
  actions: (name) => `Change the name of ${name}, or end it`,
}

export const handOver: typeof ja.handOver = {
  title: 'Hand over',
  lead: 'Moves all that a department owns, or the memberships of one person, in one step and with a reason. The former owner is still shown at earlier moments.',
  ofDepartment: 'From department to department',
  ofPerson: 'From person to person',
  from: 'From',
  to: 'To',
  toPerson: 'Taken over by',
  people: 'Move the memberships of its people too',
  reason: 'Reason',
  check: 'See what would move',
  moves: 'What moves',
  indicators: (count) => `indicators: ${count}`,
  nodes: (count) => `parts of plans: ${count}`,
  projects: (count) => `projects: ${count}`,
  reports: (count) => `reports still out: ${count}`,
  memberships: (count) => `memberships: ${count}`,
  nothing: 'There is nothing to move.',
  submit: 'Hand over',
  done: (count) => `${count} were handed over.`,
}

export const account: typeof ja.account = {
  title: 'Account',
  lead: (name, email) => `${name} (${email})`,
  password: 'Password',
  current: 'Present password',
  fresh: 'New password',
  rule: (least) =>
    `At least ${least} characters. A sentence, or a few words in a row, is easy to keep and hard to break.`,
  change: 'Change the password',
  changed: 'The password was changed. Other devices were signed out.',
  noPassword: 'There is no password yet. Set one here.',
  sessions: 'Where you are signed in',
  here: 'this device',
  seen: 'Last used about',
  since: 'Signed in',
  device: 'Device',
  address: 'Address',
  unknownDevice: 'Unknown device',
  end: 'Sign out there',
  endOthers: 'Sign out everywhere else',
  sessionEnded: 'Signed out.',
  codes: 'Two-step sign-in',
  codesLead:
    'Besides the password, six digits from an authenticator application are asked for at each sign-in.',
  codesOn: 'It is on.',
  codesOff: 'It is off.',
  begin: 'Begin',
  stop: 'Turn off',
  stopped: 'Two-step sign-in was turned off.',
  scan: 'Enter this key in the authenticator application (“enter a setup key”, time based).',
  secret: 'Key',
  address6: 'Then enter the six digits that it shows, and two-step sign-in begins.',
  code: 'Digits',
  confirm: 'Turn on',
  started: 'Two-step sign-in is on.',
  backup: 'Backup codes',
  backupHelp:
    'Each works once in place of the digits when the application is not at hand. Write them down now and keep them elsewhere; they are not shown again.',
  codesWantPassword: 'Set a password first to use two-step sign-in.',
}

export const letters: typeof ja.letters = {
  invitation: ({ name, government, by, link, days }) => ({
    subject: `Shirube: invitation to ${government}`,
    text: `Dear ${name},

${by} has invited you to Shirube of ${government}.
Open this link and set a password to begin (it works once, for ${days} days).

${link}

If you did not expect this, throw it away.
`,
  }),
  added: ({ name, government, by, link }) => ({
    subject: `Shirube: you now serve ${government}`,
    text: `Dear ${name},

${by} has added you to Shirube of ${government}. Sign in as usual.

${link}
`,
  }),
  reset: ({ name, link }) => ({
    subject: 'Shirube: set a new password',
    text: `Dear ${name},

With this link you can set a new password (it works once, for an hour).

${link}

If you did not ask for it, throw it away. Your password stays as it is.
`,
  }),
}
