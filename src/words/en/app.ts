import type * as ja from '../ja/app.ts'
import { year } from './time.ts'

export const app: typeof ja.app = {
  printed: (at, address) => `Printed ${at}, ${address}`,
  name: 'Shirube',
  title: 'Shirube: the strategy of a local government, at work',
  skip: 'Skip to content',
  toStart: 'Start page',
  toReviews: 'To the review rooms',
  signIn: 'Sign in',
  signOut: 'Sign out',
  account: 'Account',
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
}

export const menu: typeof ja.menu = {
  home: 'Home',
  plans: 'Plans',
  indicators: 'Indicators',
  projects: 'Budget and projects',
  reports: 'Reporting',
  reviews: 'Review',
  cycle: 'Progress',
  population: 'Population',
  documents: 'Documents',
  publications: 'Publications',
  history: 'Change log',
  search: 'Search',
  members: 'People',
  departments: 'Departments',
}

export const trouble: typeof ja.trouble = (status, why, value) => {
  if (why === 'not-a-member')
    return {
      title: `You may not see the pages of ${value ?? 'this government'}`,
      next: 'Ask an administrator to add you.',
    }
  if (why === 'staff-only')
    return {
      title: `This page is for the staff of ${value ?? 'the government'}`,
      next: 'Reviewers enter the review rooms. If you need other pages too, ask an administrator for a further role.',
    }
  if (why === 'room-only')
    return {
      title: `The review rooms are for the reviewers and staff concerned of ${value ?? 'the government'}`,
      next: 'If you need to enter, ask an administrator for a further role.',
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
  if (why === 'signed-out')
    return {
      title: 'You are signed out',
      next: 'Sign in in another tab, go back here, and send it again. What you typed is still there.',
    }
  if (why === 'bad-moment')
    return {
      title: 'Not a moment',
      next: `“${value ?? ''}” is not a day in the past. Write it like 2026-05-01.`,
    }
  if (why === 'bad-form')
    return {
      title: 'What was sent could not be read',
      next: 'Go back: what you typed is still there. Then send it again.',
    }
  if (why === 'no-such-scheme')
    return {
      title: 'No such way of judging',
      next: `There is no scheme “${value ?? ''}”. Choose one on the page of the plan.`,
    }
  if (why === 'year-outside-plan')
    return {
      title: 'A year outside the plan',
      next: `“${value ?? ''}” is not within the period of this plan. Choose a year on the page of the plan.`,
    }
  if (status === 404)
    return {
      title: 'This page was not found',
      next: `${value ? `There is no “${value}”. ` : ''}Check the address, or look for it from the start page.`,
    }
  if (why === 'address-not-understood')
    return {
      title: 'The address holds a character that cannot be used',
      next: 'Check the address, or look for the page from the start page.',
    }
  if (why === 'another-origin')
    return {
      title: 'This was sent from a page of another site and was not accepted',
      next: 'Open the page here and send it from there.',
    }
  if (status === 403) return { title: 'You may not see this', next: 'Sign in, or ask an administrator.' }
  return {
    title: 'Something unexpected went wrong',
    next: 'Nothing recorded was lost. Try again; if it goes on, tell your administrator the time and what you did.',
  }
}

export const welcome: typeof ja.welcome = {
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
}

export const register: typeof ja.register = {
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
}

export const signIn: typeof ja.signIn = {
  lead: 'Sign in with e-mail and password.',
  already: (name) => `You are signed in as ${name}.`,
  failedBy: (why) =>
    why === 'not-invited'
      ? 'You have not been invited yet. Ask an administrator of your government.'
      : /token/i.test(why)
        ? 'This link has been used or has expired. Get a new one.'
        : `That did not work (${why.slice(0, 60)}). If it goes on, tell your administrator.`,
  by: (name) => `Enter by ${name}`,
  email: 'E-mail',
  password: 'Password',
  submit: 'Sign in',
  forgotten: 'Forgotten password',
  operator: 'For whoever has just started Shirube',
  stepStart: 'The screen where npm start was run shows a link for the administrator. Open it.',
  stepAgain: 'If it has been used, run this in the same place for a new one:',
  forgottenLead: 'Enter your e-mail address, and a link to set a new password is sent there.',
  forgottenSent:
    'If somebody here has this address, a link was sent. Open it within an hour. If none arrives, ask your administrator.',
  forgottenNoMail:
    'Shirube cannot send mail here. Ask an administrator of your government for a link to set your password.',
  send: 'Send a link',
  setTitle: 'Set a password',
  setLead: (name, email) => `Set the password of ${name} (${email}).`,
  setSubmit: 'Set the password and enter',
  linkGone:
    'This link has been used or has expired. Ask an administrator for a new one; if you only forgot your password, begin again from the sign-in page.',
  codeTitle: 'Two-step sign-in',
  codeLead: 'Enter the six digits that your authenticator application shows.',
  code: 'Digits (or a backup code)',
  codeSubmit: 'Confirm',
}
