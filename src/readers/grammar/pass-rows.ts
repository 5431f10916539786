import { indicatorFrom } from './assemble.ts'
import { budgetLine, budgetUnder } from './budget.ts'
import { plain } from './characters.ts'
import type { Collection, Found } from './collect.ts'
import { cueAt, unitSaid } from './cue.ts'
import { formAt } from './form.ts'
import { type Heading, readHeading } from './heading.ts'
import { arrowLine, arrowYears, colonLines, pairsIn, valueFrom, yearValues } from './inline.ts'
import {
  bracketedAim,
  bracketLine,
  datedBelow,
  keyedPair,
  keyedYears,
  listedAim,
  twoDated,
} from './inline-brackets.ts'
import { joinedTableAt } from './joined.ts'
import { namedOnly, withoutValues } from './named-only.ts'
import { projectFrom } from './projects.ts'
import type { TableRecord } from './record.ts'
import { apart, dateBy, namedByBody, overYears, yearsSaid } from './record-sets.ts'
import type { Row } from './rows.ts'
import { continuedAt, tableAt } from './table.ts'
import type { Head } from './table-head.ts'
import { findYears } from './years.ts'

/** 表・様式・行を読む: from the first row to the last, each by the first way of reading that fits. */
export function readRows(collection: Collection): void {
  const { rows } = collection
  const before: Before = { head: undefined, next: 0 }
  for (let at = 0; at < rows.length; ) at = Math.max(readAt(collection, at, before), at + 1)
}

/** The last table with a head, and where it ended. */
type Before = { head: Head | undefined; next: number }

/** So many lines may stand between a table and its continuation. */
const BETWEEN = 4

function readAt(collection: Collection, at: number, before: Before): number {
  const { rows, used } = collection
  const row = rows[at] as Row
  const joined = joinedTableAt(rows, at)
  if (joined) return takeRecords(collection, joined.records, joined.headings, at, joined.next)
  const table =
    tableAt(rows, at) ?? (at - before.next <= BETWEEN ? continuedAt(rows, at, before.head) : undefined)
  if (table?.head && table.records.length > 0) Object.assign(before, { head: table.head, next: table.next })
  const names = table?.head && namedOnly(rows, table.head)
  if (names) {
    for (const made of names.indicators) collection.addIndicator(made)
    for (const effort of names.efforts)
      collection.add(
        { kind: 'node', role: 'effort', depth: 9, name: effort.name },
        'efforts-beside-indicators',
        0.85,
        effort.row.at,
        effort.row.text,
      )
    collection.use(at, names.next)
    return names.next
  }
  const unvalued = table && names === undefined ? withoutValues(table) : []
  if (table && unvalued.length > 0) {
    for (const made of unvalued) collection.addIndicator(made)
    collection.use(at, table.next)
    return table.next
  }
  if (table && table.records.length > 0)
    return takeRecords(
      collection,
      table.records,
      table.head?.columns.map(({ heading }) => heading) ?? [],
      at,
      table.next,
    )
  const pair = keyedPair(row)
  if (pair) {
    collection.addIndicator(pair)
    used.add(row)
    return at + 1
  }
  const dated = datedBelow(rows, at)
  if (dated && cueAt(rows, at, 12).years === 'target') {
    collection.addIndicator(dated.made)
    collection.use(at, dated.next)
    return dated.next
  }
  const form = formAt(rows, at)
  if (form) return takeRecords(collection, form.records, [], at, form.next)
  if (!/[\d０-９〇一二三四五六七八九十]/.test(row.text)) return at + 1
  const cued = cueAt(rows, at).years === 'target'
  if (addResults(collection, at)) return at + 1
  const values = yearValues(rows, at, cued)
  if (values) {
    collection.addIndicator(values.made)
    collection.use(at - 1, values.next)
    return values.next
  }
  const one =
    arrowLine(row, rows[at - 1], () => arrowYears(rows, at)) ??
    bracketLine(row, cued) ??
    bracketedAim(row) ??
    keyedYears(row) ??
    twoDated(row, cued) ??
    listedAim(rows, at)
  const lines = one ? [one] : colonLines(row, cued, cued ? targetYearAbove(rows, at) : undefined)
  const budget = lines.length > 0 ? undefined : (budgetLine(row) ?? budgetUnder(row, cueAt(rows, at).unit))
  for (const made of lines) collection.addIndicator(made)
  if (budget) collection.addProject(budget)
  if (lines.length > 0 || budget) used.add(row)
  return at + 1
}

