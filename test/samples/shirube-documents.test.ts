// The documents of しるべ市 are what its plans print, and every value of the plans stands on the line that they name.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { placedNodes } from '#domain/plan/walk.ts'
import { lineHash } from '#readers/line-hash.ts'
import { readPlanFile } from '#readers/plan-file/read.ts'
import { departmentNames, documentOf, SHIRUBE_PLANS } from '../../scripts/sample-documents.ts'

const FOLDER = join(import.meta.dirname, '../../samples/shirube')
const departments = await departmentNames()

describe.each(SHIRUBE_PLANS)('%s', (name) => {
  const text = readFileSync(join(FOLDER, `${name}.md`), 'utf8')
  const { plan } = readPlanFile(readFileSync(join(FOLDER, `${name}.yaml`), 'utf8'))

  test('文書は、計画を印刷したものと一字一句同じで、出どころも作り直したものと同じ', async () => {
    if (!plan) throw new Error(name)
    const made = await documentOf(plan, departments)
    expect(text).toBe(made.text)
    expect(plan).toEqual(made.plan)
  })

  test('どの約束・節・金額にも文書の行があり、その行の指紋が合う', () => {
    const lines = text.replace(/\n$/, '').split('\n')
    const sourced = [
      ...(plan?.commitments ?? []),
      ...(plan?.listings.filter(({ amount }) => amount) ?? []),
      ...[...placedNodes(plan ?? { trees: [] })].map(({ node }) => node).filter(({ source }) => source),
    ]
    expect(sourced.length).toBeGreaterThan(10)
    for (const { source } of sourced) {
      if (!source) throw new Error('a value without its line')
      expect(lineHash(lines, source.line, source.to)).toBe(source.hash)
    }
  })
})
