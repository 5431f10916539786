import type { Listing } from '#domain/budget/project.ts'
import type { Commitment, PrintedValue, Target } from '#domain/indicator/commitment.ts'
import { writePrintedValue } from '#domain/indicator/printed.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { writeMoney } from '#domain/shared/money.ts'
import type { Words } from '#words/words.ts'
import type { Block, Column, Table, TableRow } from './document.ts'

/** 指標と事業の表: the rows that stand on each node, and the columns that all tables of the plan share. */
export type Tables = {
  readonly has: (node: string) => boolean
  readonly kpis: ReadonlyMap<string, readonly Row[]>
  readonly kpiColumns: readonly Column[]
  readonly projects: ReadonlyMap<string, readonly Row[]>
  readonly projectColumns: readonly Column[]
  readonly words: Words
}

type Row = { readonly row: TableRow; readonly notes: readonly string[] }

export const printedValue = (value: PrintedValue): string => value.printed ?? writePrintedValue(value)

/** 「設置（1）」: words alone do not say how much they are. */
const inTable = (value: PrintedValue): string =>
  value.printed && !/[\d０-９一二三四五六七八九十]/.test(value.printed)
    ? `${value.printed}（${writePrintedValue(value)}）`
    : printedValue(value)

export function tablesOf(plan: Plan, words: Words): Tables {
  const slots = slotsOf(plan)
  const commitments = new Map(plan.commitments.map((each) => [each.id, each]))
  const kpis = Map.groupBy(
    [
      ...plan.commitments.map((commitment) => ({
        on: commitment.on,
        ...kpiRow(plan, commitment, slots, words, false),
      })),
      ...plan.relistings.flatMap(({ commitment: id, on }) => {
        const commitment = commitments.get(id)
        return commitment ? [{ on, ...kpiRow(plan, commitment, slots, words, true) }] : []
      }),
    ],
    ({ on }) => on,
  )
  const projects = Map.groupBy(
    plan.listings.map((listing) => ({ on: listing.on, ...projectRow(plan, listing, words) })),
    ({ on }) => on,
  )
  return {
    has: (node) => kpis.has(node) || projects.has(node),
    kpis,
    kpiColumns: kpiColumns(slots, words),
    projects,
    projectColumns: projectColumns(words),
    words,
  }
}

const ROLES = ['former', 'milestone', 'final'] as const

type Slot = { readonly role: Target['role']; readonly year: Target['year'] }

