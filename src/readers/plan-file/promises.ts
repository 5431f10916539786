import { z } from 'zod'
import { boolean, date, decimalNumber, id, integer, listOf, stated, text, year } from './scalars.ts'
import { names, printedValue, source } from './source.ts'

const baseline = z
  .strictObject({
    ...printedValue,
    year: stated(year).describe('値の年度 / Fiscal year of the value itself'),
    headingYear: year
      .describe('列見出しの年度（値の年度と違うとき）/ The year in the heading, where the cell says another')
      .exactOptional(),
    span: z
      .strictObject({ from: date, to: date, months: integer })
      .describe('部分期間 / A value over part of a year')
      .exactOptional(),
    calendarYear: boolean.describe('暦年の値 / A value of a calendar year').exactOptional(),
  })
  .meta({ id: 'baseline', description: '基準値・現状値 / Baseline' })

const target = z
  .strictObject({
    ...printedValue,
    year: year.describe('目標年度 / Fiscal year in which it is to be met'),
    role: z
      .enum(['final', 'milestone', 'former'])
      .default('final')
      .describe('最終・中間・前の計画 / Left out for the final one'),
  })
  .meta({
    id: 'target',
    description: '目標値。former は前の計画の目標 / Target; former = reprinted from an earlier generation',
  })

const settled = z
  .strictObject({ what: text, value: text, reason: text, by: text, on: date })
  .describe('人が定めたこと / What a person settled where the document does not say')

export const indicator = z
  .strictObject({
    id,
    name: text.describe('指標名 / Name'),
    names,
    definition: text.describe('定義・算式 / What is counted, and how').exactOptional(),
    unit: stated(text).describe('単位 / Unit'),
    better: stated(z.enum(['higher', 'lower', 'steady'])).describe(
      '向き: 増やす・減らす・維持 / Which way is good',
    ),
    accumulation: stated(z.enum(['cumulative', 'annual', 'point'])).describe(
      '集計: 累計・単年・時点 / Running total, annual, or at a moment',
    ),
    accumulatesFrom: integer.describe('累計の最初の年度 / First year of a running total').exactOptional(),
    scope: stated(text).describe('範囲: 市・県内など / Area that is counted'),
    period: stated(z.enum(['fiscal-year', 'calendar-year', 'date'])).describe(
      '期間: 年度・暦年・時点 / What a value covers',
    ),
    dataSource: stated(text).describe('統計・調査の名前 / Statistic, survey or register'),
    survey: z
      .strictObject({
        n: integer.describe('標本数 / Sample size').exactOptional(),
        question: text.describe('設問 / Question').exactOptional(),
        tolerancePoints: integer.describe('許容差（ポイント） / Tolerance in points').exactOptional(),
      })
      .describe('アンケート / Survey')
      .exactOptional(),
    release: stated(z.strictObject({ month: integer.exactOptional(), lagYears: integer })).describe(
      '公表時期: 月と遅れの年数 / Month of release, and years behind',
    ),
    department: stated(id).describe('担当課の id / Department'),
    mayBeSummed: stated(boolean).describe('地区の値を足してよいか / Whether values of areas add up'),
    shared: text.describe('共通の定義 / Code of a shared definition').exactOptional(),
    driver: z
      .enum(['fertility-rate', 'births', 'net-migration', 'arrivals'])
      .describe('人口推計で動かすもの / What it moves in a population projection')
      .exactOptional(),
    parts: z
      .array(id)
      .min(2)
      .describe(
        '内訳。同じ年度の値を足すとこの指標になる / Indicators whose values of a year add up to this one',
      )
      .exactOptional(),
    settled: z.array(settled).min(1).exactOptional(),
  })
  .meta({
    id: 'indicator',
    description:
      '指標。団体のもので、計画をまたいで同じ id を使う / Indicator; belongs to the government, one id across plans',
  })

export const commitment = z
  .strictObject({
    id,
    indicator: id.describe('指標の id / The indicator'),
    on: id.describe('ぶら下がる場所の id / The node it hangs on'),
    printedName: text.describe('この計画での指標名 / Its name here, where it differs').exactOptional(),
    baseline: stated(baseline),
    targets: listOf(target),
    kind: z
      .enum(['reach', 'floor', 'hold', 'curb', 'cumulative', 'complete', 'none'])
      .describe('目標の種類。ふつうは値から導く / Kind of target; usually derived from the values')
      .exactOptional(),
    tolerance: decimalNumber.describe('許容差（指標の単位） / Tolerance in the unit').exactOptional(),
    note: text.exactOptional(),
    source,
  })
  .meta({ id: 'commitment', description: '数値目標・KPI / What this plan promises about an indicator' })

export const relisting = z
  .strictObject({ commitment: id, on: id, source })
  .describe('再掲 / Relisting: the same commitment shown at a second place')
