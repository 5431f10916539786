import type { Listing, Project } from '#domain/budget/project.ts'
import {
  type Draft,
  type DraftEntry,
  type DraftIndicator,
  type DraftPlace,
  type DraftValue,
  entriesOf,
} from '#domain/document/draft.ts'
import type { Baseline, Commitment, PrintedValue, Relisting, Target } from '#domain/indicator/commitment.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import { writePrintedValue } from '#domain/indicator/printed.ts'
import type { DonationEstimate, Plan } from '#domain/plan/plan.ts'
import type { LevelRole, PlanNode, Tree } from '#domain/plan/tree.ts'
import type { Source } from '#domain/shared/source.ts'
import { fiscalYear, isFiscalYear } from '#domain/shared/year.ts'
import { lineHash } from '../line-hash.ts'
import { nameKey, plain } from './characters.ts'
import { findYears } from './years.ts'

/** What a draft gives of a plan where it is unambiguous; the rest is for a person to settle. */
export type PlanPart = Pick<
  Plan,
  'trees' | 'indicators' | 'commitments' | 'relistings' | 'projects' | 'listings' | 'donations' | 'glossary'
>

/** The lines of a page, or of the whole file where it has no pages. */
export type LinesOn = (page?: number) => readonly string[]

/**
 * 取込結果（案） → 計画の形. `lines` are those of the file, for the hash of every place; without them there is no source. `mark` sets the
 * indicators and projects of this document apart from those of others, since they belong to the government.
 */
export function toPlan(draft: Draft, lines?: LinesOn, mark = ''): PlanPart {
  const source = sources(lines)
  const indicators: Indicator[] = []
  const commitments: Commitment[] = []
  const relistings: Relisting[] = []
  const known = new Map<string, string>()
  for (const entry of entriesOf(draft, 'indicator')) {
    const key = nameKey(entry.name)
    const on = entry.under ?? ''
    const before = known.get(key)
    if (entry.relisted && before) {
      relistings.push({ commitment: before, on, ...source(entry.grounds.at) })
      continue
    }
    const id = `i-${mark}${entry.id}`
    known.set(key, id)
    indicators.push(indicatorOf(entry, id))
    commitments.push({ ...commitmentOf(entry, id), on, ...source(entry.grounds.at) })
  }
  return {
    trees: [treeOf(draft, source)],
    indicators,
    commitments,
    relistings,
    ...projectsOf(draft, source, mark),
    donations: donationsOf(draft, source),
    glossary: glossaryOf(draft, source),
  }
}

type SourceOf = (at: DraftPlace) => { readonly source?: Source }

const sources =
  (lines: LinesOn | undefined): SourceOf =>
  ({ page, line, to }) =>
    lines && line !== undefined
      ? {
          source: {
            ...(page === undefined ? {} : { page }),
            line,
            ...(to === undefined ? {} : { to }),
            hash: lineHash(lines(page), line, to),
          },
        }
      : {}

function indicatorOf(entry: DraftIndicator, id: string): Indicator {
  const open = 'not-stated' as const
  return {
    id,
    name: entry.name,
    ...(entry.definition ? { definition: entry.definition } : {}),
    unit: entry.unit ?? open,
    better: open,
    accumulation: entry.cumulative === undefined ? open : entry.cumulative ? 'cumulative' : 'annual',
    scope: open,
    period: entry.baseline?.calendarYear ? 'calendar-year' : open,
    dataSource: open,
    release: open,
    department: open,
    mayBeSummed: open,
  }
}

function commitmentOf(entry: DraftIndicator, indicator: string): Omit<Commitment, 'on'> {
  const targets = entry.targets.flatMap((target): Target[] => {
    const value = printedValue(target, entry.unit)
    return value && target.year !== undefined && isFiscalYear(target.year)
      ? [{ ...value, year: fiscalYear(target.year), role: target.role }]
      : []
  })
  return {
    id: indicator,
    indicator,
    baseline: (entry.baseline && baselineOf(entry.baseline, entry.unit)) ?? 'not-stated',
    targets,
    ...(entry.note ? { note: entry.note } : {}),
  }
}

