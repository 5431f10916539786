import type { Draft } from '#domain/document/draft.ts'
import type { SourceDocument } from '#domain/document/source-document.ts'
import { bodiesOf, stepsOf, termsOf } from './annex.ts'
import { budgetBlocks } from './budget-blocks.ts'
import { plain } from './characters.ts'
import { type Collection, collect, type Found, reaching } from './collect.ts'
import { donationsIn } from './donation.ts'
import { hung } from './hung.ts'
import { merge } from './merge.ts'
import { outlineOf } from './outline.ts'
import { readRows } from './pass-rows.ts'
import { readSentences } from './pass-sentences.ts'
import { periodOf } from './period.ts'
import { proseActuals } from './prose-pairs.ts'
import { type Row, rowsOf } from './rows.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { titleOf } from './title.ts'
import { findYears } from './years.ts'

/** 計画を読む: the document between formats → a draft. The same document gives the same draft. */
export function readPlan(document: SourceDocument): Draft {
  const collection = collect(rowsOf(document))
  const { rows, used } = collection
  const title = titleOf(rows, document.title)
  readRows(collection)
  const sentences = sentencesOf(rows, used)
  readSentences(collection, sentences)
  for (const project of budgetBlocks(rows, used)) collection.addProject(project)
  for (const { donation, row, to, text } of donationsIn(rows))
    collection.add(donation, 'donation-estimate', 0.95, reaching(row, to), text)
  readOutline(collection, title)
  for (const { of, rule, confidence, at, text } of [
    ...termsOf(document),
    ...bodiesOf(sentences),
    ...stepsOf(sentences),
  ])
    collection.add(of, rule, confidence, at, text)
  const period = periodOf(rows, sentences)
  const merged = withActuals(merge(collection.found), sentences, rows)
  return {
    document: document.name,
    ...(title ? { title } : {}),
    ...(period ? { period } : {}),
    entries: hung(merged.map((each) => (period?.from ? withFormerTargets(each, period.from) : each))),
    findings: document.findings,
  }
}

function readOutline({ rows, used, add }: Collection, title: string | undefined): void {
  const { nodes, sections } = outlineOf(rows, used, title)
  for (const { node, row, confidence } of nodes)
    add(node, row.heading === undefined ? 'outline' : 'heading', confidence, row.at, row.text)
  for (const { section, row } of sections) add(section, 'contents', 0.9, row.at, row.text)
}

/** Actuals that a sentence states of an indicator that a table or another sentence names. */
function withActuals(
  found: readonly Found[],
  sentences: readonly Sentence[],
  rows: readonly Row[],
): readonly Found[] {
  const names = found.flatMap(({ of }) => (of.kind === 'indicator' ? [of.name] : []))
  const [first] = rows
  const dated =
    first && /現在|時点/.test(first.text) ? findYears(plain(first.text), first.context)[0]?.year : undefined
  const actuals = sentences.flatMap((sentence) => proseActuals(sentence, names, dated))
  return found.map((each) => {
    const { of } = each
    if (of.kind !== 'indicator' || of.actuals.length > 0) return each
    const more = actuals.filter(({ name }) => name === of.name).map(({ value }) => value)
    return more.length > 0 ? { ...each, of: { ...of, actuals: more } } : each
  })
}

/** A target of a year before the plan begins is one of the plan before it, printed again. */
function withFormerTargets(found: Found, from: number): Found {
  const { of } = found
  if (
    of.kind !== 'indicator' ||
    !of.targets.some(({ year, role }) => role === 'milestone' && year !== undefined && year < from)
  )
    return found
  const targets = of.targets.map((target) =>
    target.role === 'milestone' && target.year !== undefined && target.year < from
      ? { ...target, role: 'former' as const }
      : target,
  )
  return { ...found, of: { ...of, targets } }
}
