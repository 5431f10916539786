import type { Bilingual } from '#domain/indicator/scheme.ts'
import type { UngradedWhy } from '#domain/indicator/why-ungraded.ts'
import type { Lang } from '#domain/shared/lang.ts'
import { app, menu, register, signIn, trouble, welcome } from './ja/app.ts'
import { audit } from './ja/audit.ts'
import { bundle } from './ja/bundle.ts'
import { collectFolder } from './ja/collect-folder.ts'
import { consult } from './ja/consult.ts'
import { cycle } from './ja/cycle.ts'
import { followUp } from './ja/follow-up.ts'
import { forecast, forecastCommand } from './ja/forecast.ts'
import { indicator, indicators, record, settle } from './ja/indicators.ts'
import { intake } from './ja/intake.ts'
import { judge } from './ja/judge.ts'
import { missing, targetKind, ungraded, working, workingNote } from './ja/judging.ts'
import { kept } from './ja/kept.ts'
import { project, projects } from './ja/money.ts'
import { notices } from './ja/notices.ts'
import { paper } from './ja/paper.ts'
import { account, departmentsPage, handOver, letters, people } from './ja/people.ts'
import { facts, origin, plans } from './ja/plans.ts'
import { population } from './ja/population.ts'
import { finding, refusal } from './ja/refusals.ts'
import { remarks } from './ja/remarks.ts'
import { reports } from './ja/reports.ts'
import { answers, room } from './ja/room.ts'
import { search } from './ja/search.ts'
import { sitePage } from './ja/site.ts'
import { projection } from './ja/statistics.ts'
import { moment, shortYear, year } from './ja/time.ts'
import { tokens } from './ja/tokens.ts'
import { fan, hindcast } from './ja/uncertainty.ts'
import { workbook } from './ja/workbook.ts'
import { history, home, planYear, publications } from './ja/years.ts'

/** 日本語の言葉のすべて。ほかの言語は、この形をそのまま埋める。 */
export const ja = {
  lang: 'ja' as Lang,
  year,
  shortYear,
  moment,
  missing,
  ungraded,
  targetKind,
  working,
  workingNote,
  refusal,
  /** 確認事項の文と助言。 */
  remark: (code: string, detail: Readonly<Record<string, string | number>>): readonly [string, string] =>
    remarks[code]?.(detail) ?? [code, ''],
  finding,
  /** 判定の型の言葉（名前、区分、仮定）。 */
  label: ({ ja }: Bilingual): string => ja,
  sitePage,
  paper,
  /** 判定なしの理由を、しるしの横に置ける短さで。 */
  missingShort: (why: UngradedWhy): string =>
    why in missing ? missing[why as keyof typeof missing] : 'まだ判定できない',
  qualifier: {
    about: '約',
    roughly: '程度',
    'at-least': '以上',
    'at-most': '以下',
    estimated: '推計',
    cumulative: '累計',
  },
  yearStates: { open: '入力中', closed: '締めずみ', published: '公表ずみ' },
  responseStates: {
    done: '済み',
    begun: '着手',
    continuing: '継続',
    'next-plan': '次期計画で',
    'not-taken': '対応しない',
  },
  /** 並べるときの読点。 */
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
