import { z } from 'zod'
import type { Plan } from '#domain/plan/plan.ts'
import type { PlanNode } from '#domain/plan/tree.ts'
import { boolean, date, decimalNumber, id, integer, listOf, money, stated, text, year } from './scalars.ts'

const names = z.object({ en: text.exactOptional(), 'zh-Hant': text.exactOptional() }).exactOptional()

const source = z
  .strictObject({
    document: id.exactOptional(),
    section: text.exactOptional(),
    page: integer.exactOptional(),
    line: integer,
    to: integer.exactOptional(),
    hash: z.string().regex(/^[0-9a-f]{12}$/, 'not-a-hash'),
  })
  .describe(
    '出どころ: 資料・節・行と、その行の指紋 / Where it stands: document, section, line, and a hash of that line',
  )
  .exactOptional()

const qualifier = z
  .enum(['about', 'roughly', 'at-least', 'at-most', 'estimated', 'cumulative'])
  .describe('約・程度・以上・以下・推計・累計 / What stands beside the number')
  .exactOptional()

const printedValue = {
  value: decimalNumber.describe('書かれたとおりの数 / The number as written'),
  qualifier,
  printed: text
    .describe(
      '数だけでは元の書き方に戻らないときの表記 / The printed form, where the number alone does not give it back',
    )
    .exactOptional(),
  source,
}

const baseline = z
  .strictObject({
    ...printedValue,
    year: stated(year),
    headingYear: year
      .describe('列見出しの年度（値の年度と違うとき）/ The year in the heading, where the cell says another')
      .exactOptional(),
    span: z
      .strictObject({ from: date, to: date, months: integer })
      .describe('部分期間 / A value over part of a year')
      .exactOptional(),
    calendarYear: boolean.exactOptional(),
  })
  .describe('基準値・現状値 / Baseline')

const target = z
  .strictObject({ ...printedValue, year, role: z.enum(['final', 'milestone', 'former']).default('final') })
  .describe('目標値。former は前の計画の目標 / Target; former = reprinted from an earlier generation')

const indicator = z
  .strictObject({
    id,
    name: text,
    names,
    definition: text.exactOptional(),
    unit: stated(text),
    better: stated(z.enum(['higher', 'lower', 'steady'])).describe(
      '向き: 増やす・減らす・維持 / Which way is good',
    ),
    accumulation: stated(z.enum(['cumulative', 'annual', 'point'])).describe(
      '集計: 累計・単年・時点 / Running total, annual, or at a moment',
    ),
    accumulatesFrom: integer.exactOptional(),
    scope: stated(text),
    period: stated(z.enum(['fiscal-year', 'calendar-year', 'date'])),
    dataSource: stated(text),
    survey: z
      .strictObject({
        n: integer.exactOptional(),
        question: text.exactOptional(),
        tolerancePoints: integer.exactOptional(),
      })
      .exactOptional(),
    release: stated(z.strictObject({ month: integer.exactOptional(), lagYears: integer })),
    department: stated(id),
    mayBeSummed: stated(boolean),
    shared: text.exactOptional(),
    driver: z.enum(['fertility-rate', 'births', 'net-migration', 'arrivals']).exactOptional(),
    settled: z
      .array(z.strictObject({ what: text, value: text, reason: text, by: text, on: date }))
      .min(1)
      .exactOptional(),
  })
  .describe(
    '指標。団体のもので、計画をまたいで同じ id を使う / Indicator; belongs to the government, one id across plans',
  )

const commitment = z
  .strictObject({
    id,
    indicator: id,
    on: id.describe('ぶら下がる場所の id / The node it hangs on'),
    printedName: text.exactOptional(),
    baseline: stated(baseline),
    targets: listOf(target),
    kind: z.enum(['reach', 'floor', 'hold', 'curb', 'cumulative', 'complete', 'none']).exactOptional(),
    tolerance: decimalNumber.exactOptional(),
    note: text.exactOptional(),
    source,
  })
  .describe('数値目標・KPI / What this plan promises about an indicator')

const relisting = z.strictObject({ commitment: id, on: id, source }).describe('再掲 / Relisting')

const project = z.strictObject({
  id,
  name: text,
  names,
  summary: text.exactOptional(),
  department: id.exactOptional(),
})

const listing = z
  .strictObject({
    project: id,
    on: id,
    printedName: text.exactOptional(),
    amount: money.exactOptional(),
    previous: z
      .union([z.literal('none'), money])
      .describe('前年度の額。none = （一）と印字 / Last year; none = printed as a dash')
      .exactOptional(),
    booking: z
      .strictObject({
        kind: z.enum(['all-in-supplementary', 'part-in-supplementary', 'includes-supplementary']),
        year,
        month: integer.exactOptional(),
        printed: text,
      })
      .exactOptional(),
    changes: z
      .array(
        z.strictObject({
          what: text,
          from: text.exactOptional(),
          to: text.exactOptional(),
          unit: text.exactOptional(),
          fromYear: year.exactOptional(),
          toYear: year.exactOptional(),
          source,
        }),
      )
      .min(1)
      .exactOptional(),
    otherAmounts: z
      .array(
        z.strictObject({
          kind: z.enum(['unit-price', 'previous-unit-price', 'inner', 'cap', 'frame']),
          label: text,
          amount: money,
          about: boolean.exactOptional(),
          source,
        }),
      )
      .min(1)
      .exactOptional(),
    note: text.exactOptional(),
    source,
  })
  .describe('掲載 / One place where the plan lists a project, with the amounts printed there')

