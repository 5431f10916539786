import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readPlan } from '#readers/grammar/read-plan.ts'
import { publishedSchemas } from '#readers/json-schemas.ts'
import { readPlanFile } from '#readers/plan-file/read.ts'
import { readDocument } from '#readers/read-document.ts'

const ROOT = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const schemas = publishedSchemas()
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true })
const validate = (schema: string, value: unknown) => {
  const valid = ajv.getSchema(schema) ?? ajv.addSchema(schemas[schema] ?? false, schema).getSchema(schema)
  return valid?.(value) ? [] : (valid?.errors ?? []).map((each) => `${each.instancePath} ${each.message}`)
}

const { governments } = parse(read('samples/governments.yaml')) as {
  governments: { plans: string[]; record?: string }[]
}
const plans = governments.flatMap(({ plans }) => plans)
const records = governments.flatMap(({ record }) => record ?? [])

/** As any editor reads it: numbers are numbers. */
const asEditorsSee = (path: string) => parse(read(path), { schema: 'core' }) as Record<string, unknown>

describe('公開する JSON Schema', () => {
  test.each(Object.keys(schemas))('%s は、ファイルを読む定義から作ったものと同じ', (name) => {
    expect(read(`docs/schema/${name}`), 'node scripts/write-schemas.ts').toBe(
      `${JSON.stringify(schemas[name], null, 2)}\n`,
    )
  })

  test.each(plans)('計画ファイル %s が通る', (plan) => {
    expect(validate('plan-file.schema.json', asEditorsSee(`samples/${plan}.yaml`))).toEqual([])
  })

  test.each(records)('記録ファイル %s が通る', (record) => {
    expect(validate('record-file.schema.json', asEditorsSee(`samples/${record}.yaml`))).toEqual([])
  })

  test.each(plans)('JSON に書き出した %s が通る', (plan) => {
    const exported = JSON.parse(JSON.stringify(readPlanFile(read(`samples/${plan}.yaml`)).plan))
    expect(validate('plan.schema.json', exported)).toEqual([])
  })

  const forms = readFileSync(join(ROOT, 'test/readers/fixtures/forms.txt'))
  test('読み取った下書きが通る', async () => {
    const draft = readPlan(await readDocument(forms, 'forms.txt'))
    expect(draft.entries.length).toBeGreaterThan(100)
    expect(validate('draft.schema.json', JSON.parse(JSON.stringify(draft)))).toEqual([])
  })

  const small = () => asEditorsSee('test/support/small-plan.yaml')

  test('小さな計画が通る', () => {
    expect(validate('plan-file.schema.json', small())).toEqual([])
  })

  test.each([
    ['知らない項目', { goals: [] }, ' must NOT have additional properties'],
    ['題名がない', { title: undefined }, " must have required property 'title'"],
    ['ありえない年', { period: { from: 2020, to: 20244 } }, '/period/to must be <= 2200'],
    ['年が文字', { period: { from: 2020, to: '令和6年' } }, '/period/to must be integer'],
    ['知らない種類', { kind: 'strategy' }, '/kind must be equal to one of the allowed values'],
    [
      '単位のない額',
      { listings: [{ project: 'fair', on: 'g1', amount: '24,300' }] },
      '/listings/0/amount must',
    ],
    ['知らない言語', { titles: { fr: 'Stratégie' } }, '/titles must NOT have additional properties'],
    [
      '値のない目標',
      { commitments: [{ id: 'c', indicator: 'jobs', on: 'g1', targets: [{ year: 2024 }] }] },
      '/commitments/0/targets/0 must',
    ],
  ])('%s は通らない', (_, wrong, message) => {
    const errors = validate('plan-file.schema.json', JSON.parse(JSON.stringify({ ...small(), ...wrong })))
    expect(
      errors.some((error) => error.startsWith(message)),
      errors.join('\n'),
    ).toBe(true)
  })

  test('値と理由の両方をもつ実績は通らない', () => {
    const record = asEditorsSee(`samples/${records[0]}.yaml`)
    const told = { recordedAt: '2024-05-20T01:00:00Z', recordedBy: '企画課' }
    const actuals = (...list: object[]) => ({ ...record, actuals: [{ indicator: 'jobs', records: list }] })
    expect(validate('record-file.schema.json', actuals({ year: 2022, value: 1, ...told }))).toEqual([])
    expect(validate('record-file.schema.json', actuals({ year: 2022, withdrawn: true, ...told }))).toEqual([])
    for (const wrong of [{}, { value: 1, missing: 'no-survey' }, { missing: 'unknown' }])
      expect(validate('record-file.schema.json', actuals({ year: 2022, ...wrong, ...told }))).not.toEqual([])
  })

  test('見出しの多くに、日本語と英語の説明がある', () => {
    const described = JSON.stringify(schemas['plan-file.schema.json']).match(
      /"description":"[^"]* \/ [^"]*"/g,
    )
    expect(described?.length).toBeGreaterThan(60)
  })
})
