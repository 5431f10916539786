import type { Draft, DraftBodyOf, DraftEntry, DraftPlace, Grounds } from '#domain/document/draft.ts'
import type { SourceDocument } from '../source-document.ts'
import { indicatorFrom } from './assemble.ts'
import { budgetLine, budgetSentence, type ProjectMade } from './budget.ts'
import { budgetBlocks } from './budget-blocks.ts'
import { plain } from './characters.ts'
import { cueAt } from './cue.ts'
import { donationsIn } from './donation.ts'
import { formAt } from './form.ts'
import { arrowLine, colonLine, type Made, yearValues } from './inline.ts'
import { joinedTableAt } from './joined.ts'
import { merge } from './merge.ts'
import { fundedProject } from './funded.ts'
import { namedOnly } from './named-only.ts'
import { projectFrom } from './projects.ts'
import { proseActuals, proseIndicators } from './prose.ts'
import { type Row, rowsOf } from './rows.ts'
import { sentencesOf } from './sentences.ts'
import { tableAt } from './table.ts'
import { findYears } from './years.ts'

/** What was found so far, and the rows that are spoken for. */
export type Findings = { readonly made: Found[]; readonly used: Set<Row> }
export type Found = { readonly of: DraftBodyOf; readonly grounds: Grounds; readonly order: number }

/** 計画を読む: the document between formats → a draft. The same document gives the same draft. */
export function readPlan(document: SourceDocument): Draft {
  const rows = rowsOf(document)
  const order = new Map<DraftPlace, number>(rows.map((row, at) => [row.at, at]))
  const lines = new Map(
    rows.map((row, at) => [`${row.at.page ?? 0}:${row.at.line ?? ''}:${row.at.cell ?? ''}`, at]),
  )
  const positionOf = (at: DraftPlace) =>
    order.get(at) ?? lines.get(`${at.page ?? 0}:${at.line ?? ''}:${at.cell ?? ''}`)
  const found: Found[] = []
  const used = new Set<Row>()
  const add = (
    of: DraftBodyOf,
    rule: string,
    confidence: number,
    at: DraftPlace,
    text: string,
    position: number,
  ) =>
    found.push({
      of,
      grounds: {
        rule,
        confidence: Math.round(Math.min(confidence, 0.99) * 100) / 100,
        at,
        text: text.slice(0, 400),
      },
      order: position,
    })
  const addMade = ({ indicator, rule, confidence, row, text }: Made) =>
    add(indicator, rule, confidence, row.at, text ?? row.text, order.get(row.at) ?? 0)
  const addProject = ({ project, rule, confidence, row, to, text }: ProjectMade) =>
    add(
      project,
      rule,
      confidence,
      to?.at.line === undefined || to === row ? row.at : { ...row.at, to: to.at.line },
      text,
      order.get(row.at) ?? 0,
    )
  const use = (from: number, to: number) => {
    for (const row of rows.slice(from, to)) used.add(row)
  }

  for (let at = 0; at < rows.length; ) {
    const row = rows[at] as Row
    const joined = joinedTableAt(rows, at)
    const table = joined ? undefined : tableAt(rows, at)
    const names = table?.head && namedOnly(rows, table.head)
    if (names) {
      names.indicators.forEach(addMade)
      for (const { name, row } of names.efforts)
        add(
          { kind: 'node', role: 'effort', depth: 9, name },
          'efforts-beside-indicators',
          0.85,
          row.at,
          row.text,
          order.get(row.at) ?? at,
        )
      use(at, names.next)
      at = names.next
      continue
    }
    const read = joined ?? table
    if (read && read.records.length > 0) {
      const cue = cueAt(rows, at)
      const headings = joined ? joined.headings : (table?.head?.columns.map(({ heading }) => heading) ?? [])
      for (const record of read.records) {
        const position = positionOf(record.at) ?? at
        const project = projectFrom(record, cue, headings, rows[position] ?? row)
        if (project) addProject(project)
        if (project && (record.name === undefined || record.project === undefined)) continue
        const unnamed = record.name === undefined
        if (unnamed)
          record.name =
            record.rule === 'series'
              ? (namedBefore(found, at) ?? cue.topic)
              : (cue.topic ?? namedBefore(found, at))
        if (record.rule === 'transposed') record.name = measured(record.name, rows[0]?.text ?? '')
        const made = indicatorFrom(record, cue, headings)
        if (made)
          add(
            made.indicator,
            record.rule,
            0.94 * made.confidence * (unnamed ? 0.97 : 1),
            record.at,
            record.text,
            position,
          )
      }
      use(at, read.next)
      at = Math.max(read.next, at + 1)
      continue
    }
    const form = formAt(rows, at)
    if (form) {
      for (const record of form.records) {
        const project = projectFrom(record, cueAt(rows, at), record.project ? [{ role: 'project' }] : [], rows[positionOf(record.at) ?? at] ?? row)
        if (project) {
          addProject({ ...project, rule: 'form' })
          continue
        }
        const made = indicatorFrom(record, cueAt(rows, at), [])
        if (made)
          add(
            made.indicator,
            record.rule,
            0.94 * made.confidence,
            record.at,
            record.text,
            positionOf(record.at) ?? at,
          )
      }
      use(at, form.next)
      at = form.next
      continue
    }
    const cued = cueAt(rows, at).years === 'target'
    const values = yearValues(rows, at, cued)
    if (values) {
      addMade(values.made)
      use(at - 1, values.next)
      at = values.next
      continue
    }
    const line = arrowLine(row, rows[at - 1]) ?? colonLine(row, cued)
    const budget = line ? undefined : budgetLine(row)
    if (line) addMade(line)
    if (budget) addProject(budget)
    if (line || budget) used.add(row)
    at += 1
  }

  const thisYear = documentYear(rows)
  const sentences = sentencesOf(rows, used)
  const bodies = new Set(sentences.map(({ lead }) => lead).filter(Boolean))
  let last: { row: Row; year: number } | undefined
  for (const sentence of sentences) {
    const position = order.get(sentence.row.at) ?? 0
    const funded = fundedProject(rows, sentence, position)
    if (funded) addProject(funded)
    const projects = budgetSentence(sentence.text, sentence.row)
    projects.forEach(addProject)
    if (projects.length > 0) continue
    const { lead, text } = sentence
    const own =
      bodies.size > 1
        ? { ...sentence, text: text.startsWith(lead) ? text.slice(lead.length).trim() : text }
        : { ...sentence, lead: '' }
    const before = last?.row === sentence.row ? last.year : undefined
    const indicators = proseIndicators(own, headedAsTargets(rows, position), thisYear, before)
    indicators.forEach(addMade)
    const year = indicators.at(-1)?.indicator.targets[0]?.year ?? before
    last = year === undefined ? undefined : { row: sentence.row, year }
  }
  budgetBlocks(rows, used).forEach(addProject)
  for (const { donation, row, to, text } of donationsIn(rows))
    add(
      donation,
      'donation-estimate',
      0.95,
      row === to || to.at.line === undefined ? row.at : { ...row.at, to: to.at.line },
      text,
      order.get(row.at) ?? 0,
    )
  const merged = merge(found)
  const names = merged.flatMap(({ of }) => (of.kind === 'indicator' ? [of.name] : []))
  const titleYear = titleDate(rows)
  const actuals = sentences.flatMap((sentence) => proseActuals(sentence, names, titleYear))
  const entries = merged.map(({ of, grounds }, at): DraftEntry => {
    const more =
      of.kind === 'indicator' ? actuals.filter(({ name }) => name === of.name).map(({ value }) => value) : []
    const body =
      of.kind === 'indicator' && of.actuals.length === 0 && more.length > 0 ? { ...of, actuals: more } : of
    return { ...body, id: `e${at + 1}`, grounds } as DraftEntry
  })
  return { document: document.name, entries, findings: document.findings }
}

