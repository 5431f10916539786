import type { AreaCode } from '../government/area-code.ts'
import type { BySex } from './population.ts'

/**
 * 統計の種類 (kind): a projection, a census, the register (住民基本台帳, another population than the census), assumptions of a projection,
 * TFR, and yearly births, deaths and moves. Kinds and vintages are never mixed in one series.
 */
export const DATASET_KINDS = ['projection', 'census', 'register', 'rates', 'tfr', 'vital'] as const
export type DatasetKind = (typeof DATASET_KINDS)[number]

/** 統計表の見出し. `series` is source, edition and extent; what is published again under it with other bytes is its next vintage. */
export type DatasetHeading = {
  readonly series: string
  readonly kind: DatasetKind
  readonly title: string
  readonly edition?: string
  /** 公表: `2018-03` or as far as it is known. */
  readonly published?: string
  /** 出典と利用条件 to print beside every figure. */
  readonly source: string
}

export type Area = { readonly code: AreaCode; readonly name: string }

/** 人口, one area and year. `unknown`: 年齢不詳, kept and never shared out by us. `origin` is the place in the file: rows, cells. */
export type PeopleRow = {
  readonly area: AreaCode
  readonly year: number
  readonly male: readonly number[]
  readonly female: readonly number[]
  readonly unknown?: BySex<number>
  readonly origin: string
}

/** 仮定値, one area and step from `year` to five years on. What the table does not have is absent. */
export type RatesRow = {
  readonly area: AreaCode
  readonly year: number
  readonly survival?: BySex<readonly number[]>
  readonly migration?: BySex<readonly number[]>
  readonly childWomanRatio?: number
  readonly maleShare?: number
  readonly origin: string
}

/** What a value of an area and year says: persons, but for the TFR. */
export const VALUE_KINDS = [
  ...(['population', 'male', 'female', 'young', 'working', 'old', 'over-75'] as const),
  ...(['births', 'deaths', 'in-migrants', 'out-migrants', 'fertility-rate'] as const),
] as const
export type ValueKind = (typeof VALUE_KINDS)[number]

export type ValueRow = {
  readonly area: AreaCode
  readonly year: number
  readonly what: ValueKind
  readonly value: number
  readonly origin: string
}

/** 統計表 (statistics table): what a reader makes of a file. */
export type StatisticsTable = {
  readonly heading: DatasetHeading
  readonly areas: readonly Area[]
  readonly people: readonly PeopleRow[]
  readonly rates: readonly RatesRow[]
  readonly values: readonly ValueRow[]
}

/** 取り込んだ統計表 (dataset): the heading with its vintage. `id` is the series, from the second vintage on with its number. */
export type Dataset = DatasetHeading & {
  readonly id: string
  readonly vintage: number
  readonly file: string
  readonly sha256: string
  readonly importedAt: string
  readonly importedBy: string
  readonly areas: number
  readonly rows: number
  readonly from: number
  readonly to: number
}

export const datasetId = (series: string, vintage: number): string =>
  vintage === 1 ? series : `${series}.${vintage}`
