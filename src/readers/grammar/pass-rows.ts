import { indicatorFrom } from './assemble.ts'
import { budgetLine } from './budget.ts'
import { plain } from './characters.ts'
import type { Collection, Found } from './collect.ts'
import { cueAt, unitSaid } from './cue.ts'
import { formAt } from './form.ts'
import type { Heading } from './heading.ts'
import { arrowLine, colonLine, yearValues } from './inline.ts'
import { joinedTableAt } from './joined.ts'
import { namedOnly } from './named-only.ts'
import { projectFrom } from './projects.ts'
import type { TableRecord } from './record.ts'
import type { Row } from './rows.ts'
import { tableAt } from './table.ts'

/** 表・様式・行を読む: from the first row to the last, each by the first way of reading that fits. */
export function readRows(collection: Collection): void {
  const { rows } = collection
  for (let at = 0; at < rows.length; ) at = Math.max(readAt(collection, at), at + 1)
}

function readAt(collection: Collection, at: number): number {
  const { rows, used } = collection
  const row = rows[at] as Row
  const joined = joinedTableAt(rows, at)
  if (joined) return takeRecords(collection, joined.records, joined.headings, at, joined.next)
  const table = tableAt(rows, at)
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
  if (table && table.records.length > 0)
    return takeRecords(
      collection,
      table.records,
      table.head?.columns.map(({ heading }) => heading) ?? [],
      at,
      table.next,
    )
  const form = formAt(rows, at)
  if (form) return takeRecords(collection, form.records, [], at, form.next)
  const cued = cueAt(rows, at).years === 'target'
  const values = yearValues(rows, at, cued)
  if (values) {
    collection.addIndicator(values.made)
    collection.use(at - 1, values.next)
    return values.next
  }
  const line = arrowLine(row, rows[at - 1]) ?? colonLine(row, cued)
  const budget = line ? undefined : budgetLine(row)
  if (line) collection.addIndicator(line)
  if (budget) collection.addProject(budget)
  if (line || budget) used.add(row)
  return at + 1
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
  for (const record of records) {
    const row = rows[collection.positionOf(record.at)] ?? (rows[at] as Row)
    const ofProject = headings.length === 0 && record.project ? [{ role: 'project' as const }] : headings
    const project = projectFrom(record, cue, ofProject, row)
    if (project) collection.addProject(record.rule === 'form' ? { ...project, rule: 'form' } : project)
    if (project && (record.name === undefined || record.project === undefined)) continue
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
      )
  }
  collection.use(at, next)
  return next
}

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

/** 「…の女性委員比率（計画の指標）」 over columns that only say of whom: the measure is in the title. */
function measured(name: string | undefined, above: readonly Row[]): string | undefined {
  if (name === undefined || MEASURE.test(plain(name))) return name
  const said = above.map(({ text }) => SAID.exec(text)?.[1]).find((each) => each !== undefined)
  return said ? `${said}（${name}）` : name
}

const SAID = /([^\s\u3000の、。（(]{2,}(?:比率|割合|率|者数|件数|人数|額|量|数))(?=[（(の]|$|の推移)/
const MEASURE = /(?:率|割合|数|量|額|高|度|件|比|面積|収入|時間|指数|値)(?:\([^()]*\))?$/
