import type { bundleActions as actions, bundle as ja, bundleRefusal as refusals } from '../ja/bundle.ts'
import { year } from './time.ts'

const DIRECTION = { out: 'Outward', back: 'Return' }

export const bundle: typeof ja = {
  title: 'Carry a bundle',
  lead: (of) =>
    `The reporting stage of ${year(of)} in one file (a bundle), to be carried between networks that are not connected.`,
  toBundles: 'Carry a bundle (to another network)',
  holds: [
    'In it: plans, departments, the dates of the collection, the indicators asked with their earlier values, answers and their state, questions, evidence, and the names of who wrote each.',
    'Not in it: e-mail addresses, passwords, names and contacts of public comments, the audit.',
    'A bundle is signed, not encrypted. Carry it on a medium that your rules allow, and erase it afterwards.',
  ],
  make: 'Make a bundle',
  makeLead: {
    out: 'Makes an outward bundle. Taken in over there, it brings plans and dates, and answers can be entered.',
    back: 'Makes a return bundle. It takes the answers, states, questions and files entered here back to where they are compared.',
  },
  notOpen: (of) =>
    `The collection of ${year(of)} has not begun, so no bundle can be made. Take in an outward bundle, or begin the collection on the reports page.`,
  direction: DIRECTION,
  made: 'The bundle is made. Download the file and carry it.',
  download: 'Download the file',
  fileName: (of, direction) => `${of} reports ${direction === 'out' ? 'outward' : 'return'}`,
  take: 'Take a bundle in',
  takeHelp: 'Its signature and content are checked. You see what would change before you decide.',
  file: 'Bundle (.shirube)',
  check: 'Check',
  checking: 'Receiving and checking…',
  keys: 'Keys',
  own: 'Fingerprint of this installation’s key',
  ownHelp: (name) =>
    `Bundles made here (${name}) are signed with this key. Read it out to the administrator of the other side by other means, such as the telephone.`,
  trusted: 'Trusted keys',
  noneTrusted: 'None yet. Only bundles of a trusted key are taken in.',
  trust: 'Trust a key',
  trustHelp:
    'Enter the fingerprint that the page of the other side shows, as you hear it on the telephone. Do not copy one that came with the bundle or by e-mail.',
  fingerprint: 'Fingerprint (five groups of five)',
  name: 'What the other side is called',
  nameHelp: 'For example: internet side, computer at the chamber of commerce',
  onlyAdministrators: 'An administrator trusts keys.',
  trustedNow: (name) => `The key of “${name}” is trusted.`,
  distrust: 'Stop trusting',
  distrustOf: (name) => `Stop trusting “${name}”`,
  distrustHelp: 'Bundles of this key are no longer accepted. What was taken in stays.',
  distrusted: (name) => `The key of “${name}” is no longer trusted.`,
  states: { trusted: 'Trusted', revoked: 'No longer trusted' },
  carried: 'Bundles carried',
  noneCarried: 'No bundle of this year yet.',
  kind: 'Kind',
  kinds: { made: 'Made', waiting: 'Received (not taken in yet)', taken: 'Taken in' },
  from: 'From',
  when: 'When',
  who: 'Who',
  what: 'Content',
  open: 'Look at it and take it in',
  see: 'See the result',
  counts: ({ plans, departments, indicators, answers, questions, evidence }) =>
    `plans ${plans}, departments ${departments}, indicators ${indicators}, answers ${answers}, questions ${questions}, files ${evidence}`,
  oneTitle: (direction, installation) => `${DIRECTION[direction]} bundle (from ${installation})`,
  madeBy: (at, by) => `Made ${at} by ${by}`,
  signedBy: (name, fingerprint) => `Signed by ${name} ${fingerprint}`,
  would: 'What taking it in would do',
  wouldCount: ({ plans, departments, opened, actuals, answers, submitted, questions, evidence }) => {
    const each = (name: string, count: number) => (count > 0 ? [`${name}: ${count}`] : [])
    return [
      ...each('New plans', plans),
      ...each('New departments', departments),
      ...(opened ? ['Begins the collection'] : []),
      ...each('Earlier values', actuals),
      ...each('Answers', answers),
      ...each('Becoming submitted', submitted),
      ...each('Questions and replies', questions),
      ...each('Files', evidence),
    ]
  },
  nothing: 'There is nothing new in it. Taking it in leaves only the note that it was.',
  stays: 'What stays as it is',
  left: ({ what, name, why }) => {
    const because = why ? ` (${why})` : ''
    return {
      locked: `${name}: submitted or approved here, so the answer is not changed.`,
      unknown: `${name}: this indicator is not here, so the answer cannot be taken in. Check the edition of the plan.`,
      actual: `${name}: an earlier value cannot be recorded${because}.`,
      'actual-differs': `${name}: the value recorded here differs. Ours stays.`,
      'approved-there': `${name}: approved over there. Here it stays submitted and waits for approval.`,
      plan: `${name}: this edition is here and reads otherwise. The plan here stays.`,
      'not-submitted': `${name}: the answer is taken in, but cannot be submitted${because}.`,
      evidence: `${name}: the file cannot be taken in${because}.`,
    }[what]
  },
  approvedThere: (by, at) => `Approved over there (${by}, ${at}). Waiting for approval here.`,
  submittedThere: (by, at) => `Submitted over there (${by}, ${at}).`,
  willSubmit: 'Submitted or approved over there',
  willSubmitHelp: 'Submitted here once taken in. The approver here approves.',
  state: 'State over there',
  indicator: 'Indicator',
  conflicts: (count) => `Differences between here and there: ${count}`,
  conflictsHelp:
    'Choose for each which to use. The value that was not chosen stays in the record. Nothing is taken in until all are chosen.',
  base: 'When last carried',
  here: 'Here',
  there: 'There',
  confirm: 'Take this in',
  chooseAndTake: 'Take in with these choices',
  took: 'Taken in.',
  tookAt: (at, by) => `Taken in ${at} by ${by}.`,
  toReports: 'To reports',
  cli: {
    key: (installation, fingerprint) => `Fingerprint of the key of ${installation}: ${fingerprint}`,
    made: (file) => `Made the bundle ${file}.`,
    conflicts: (count) =>
      `${count} places differ between here and there, so nothing was taken in. Add --prefer here or --prefer there, or choose one by one on the page.`,
    confirm: 'Not taken in yet. Run it again with --confirm if this is right.',
    reading: (megabytes) => `Checking the bundle (${megabytes} MB)…`,
  },
}

