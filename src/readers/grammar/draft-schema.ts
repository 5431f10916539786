import { z } from 'zod'
import type { Draft } from '#domain/document/draft.ts'
import type { Decimal } from '#domain/shared/decimal.ts'

const opt = <T extends z.ZodType>(schema: T) => schema.exactOptional()
const text = z.string()
const year = z.int().describe('年度 / Fiscal year')
/** The pattern is what `Decimal` promises. */
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/) as unknown as z.ZodType<Decimal>
const amount = z
  .strictObject({
    yen: z.int(),
    unit: z
      .enum(['円', '千円', '万円', '百万円', '億円', '十億円'])
      .describe('印刷された単位 / Unit as printed'),
  })
  .describe('金額 / Amount of money')

const place = z
  .strictObject({
    page: opt(z.int()),
    line: opt(z.int()),
    to: opt(z.int().describe('続くときの最後の行 / Last line, where it goes on')),
    sheet: opt(text),
    cell: opt(text),
    box: opt(
      z
        .tuple([z.number(), z.number(), z.number(), z.number()])
        .describe('x, y, 幅, 高さ（ポイント） / x, y, width, height in points'),
    ),
  })
  .describe('文書の中の場所 / Place in the document')

const value = {
  value: z
    .union([decimal, z.strictObject({ words: text })])
    .describe('十進数の文字列、または言葉の目標 / A decimal as text, or a target in words'),
  qualifier: opt(z.enum(['about', 'roughly', 'at-least', 'at-most', 'estimated', 'cumulative'])),
  year: opt(year),
  headingYear: opt(year.describe('列見出しの年度 / Year in the heading of the column')),
  calendarYear: opt(z.boolean().describe('暦年の値 / A value of a calendar year')),
  relative: opt(z.boolean().describe('増減で書かれた値 / Written as an addition')),
  printed: text.describe('印刷された表記 / As printed'),
  at: place,
}

const body = [
  z.strictObject({
    kind: z.literal('node'),
    role: z.enum(['goal', 'program', 'measure', 'effort', 'initiative', 'area', 'group']),
    depth: z.int(),
    number: opt(text),
    name: text,
  }),
  z.strictObject({
    kind: z.literal('indicator'),
    name: text,
    definition: opt(text),
    unit: opt(text),
    baseline: opt(z.strictObject(value)),
    targets: z.array(z.strictObject({ ...value, role: z.enum(['final', 'milestone', 'former']) })),
    actuals: z.array(z.strictObject(value)),
    cumulative: opt(z.boolean()),
    relisted: z.boolean(),
    grade: opt(text),
    note: opt(text),
  }),
  z.strictObject({
    kind: z.literal('project'),
    name: text,
    amount: opt(amount),
    previous: opt(z.union([amount, z.literal('none')])),
    booking: opt(
      z.strictObject({
        kind: z.enum(['all-in-supplementary', 'part-in-supplementary', 'includes-supplementary']),
        year,
        month: opt(z.int()),
        printed: text,
      }),
    ),
    changes: opt(z.array(text)),
    note: opt(text),
  }),
  z.strictObject({
    kind: z.literal('donation'),
    measure: opt(text),
    estimate: amount,
    from: opt(year),
    to: opt(year),
  }),
  z.strictObject({ kind: z.literal('term'), number: text, term: text, gloss: opt(text) }),
  z.strictObject({
    kind: z.literal('body'),
    name: text,
    role: z.enum(['steering', 'planning', 'review', 'co-ordination']),
  }),
  z.strictObject({
    kind: z.literal('step'),
    name: text,
    from: opt(z.int()),
    to: opt(z.int()),
    about: opt(z.boolean()),
  }),
  z.strictObject({ kind: z.literal('section'), number: text, title: text, page: opt(z.int()) }),
] as const

const every = {
  id: text,
  under: opt(text.describe('ぶら下がる節の id / Node that it hangs on')),
  grounds: z
    .strictObject({
      rule: text.describe('読み取りの規則 / Rule that made it'),
      confidence: z.number().min(0).max(1).describe('確からしさ / How sure it is'),
      at: place,
      text: text.describe('もとの文 / The text itself'),
    })
    .describe('根拠 / Grounds'),
}
const [node, indicator, project, donation, term, bodyOf, step, section] = body

const finding = z.strictObject({
  code: text,
  severity: z.enum(['error', 'warning', 'note']),
  path: opt(z.array(z.union([text, z.number()]))),
  line: opt(z.int()),
  column: opt(z.int()),
  detail: opt(z.record(text, z.union([text, z.number()]))),
})

/** 取込結果（案）: what `read <file> --json` prints. */
export const draftSchema: z.ZodType<Draft> = z
  .strictObject({
    document: text.describe('文書の名前 / Name of the document'),
    title: opt(text),
    government: opt(text),
    period: opt(z.strictObject({ from: opt(year), to: opt(year), at: place })),
    entries: z.array(
      z.discriminatedUnion('kind', [
        node.extend(every),
        indicator.extend(every),
        project.extend(every),
        donation.extend(every),
        term.extend(every),
        bodyOf.extend(every),
        step.extend(every),
        section.extend(every),
      ]),
    ),
    findings: z.array(finding),
  })
  .meta({
    title: 'しるべ 取込結果（案） / Shirube draft',
    description: 'read --json が出すもの / What read --json prints for one document',
  })
