import { alike } from './alike.ts'
import { budgetSentence } from './budget.ts'
import { plain } from './characters.ts'
import type { Collection } from './collect.ts'
import { fundedProject } from './funded.ts'
import { valueFrom } from './inline.ts'
import { proseIndicators } from './prose.ts'
import { quantityCell } from './quantity.ts'
import type { Row } from './rows.ts'
import type { Sentence } from './sentences.ts'
import { findYears, wholeYear } from './years.ts'

/** 文を読む: budgets and targets that sentences state. */
export function readSentences(collection: Collection, sentences: readonly Sentence[]): void {
  const { rows } = collection
  const thisYear = documentYear(rows)
  const bodies = new Set(sentences.map(({ lead }) => lead).filter(Boolean))
  let last: { row: Row; year: number } | undefined
  for (const sentence of sentences) {
    const position = collection.positionOf(sentence.row.at)
    const funded = fundedProject(rows, sentence, position)
    if (funded) collection.addProject(funded)
    const projects = budgetSentence(sentence.text, sentence.row)
    for (const project of projects) collection.addProject(project)
    if (projects.length > 0) continue
    const before = last?.row === sentence.row ? last.year : undefined
    const indicators = proseIndicators(
      ofBody(sentence, bodies.size),
      headedAsTargets(rows, position),
      thisYear,
      before,
    )
    if (indicators.length === 0) addResult(collection, sentence)
    for (const made of indicators) collection.addIndicator(made)
    const year = indicators.at(-1)?.indicator.targets[0]?.year ?? before
    last = year === undefined ? undefined : { row: sentence.row, year }
  }
}

/** 「令和4年度は16億8千万円だった。」「現状値は5.8冊（令和4年度）です。」 right after a sentence with one target: what it has been. */
function addResult({ found }: Collection, { text, row }: Sentence): void {
  const last = found.at(-1)
  const of = last?.of
  const isNear = last?.grounds.rule.startsWith('sentence') && last.grounds.at.line === row.at.line
  if (of?.kind !== 'indicator' || !last || !isNear || of.targets.length !== 1) return
  const [, when = '', said = ''] =
    /^(.{2,14}?)(?:の実績)?(?:は|には|では)、?(\S+?)(?:だった|であった|である|です|でした|となった|となっ?て|にとどま)/.exec(
      text,
    ) ?? []
  const isStart = /^(?:現状|現況|基準)(?:の?値)?$/.test(when)
  const value = quantityCell(said, row.context)
  const year = isStart ? value?.year : wholeYear(when, row.context)?.year
  const [target] = of.targets
  if (!value || !target || typeof target.value !== 'string' || (!isStart && year === undefined)) return
  if (isStart ? of.baseline : of.actuals.length > 0) return
  const aimed = {
    value: target.value,
    printed: target.printed,
    start: 0,
    end: 0,
    ...(of.unit ? { unit: of.unit } : {}),
  }
  const [one, other] = alike([aimed, value])
  if (!one || !other || one.unit !== other.unit) return
  const done = valueFrom(other, row, year)
  found[found.length - 1] = {
    ...last,
    of: {
      ...of,
      ...(one.unit ? { unit: one.unit } : {}),
      targets: [{ ...target, value: one.value }],
      ...(isStart ? { baseline: done } : { actuals: [done] }),
    },
  }
}

/** Where lines begin with different bodies (「青葉市　…」), the body belongs to the name, not to the sentence. */
function ofBody(sentence: Sentence, bodies: number): Sentence {
  const { lead, text } = sentence
  if (bodies <= 1) return { ...sentence, lead: '' }
  return { ...sentence, text: text.startsWith(lead) ? text.slice(lead.length).trim() : text }
}

/** The year a document is of: the first one in its first lines. */
const documentYear = (rows: readonly Row[]): number | undefined =>
  rows.slice(0, 4).flatMap((row) => findYears(plain(row.text), row.context))[0]?.year

/** 「＜事業目標＞」 or the like stands above, nearer than any other heading. */
function headedAsTargets(rows: readonly Row[], position: number): boolean {
  if (/目標(?:値)?[:：]/.test(rows[position]?.text ?? '')) return true
  for (let at = position - 1; at >= 0 && at > position - 6; at -= 1) {
    const text = rows[at]?.text ?? ''
    if (/^[<＜【[(（■●].*[>＞】\])）]?$/.test(text) && text.length < 24)
      return /目標|指標|KPI|ＫＰＩ/.test(text) && !/結果|実績/.test(text)
  }
  return false
}