export const bundleRefusal: typeof refusals = (d) => ({
  'not-a-bundle': 'Not a bundle of Shirube. Choose the .shirube file that “Make a bundle” gave, as it is.',
  'bundle-too-large': `The bundle is too large (${d.most ?? 200} MB at most). Make it again with less evidence.`,
  'bundle-too-dense':
    'Something in the bundle grows beyond reason when unpacked. Nothing was taken in. Ask who made it.',
  'bundle-cut-short':
    'The bundle ends in the middle (copying seems to have stopped). Copy it again from the original.',
  'bundle-signature-wrong':
    'The signature does not hold: the cover was altered after it was made. Nothing was taken in. Get it again from who made it.',
  'bundle-newer': `A bundle of a newer format (${d.version ?? ''}; known here up to ${d.known ?? ''}). Update Shirube here, or use the same version on both sides.`,
  'bundle-part-missing': `“${d.part ?? ''}” is missing in the bundle. Nothing was taken in. Get it again from who made it.`,
  'bundle-part-unknown': `The bundle holds “${d.part ?? ''}”, which its cover does not name. Nothing was taken in. Ask who made it.`,
  'bundle-part-altered': `“${d.part ?? ''}” in the bundle was altered after it was made. Nothing was taken in. Get it again from who made it.`,
  'bundle-part-unreadable': `“${d.part ?? ''}” in the bundle cannot be read. Check the version of Shirube that made it.`,
  'bundle-key-unknown': `The bundle is signed by a key that is not trusted yet (${d.installation ?? ''}, fingerprint ${d.fingerprint ?? ''}). Check the fingerprint with the administrator of the other side by telephone; if it is right, an administrator here enters it under “Trust a key”, and you choose the file again.`,
  'bundle-own': 'This bundle was made here. Take it in where it was carried to.',
  'bundle-of-another-government': `A bundle of another government (${d.of ?? ''} ${d.code ?? ''}). Take it in on the page of that government.`,
  'bundle-of-another-year': `A bundle of FY${d.year ?? ''} (you are looking at FY${d.here ?? ''}). Switch the year and choose it again.`,
  'bundle-taken-already':
    'This bundle was taken in already, and is not taken in twice. For newer content, get one that was made anew.',
  'bundle-conflicts-left': `${d.count ?? ''} places are not chosen yet. Choose all of them first.`,
  'no-such-bundle': 'This bundle was not found.',
  'fingerprint-not-understood': `Not a fingerprint (“${d.value ?? ''}”). Enter five groups of five as you hear them; one wrong sign is noticed here.`,
  'fingerprint-own': 'This is the fingerprint of this installation. Enter the one the other side shows.',
  'key-name-missing': 'Enter what the other side is called.',
  'no-such-key': 'This key was not found.',
})

export const bundleActions: typeof actions = {
  'bundle:trust': 'trusted a key',
  'bundle:distrust': 'stopped trusting a key',
  'bundle:make': 'made a bundle',
  'bundle:receive': 'received a bundle',
  'bundle:take': 'took a bundle in',
}
