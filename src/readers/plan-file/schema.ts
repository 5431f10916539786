import { z } from 'zod'
import type { Plan } from '#domain/plan/plan.ts'
import * as annex from './annex.ts'
import { listing, project } from './listings.ts'
import { commitment, indicator, relisting } from './promises.ts'
import { boolean, date, id, listOf, stated, text, year } from './scalars.ts'
import { names, source } from './source.ts'
import { tree } from './tree.ts'

const KINDS = [
  ...(['comprehensive-strategy', 'comprehensive-plan', 'action-plan'] as const),
  ...(['regional-revitalization-plan', 'basic-policy', 'population-vision', 'manifesto', 'other'] as const),
] as const

const edition = z
  .strictObject({
    id,
    label: text.describe('版の名前: 初版・改訂版 / Label of the edition'),
    stage: z
      .enum(['draft', 'proposed', 'adopted', 'revised'])
      .describe('下書き・案・策定・改訂 / Stage of the edition'),
    date: date.exactOptional(),
    digest: boolean.describe('概要版 / A digest: what it leaves out is not removed').exactOptional(),
    revises: z.strictObject({ label: text, date: date.exactOptional(), atHand: boolean }).exactOptional(),
    reason: text.describe('改訂の理由（短い句） / Why it was revised').exactOptional(),
  })
  .describe('版。1ファイルに1版 / Edition; one file holds one')

const period = z
  .strictObject({
    from: stated(year),
    to: year,
    fromNote: text.describe('始まりの書き方 / What stands in place of a first year').exactOptional(),
    endsOn: date.exactOptional(),
    source,
  })
  .describe('計画期間（年度） / Fiscal years of the plan')

/** 計画ファイル (plan file): one edition of one plan, as a person reads and writes it. */
export const planFile = z
  .strictObject({
    id: id.describe('計画の id。版が変わっても同じ / Id of the plan; the same in every edition'),
    government: z
      .string()
      .regex(/^\d{6}$/, 'not-a-government-code')
      .describe('団体コード6桁 / Six-digit code'),
    kind: z
      .enum(KINDS)
      .describe(
        '総合戦略・総合計画・アクションプラン・地域再生計画・基本方針・人口ビジョン・マニフェスト・その他',
      ),
    title: text.describe('計画の題名 / Title'),
    titles: names,
    edition,
    period,
    documents: listOf(annex.planDocument),
    sections: listOf(annex.section),
    passages: listOf(annex.passage),
    figures: listOf(annex.figure),
    tags: listOf(annex.tag),
    trees: listOf(tree),
    indicators: listOf(indicator),
    commitments: listOf(commitment),
    relistings: listOf(relisting),
    projects: listOf(project),
    listings: listOf(listing),
    tables: listOf(annex.table),
    glossary: listOf(annex.term),
    bodies: listOf(annex.body),
    steps: listOf(annex.step),
    references: listOf(annex.reference),
    alignments: listOf(annex.alignment),
    donations: listOf(annex.donation),
  })
  .meta({
    title: 'しるべ 計画ファイル / Shirube plan file',
    description: '一つの計画の一つの版 / One edition of one plan',
  })

/** Holds the schema to the domain type: a field added to one and not to the other does not compile. */
export const asPlan: z.ZodType<Plan> = planFile
