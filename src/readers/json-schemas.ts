import { z } from 'zod'
import { draftSchema } from './grammar/draft-schema.ts'
import { datasetsOutput, importOutput, planProjectionOutput, projectionOutput } from './output-schemas.ts'
import { seenAs } from './plan-file/scalars.ts'
import { planFile } from './plan-file/schema.ts'
import { recordFile } from './record-file.ts'
import { forecastSchema } from './series/forecast-schema.ts'
import { hindcastOutput, nationOutput } from './uncertainty-schemas.ts'

type JsonSchema = Readonly<Record<string, unknown>>

/**
 * 公開する JSON Schema (2020-12), by file name: the plan file and the record file as an editor sees them, the plan as
 * `plan export --format json` prints it, the draft as `read --json` does, and what `forecast`, `project`, `hindcast`, `data list` and `data import` print. They are made from the schemas that read the files, so they cannot drift apart.
 */
export const publishedSchemas = (): Readonly<Record<string, JsonSchema>> => ({
  'plan-file.schema.json': jsonSchema(planFile, 'file'),
  'record-file.schema.json': jsonSchema(recordFile, 'file'),
  'draft.schema.json': jsonSchema(draftSchema, 'json'),
  'projection.schema.json': jsonSchema(projectionOutput, 'json'),
  'plan-projection.schema.json': jsonSchema(planProjectionOutput, 'json'),
  'datasets.schema.json': jsonSchema(datasetsOutput, 'json'),
  'data-import.schema.json': jsonSchema(importOutput, 'json'),
  'forecast.schema.json': jsonSchema(forecastSchema, 'json'),
  'hindcast.schema.json': jsonSchema(hindcastOutput, 'json'),
  'national-projection.schema.json': jsonSchema(nationOutput, 'json'),
  'plan.schema.json': {
    ...jsonSchema(planFile, 'json'),
    title: 'しるべ 計画 / Shirube plan',
    description: 'plan export --format json が出すもの / What plan export --format json prints',
  },
})

const jsonSchema = (schema: z.ZodType, where: 'file' | 'json'): JsonSchema =>
  z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: where === 'file' ? 'input' : 'output',
    // The types of our own that stand behind the codecs; `override` says what they look like.
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema: made }) {
      const seen = seenAs(zodSchema, where)
      if (!seen) return
      const { description } = made
      for (const key of Object.keys(made)) delete made[key]
      Object.assign(made, seen, description === undefined ? {} : { description })
    },
  }) as JsonSchema