/** Every year that the plan sets a target for is a column, so that one sheet holds all its indicators. */
function slotsOf(plan: Plan): readonly Slot[] {
  const found = new Map<string, Slot>()
  for (const { targets } of plan.commitments)
    for (const { role, year } of targets) found.set(`${role} ${year}`, { role, year })
  return [...found.values()].toSorted(
    (a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || a.year - b.year,
  )
}

const kpiColumns = (slots: readonly Slot[], { paper, shortYear }: Words): readonly Column[] => [
  { heading: paper.indicator, width: 48, align: 'left' },
  { heading: paper.unit, width: 14, align: 'centre' },
  { heading: paper.baseline, width: 18, align: 'right' },
  { heading: paper.baselineYear, width: 16, align: 'centre' },
  ...slots.map(
    ({ role, year }): Column => ({
      heading: paper.target(role, shortYear(year)),
      width: 20,
      align: 'right',
    }),
  ),
]

function kpiRow(
  plan: Plan,
  commitment: Commitment,
  slots: readonly Slot[],
  words: Words,
  again: boolean,
): Row {
  const { paper, shortYear } = words
  const indicator = plan.indicators.find(({ id }) => id === commitment.indicator)
  const name = nameIn(words.lang, {
    name: commitment.printedName ?? indicator?.name ?? commitment.indicator,
    names: indicator?.names,
  })
  const { baseline, targets, note } = commitment
  const year =
    baseline === 'not-stated' || baseline.year === 'not-stated' ? paper.notStated : shortYear(baseline.year)
  const stated = baseline === 'not-stated' ? undefined : baseline
  return {
    row: {
      kind: 'cells',
      cells: [
        again ? paper.again(name) : name,
        indicator && indicator.unit !== 'not-stated' ? indicator.unit : '',
        stated ? inTable(stated) : paper.notStated,
        stated?.calendarYear ? paper.calendar(year) : stated ? year : '',
        ...slots.map(({ role, year: of }) =>
          targets
            .filter((target) => target.role === role && target.year === of)
            .map(inTable)
            .join('\n'),
        ),
      ],
    },
    notes: [
      ...(indicator?.definition ? [paper.about(name, indicator.definition)] : []),
      ...(note ? [paper.about(name, note)] : []),
      ...(stated?.headingYear ? [paper.headingYear(name, shortYear(stated.headingYear), year)] : []),
      ...(stated?.span ? [paper.span(name, stated.span.from, stated.span.to, stated.span.months)] : []),
    ],
  }
}

const projectColumns = ({ paper }: Words): readonly Column[] => [
  { heading: paper.project, width: 46, align: 'left' },
  { heading: paper.unit, width: 12, align: 'centre' },
  { heading: paper.amount, width: 20, align: 'right' },
  { heading: paper.previous, width: 20, align: 'right' },
  { heading: paper.booking, width: 24, align: 'left' },
  { heading: paper.remarks, width: 44, align: 'left' },
]

function projectRow(plan: Plan, listing: Listing, { lang, paper }: Words): Row {
  const project = plan.projects.find(({ id }) => id === listing.project)
  const previous = typeof listing.previous === 'object' ? listing.previous : undefined
  const unit = listing.amount?.unit ?? previous?.unit ?? ''
  // Two units in one row are both kept with their numbers; a number without its unit is none.
  const same = !previous || !listing.amount || previous.unit === listing.amount.unit
  const bare = (money: Listing['amount']) =>
    money ? (same ? writeMoney(money).slice(0, -money.unit.length) : writeMoney(money)) : ''
  const remarks = [
    ...(listing.changes ?? []).map(({ what, from, to, unit: of = '' }) => paper.change(what, from, to, of)),
    ...(listing.otherAmounts ?? []).map(({ label, amount, about }) =>
      paper.otherAmount(label, writeMoney(amount), about === true),
    ),
    ...(listing.note ? [listing.note] : []),
  ]
  return {
    row: {
      kind: 'cells',
      cells: [
        nameIn(lang, {
          name: listing.printedName ?? project?.name ?? listing.project,
          names: project?.names,
        }),
        same ? unit : '',
        bare(listing.amount),
        listing.previous === 'none' ? paper.none : bare(previous),
        listing.booking?.printed ?? '',
        remarks.join('\n'),
      ],
    },
    notes: [],
  }
}

const table = (
  rows: readonly Row[] | undefined,
  columns: readonly Column[],
  caption: string,
  sheet: string,
): readonly [Table] | undefined =>
  rows && [
    {
      kind: 'table',
      caption,
      sheet,
      columns,
      rows: rows.map(({ row }) => row),
      notes: [...new Set(rows.flatMap(({ notes }) => notes))],
    },
  ]

export const kpiTable = (tables: Tables, node: string, caption: string): readonly Block[] | undefined =>
  table(tables.kpis.get(node), tables.kpiColumns, caption, tables.words.paper.kpiSheet)

/** A table where the plan prints amounts; where it only names its projects, a list. */
export function projectTable(tables: Tables, node: string): readonly Block[] | undefined {
  const rows = tables.projects.get(node)
  const { paper } = tables.words
  const isBare = ({ row }: Row) => row.kind === 'cells' && row.cells.slice(1).every((cell) => cell === '')
  if (!rows?.every(isBare)) return table(rows, tables.projectColumns, paper.projects, paper.projectSheet)
  const names = rows.flatMap(({ row }) => (row.kind === 'cells' ? [row.cells[0] ?? ''] : []))
  return [{ kind: 'list', entries: names.map((text) => ({ mark: '・', text, level: 0 })) }]
}
