import { z } from 'zod'
import { CYCLE_STAGES } from '#domain/cycle/calendar.ts'
import { MISSING_WHY } from '#domain/indicator/actual.ts'
import { answerFields } from './report-workbook.ts'

const text = z.string().max(20_000)
const id = z.string().min(1).max(200)
const moment = z.iso.datetime()
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const whole = z.int().min(0)
const year = z.int().min(1868).max(2200)

/** What may stand as the name of a part: a label of ours, nothing that a file system would follow. */
export const partName = z.string().regex(/^(?:content\.json|plans\/\d{1,4}\.yaml|evidence\/[0-9a-f]{64})$/)

/** What every version has: enough to say that it is a newer one. */
export const anyManifest = z.looseObject({ format: z.literal('shirube-bundle'), version: z.int().min(1) })

export const manifestSchema = z.object({
  ...{ format: z.literal('shirube-bundle'), version: z.int().min(1) },
  ...{
    id: z.string().regex(/^[0-9a-f-]{8,64}$/),
    government: z.string().regex(/^\d{6}$/),
    governmentName: id,
  },
  ...{ year, stage: z.literal('report'), direction: z.enum(['out', 'back']), after: id.optional() },
  ...{ madeAt: moment, by: id, installation: id },
  counts: z.object({
    ...{ plans: whole, departments: whole, indicators: whole },
    ...{ answers: whole, questions: whole, evidence: whole },
  }),
  parts: z.array(z.object({ name: partName, size: whole, sha256 })).max(10_000),
})

export const signatureSchema = z.object({
  algorithm: z.literal('Ed25519'),
  key: z.string().max(200),
  signature: z.string().max(200),
})

const named = { name: id, names: z.record(z.string(), id).optional() }
const state = z.enum(['empty', 'entered', 'submitted', 'returned', 'approved'])
const told = { at: moment, by: text }

export const contentSchema = z.object({
  departments: z.array(
    z.object({
      ...{ id, ...named, from: year.optional(), to: year.optional() },
      former: z.array(z.object({ ...named, until: year })).optional(),
      successors: z.array(id).optional(),
    }),
  ),
  dates: z.array(z.object({ stage: z.enum(CYCLE_STAGES), from: id, to: id.optional() })),
  indicators: z.array(z.object({ id, name: text })),
  actuals: z.array(
    z.object({
      ...{ indicator: id, note: text.optional(), source: text.optional() },
      actual: z.discriminatedUnion('kind', [
        z.looseObject({ kind: z.literal('known'), year, value: id, vintage: text.optional() }),
        z.looseObject({
          kind: z.literal('missing'),
          year,
          why: z.enum(MISSING_WHY),
          vintage: text.optional(),
        }),
      ]),
    }),
  ),
  answers: z.array(
    z.object({
      ...{ indicator: id, fields: answerFields, base: answerFields, state, savedAt: moment, savedBy: text },
      moves: z.array(
        z.object({
          ...{ move: z.enum(['submit', 'take-back', 'return', 'approve']), ...told },
          reason: text.optional(),
        }),
      ),
    }),
  ),
  questions: z.array(
    z.object({
      ...{ key: id, answers: id.optional(), department: id, indicator: id.optional() },
      ...{ side: z.enum(['department', 'planning']), text, ...told },
    }),
  ),
  evidence: z.array(z.object({ indicator: id, name: text, size: whole, sha256, shows: text, ...told })),
})
