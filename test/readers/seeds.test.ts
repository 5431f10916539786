import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Draft, entriesOf } from '#domain/document/draft.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { readPlan } from '#readers/grammar/read-plan.ts'
import { toPlan } from '#readers/grammar/to-plan.ts'
import { documentLines } from '#readers/line-hash.ts'
import { textDocument } from '#readers/text/read-text.ts'
import { sampleNames, samplePlan } from '../samples/sample.ts'
import { describeWithShared, sharedFile } from '../support/shared.ts'

const SEED_OF: Readonly<Record<string, string>> = {
  'hitoyoshi-revitalization': '000_',
  'kumamoto-strategy-2': '001_',
  'kumamoto-strategy-1': '002_',
  'kumamoto-pref-strategy-2': '003_',
  'kumamoto-action-2024': '004_',
}

const bare = (text: string) => text.normalize('NFKC').replace(/[\s()[\]「」『』・※]|累計|推計/g, '')

/** Every indicator row of a plan – commitments and relistings – as line, name, values. */
function rowsOf(plan: Plan) {
  const nameOf = new Map(plan.indicators.map(({ id, name }) => [id, name]))
  const rows = plan.commitments.map((commitment) => ({
    line: commitment.source?.line,
    name: bare(commitment.printedName ?? nameOf.get(commitment.indicator) ?? ''),
    baseline: commitment.baseline === 'not-stated' ? undefined : Number(commitment.baseline.value),
    baselineYear:
      commitment.baseline === 'not-stated' || commitment.baseline.year === 'not-stated'
        ? undefined
        : commitment.baseline.year,
    targets: commitment.targets.map(({ value, year, role, qualifier }) => [
      Number(value),
      year,
      role === 'former' ? 'former' : 'final',
      qualifier === 'estimated' ? undefined : qualifier,
    ]),
    relisted: false,
  }))
  const byCommitment = new Map(plan.commitments.map(({ id }, at) => [id, rows[at]]))
  return [
    ...rows,
    ...plan.relistings.flatMap(({ commitment, source }) => {
      const row = byCommitment.get(commitment)
      return row ? [{ ...row, line: source?.line, relisted: true }] : []
    }),
  ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.name < b.name ? -1 : 1))
}

const readRows = (draft: Draft) =>
  entriesOf(draft, 'indicator')
    .map(({ name, baseline, targets, relisted, grounds }) => ({
      line: grounds.at.line,
      name: bare(name),
      baseline: baseline ? Number(baseline.value) : undefined,
      baselineYear: baseline?.year,
      targets: targets.map(({ value, year, role, qualifier }) => [Number(value), year, role, qualifier]),
      relisted,
    }))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.name < b.name ? -1 : 1))

describeWithShared('五つの計画を、元の資料だけから読む', 'seeds', () => {
  const folder = sharedFile('seeds') ?? ''
  const seeds = readdirSync(folder)
  const textOf = (name: string) =>
    readFileSync(join(folder, seeds.find((file) => file.startsWith(SEED_OF[name] ?? '?')) ?? ''), 'utf8')

  describe.each(sampleNames)('%s', (name) => {
    const plan = samplePlan(name)
    const text = textOf(name)
    const draft = readPlan(textDocument(text, `${name}.txt`))

    test('指標の行: 行・名前・基準値・目標値がすべて合い、余りがない', () => {
      expect(readRows(draft)).toEqual(rowsOf(plan))
    })

    test('事業: 行・名前・予算・前年度・計上の注記がすべて合い、余りがない', () => {
      const nameOf = new Map(plan.projects.map(({ id, name }) => [id, name]))
      const expected = plan.listings
        .filter(({ amount }) => amount)
        .map(({ project, printedName, amount, previous, booking, source }) => ({
          line: source?.line,
          name: bare(printedName ?? nameOf.get(project) ?? ''),
          amount,
          previous,
          booking: booking?.printed,
        }))
      const found = entriesOf(draft, 'project').map(({ name, amount, previous, booking, grounds }) => ({
        line: grounds.at.line,
        name: bare(name),
        amount,
        previous,
        booking: booking?.printed,
      }))
      expect(found).toEqual(expected)
    })

    test('寄附の金額の目安', () => {
      const found = toPlan(draft).donations.map(({ measure, estimate, from, to }) => ({
        measure,
        estimate,
        from,
        to,
      }))
      expect(found).toEqual(
        plan.donations.map(({ measure, estimate, from, to }) => ({ measure, estimate, from, to })),
      )
    })

    test('用語の番号と名前', () => {
      if (name === 'kumamoto-action-2024') return // Its terms are marked ※ and carry no number.
      const found = toPlan(draft).glossary.map(({ number, term }) => [number, bare(term)])
      const missing = plan.glossary.filter(
        ({ number, term }) =>
          !found.some(([n, t]) => n === number && bare(t ?? '').startsWith(bare(term).slice(0, 8))),
      )
      expect(missing.length).toBeLessThanOrEqual(1)
    })

    test('計画の形にすると、再掲は参照になり、同じ事業は一つになる', () => {
      const part = toPlan(draft, documentLines(text))
      expect(part.commitments.length).toBe(plan.commitments.length)
      expect(part.relistings.length).toBe(plan.relistings.length)
      const budgeted = new Set(plan.listings.filter(({ amount }) => amount).map(({ project }) => project))
      expect(part.projects.length).toBe(budgeted.size)
      for (const { source } of part.commitments) expect(source?.hash).toMatch(/^[0-9a-f]{12}$/)
    })
  })
})
