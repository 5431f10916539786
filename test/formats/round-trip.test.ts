// Every sample leaves as Word, PDF, Excel and Markdown and is read again into a draft: nothing of the plan is lost, and nothing is found that it does not hold.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Draft, type DraftEntry, entriesOf } from '#domain/document/draft.ts'
import type { SourceDocument } from '#domain/document/source-document.ts'
import type { Baseline, PrintedValue } from '#domain/indicator/commitment.ts'
import { writePrintedValue } from '#domain/indicator/printed.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { placedNodes } from '#domain/plan/walk.ts'
import { checkDocument, type Marked } from '#readers/check/check-document.ts'
import { draftEdition } from '#readers/grammar/draft-edition.ts'
import { readPlan } from '#readers/grammar/read-plan.ts'
import { readPlanFile } from '#readers/plan-file/read.ts'
import { readDocument } from '#readers/read-document.ts'
import { ja } from '#words/ja.ts'
import type { Document } from '#writers/document.ts'
import { writeDocx } from '#writers/docx.ts'
import { writeMarkdown } from '#writers/markdown.ts'
import { writePdf } from '#writers/pdf.ts'
import { planDocument } from '#writers/plan-document.ts'
import { writePlanFile } from '#writers/plan-file.ts'
import { writeXlsx } from '#writers/xlsx.ts'
import { describeWithShared, sharedFile } from '../support/shared.ts'

/** Samples, and the text of the real plan that each was made from. */
const SAMPLES: Readonly<Record<string, string | undefined>> = {
  'hitoyoshi-revitalization': '000_',
  'kumamoto-strategy-2': '001_',
  'kumamoto-strategy-1': '002_',
  'kumamoto-pref-strategy-2': '003_',
  'kumamoto-action-2024': '004_',
  'shirube/shirube-strategy-1': undefined,
  'shirube/shirube-strategy-1-revised': undefined,
  'shirube/shirube-strategy-2': undefined,
  'shirube/shirube-strategy-3': undefined,
  'shirube/shirube-action-2026': undefined,
}

const FORMATS: Readonly<Record<string, (document: Document) => Promise<Uint8Array>>> = {
  docx: writeDocx,
  md: async (document) => new TextEncoder().encode(writeMarkdown(document)),
  pdf: writePdf,
  xlsx: (document) => writeXlsx(document, ja.paper.textSheet),
}

const planOf = (name: string): Plan => {
  const { plan } = readPlanFile(readFileSync(join(import.meta.dirname, `../../samples/${name}.yaml`), 'utf8'))
  if (!plan) throw new Error(name)
  return plan
}

type Reread = { readonly bytes: Uint8Array; readonly document: SourceDocument; readonly draft: Draft }

async function reread(plan: Plan, format: string): Promise<Reread> {
  const bytes = (await FORMATS[format]?.(planDocument(plan, ja))) ?? new Uint8Array()
  const document = await readDocument(bytes, `it.${format}`)
  return { bytes, document, draft: readPlan(document) }
}

/** A name however it is spelt; ※ only points to a note. */
const even = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‐−–]/g, '-')
    .replace(/[~〜]/g, '~')
    .replace(/[\s※]+/g, '')

const nodeName = ({ number = '', name }: { readonly number?: string; readonly name: string }) =>
  even(`${number}${name}`)

const nodesOf = (plan: Plan) => new Map([...placedNodes(plan)].map(({ node }) => [node.id, nodeName(node)]))

const shown = ({ value, qualifier }: Pick<PrintedValue, 'value' | 'qualifier'>) =>
  `${value}${qualifier ? ` ${qualifier}` : ''}`

const baselineShown = (baseline: Baseline) =>
  `${shown(baseline)}@${baseline.year === 'not-stated' ? '' : baseline.year}${baseline.calendarYear ? ' 暦年' : ''}`