const node: z.ZodType<PlanNode> = z.strictObject({
  id,
  level: id,
  number: text.exactOptional(),
  name: text,
  names,
  subtitle: text.exactOptional(),
  direction: text.exactOptional(),
  tags: z.array(id).min(1).exactOptional(),
  related: z.array(id).min(1).exactOptional(),
  refersTo: z.array(id).min(1).exactOptional(),
  openList: boolean.describe('等: 一覧が「等」で終わる / The list ends open').exactOptional(),
  department: id.exactOptional(),
  source,
  get children() {
    return z.array(node).min(1).exactOptional()
  },
})

const tree = z
  .strictObject({
    id,
    kind: z.enum(['main', 'initiative', 'area']),
    name: text,
    levels: z.array(
      z.strictObject({
        id,
        name: text,
        role: z.enum(['goal', 'program', 'measure', 'effort', 'initiative', 'area', 'group']),
      }),
    ),
    nodes: listOf(node),
  })
  .describe('体系。階層の名前と深さは計画のデータ / A tree; level names and depth are data of the plan')

const table = z.strictObject({
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

/** 計画ファイル (plan file): one edition of one plan, as a person reads and writes it. */
export const planFile = z
  .strictObject({
    id,
    government: z
      .string()
      .regex(/^\d{6}$/, 'not-a-government-code')
      .describe('団体コード6桁 / Six-digit code'),
    kind: z.enum([
      'comprehensive-strategy',
      'comprehensive-plan',
      'action-plan',
      'regional-revitalization-plan',
      'basic-policy',
      'population-vision',
      'manifesto',
      'other',
    ]),
    title: text,
    titles: names,
    edition: z.strictObject({
      id,
      label: text,
      stage: z.enum(['draft', 'proposed', 'adopted', 'revised']),
      date: date.exactOptional(),
      digest: boolean.exactOptional(),
      revises: z.strictObject({ label: text, date: date.exactOptional(), atHand: boolean }).exactOptional(),
      reason: text.exactOptional(),
    }),
    period: z.strictObject({
      from: stated(year),
      to: year,
      fromNote: text.exactOptional(),
      endsOn: date.exactOptional(),
      source,
    }),
    documents: listOf(
      z.strictObject({
        id,
        title: text,
        publisher: text,
        published: date.exactOptional(),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/, 'not-a-hash')
          .exactOptional(),
        lines: integer.exactOptional(),
      }),
    ),
    sections: listOf(z.strictObject({ number: text, title: text, page: integer.exactOptional(), source })),
    passages: listOf(
      z.strictObject({
        kind: z.enum(['philosophy', 'direction', 'approach', 'position', 'reason', 'summary']),
        text,
        source,
      }),
    ),
    figures: listOf(
      z.strictObject({
        ...printedValue,
        id,
        what: text,
        year: stated(integer),
        unit: text,
        promise: boolean.exactOptional(),
      }),
    ),
    tags: listOf(z.strictObject({ id, name: text, kind: z.enum(['sdg', 'viewpoint']), source })),
    trees: listOf(tree),
    indicators: listOf(indicator),
    commitments: listOf(commitment),
    relistings: listOf(relisting),
    projects: listOf(project),
    listings: listOf(listing),
    tables: listOf(table),
    glossary: listOf(
      z.strictObject({
        number: text,
        term: text,
        gloss: text.exactOptional(),
        sharesNoteWith: text.exactOptional(),
        source,
      }),
    ),
    bodies: listOf(
      z.strictObject({
        id,
        name: text,
        kind: z.enum(['steering', 'planning', 'review', 'co-ordination', 'department']),
        role: text.exactOptional(),
        since: date.exactOptional(),
        source,
      }),
    ),
    steps: listOf(
      z.strictObject({
        id,
        name: text,
        kind: z.enum(['report', 'judgement', 'steering', 'review', 'policy', 'budget', 'publication']),
        from: integer.exactOptional(),
        to: integer.exactOptional(),
        about: boolean.exactOptional(),
        by: text.exactOptional(),
        source,
      }),
    ),
    references: listOf(
      z.strictObject({
        title: text,
        relation: z.enum([
          'above',
          'beside',
          'succeeds',
          'revises',
          'part-of',
          'population-vision',
          'same-period',
          'details-in',
        ]),
        government: text.exactOptional(),
        plan: id.exactOptional(),
        source,
      }),
    ),
    alignments: listOf(
      z.strictObject({
        with: z.enum(['nation', 'prefecture', 'neighbours', 'own-plan']),
        name: text,
        means: listOf(text),
        count: integer.exactOptional(),
        source,
      }),
    ),
    donations: listOf(
      z.strictObject({ measure: text, name: text, estimate: money, from: year, to: year, source }),
    ),
  })
  .describe('しるべ 計画ファイル / Shirube plan file')

/** Holds the schema to the domain type: a field added to one and not to the other does not compile. */
export const asPlan: z.ZodType<Plan> = planFile
