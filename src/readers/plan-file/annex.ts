import { z } from 'zod'
import { boolean, date, id, integer, listOf, money, stated, text, year } from './scalars.ts'
import { printedValue, source } from './source.ts'

export const planDocument = z
  .strictObject({
    id,
    title: text,
    publisher: text,
    published: date.exactOptional(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'not-a-hash')
      .exactOptional(),
    lines: integer.exactOptional(),
  })
  .describe('資料 / A document that the plan was read from')

export const section = z
  .strictObject({ number: text, title: text, page: integer.exactOptional(), source })
  .describe('章立て / A section of the document')

export const passage = z
  .strictObject({
    kind: z.enum(['philosophy', 'direction', 'approach', 'position', 'reason', 'summary']),
    text,
    source,
  })
  .describe('基本理念・方向性など（短い句） / Philosophy, direction …, as a short phrase')

export const figure = z
  .strictObject({
    ...printedValue,
    id,
    what: text.describe('何の数か / What it counts'),
    year: stated(integer),
    unit: text,
    promise: boolean.describe('見通し・約束 / A promise, not a fact').exactOptional(),
  })
  .describe('文章のなかの数 / A figure that the prose states')

export const tag = z
  .strictObject({ id, name: text, kind: z.enum(['sdg', 'viewpoint']), source })
  .describe('SDGs・横断的な視点 / A tag that cuts across')

export const table = z
  .strictObject({
    id,
    title: text,
    on: id.exactOptional(),
    project: id.exactOptional(),
    columns: z.array(z.string()).min(1),
    rows: z.array(z.array(z.string())).min(1),
    unit: text.exactOptional(),
    note: text.exactOptional(),
    source,
  })
  .describe('小表。印字のまま / A small table, cell by cell as printed')

export const term = z
  .strictObject({
    number: text,
    term: text,
    gloss: text.exactOptional(),
    sharesNoteWith: text.exactOptional(),
    source,
  })
  .describe('用語 / A footnoted term')

export const body = z
  .strictObject({
    id,
    name: text,
    kind: z.enum(['steering', 'planning', 'review', 'co-ordination', 'department']),
    role: text.exactOptional(),
    since: date.exactOptional(),
    source,
  })
  .describe('推進・策定・検証の体制 / A body that steers, plans, verifies or co-ordinates')

export const step = z
  .strictObject({
    id,
    name: text,
    kind: z.enum(['report', 'judgement', 'steering', 'review', 'policy', 'budget', 'publication']),
    from: integer.describe('月 / Month').exactOptional(),
    to: integer.describe('月 / Month').exactOptional(),
    about: boolean.exactOptional(),
    by: text.exactOptional(),
    source,
  })
  .describe('年間の流れ / A step of the yearly cycle')

const RELATIONS = [
  ...(['above', 'beside', 'succeeds', 'revises'] as const),
  ...(['part-of', 'population-vision', 'same-period', 'details-in'] as const),
] as const

export const reference = z
  .strictObject({
    title: text,
    relation: z.enum(RELATIONS),
    government: text.exactOptional(),
    plan: id.exactOptional(),
    source,
  })
  .describe('ほかの計画との関係 / Another plan that this one names')

export const alignment = z
  .strictObject({
    with: z.enum(['nation', 'prefecture', 'neighbours', 'own-plan']),
    name: text,
    means: listOf(text),
    count: integer.exactOptional(),
    source,
  })
  .describe('上位計画との対応・連携 / Alignment with plans of other governments')

export const donation = z
  .strictObject({
    measure: text.describe('支援措置番号 / Number of the support measure'),
    name: text,
    estimate: money,
    from: year,
    to: year,
    source,
  })
  .describe('企業版ふるさと納税の寄附の金額の目安 / Estimate of corporate donations, not a ceiling')
