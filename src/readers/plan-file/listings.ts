import { z } from 'zod'
import { boolean, id, integer, money, text, year } from './scalars.ts'
import { names, source } from './source.ts'

export const project = z
  .strictObject({
    id,
    name: text.describe('事業名 / Name'),
    names,
    summary: text.describe('概要（短い句） / What it does, as a short phrase').exactOptional(),
    department: id.describe('担当課の id / Department').exactOptional(),
  })
  .meta({ id: 'project', description: '事業・取組 / Project; one record however often it is listed' })

const booking = z
  .strictObject({
    kind: z.enum(['all-in-supplementary', 'part-in-supplementary', 'includes-supplementary']),
    year,
    month: integer.exactOptional(),
    printed: text.describe('印字された注記 / The note as printed'),
  })
  .describe('計上の注記: 全額補正・一部補正・補正含む / How the amount relates to fiscal years')

const change = z
  .strictObject({
    what: text,
    from: text.exactOptional(),
    to: text.exactOptional(),
    unit: text.exactOptional(),
    fromYear: year.exactOptional(),
    toYear: year.exactOptional(),
    source,
  })
  .describe('変更: 何がどうなったか / What became of what')

const otherAmount = z
  .strictObject({
    kind: z.enum(['unit-price', 'previous-unit-price', 'inner', 'cap', 'frame']),
    label: text,
    amount: money,
    about: boolean.exactOptional(),
    source,
  })
  .describe('単価・内数・上限・枠。足さない / Amounts that are never summed')

export const listing = z
  .strictObject({
    project: id.describe('事業の id / The project'),
    on: id.describe('掲載場所の id / The node it is listed on'),
    printedName: text.describe('ここでの事業名 / Its name here, where it differs').exactOptional(),
    amount: money.describe('印字された額 / Amount as printed').exactOptional(),
    previous: z
      .union([z.literal('none'), money])
      .describe('前年度の額。none = （一）と印字 / Last year; none = printed as a dash')
      .exactOptional(),
    booking: booking.exactOptional(),
    changes: z.array(change).min(1).exactOptional(),
    otherAmounts: z.array(otherAmount).min(1).exactOptional(),
    note: text.exactOptional(),
    source,
  })
  .meta({
    id: 'listing',
    description: '掲載 / One place where the plan lists a project, with the amounts printed there',
  })