function printedValue({ value, qualifier, printed }: DraftValue, unit?: string): PrintedValue | undefined {
  if (typeof value !== 'string') return undefined
  const said = { value, ...(qualifier ? { qualifier } : {}) }
  return bare(printed, unit) === bare(writePrintedValue(said), unit) ? said : { ...said, printed }
}

/** A value as it would be printed, without what is kept elsewhere: its unit, its year, the form of its digits. */
function bare(printed: string, unit: string | undefined): string {
  const text = plain(printed)
    .replace(/\(([^()]*)\)/g, (all, inside: string) => (findYears(`(${inside})`).length === 1 ? '' : all))
    .replace(/[\s,]/g, '')
    .replace(/^[▲△−ー]/, '-')
  return unit ? text.replace(plain(unit).replace(/\s/g, ''), '') : text
}

function baselineOf(baseline: DraftValue, unit: string | undefined): Baseline | undefined {
  const value = printedValue(baseline, unit)
  const { year, headingYear, calendarYear } = baseline
  return (
    value && {
      ...value,
      year: year !== undefined && isFiscalYear(year) ? fiscalYear(year) : 'not-stated',
      ...(headingYear !== undefined && isFiscalYear(headingYear)
        ? { headingYear: fiscalYear(headingYear) }
        : {}),
      ...(calendarYear ? { calendarYear } : {}),
    }
  )
}

function projectsOf(
  draft: Draft,
  source: SourceOf,
  mark: string,
): { readonly projects: readonly Project[]; readonly listings: readonly Listing[] } {
  const projects = new Map<string, Project>()
  const listings = entriesOf(draft, 'project').map(
    ({ id, name, amount, previous, booking, under, grounds }): Listing => {
      const key = nameKey(name)
      const project = projects.get(key) ?? { id: `p-${mark}${id}`, name }
      projects.set(key, project)
      return {
        project: project.id,
        on: under ?? '',
        ...(project.name === name ? {} : { printedName: name }),
        ...(amount ? { amount } : {}),
        ...(previous ? { previous } : {}),
        ...(booking && isFiscalYear(booking.year)
          ? { booking: { ...booking, year: fiscalYear(booking.year) } }
          : {}),
        ...source(grounds.at),
      }
    },
  )
  return { projects: [...projects.values()], listings }
}

const donationsOf = (draft: Draft, source: SourceOf): readonly DonationEstimate[] =>
  entriesOf(draft, 'donation').flatMap(({ measure, estimate, from, to, grounds }) =>
    from !== undefined && to !== undefined && isFiscalYear(from) && isFiscalYear(to)
      ? [
          {
            measure: measure ?? '',
            name: '',
            estimate,
            from: fiscalYear(from),
            to: fiscalYear(to),
            ...source(grounds.at),
          },
        ]
      : [],
  )

const glossaryOf = (draft: Draft, source: SourceOf) =>
  entriesOf(draft, 'term').map(({ number, term, grounds }) => ({ number, term, ...source(grounds.at) }))

/** 階層の名前: the general word of each role, until a person gives the plan's own. */
const LEVELS: Readonly<Record<LevelRole, string>> = {
  goal: '目標',
  program: '施策',
  measure: '取組の柱',
  effort: '取組',
  initiative: 'プロジェクト',
  area: '分野',
  group: '章・節',
}

/** The outline as one tree; a level for each role that occurs. */
function treeOf(draft: Draft, source: SourceOf): Tree {
  const entries = entriesOf(draft, 'node')
  const roles = [...new Set(entries.map(({ role }) => role))]
  const children = Map.groupBy(entries, ({ under }) => under ?? '')
  const nodesUnder = (parent: string): readonly PlanNode[] =>
    (children.get(parent) ?? []).map((entry: DraftEntry & { kind: 'node' }) => {
      const below = nodesUnder(entry.id)
      return {
        id: entry.id,
        level: entry.role,
        ...(entry.number ? { number: entry.number } : {}),
        name: entry.name,
        ...source(entry.grounds.at),
        ...(below.length > 0 ? { children: below } : {}),
      }
    })
  return {
    id: 'main',
    kind: 'main',
    name: draft.title ?? draft.document,
    levels: roles.map((role: LevelRole) => ({ id: role, name: LEVELS[role], role })),
    nodes: nodesUnder(''),
  }
}