/** Indicators of the plan, relistings too: name, unit, baseline, targets. */
function wantedIndicators(plan: Plan): readonly string[] {
  const indicators = new Map(plan.indicators.map((each) => [each.id, each]))
  const told = (id: string, again: boolean) => {
    const commitment = plan.commitments.find((each) => each.id === id)
    const indicator = indicators.get(commitment?.indicator ?? '')
    if (!commitment || !indicator) throw new Error(id)
    const { baseline, targets, printedName } = commitment
    return [
      even(printedName ?? indicator.name),
      indicator.unit === 'not-stated' ? '' : even(indicator.unit),
      baseline === 'not-stated' ? '' : baselineShown(baseline),
      targets.map((target) => `${shown(target)}@${target.year} ${target.role}`).join(', '),
      again ? '再掲' : '',
    ].join('|')
  }
  return [
    ...plan.commitments.map(({ id }) => told(id, false)),
    ...plan.relistings.map(({ commitment }) => told(commitment, true)),
  ]
}

const readIndicators = (draft: Draft): readonly string[] =>
  entriesOf(draft, 'indicator').map(({ name, unit, baseline, targets, relisted }) =>
    [
      even(name),
      even(unit ?? ''),
      baseline && typeof baseline.value === 'string'
        ? `${shown({ value: baseline.value, ...(baseline.qualifier ? { qualifier: baseline.qualifier } : {}) })}@${baseline.year ?? ''}${baseline.calendarYear ? ' 暦年' : ''}`
        : '',
      targets
        .map(
          ({ value, qualifier, year, role }) =>
            `${typeof value === 'string' ? value : value.words}${qualifier ? ` ${qualifier}` : ''}@${year} ${role}`,
        )
        .join(', '),
      relisted ? '再掲' : '',
    ].join('|'),
  )

type Money = { readonly yen: number; readonly unit: string }
const money = (amount: Money | 'none' | undefined) =>
  amount === undefined ? '' : amount === 'none' ? 'none' : `${amount.yen} ${amount.unit}`

const wantedProjects = (plan: Plan): readonly string[] =>
  plan.listings
    .filter(({ amount, previous }) => amount ?? previous)
    .map(({ project, printedName, amount, previous, booking }) =>
      [
        even(printedName ?? plan.projects.find(({ id }) => id === project)?.name ?? ''),
        money(amount),
        money(previous),
        booking?.printed ?? '',
      ].join('|'),
    )

const readProjects = (draft: Draft): readonly string[] =>
  entriesOf(draft, 'project').map(({ name, amount, previous, booking }) =>
    [even(name), money(amount), money(previous), booking?.printed ?? ''].join('|'),
  )

/** Where an indicator or a project hangs, as 「名前 < 節」. */
function wantedPlaces(plan: Plan): readonly string[] {
  const nodes = nodesOf(plan)
  const nameOf = new Map([...plan.indicators, ...plan.projects].map(({ id, name }) => [id, name]))
  return [
    ...plan.commitments.map(({ indicator, printedName, on }) => ({ of: indicator, printedName, on })),
    ...plan.listings
      .filter(({ amount }) => amount)
      .map(({ project, printedName, on }) => ({ of: project, printedName, on })),
  ].map(({ of, printedName, on }) => `${even(printedName ?? nameOf.get(of) ?? '')} < ${nodes.get(on)}`)
}

function readPlaces({ entries }: Draft): readonly string[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const on = (entry: DraftEntry) => {
    const node = byId.get(entry.under ?? '')
    return node?.kind === 'node' ? nodeName(node) : undefined
  }
  return entries.flatMap((entry) =>
    entry.kind === 'indicator' || entry.kind === 'project' ? [`${even(entry.name)} < ${on(entry)}`] : [],
  )
}

/** A remark by its code and what it is about. */
const subject = ({ code, detail = {} }: Marked) =>
  `${code} ${even(String(detail.name ?? detail.names ?? detail.what ?? ''))}`

const CASES = Object.keys(SAMPLES).flatMap((name) =>
  Object.keys(FORMATS).map((format) => [name, format] as const),
)

