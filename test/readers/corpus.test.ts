import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readPlan } from '#readers/grammar/read-plan.ts'
import { readDocument } from '#readers/read-document.ts'
import { corpusAnswer } from '#writers/corpus-json.ts'
import { describeWithShared, sharedFile } from '../support/shared.ts'

type Score = { readonly f1: number }
type Scores = Readonly<Record<string, Score>> & {
  readonly negatives: { readonly falseIndicators: number; readonly falseProjects: number }
}

describeWithShared('練習用の文書 (corpus, dev)', 'corpus/docs', () => {
  const out = mkdtempSync(join(tmpdir(), 'shirube-corpus-'))
  afterAll(() => rmSync(out, { recursive: true }))
  const docs = sharedFile('corpus/docs') ?? ''

  test('指標・基準値・年・単位・事業が、決めた確かさで読める', async () => {
    for (const file of readdirSync(docs)) {
      const draft = readPlan(await readDocument(readFileSync(join(docs, file)), file))
      writeFileSync(join(out, file.replace(/\.txt$/, '.json')), JSON.stringify(corpusAnswer(draft)))
    }
    const scorer = sharedFile('corpus/score.mjs') ?? ''
    const scores: Scores = JSON.parse(
      execFileSync(process.execPath, [scorer, out, '--split', 'dev', '--json'], { encoding: 'utf8' }),
    )
    expect(scores.indicators?.f1).toBeGreaterThanOrEqual(0.98)
    for (const field of ['baselineValue', 'baselineYear', 'targetYear', 'unit', 'actuals'])
      expect([field, scores[field]?.f1]).toEqual([field, expect.toSatisfy((f1: number) => f1 >= 0.97)])
    expect(scores.projects?.f1).toBeGreaterThanOrEqual(0.97)
    expect(scores.negatives).toMatchObject({ falseIndicators: 0, falseProjects: 0 })
  })
})
