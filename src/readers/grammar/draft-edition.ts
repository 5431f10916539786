import { createHash } from 'node:crypto'
import type { Draft } from '#domain/document/draft.ts'
import type { SourceDocument } from '#domain/document/source-document.ts'
import type { Plan, PlanKind } from '#domain/plan/plan.ts'
import { placedNodes } from '#domain/plan/walk.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { fiscalYear, isFiscalYear } from '#domain/shared/year.ts'
import { linesOf } from '../check/remark.ts'
import { decode } from '../csv/decode.ts'
import { documentLines } from '../line-hash.ts'
import { continueKnown, type Known } from './known.ts'
import { type LinesOn, type PlanPart, toPlan } from './to-plan.ts'

const KINDS: readonly (readonly [RegExp, PlanKind])[] = [
  [/地域再生計画/, 'regional-revitalization-plan'],
  [/アクション|実施計画/, 'action-plan'],
  [/総合戦略/, 'comprehensive-strategy'],
  [/総合計画/, 'comprehensive-plan'],
  [/人口ビジョン/, 'population-vision'],
  [/基本方針/, 'basic-policy'],
]

/** The kind of plan that a title names. */
export const kindFrom = (title: string): PlanKind =>
  KINDS.find(([words]) => words.test(title))?.[1] ?? 'other'

/** Where entries hang whose place in the outline could not be read. */
const UNPLACED = 'unplaced'

export type FileRead = {
  readonly bytes: Uint8Array
  readonly document: SourceDocument
  readonly draft: Draft
  /** Whose plan it is: code and name. */
  readonly government: { readonly code: string; readonly name: string }
  /** What the government has already; the draft goes on with it. */
  readonly known?: Known
  /** 計画期間, where a person gives it because the document does not print it. */
  readonly period?: { readonly from?: number; readonly to?: number }
}

/**
 * 下書きの版 (draft edition): what was read from one file as an edition of stage `draft`, every value with its place, ready to be corrected
 * in the plan file. What could not be read stays `not-stated`; nothing is filled in.
 * Refused where nothing of a plan was found, or no year in which the plan could end.
 */
export function draftEdition({
  bytes,
  document,
  draft,
  government,
  known = { indicators: [], projects: [] },
  period = {},
}: FileRead): Outcome<Plan, 'nothing-read' | 'no-period-read'> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const mark = sha256.slice(0, 8)
  const part = continueKnown(placed(toPlan(draft, linesOn(bytes, document), `${mark}-`)), known)
  if (part.commitments.length + part.projects.length === 0) return refuse('nothing-read')
  const years = part.commitments.flatMap(({ targets }) => targets.map(({ year }) => year))
  const from = period.from ?? draft.period?.from
  const to =
    period.to ??
    draft.period?.to ??
    years.reduce((last, year) => Math.max(last, year), Number.NEGATIVE_INFINITY)
  if (!isFiscalYear(to)) return refuse('no-period-read')
  const title = draft.title ?? document.name.replace(/\.[^.]*$/, '')
  return done({
    id: `draft-${mark}`,
    government: government.code,
    kind: kindFrom(title),
    title,
    edition: { id: 'draft', label: '下書き', stage: 'draft' },
    period: {
      from: from !== undefined && isFiscalYear(from) && from <= to ? fiscalYear(from) : 'not-stated',
      to: fiscalYear(to),
    },
    documents: [{ id: 'source', title: document.name, publisher: government.name, sha256 }],
    sections: [],
    passages: [],
    figures: [],
    tags: [],
    tables: [],
    bodies: [],
    steps: [],
    references: [],
    alignments: [],
    ...part,
    donations: part.donations.flatMap((each) =>
      each.measure ? [{ ...each, name: each.name || each.measure }] : [],
    ),
    glossary: numbered(part.glossary),
  })
}

/** A number that the document prints twice is told apart, so that no term is lost. */
function numbered(glossary: Plan['glossary']): Plan['glossary'] {
  const seen = new Map<string, number>()
  return glossary.map((term) => {
    const times = (seen.get(term.number) ?? 0) + 1
    seen.set(term.number, times)
    return times === 1 ? term : { ...term, number: `${term.number}-${times}` }
  })
}

/** Hangs what names no node of the tree under one node of its own, so that nothing read is lost. */
function placed(part: PlanPart): PlanPart {
  const nodes = new Set([...placedNodes(part)].map(({ node }) => node.id))
  const lost = (each: { readonly on: string }) => !nodes.has(each.on)
  if (![...part.commitments, ...part.relistings, ...part.listings].some(lost)) return part
  const hang = <T extends { readonly on: string }>(each: T): T =>
    lost(each) ? { ...each, on: UNPLACED } : each
  const [tree, ...others] = part.trees
  return {
    ...part,
    trees: tree
      ? [
          {
            ...tree,
            levels: [...tree.levels, { id: UNPLACED, name: '未整理', role: 'group' }],
            nodes: [
              ...tree.nodes,
              { id: UNPLACED, level: UNPLACED, name: '体系の中の位置が読み取れなかったもの' },
            ],
          },
          ...others,
        ]
      : [],
    commitments: part.commitments.map(hang),
    relistings: part.relistings.map(hang),
    listings: part.listings.map(hang),
  }
}

/** Lines as their places count them: those of a text file as it came, those of any other on each page as read. */
function linesOn(bytes: Uint8Array, document: SourceDocument): LinesOn {
  if (document.format === 'text' || document.format === 'markdown') {
    const lines = documentLines(decode(bytes).text)
    return () => lines
  }
  const pages = Map.groupBy(linesOf(document), ({ page }) => page ?? 1)
  const texts = (page: number): readonly string[] => {
    const found: string[] = []
    for (const { line, text } of pages.get(page) ?? []) found[line - 1] = text
    return Array.from(found, (text) => text ?? '')
  }
  return (page = 1) => texts(page)
}
