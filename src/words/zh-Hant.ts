import type { Words } from './words.ts'
import { app, menu, register, signIn, trouble, welcome } from './zh-Hant/app.ts'
import { audit } from './zh-Hant/audit.ts'
import { bundle } from './zh-Hant/bundle.ts'
import { collectFolder } from './zh-Hant/collect-folder.ts'
import { consult } from './zh-Hant/consult.ts'
import { cycle } from './zh-Hant/cycle.ts'
import { followUp } from './zh-Hant/follow-up.ts'
import { forecast, forecastCommand } from './zh-Hant/forecast.ts'
import { indicator, indicators, record, settle } from './zh-Hant/indicators.ts'
import { intake } from './zh-Hant/intake.ts'
import { judge } from './zh-Hant/judge.ts'
import { missing, targetKind, ungraded, working, workingNote } from './zh-Hant/judging.ts'
import { kept } from './zh-Hant/kept.ts'
import { project, projects } from './zh-Hant/money.ts'
import { notices } from './zh-Hant/notices.ts'
import { paper } from './zh-Hant/paper.ts'
import { account, departmentsPage, handOver, letters, people } from './zh-Hant/people.ts'
import { facts, origin, plans } from './zh-Hant/plans.ts'
import { population } from './zh-Hant/population.ts'
import { finding, refusal } from './zh-Hant/refusals.ts'
import { remarks } from './zh-Hant/remarks.ts'
import { reports } from './zh-Hant/reports.ts'
import { answers, room } from './zh-Hant/room.ts'
import { label } from './zh-Hant/schemes.ts'
import { search } from './zh-Hant/search.ts'
import { sitePage } from './zh-Hant/site.ts'
import { projection } from './zh-Hant/statistics.ts'
import { moment, shortYear, year } from './zh-Hant/time.ts'
import { tokens } from './zh-Hant/tokens.ts'
import { fan, hindcast } from './zh-Hant/uncertainty.ts'
import { workbook } from './zh-Hant/workbook.ts'
import { history, home, planYear, publications } from './zh-Hant/years.ts'

/** Every word in 繁體中文. */
export const zhHant: Words = {
  lang: 'zh-Hant',
  year,
  shortYear,
  moment,
  missing,
  ungraded,
  targetKind,
  working,
  workingNote,
  refusal,
  remark: (code, detail) => remarks[code]?.(detail) ?? [code, ''],
  finding,
  label,
  sitePage,
  paper,
  missingShort: (why) => (why in missing ? missing[why as keyof typeof missing] : '尚無法判定'),
  qualifier: {
    about: '約',
    roughly: '左右',
    'at-least': '以上',
    'at-most': '以下',
    estimated: '推估',
    cumulative: '累計',
  },
  yearStates: { open: '填報中', closed: '已截止', published: '已公布' },
  responseStates: {
    done: '已完成',
    begun: '已著手',
    continuing: '持續中',
    'next-plan': '列入下期計畫',
    'not-taken': '不採納',
  },
  comma: '、',
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
