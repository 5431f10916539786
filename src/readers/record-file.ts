import { z } from 'zod'
import { CYCLE_STAGES } from '#domain/cycle/calendar.ts'
import { checkRecord } from '#domain/government/check-record.ts'
import type { GovernmentRecord, ToldActual, ToldAppropriation } from '#domain/government/record.ts'
import { type Actual, MISSING_WHY } from '#domain/indicator/actual.ts'
import type { Withdrawn } from '#domain/indicator/recorded.ts'
import type { Finding } from '#domain/shared/finding.ts'
import {
  boolean,
  date,
  decimalNumber,
  id,
  integer,
  listOf,
  money,
  text,
  year,
  yes,
} from './plan-file/scalars.ts'
import { names } from './plan-file/source.ts'
import { readYamlFile } from './yaml-file.ts'

const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'not-a-moment')
  .refine((written) => Number.isFinite(Date.parse(written)), 'not-a-moment')

const monthAndDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'not-a-day')
const told = {
  recordedAt: moment.describe('記録した日時（UTC） / When it was recorded'),
  recordedBy: text.describe('記録した人 / Who recorded it'),
}

const department = z
  .strictObject({
    id,
    name: text,
    names,
    from: year.describe('最初の年度 / First fiscal year').exactOptional(),
    to: year.describe('最後の年度 / Last fiscal year').exactOptional(),
    former: z
      .array(z.strictObject({ name: text, names, until: year }))
      .min(1)
      .describe('旧称 / Former names, oldest first')
      .exactOptional(),
    successors: z.array(id).min(1).describe('引き継いだ課 / Departments that took over').exactOptional(),
  })
  .describe('担当課とその変遷 / A department with its life')

const event = z
  .strictObject({ id, name: text, names, year, month: integer.exactOptional(), ...told })
  .describe('出来事: 水害など / Something from outside that bends a series')

/** A value, or why there is none, or the withdrawal of one: exactly one of the three. */
const actual = z
  .strictObject({
    year,
    value: decimalNumber.describe('実績値 / The value').exactOptional(),
    missing: z
      .enum(MISSING_WHY)
      .describe('値がない理由: 未公表・測定不能・調査なし・終了・該当なし・非公表 / Why there is none')
      .exactOptional(),
    withdrawn: yes.describe('取り下げ / The record is withdrawn').exactOptional(),
    qualifier: z.enum(['about', 'roughly', 'at-least', 'at-most', 'estimated', 'cumulative']).exactOptional(),
    provisional: boolean.describe('速報値 / Provisional').exactOptional(),
    vintage: text.describe('系列: 平成27年基準など / Revised series it belongs to').exactOptional(),
    span: z.strictObject({ from: date, to: date, months: integer }).exactOptional(),
    n: integer.describe('標本数 / Sample size').exactOptional(),
    note: text.exactOptional(),
    source: text.describe('出典 / Where the value was read').exactOptional(),
    reason: text.describe('訂正の理由 / Why the standing record is replaced').exactOptional(),
    ...told,
  })
  .meta({
    description:
      '実績: 値・値がない理由・取り下げのどれか一つ / A value, or why there is none, or a withdrawal',
    oneOf: [{ required: ['value'] }, { required: ['missing'] }, { required: ['withdrawn'] }],
  })
  .superRefine(({ value, missing, withdrawn, ...rest }, ctx) => {
    const said = [value, missing, withdrawn].filter((each) => each !== undefined)
    if (said.length !== 1) ctx.addIssue({ code: 'custom', message: 'value-or-reason', path: [] })
    for (const key of ['qualifier', 'provisional', 'span', 'n'] as const)
      if (value === undefined && rest[key] !== undefined)
        ctx.addIssue({ code: 'custom', message: 'belongs-to-a-value', path: [key] })
  })
  .transform(
    ({ note, source, reason, recordedAt, recordedBy, ...rest }): Omit<ToldActual, 'indicator'> => ({
      actual: stateOf(rest),
      ...(note === undefined ? {} : { note }),
      ...(source === undefined ? {} : { source }),
      ...(reason === undefined ? {} : { reason }),
      recordedAt,
      recordedBy,
    }),
  )

function stateOf({
  year,
  vintage,
  value,
  missing,
  withdrawn: _,
  ...more
}: {
  readonly year: Actual['year']
  readonly vintage?: string
  readonly value?: Extract<Actual, { kind: 'known' }>['value']
  readonly missing?: Extract<Actual, { kind: 'missing' }>['why']
  readonly withdrawn?: 'true'
} & Partial<Omit<Extract<Actual, { kind: 'known' }>, 'kind' | 'year' | 'value'>>): Actual | Withdrawn {
  const when = { year, ...(vintage === undefined ? {} : { vintage }) }
  if (value !== undefined) return { kind: 'known', ...when, value, ...more }
  return missing === undefined ? { kind: 'withdrawn', ...when } : { kind: 'missing', ...when, why: missing }
}

