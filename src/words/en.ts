import { app, menu, register, signIn, trouble, welcome } from './en/app.ts'
import { audit } from './en/audit.ts'
import { bundle } from './en/bundle.ts'
import { collectFolder } from './en/collect-folder.ts'
import { consult } from './en/consult.ts'
import { cycle } from './en/cycle.ts'
import { followUp } from './en/follow-up.ts'
import { forecast, forecastCommand } from './en/forecast.ts'
import { indicator, indicators, record, settle } from './en/indicators.ts'
import { intake } from './en/intake.ts'
import { judge } from './en/judge.ts'
import { missing, targetKind, ungraded, working, workingNote } from './en/judging.ts'
import { kept } from './en/kept.ts'
import { project, projects } from './en/money.ts'
import { notices } from './en/notices.ts'
import { paper } from './en/paper.ts'
import { account, departmentsPage, handOver, letters, people } from './en/people.ts'
import { facts, origin, plans } from './en/plans.ts'
import { population } from './en/population.ts'
import { finding, refusal } from './en/refusals.ts'
import { remarks } from './en/remarks.ts'
import { reports } from './en/reports.ts'
import { answers, room } from './en/room.ts'
import { search } from './en/search.ts'
import { sitePage } from './en/site.ts'
import { projection } from './en/statistics.ts'
import { moment, year } from './en/time.ts'
import { tokens } from './en/tokens.ts'
import { fan, hindcast } from './en/uncertainty.ts'
import { workbook } from './en/workbook.ts'
import { history, home, planYear, publications } from './en/years.ts'
import type { Words } from './words.ts'

/** Every word in English. */
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
  remark: (code, detail) => remarks[code]?.(detail) ?? [code, ''],
  finding,
  label: ({ en }) => en,
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
  responseStates: {
    done: 'Done',
    begun: 'Begun',
    continuing: 'Continuing',
    'next-plan': 'In the next plan',
    'not-taken': 'Not taken up',
  },
  comma: ', ',
  app,
  menu,
  trouble,
  welcome,
  register,
  signIn,
  plans,
  intake,
  reports,
  workbook,
  people,
  departmentsPage,
  handOver,
  account,
  letters,
  cycle,
  notices,
  population,
  facts,
  origin,
  indicators,
  indicator,
  settle,
  record,
  forecast,
  forecastCommand,
  home,
  planYear,
  publications,
  history,
  projects,
  project,
  projection,
  hindcast,
  fan,
  search,
  judge,
  kept,
  room,
  answers,
  audit,
  followUp,
  consult,
  tokens,
  bundle,
  collectFolder,
}
