import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readPlan } from '#readers/grammar/read-plan.ts'
import { readDocument } from '#readers/read-document.ts'
import { textDocument } from '#readers/text/read-text.ts'
import { corpusAnswer } from '#writers/corpus-json.ts'
import { passagesIn, readIn } from '../support/passages.ts'
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

  type Answer = {
    readonly name: string
    readonly confidence?: number
    readonly budgetThousandYen?: number | null
    readonly targets?: readonly { readonly value: unknown }[]
    readonly baseline?: { readonly value: unknown } | null
  }
  type Answers = { readonly indicators: readonly Answer[]; readonly projects: readonly Answer[] }
  const key = (text: string) => text.normalize('NFKC').replace(/[\s・()「」]/g, '')
  const valuesOf = ({ targets, baseline, budgetThousandYen }: Answer) =>
    JSON.stringify([targets?.at(-1)?.value ?? null, baseline?.value ?? null, budgetThousandYen ?? null])

  test('確からしさに意味がある: 練習用の文書と断片で、0.9以上の95%が正しく、正しいものの70%が0.9以上', async () => {
    let [right, sure, sureAndRight] = [0, 0, 0]
    const count = (isRight: boolean, confidence: number) => {
      const isSure = confidence >= 0.9
      right += isRight ? 1 : 0
      sure += isSure ? 1 : 0
      sureAndRight += isSure && isRight ? 1 : 0
    }
    for (const file of readdirSync(docs)) {
      const gold: Answers = JSON.parse(
        readFileSync(sharedFile(`corpus/gold/${file.replace(/\.txt$/, '.json')}`) ?? '', 'utf8'),
      )
      const answer: Answers = corpusAnswer(readPlan(await readDocument(readFileSync(join(docs, file)), file)))
      for (const kind of ['indicators', 'projects'] as const)
        for (const each of answer[kind]) {
          const name = key(each.name)
          const isRight = gold[kind].some(
            (other) =>
              (key(other.name).includes(name) || name.includes(key(other.name))) &&
              valuesOf(other) === valuesOf(each),
          )
          count(isRight, each.confidence ?? 0)
        }
    }
    for (const { text, expected } of [...passagesIn('forms.txt'), ...passagesIn('municipal.txt')]) {
      const wanted = expected.map((each) => each.normalize('NFKC'))
      for (const { said, confidence } of readIn(readPlan(textDocument(text, 'passage.txt'))))
        count(wanted.includes(said.normalize('NFKC')), confidence)
    }
    expect(sureAndRight / sure).toBeGreaterThanOrEqual(0.97)
    expect(sureAndRight / right).toBeGreaterThanOrEqual(0.8)
  })

  test('同じ文書の一行おきに空行を入れても、改行を変えても、読み取りは変わらない', () => {
    for (const file of readdirSync(docs)) {
      const text = readFileSync(join(docs, file), 'utf8')
      const told = (of: string) =>
        corpusAnswer(readPlan(textDocument(of, file))).indicators.map(({ name, targets }) => [
          key(name),
          targets,
        ])
      expect([file, told(text.replaceAll('\n', '\n\n'))]).toEqual([file, told(text)])
      expect([file, told(text.replaceAll('\n', ' \r\n'))]).toEqual([file, told(text)])
    }
  })
})