/** 「R2　3校　R3　5校」 below the values that an indicator starts from and aims at: what it has been. */
function addResults({ rows, found, used }: Collection, at: number): boolean {
  const [row, above] = [rows[at] as Row, rows[at - 1]]
  const last = found.at(-1)
  const of = last?.of
  if (!last || of?.kind !== 'indicator' || !above || row.tabular || above.tabular) return false
  const role = readHeading(above.cells[0]?.text ?? '', above.context)?.role
  if ((role !== 'target' && role !== 'baseline') || of.actuals.length > 0 || at - last.order > 6) return false
  const pairs = pairsIn(plain(row.text), row)
  if (!pairs || pairs.some(({ quantity }) => quantity.unit !== of.unit)) return false
  found[found.length - 1] = {
    ...last,
    of: { ...of, actuals: pairs.map(({ year, quantity }) => valueFrom(quantity, row, year)) },
  }
  used.add(row)
  return true
}

/** 「目標指標（令和9年度）」 above lines of values. */
function targetYearAbove(rows: readonly Row[], at: number): number | undefined {
  const head = rows
    .slice(Math.max(0, at - 4), at)
    .findLast(({ text }) => /目標/.test(text) && text.length < 40)
  const years = head ? findYears(plain(head.text), head.context) : []
  return years.length === 1 && /目標|指標/.test(head?.text ?? '') ? years[0]?.year : undefined
}

/** Records of one table or form, each an indicator, a project, both or neither. */
function takeRecords(
  collection: Collection,
  records: readonly TableRecord[],
  headings: readonly (Heading | undefined)[],
  at: number,
  next: number,
): number {
  const { rows } = collection
  const above = cueAt(rows, at)
  const below = above.unit
    ? undefined
    : rows
        .slice(Math.max(0, next - 1), next + 2)
        .map(unitSaid)
        .find((unit) => unit !== undefined)
  const cue = below ? { ...above, unit: below } : above
  const years = yearsSaid(rows, at)
  for (const record of namedByBody(overYears(apart(records)), cue)) {
    dateBy(record, years)
    const row = rows[collection.positionOf(record.at)] ?? (rows[at] as Row)
    const ofProject = headings.length === 0 && record.project ? [{ role: 'project' as const }] : headings
    const project = projectFrom(record, cue, ofProject, row)
    if (project) collection.addProject(record.rule === 'form' ? { ...project, rule: 'form' } : project)
    if (project && (record.name === undefined || record.project === undefined)) continue
    if (record.name === undefined && record.labels.length > 0 && headings.length > 0) {
      // A field or a content in the place of a name: the name of what is promised, or one of figures that are not.
      const revised = headings.some((heading) => heading?.role === 'former')
      const promised = !revised && record.filled.some(({ heading }) => heading && PROMISES.has(heading.role))
      if (!promised) continue
      if (promised) record.name = record.labels[0]
    }
    const unnamed = record.name === undefined
    if (unnamed) record.name = nameFor(record, collection.found, cue.topic, at)
    if (record.rule === 'transposed')
      record.name = measured(record.name, rows.slice(Math.max(0, at - 6), at).reverse())
    const made = indicatorFrom(record, cue, headings)
    if (made)
      collection.add(
        made.indicator,
        record.rule,
        0.94 * made.confidence * (unnamed ? 0.97 : 1),
        record.at,
        record.text,
        record.group,
      )
  }
  collection.use(at, next)
  return next
}

const PROMISES: ReadonlySet<string> = new Set(['target', 'milestone', 'baseline', 'opening'])

/** A series continues the indicator of the lines just above; values without a name are of what the line above says. */
function nameFor(
  record: TableRecord,
  found: readonly Found[],
  topic: string | undefined,
  at: number,
): string | undefined {
  const last = found.at(-1)
  const before =
    last?.of.kind === 'indicator' && at - last.order <= 4 && at > last.order ? last.of.name : undefined
  return record.rule === 'series' ? (before ?? topic) : (topic ?? before)
}

/** 「…の職員比率（指標）」 over columns that only say of whom: the measure is in the title. */
function measured(name: string | undefined, above: readonly Row[]): string | undefined {
  if (name === undefined || MEASURE.test(plain(name))) return name
  const said = above.map(({ text }) => SAID.exec(text)?.[1]).find((each) => each !== undefined)
  return said ? `${said}（${name}）` : name
}

const SAID = /([^\s\u3000の、。（(]{2,}(?:比率|割合|率|者数|件数|人数|額|量|数))(?=[（(の]|$|の推移)/
const MEASURE = /(?:率|割合|数|量|額|高|度|件|比|面積|収入|時間|指数|値)(?:\([^()]*\))?$/
