import type { Cue } from './assemble.ts'
import { bookingIn, isProjectName, moneyOf, type ProjectMade } from './budget.ts'
import { plain } from './characters.ts'
import type { Heading } from './heading.ts'
import { readName } from './names.ts'
import type { Filled, TableRecord } from './record.ts'
import type { Row } from './rows.ts'

/** A record of a table of projects: its amount is the total where there is one. */
export function projectFrom(
  record: TableRecord,
  cue: Cue,
  headings: readonly (Heading | undefined)[],
  row: Row,
): ProjectMade | undefined {
  const ofProjects = headings.some((heading) => heading?.role === 'project')
  const raw = record.project ?? (ofProjects ? record.name : undefined)
  if (raw === undefined) return undefined
  const { name } = readName(raw)
  const spent = !headings.some((heading) => heading?.role === 'name' || heading?.role === 'target') // 実績額 of projects alone
  const amounts = record.filled.filter(
    ({ quantity, heading }) =>
      quantity &&
      (heading?.role === 'amount' || heading?.role === 'total' || (spent && heading?.role === 'actual')),
  )
  const dated = amounts.filter(({ heading }) => heading?.role === 'amount' && heading.year !== undefined)
  // Budgets of two years side by side: the later is this year's, the other the one before.
  const yearly = record.rule !== 'series' && dated.length === amounts.length && dated.length > 1
  const latest = yearly
    ? dated.reduce((a, b) => ((b.heading?.year ?? 0) > (a.heading?.year ?? 0) ? b : a))
    : undefined
  const chosen =
    amounts.find(({ heading }) => heading?.role === 'total') ??
    latest ??
    (amounts.length > 1 && dated.length === amounts.length ? undefined : amounts[0])
  const before =
    record.filled.find(({ heading, quantity }) => heading?.role === 'previous' && quantity) ??
    dated.find(({ heading }) => latest !== undefined && heading?.year === (latest.heading?.year ?? 0) - 1)
  const money = (filled: Filled | undefined) =>
    filled ? moneyOf(filled.quantity, filled.heading?.unit ?? record.unit ?? cue.unit) : undefined
  const amount = money(chosen) ?? summed(amounts, record, cue)
  const previous = money(before)
  const none = record.filled.some(
    ({ heading, words }) => heading?.role === 'previous' && words !== undefined && isNone(words),
  )
  const booking = record.labels.map((label) => bookingIn(`(${label})`)).find((each) => each !== undefined)
  if (!amount || !isProjectName(name) || /^(?:計|合計|小計|総計)$/.test(plain(name))) return undefined
  return {
    project: {
      kind: 'project',
      name,
      amount,
      ...(previous && previous.yen > 0 ? { previous } : none ? { previous: 'none' as const } : {}),
      ...(booking ? { booking } : {}),
    },
    rule: 'budget-table',
    confidence: 0.93 * record.fit,
    row,
    text: record.text,
    ...(record.group ? { group: record.group } : {}),
  }
}

/** 「—」「（皆増）」 under last year's budget: there was none. */
const isNone = (words: string): boolean =>
  /^[-－—―ー一]$|^[(（]?(?:皆増|新規|なし)[)）]?$/.test(plain(words).trim())

/** Years without a total: the whole of them is what the project costs. */
function summed(amounts: readonly Filled[], record: TableRecord, cue: Cue) {
  const parts = amounts.map((filled) =>
    moneyOf(filled.quantity, filled.heading?.unit ?? record.unit ?? cue.unit),
  )
  const [first] = parts
  if (!first || parts.some((part) => part === undefined)) return undefined
  return { yen: parts.reduce((sum, part) => sum + (part?.yen ?? 0), 0), unit: first.unit }
}
