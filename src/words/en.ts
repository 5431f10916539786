import { printDecimal } from '#domain/shared/rational.ts'
import { missing, targetKind, ungraded, working, workingNote } from './en-judging.ts'
import { sitePage } from './en-site.ts'
import { paper } from './paper-en.ts'
import { finding, refusal } from './refusals-en.ts'
import type { Words } from './words.ts'

const year = (value: number): string => `FY${value}`

/** Japanese time, as “20 May 2026, 10:23”. */
const moment = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Tokyo',
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(iso))

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

export const en: Words = {
  lang: 'en',
  year,
  shortYear: (value) => String(value),
  moment,
  missing,
  ungraded,
  targetKind,
  working,
  workingNote,
  refusal,
  finding,
  sitePage,
  paper,
  missingShort: (why) => (why in missing ? missing[why as keyof typeof missing] : 'Cannot be judged yet'),
  qualifier: {
    about: 'about',
    roughly: 'or so',
    'at-least': 'or more',
    'at-most': 'or less',
    estimated: 'estimate',
    cumulative: 'in total',
  },
  yearStates: { open: 'Open', closed: 'Closed', published: 'Published' },
  responseStates: { done: 'Done', begun: 'Begun', continuing: 'Continuing', 'not-taken': 'Not taken up' },
  app: {
    name: 'Shirube',
    title: 'Shirube: the strategy of a local government, at work',
    skip: 'Skip to content',
    toStart: 'Start page',
    signIn: 'Sign in',
    signOut: 'Sign out',
    menu: 'Menu',
    crumbs: 'You are here',
    fictional: 'Fictional',
    fiscalYear: 'Fiscal year',
    yearBefore: (of) => `Show ${year(of - 1)}`,
    yearAfter: (of) => `Show ${year(of + 1)}`,
    moment: 'As of',
    now: 'now',
    day: 'Day',
    seeMoment: 'Show that day',
    knownAt: (said) => `This is what was known on ${said}`,
    backToNow: 'Back to now',
    notStated: 'Not stated',
    required: 'required',
    reason: 'Reason',
    show: 'Show',
    cancel: 'Cancel',
    footer: 'Every value keeps who recorded it and when; every figure of a plan keeps its document and line.',
  },
  menu: {
    home: 'Home',
    plans: 'Plans',
    indicators: 'Indicators',
    projects: 'Budget and projects',
    publications: 'Publications',
    history: 'Change log',
  },
  trouble: (status, why, value) => {
    if (why === 'not-a-member')
      return {
        title: `You may not see the pages of ${value ?? 'this government'}`,
        next: 'Ask an administrator to add you.',
      }
    if (why === 'no-such-government')
      return {
        title: 'This government was not found',
        next: `The code ${value ?? ''} is not registered. Choose again from the start page.`,
      }
    if (why === 'not-published')
      return {
        title: 'Not published yet',
        next: 'This year of this plan has not been published yet. Once it is, it can be read at this address.',
      }
    if (status === 404)
      return {
        title: 'This page was not found',
        next: `${value ? `There is no “${value}”. ` : ''}Check the address, or look for it from the start page.`,
      }
    if (status === 403) return { title: 'You may not see this', next: 'Sign in, or ask an administrator.' }
    return {
      title: 'Something unexpected went wrong',
      next: 'Nothing recorded was lost. Try again; if it goes on, tell your administrator the time and what you did.',
    }
  },
  welcome: {
    title: 'Run a plan every year, check it, and publish it',
    lead: 'Goals, indicators, projects and budgets of a plan become data that point back to their page; each year’s results are collected, judged and published.',
    own: 'Your government',
    noneYet: 'No government has been registered yet. A code and a name are enough to begin.',
    register: 'Register a government',
    signInFirst: 'Sign in to register.',
    samples: 'Look at samples',
    lookAround: (name) => `Look around ${name}`,
    fictionalNote:
      'A fictional city with plans of three generations, more than eight years of results, a committee’s opinions and budgets. Every value and every person is made up.',
    realNote: 'A sample that holds only what the published plan prints. It contains no results.',
  },
  register: {
    title: 'Register a government',
    lead: 'Whoever registers a government becomes its administrator.',
    code: 'Local government code',
    codeHelp:
      'The national code, with five digits or with the check digit as six (for example 43203 or 432032).',
    name: 'Name',
    nameEn: 'Name in English (optional)',
    kind: 'Kind',
    kinds: {
      prefecture: 'Prefecture',
      city: 'City',
      ward: 'Ward',
      town: 'Town',
      village: 'Village',
      other: 'Other',
    },
    submit: 'Register',
    problemOn: (why) => (why === 'name-missing' ? 'name' : 'code'),
  },
  signIn: {
    lead: 'One enters Shirube by a link that works once.',
    already: (name) => `You are signed in as ${name}.`,
    failed: 'This link has been used or has expired. Get a new one.',
    stepStart: 'The screen where npm start was run shows a link for the administrator. Open it.',
    stepAgain: 'If it has been used, run this in the same place for a new one:',
  },
  home: {
    title: (of) => `Progress in ${year(of)}`,
    lead: (count, of) =>
      of === 0
        ? 'There is no indicator to judge yet.'
        : `${count} of ${plural(of, 'indicator')} judged are on track or better.`,
    noneCovers: (of) => `No plan with indicators covers ${year(of)}.`,
    noPlan: 'There is no plan yet',
    noPlanNext: 'Import a plan file, and its goals, indicators and projects appear here.',
    status: 'Indicators',
    toYear: 'Page of the year',
    oneCell: 'Indicators (one square each)',
    ungraded: 'Not judged',
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
    printedNote:
      'Sums of the amounts printed in the plan. Amounts by fiscal year are on the page of projects.',
  },
  plans: {
    title: 'Plans',
    plan: 'Plan',
    lead: (count) =>
      count === 0
        ? 'There is no plan yet. Import a plan file.'
        : `There ${count === 1 ? 'is one edition' : `are ${count} editions`}.`,
    kind: 'Kind',
    kinds: {
      'comprehensive-strategy': 'Comprehensive strategy',
      'comprehensive-plan': 'Comprehensive plan',
      'action-plan': 'Action plan',
      'regional-revitalization-plan': 'Regional revitalization plan',
      'basic-policy': 'Basic policy',
      'population-vision': 'Population vision',
      manifesto: 'Manifesto',
      other: 'Other',
    },
    edition: 'Edition',
    editions: 'Editions',
    digest: 'Digest',
    period: 'Period',
    files: 'Plan file',
    import: 'Import a plan file',
    file: 'Plan file (YAML)',
    fileHelp:
      'One edition of one plan a file. If there is a fault, its line and reason are shown and nothing is written.',
    importNow: 'Import',
    importing: 'Importing',
    imported: (added, changed, removed) =>
      `was imported (${added} added, ${changed} changed, ${removed} removed).`,
    redefined: (ids) => `New definitions of: ${ids} (the old ones stay on record)`,
    notImported: (file) => `${file} was not imported. Nothing was written.`,
    download: (format) => `Plan file (${format})`,
    toYear: (of) => `Page of ${year(of)}`,
    depth: 'Show down to',
    depths: { program: 'programs', measure: 'measures', effort: 'efforts' },
    overlay: 'Lay over',
    noOverlay: 'nothing',
    openList: 'and others (the plan leaves the list open)',
    short: (title) => (title.length > 12 ? `${title.slice(0, 11)}…` : title),
    summary: ({ edition, period }, commitments, relisted) =>
      [
        edition.label,
        `${period.from === 'not-stated' ? 'not stated' : year(period.from)}–${year(period.to)}`,
        commitments > 0
          ? `${plural(commitments, 'indicator')}${relisted > 0 ? ` (${relisted} re-listed)` : ''}`
          : '',
      ]
        .filter(Boolean)
        .join(' · '),
  },
  indicators: {
    title: 'Indicators',
    none: 'There is no indicator yet. They come with a plan.',
    lead: (of, reported, all) => `${reported} of ${plural(all, 'indicator')} have a value for ${year(of)}.`,
    promises: 'Plan editions',
  },
  indicator: {
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
    answer: (judgement, latest) => {
      if (judgement.kind === 'ungraded')
        return `It cannot be judged yet. ${ungraded(judgement.why, judgement.detail)}.`
      const value = (latest?.year === judgement.valueYear ? latest : judgement.value).value
      const said = `With ${printDecimal(value)} in ${judgement.valueYear} it is “${judgement.label.en}”.`
      return judgement.valueYear === judgement.evaluationYear
        ? said
        : `${said} There is no value of ${year(judgement.evaluationYear)} yet.`
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
  },
  settle: {
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
    submit: 'Settle',
    said: (what, value, by, on, reason) =>
      `${what} is not stated; ${by} settled it as “${value}” on ${on} (${reason})`,
  },
  origin: {
    none: 'no origin recorded',
    place: (page, line, to) =>
      `${page === undefined ? '' : `page ${page}, `}line ${line}${to === undefined ? '' : `–${to}`}`,
    lines: (count) => `${count} lines`,
  },
  record: {
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
      return slip.kind === 'ten-times'
        ? `${before} “${typed}” is ten times as much or more. Check the digits or the unit.`
        : `${before} “${typed}” is a tenth or less. Check the digits or the unit.`
    },
  },
  planYear: {
    title: (of) => `${year(of)}: judge and publish`,
    toPublic: 'See the public page',
    judged: 'Judgement',
    counted: (commitments, relisted, expression) =>
      `${plural(commitments, 'indicator')} in all (${relisted} re-listed rows counted once). On track or better: ${expression}.`,
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
    publication: (number) => (number === 1 ? 'First publication' : `Publication ${number} (correction)`),
    done: (how, number) =>
      ({
        close: 'The year is closed.',
        reopen: 'The year is open again.',
        publish: `Published (${number ?? 1}).`,
      })[how],
  },
  projects: {
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
  },
  project: {
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
  },
  publications: {
    none: 'Nothing has been published yet. A year can be published once it is closed.',
    lead: (count) => `${plural(count, 'publication')}. What was published stays as it was.`,
    page: 'Public page',
    at: 'Published',
    number: 'Number',
  },
  history: {
    lead: 'Who changed what, when and why, newest first.',
    at: 'When',
    who: 'Who',
    what: 'What',
    subject: 'Subject',
    action: (action) =>
      ({
        'government:register': 'registered the government',
        'plan:import': 'imported a plan',
        'actual:record': 'recorded a value',
        'actual:correct': 'corrected a value',
        'indicator:settle': 'settled what is not stated',
        'year:close': 'closed a year',
        'year:reopen': 'reopened a year',
        'year:publish': 'published a year',
      })[action] ?? action,
  },
  facts: {
    documents: 'Documents',
    passages: 'Philosophy, direction, position',
    passageKinds: {
      philosophy: 'Philosophy',
      direction: 'Direction',
      approach: 'Approach',
      position: 'Position',
      reason: 'Reason',
      summary: 'Summary',
    },
    donations: 'Corporate donations',
    estimate: 'Estimate',
    figures: 'Figures in the text',
    promise: 'promise',
    bodies: 'Bodies and yearly steps',
    since: (since) => `since ${since}`,
    months: (from, to, about) =>
      from === undefined && to === undefined
        ? ''
        : `${from === undefined ? '' : `from month ${from} `}${to === undefined ? '' : `by ${about ? 'about ' : ''}month ${to}`}`,
    alignments: 'Other plans and co-operation',
    relations: {
      above: 'Plan above',
      beside: 'Plan beside',
      succeeds: 'Former plan',
      revises: 'Revises',
      'part-of': 'Part of',
      'population-vision': 'Population vision',
      'same-period': 'Plan of the same period',
      'details-in': 'Details in',
    },
    governments: (count) => ` (${count} governments)`,
    tables: 'Tables',
    glossary: 'Terms',
    sharesNote: (number) => `shares the note of ${number}`,
  },
}