describe.each(CASES)('%s を %s に書いて、下書きに読み直す', (name, format) => {
  const plan = planOf(name)
  let read: Reread
  beforeAll(async () => {
    read = await reread(plan, format)
  })

  test('指標: 名前・単位・基準値・目標値・年がすべて戻り、見出しや表頭が指標にならない', () => {
    expect(readIndicators(read.draft).toSorted()).toEqual(wantedIndicators(plan).toSorted())
  })

  test('事業: 名前・予算額・前年度・計上がすべて戻り、余りがない', () => {
    expect(readProjects(read.draft).toSorted()).toEqual(wantedProjects(plan).toSorted())
  })

  test('体系の節がすべて見つかり、指標と事業は元の節にぶら下がる', () => {
    const found = new Set(entriesOf(read.draft, 'node').map(nodeName))
    expect([...nodesOf(plan).values()].filter((node) => !found.has(node))).toEqual([])
    const places = new Set(readPlaces(read.draft))
    expect(wantedPlaces(plan).filter((place) => !places.has(place))).toEqual([])
  })

  test('題名・計画期間・寄附の金額の目安', () => {
    const { title, period } = read.draft
    expect(title).toBe(plan.title)
    expect([period?.from ?? 'not-stated', period?.to]).toEqual([plan.period.from, plan.period.to])
    expect(
      entriesOf(read.draft, 'donation').map(({ measure, estimate, from, to }) => ({
        measure,
        estimate,
        from,
        to,
      })),
    ).toEqual(plan.donations.map(({ measure, estimate, from, to }) => ({ measure, estimate, from, to })))
  })

  test('下書きの版になり、値に添えた言葉は計画ファイルに残る', () => {
    const { bytes, document, draft } = read
    const government = { code: plan.government, name: '試しの市' }
    const edition = draftEdition({ bytes, document, draft, government })
    if (!edition.ok) throw new Error(edition.why)
    const back = readPlanFile(writePlanFile(edition.value))
    expect(back.findings).toEqual([])
    const printedIn = ({ commitments, indicators }: Plan) =>
      commitments.flatMap(({ indicator, baseline, targets }) => {
        const unit = indicators.find(({ id }) => id === indicator)?.unit ?? ''
        const values = [...(baseline === 'not-stated' ? [] : [baseline]), ...targets]
        return values.flatMap((value) =>
          value.printed && value.printed !== `${writePrintedValue(value)}${unit}`
            ? [even(value.printed)]
            : [],
        )
      })
    const kept = back.plan ? printedIn(back.plan) : []
    expect(printedIn(plan).filter((word) => !kept.some((each) => each.startsWith(word)))).toEqual([])
  })
})

describe('確認事項', () => {
  test.each(Object.keys(SAMPLES).filter((name) => SAMPLES[name] === undefined))(
    '%s: どの形式でも同じものを指摘する',
    async (name) => {
      const plan = planOf(name)
      const said = await Promise.all(
        Object.keys(FORMATS).map(async (format) => {
          const { document } = await reread(plan, format)
          return checkDocument(document).map(subject).toSorted()
        }),
      )
      expect(said[1]).toEqual(said[0])
      expect(said[2]).toEqual(said[0])
    },
  )
})

describeWithShared('書き出したものの確認事項は、元の文書にもあるものだけ', 'seeds', () => {
  const folder = sharedFile('seeds') ?? ''
  const real = CASES.filter(([name]) => SAMPLES[name] !== undefined)

  test.each(real)('%s %s', async (name, format) => {
    const seed = readdirSync(folder).find((file) => file.startsWith(SAMPLES[name] ?? '?')) ?? ''
    const original = checkDocument(await readDocument(readFileSync(join(folder, seed)), seed)).map(subject)
    const { document } = await reread(planOf(name), format)
    expect(
      checkDocument(document)
        .map(subject)
        .filter((each) => !original.includes(each)),
    ).toEqual([])
  })
})