const appropriation = z
  .strictObject({
    year,
    kind: z.enum(['initial', 'supplementary', 'carried-over', 'expected-outturn', 'executed', 'outturn']),
    month: integer.exactOptional(),
    amount: money,
    fundingSource: text.describe('財源 / Funding source').exactOptional(),
    source: text.exactOptional(),
    ...told,
  })
  .describe('予算・決算の額 / An amount of one project and year')

const response = z.strictObject({
  state: z.enum(['done', 'begun', 'continuing', 'not-taken']),
  text,
  department: id.exactOptional(),
  ...told,
})

const opinion = z
  .strictObject({ plan: id, year, subject: id, text, responses: listOf(response), ...told })
  .describe('検証委員会の意見と対応方針 / An opinion of the reviewers, with the responses')

const review = z
  .strictObject({
    year,
    plans: z.array(id).min(1),
    meeting: z.strictObject({ title: text, day: text, time: text, place: text, due: text }),
    members: z.array(z.strictObject({ name: text, affiliation: text })).min(1),
    minutes: z.strictObject({ attendees: text, agenda: text, discussion: text, conclusion: text }),
    summary: text,
    reference: text.describe('委員長が確認した書面 / The paper that the chair confirmed'),
    ...{ openedAt: moment, fixedAt: moment, closedAt: moment, signedAt: moment },
    by: text,
  })
  .describe('検証の回 / A meeting of the review panel that was held and signed off')

const move = z
  .strictObject({
    plan: id,
    year,
    move: z.enum(['close', 'reopen', 'publish']),
    reason: text.exactOptional(),
    at: moment,
    by: text,
  })
  .describe('年度を締める・開け直す・公表する / A move of a plan’s year')

const stage = z
  .strictObject({
    stage: z.enum(CYCLE_STAGES),
    from: monthAndDay,
    to: monthAndDay.exactOptional(),
  })
  .describe('日程（月-日） / When a stage of the cycle runs')

/** 記録ファイル (record file), as it is written. */
export const recordFile = z
  .strictObject({
    government: text,
    began: z.strictObject(told),
    panel: z.strictObject({ name: text, names, members: integer.exactOptional() }),
    dates: listOf(stage),
    departments: listOf(department),
    life: listOf(
      z.strictObject({
        day: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'not-a-day'),
        what: z.enum(['founded', 'renamed', 'merged-into', 'split-into', 'abolished']),
        other: text.exactOptional(),
        note: text.exactOptional(),
      }),
    ).describe('団体の変遷 / What happened to the government'),
    events: listOf(event),
    actuals: listOf(z.strictObject({ indicator: id, records: z.array(actual).min(1) })),
    appropriations: listOf(z.strictObject({ project: id, records: z.array(appropriation).min(1) })),
    opinions: listOf(opinion),
    reviews: listOf(review),
    moves: listOf(move),
  })
  .meta({
    title: 'しるべ 記録ファイル / Shirube record file',
    description: '団体が計画のほかに知っていること / What a government knows beside its plans',
  })

type Written = z.output<typeof recordFile>

export type ReadRecord = { readonly record?: GovernmentRecord; readonly findings: readonly Finding[] }

/**
 * Reads a 記録ファイル (record file, YAML): the facts of a government beside its plans. Actuals and amounts are written by
 * indicator and by project, so that a series can be read at a glance; here they become one list each.
 */
export function readRecordFile(text: string): ReadRecord {
  const { value, findings } = readYamlFile<Written>(text, recordFile as z.ZodType<Written>, (written) => {
    const { record, places } = flatten(written)
    return checkRecord(record).map((finding) => ({ ...finding, path: places(finding.path ?? []) }))
  })
  return value ? { record: flatten(value).record, findings } : { findings }
}

/** The record, and how to get from a path in it back to the path in the file. */
function flatten({ actuals, appropriations, ...rest }: Written) {
  const values = actuals.flatMap(({ indicator, records }, group) =>
    records.map((each, at) => ({
      told: { indicator, ...each } as ToldActual,
      at: ['actuals', group, 'records', at],
    })),
  )
  const amounts = appropriations.flatMap(({ project, records }) =>
    records.map((each) => ({ project, ...each }) as ToldAppropriation),
  )
  const record: GovernmentRecord = {
    ...rest,
    actuals: values.map(({ told }) => told),
    appropriations: amounts,
  }
  const places = (path: readonly (string | number)[]) =>
    path[0] === 'actuals' ? [...(values[Number(path[1])]?.at ?? []), ...path.slice(2)] : path
  return { record, places }
}
