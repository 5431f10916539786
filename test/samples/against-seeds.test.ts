import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { PrintedValue } from '#domain/indicator/commitment.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { placedNodes } from '#domain/plan/walk.ts'
import { type Money, writeMoney } from '#domain/shared/money.ts'
import type { Source } from '#domain/shared/source.ts'
import { documentLines, lineHash } from '#readers/line-hash.ts'
import { describeWithShared, sharedFile } from '../support/shared.ts'
import { sampleNames, samplePlan, sampleText } from './sample.ts'

/** Which seed each document of the samples was read from: `<sample>/<document id>` → the start of the seed's name. */
const SEED_OF: Readonly<Record<string, string>> = {
  'kumamoto-action-2024/action-plan-2024': '004_',
  'hitoyoshi-revitalization/plan': '000_',
  'kumamoto-strategy-2/digest': '001_',
  'kumamoto-strategy-1/revised': '002_',
  'kumamoto-pref-strategy-2/summary': '003_',
}

/** Printed names that cannot be found in the lines as they are, each with its reason. */
const NAME_EXCEPTIONS: Readonly<Record<string, string>> = {}

type Found = { readonly path: string; readonly source: Source }

/** Every `source` of a plan, with where it stands. */
function* sourcesIn(value: unknown, path = ''): Generator<Found> {
  if (Array.isArray(value)) {
    for (const [at, each] of value.entries()) yield* sourcesIn(each, `${path}[${at}]`)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value))
      if (key === 'source' && each) yield { path: `${path}.source`, source: each as Source }
      else yield* sourcesIn(each, path ? `${path}.${key}` : key)
  }
}

const plain = (text: string) => text.normalize('NFKC').replaceAll(',', '')
const bare = (text: string) => plain(text).replace(/[\s()[\]〔〕「」『』【】<>]/g, '')

/** The number stands in the text as a whole number, not as part of a longer one. */
const hasNumber = (text: string, number: string) =>
  new RegExp(`(?<![\\d.])${number.replaceAll('.', '\\.')}(?!\\d|\\.\\d)`).test(plain(text))

const hasValue = (text: string, { value, printed }: PrintedValue) =>
  printed === undefined
    ? hasNumber(text, value)
    : bare(text).includes(bare(printed)) && hasNumber(printed, value.replace('-', ''))

const hasAmount = (text: string, amount: Money) =>
  hasNumber(text, plain(writeMoney(amount)).replace(amount.unit, ''))

describeWithShared('見本を元の資料と突き合わせる', 'seeds', () => {
  const folder = sharedFile('seeds') ?? ''
  const seeds = readdirSync(folder).filter((file) => /^00\d_.*\.txt$/.test(file))
  const bytesOf = (start: string) =>
    readFileSync(join(folder, seeds.find((file) => file.startsWith(start)) ?? start))

  describe.each(sampleNames)('%s', (name) => {
    const plan: Plan = samplePlan(name)
    const only = plan.documents.length === 1 ? plan.documents[0]?.id : undefined
    const seedOf = (document: string) => bytesOf(SEED_OF[`${name}/${document}`] ?? 'no row in SEED_OF')
    const linesOf = (document: string) => documentLines(seedOf(document).toString('utf8'))
    const all = new Map(plan.documents.map(({ id }) => [id, linesOf(id)]))
    const lines = ({ document }: Source) => all.get(document ?? only ?? '') ?? []
    const text = (source: Source | undefined) =>
      source
        ? lines(source)
            .slice(source.line - 1, source.to ?? source.line)
            .join('\n')
        : ''

    test('資料の指紋と行数が合う', () => {
      for (const { id, sha256, lines } of plan.documents) {
        expect(sha256).toBe(createHash('sha256').update(seedOf(id)).digest('hex'))
        expect(lines).toBe(all.get(id)?.length)
      }
    })

    test('どの出どころも、その行の指紋と合い、空の行を指さない', () => {
      const wrong = [...sourcesIn(plan)].filter(
        ({ source }) =>
          source.hash !== lineHash(lines(source), source.line, source.to) || text(source).trim() === '',
      )
      expect(wrong).toEqual([])
    })

    test('計画の部分にはすべて出どころがある', () => {
      const parts: readonly { readonly source?: Source }[] = [
        plan.period,
        ...[...placedNodes(plan)].map(({ node }) => node),
        ...plan.sections,
        ...plan.passages,
        ...plan.figures,
        ...plan.tags,
        ...plan.commitments,
        ...plan.relistings,
        ...plan.listings,
        ...plan.glossary,
        ...plan.bodies,
        ...plan.steps,
        ...plan.references,
        ...plan.alignments,
        ...plan.donations,
      ]
      expect(parts.filter(({ source }) => source === undefined)).toEqual([])
    })

    test('基準値・目標値・本文の数は、その行に書かれている', () => {
      const values = [
        ...plan.commitments.flatMap(({ id, baseline, targets, source }) =>
          [...(baseline === 'not-stated' ? [] : [baseline]), ...targets].map((value) => ({
            id,
            value,
            source: value.source ?? source,
          })),
        ),
        ...plan.figures.map((value) => ({ id: value.id, value, source: value.source })),
      ]
      expect(values.filter(({ value, source }) => !hasValue(text(source), value))).toEqual([])
    })

    test('金額は、その行に書かれている', () => {
      const amounts = [
        ...plan.listings.flatMap(({ project, amount, previous, otherAmounts, source }) => [
          ...(amount ? [{ of: project, amount, source }] : []),
          ...(previous && previous !== 'none' ? [{ of: project, amount: previous, source }] : []),
          ...(otherAmounts ?? []).map((other) => ({
            of: project,
            amount: other.amount,
            source: other.source ?? source,
          })),
        ]),
        ...plan.donations.map(({ measure, estimate, source }) => ({ of: measure, amount: estimate, source })),
      ]
      expect(amounts.filter(({ amount, source }) => !hasAmount(text(source), amount))).toEqual([])
    })

    test('指標の名前と用語は、その行に書かれている', () => {
      const nameOf = new Map(plan.indicators.map((indicator) => [indicator.id, indicator.name]))
      const names = [
        ...plan.commitments.map(({ indicator, printedName, source }) => ({
          name: printedName ?? nameOf.get(indicator) ?? '',
          source,
        })),
        ...plan.glossary.map(({ term, source }) => ({ name: term, source })),
      ]
      const missing = names.filter(({ name, source }) => !bare(text(source)).includes(bare(name)))
      expect(missing.filter(({ name }) => !(name in NAME_EXCEPTIONS))).toEqual([])
    })
  })

  test.each(sampleNames)('%s に資料の文がそのまま入っていない', (name) => {
    const sample = sampleText(name)
    const unspaced = sample.replace(/\s/g, '')
    const sentences = seeds
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .flatMap((seed) => [seed, seed.replace(/\s/g, '')])
      .flatMap((seed) => seed.match(/[^\s。]{22,}。/g) ?? [])
    expect(sentences.length).toBeGreaterThan(100)
    // 「。」を落としただけの文も、文のまま入っているのと同じ
    expect(sentences.filter((sentence) => unspaced.includes(sentence.slice(0, -1)))).toEqual([])
  })
})