/** 「…の女性委員比率（計画の指標）」 over columns that only say of whom: the measure is in the title. */
function measured(name: string | undefined, title: string): string | undefined {
  if (name === undefined || MEASURE.test(plain(name))) return name
  const said = /([^\s\u3000の、。（(]{2,}(?:比率|割合|率|者数|件数|人数|額|量|数))(?=[（(の]|$|の推移)/.exec(
    title,
  )?.[1]
  return said ? `${said}（${name}）` : name
}

const MEASURE = /(?:率|割合|数|量|額|高|度|件|比|面積|収入|時間|指数|値)(?:\([^()]*\))?$/

/** A series without a name of its own continues the indicator of the lines just above. */
function namedBefore(found: readonly Found[], at: number): string | undefined {
  const last = found.at(-1)
  return last && last.of.kind === 'indicator' && at - last.order <= 4 && at > last.order
    ? last.of.name
    : undefined
}

/** The year a document is of: the first one in its first lines. */
const documentYear = (rows: readonly Row[]): number | undefined =>
  rows.slice(0, 4).flatMap((row) => findYears(plain(row.text), row.context))[0]?.year

const titleDate = (rows: readonly Row[]): number | undefined => {
  const [first] = rows
  return first && /現在|時点/.test(first.text)
    ? findYears(plain(first.text), first.context)[0]?.year
    : undefined
}

/** 「＜事業目標＞」 or the like stands above, nearer than any other heading. */
function headedAsTargets(rows: readonly Row[], position: number): boolean {
  for (let at = position; at >= 0 && at > position - 6; at -= 1) {
    const text = rows[at]?.text ?? ''
    if (at < position && /^[<＜【[(（■●].*[>＞】\])）]?$/.test(text) && text.length < 24)
      return /目標|指標|KPI|ＫＰＩ/.test(text) && !/結果|実績/.test(text)
    if (at === position && /目標(?:値)?[:：]/.test(text)) return true
  }
  return false
}
