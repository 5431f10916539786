// Writes the published JSON Schemas from the schemas that read the files.
//   node scripts/write-schemas.ts
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publishedSchemas } from '#readers/json-schemas.ts'

const folder = join(import.meta.dirname, '../docs/schema')
mkdirSync(folder, { recursive: true })
for (const [name, schema] of Object.entries(publishedSchemas()))
  writeFileSync(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`)
