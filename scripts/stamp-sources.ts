// Stamps a plan file against its document: fills in the file's digest and length, the hash of every line that a
// `source` names, and puts the file in its canonical order.
//   node scripts/stamp-sources.ts <plan.yaml> <document id>=<path> …
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Plan } from '#domain/plan/plan.ts'
import { documentLines, lineHash } from '#readers/line-hash.ts'
import { readPlanFile } from '#readers/plan-file/read.ts'
import { writePlanFile } from '#writers/plan-file.ts'

const [file, ...given] = process.argv.slice(2)
if (!file || given.length === 0) {
  console.error('usage: node scripts/stamp-sources.ts <plan.yaml> <document id>=<path> …')
  process.exit(2)
}
const documents = new Map(
  given.map((pair) => {
    const [id = '', path = ''] = pair.split('=')
    const bytes = readFileSync(path)
    const lines = documentLines(bytes.toString('utf8'))
    return [id, { lines, sha256: createHash('sha256').update(bytes).digest('hex') }]
  }),
)
const { plan, findings } = readPlanFile(readFileSync(file, 'utf8'))
for (const { line, code, path, detail } of findings)
  console.error(`${file}:${line} ${code} ${path?.join('.')} ${JSON.stringify(detail ?? {})}`)
if (!plan) process.exit(1)
const only = plan.documents.length === 1 ? plan.documents[0]?.id : undefined

const stamp = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(stamp)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      if (key !== 'source') return [key, stamp(each)]
      const { document = only ?? '', line, to } = each as { document?: string; line: number; to?: number }
      const text = documents.get(document)?.lines
      return [key, text ? { ...each, hash: lineHash(text, line, to) } : each]
    }),
  )
}
const stamped = stamp({
  ...plan,
  documents: plan.documents.map((document) => {
    const found = documents.get(document.id)
    return found ? { ...document, sha256: found.sha256, lines: found.lines.length } : document
  }),
}) as Plan
writeFileSync(file, writePlanFile(stamped))
