import type { DraftIndicator, DraftTarget, DraftValue } from '#domain/document/draft.ts'
import { isIndicatorName, type Made, valueFrom } from './inline.ts'
import { readName } from './names.ts'
import { type Clause, clauseBefore, type Named, nameBefore, topicOf } from './prose-names.ts'
import { actualAndTarget, fromThen, targetAndActual } from './prose-pairs.ts'
import { findQuantities, type Quantity, quantityCell } from './quantity.ts'
import type { Sentence } from './sentences.ts'
import { OTHER_BODIES } from './vocabulary.ts'
import { type EraContext, findYears, type YearFound } from './years.ts'

const TARGET =
  /目標|指標|KPI|めざ[すし]|目指[すし]|掲げ|削減(?=。|$|\(|する)|引き上げ|から[^。]{1,20}(?:に|へ|まで)(?:増やす|延ばす|伸ばす|減らす|高める|引き[上下]げる)|年度末?の[^。、]{2,20}を[^。、]{1,30}とする|までに[^。]{2,40}(?:増や|減ら|引き[上下]げ|高め|とする|にする)/
const NOT_TARGETS =
  /達成率|達成度|に達し|見込まれ|推計|将来展望|寄[附付]|予算|を超え[たて]|にとどま|判断|評価区分|件のうち/
/** 地の文の指標: targets that a sentence states. `cued` where the lines above are headed as targets. */
export function proseIndicators(
  sentence: Sentence,
  cued: boolean,
  thisYear: number | undefined,
  before?: number,
): readonly Made[] {
  const { text, row } = sentence
  const then = text.length <= 400 ? fromThen(sentence) : undefined
  if (then) return [then]
  if (text.length > 400 || (!TARGET.test(text) && !cued) || OTHER_BODIES.test(text)) return []
  const met = targetAndActual(sentence) ?? actualAndTarget(sentence)
  if (met) return [met]
  if (NOT_TARGETS.test(text)) return []
  const context = row.context
  const years = findYears(text, context)
  const quantities = findQuantities(text, context).filter(
    ({ unit, value, end }) =>
      unit !== '年' &&
      (unit !== '歳' || /寿命|年齢/.test(text)) &&
      !(unit === undefined && /^\d$/.test(value)) &&
      !isPer(text.slice(end)),
  )
  const lead = leadYear(text, years, thisYear)
  const made: Made[] = []
  let from = 0
  for (let at = 0; at < quantities.length; at += 1) {
    const quantity = quantities[at] as Quantity
    const next = quantities[at + 1]
    if (quantity.start < from || inBracket(text, quantity.start)) continue
    const clause = clauseBefore(text, from, quantity.start)
    if (addYear(made, clause, quantity, years, sentence, text.slice(quantity.end))) {
      from = quantity.end
      continue
    }
    const beside = nameBefore(clause, text.slice(quantity.end))
    const named = beside && !STATE.test(beside.name) ? beside : topicOf(text, clause, made.length)
    if (!named) continue
    const rises = next && rising(text.slice(quantity.end, next.start), context) ? next : undefined
    const target = rises ?? quantity
    // 「…の目標を1500人から2000人に」: the first is the target as it was.
    const revised = rises !== undefined && /目標(?:値)?を/.test(clause.text)
    const after = text.slice(target.end)
    if (!asTarget(after, named, text, cued)) continue
    const own = years.findLast(
      ({ start, end }) =>
        start >= clause.start &&
        end <= quantity.start &&
        !/^(?:年度?)?比/.test(text.slice(end, end + 3)) &&
        !/から|より/.test(text.slice(end, end + 2)),
    )
    const between = rises
      ? years.find(({ start, end }) => start >= quantity.end && end <= rises.start)
      : undefined
    const year =
      between?.year ?? own?.year ?? lead ?? carried(made, text, from) ?? before ?? limitYear(text, years)
    const { bare: said, baseline } = withoutCurrent(named.name, sentence)
    const name = readName(said)
    if (!isIndicatorName(name.name) || /[、。]/.test(name.name)) continue
    const unit = target.unit ?? name.unit
    const note =
      (revised ? `見直し前 ${quantity.printed}` : undefined) ??
      noteAfter(after) ??
      baseYearNote(text, years, clause.start, target.start)
    const indicator: DraftIndicator = {
      kind: 'indicator',
      name: sentence.lead ? `${name.name}（${sentence.lead}）` : name.name,
      ...(unit ? { unit } : {}),
      ...(baseline && !rises ? { baseline } : {}),
      ...(rises && !revised ? { baseline: valueFrom(quantity, row, between ? own?.year : undefined) } : {}),
      targets: [targetFrom(target, sentence, year)],
      actuals: [],
      relisted: name.relisted,
      ...(note ? { note } : {}),
    }
    const sure = confidenceOf(named.how, TARGET.test(text), cued, year !== undefined, unit !== undefined)
    made.push({ indicator, rule: `sentence-${WORD[named.how]}`, confidence: sure, row, text })
    from = target.end
    if (rises) at += 1
  }
  return made.map((each) => withCurrent(each, made.length, sentence))
}

const STATE = /^(?:現状|現在|現行|現況)(?:値)?(?:の|は|で)?[\d約]?/

/** 「…とします。（現状：令和4年度 43.2%）」「現状の88.3%を維持し」: where the one target of a sentence starts from. */
function withCurrent(made: Made, count: number, { text, row }: Sentence): Made {
  const { indicator } = made
  const kept = /(?:現状|現況)(?:値)?の(.{1,14}?)(?:を維持|から|より)/.exec(text)?.[1]
  const said =
    kept ??
    /。\(([^()]*\d[^()]*)\)$/.exec(text)?.[1] ??
    /\d[^\s()]{0,4}\(([^()]*\d[^()]*\d[^()]*)\)(?:と|に|まで|を)/.exec(text)?.[1]
  if (count !== 1 || !said || indicator.baseline) return made
  const found = findQuantities(said, row.context).filter(({ unit }) => unit === indicator.unit)
  const [value, ...more] = found
  if (!value || more.length > 0) return made
  const year = findYears(said, row.context)[0]?.year
  const aim = indicator.targets.at(-1)?.year
  if (
    !kept &&
    !/現状|基準|現況|実績|現在/.test(said) &&
    !(year !== undefined && aim !== undefined && year < aim)
  )
    return made
  return { ...made, indicator: { ...indicator, baseline: valueFrom(value, row, year) } }
}

/** 「1人1日当たり」: what a value is counted for. */
const isPer = (after: string): boolean => /^\s?(?:\d+[人日月年戸世帯]+)?(?:当|あ)たり/.test(after)

/** 「…から令和6年度には…」: nothing but the year stands between two values of one rise. */
function rising(between: string, context: EraContext): boolean {
  let rest = between
  for (const { start, end } of [...findYears(between, context)].reverse())
    rest = `${rest.slice(0, start)}${rest.slice(end)}`
  return /^(?:から|より|→)[、\s]*(?:まで)?(?:に|には)?[、\s]*$/.test(rest)
}

/** 「…を2025年度に280リットル、2030年度に260リットルとする」: another year of the target before. */
function addYear(
  made: Made[],
  clause: Clause,
  quantity: Quantity,
  years: readonly YearFound[],
  { row }: Sentence,
  after: string,
): boolean {
  const last = made.at(-1)
  const year = years.find(({ start, end }) => start >= clause.start && end <= quantity.start)
  if (!last || !year || quantity.unit !== last.indicator.unit) return false
  const rest = clause.text.replace(clause.text.slice(year.start - clause.start, year.end - clause.start), '')
  if (!/^(?:まで)?(?:には?|で|は)?$/.test(rest.trim()) || /^比/.test(after)) return false
  const targets = [
    ...last.indicator.targets.map((target) => ({ ...target, role: 'milestone' as const })),
    { ...valueFrom(quantity, row, year.year), role: 'final' as const },
  ]
  made[made.length - 1] = { ...last, indicator: { ...last.indicator, targets } }
  return true
}

/** 「受診率（令和3年度 38.2%）」: the value as it is, in a bracket after the name. */
function withoutCurrent(
  name: string,
  { row }: Sentence,
): { readonly bare: string; readonly baseline?: DraftValue } {
  const found = /^(.+?)\(([^()]*)\)$/.exec(name)
  const [year] = findYears(found?.[2] ?? '', row.context)
  const value =
    found?.[2] &&
    quantityCell(
      found[2].slice(year?.end ?? 0).replace(/^[\s:は、]*(?:現在|時点)?[\s:は、]*/, ''),
      row.context,
    )
  if (!found?.[1] || !value || value.unit === undefined) return { bare: name }
  return { bare: found[1], baseline: valueFrom(value, row, year?.year) }
}

/** The one year by which the sentence wants its target: 「令和8年度までに、…」. */
function limitYear(text: string, years: readonly YearFound[]): number | undefined {
  const limits = years.filter(({ end }) => /^(?:末)?まで/.test(text.slice(end)))
  return limits.length === 1 ? limits[0]?.year : undefined
}

/** How sure a sentence is: by its grammar, its word for targets, and whether it says the year and the unit. */
function confidenceOf(
  how: Named['how'],
  said: boolean,
  cued: boolean,
  dated: boolean,
  counted: boolean,
): number {
  if (how === 'beside') return cued && counted ? 0.9 : 0.7
  const clear = how === 'colon' || how === 'を' || how === 'が' ? 0.92 : 0.86
  return clear - (said ? 0 : 0.15) - (dated ? 0 : 0.04) - (counted || dated ? 0 : 0.04)
}

/** Inside a bracket that began before: a remark, not the target itself. */
const inBracket = (text: string, at: number): boolean => {
  const before = text.slice(0, at)
  return (before.match(/\(/g)?.length ?? 0) > (before.match(/\)/g)?.length ?? 0)
}

const WORD = {
  を: 'object',
  が: 'subject',
  は: 'topic',
  として: 'as',
  colon: 'colon',
  beside: 'list',
} as const

const targetFrom = (quantity: Quantity, { row, text }: Sentence, year: number | undefined): DraftTarget => {
  // 「常に20％以上」 keeps its bound.
  const value: DraftValue = valueFrom(
    { ...quantity, printed: quantity.printed || text.slice(quantity.start, quantity.end) },
    row,
    year,
  )
  return { ...value, role: 'final' }
}

/** The year that a list of targets opens with: 「令和6年度の目標は、…」; 「今年度の目標：」 is the document's year. */
function leadYear(
  text: string,
  years: readonly YearFound[],
  thisYear: number | undefined,
): number | undefined {
  const cue = text.search(/目標(?:値)?(?:は|として|:)/)
  if (cue === -1) return undefined
  if (/今年度|本年度/.test(text.slice(0, cue))) return thisYear
  return years.findLast(({ end }) => end <= cue)?.year
}

/** A later clause of the same sentence keeps the year of the one before. */
const carried = (made: readonly Made[], text: string, from: number): number | undefined =>
  made.length > 0 && !text.slice(0, from).includes('。') ? made.at(-1)?.indicator.targets[0]?.year : undefined

function asTarget(after: string, named: Named, text: string, cued: boolean): boolean {
  if (
    /^(?:を超え|に達|の増加と|となった|であった|でした|だった|となっている|と見込|と推計|のうち)/.test(after)
  )
    return false
  if (named.how === 'beside') return cued && /^\s*(?:$|[、。○●・\s(])/.test(after)
  if (
    /^(?:する|と(?:する|し|なる|定め|設定|掲げ)|へと?(?:増や|減ら|引き|高め|伸ば|拡大)|に(?:する|し|引き[上下]げ|増や|延ば|伸ば|減ら|高め)|を?(?:目指|めざ|目標|確保|維持)|とすること|[)」]|以上|以下|(?:を|に)?(?:削減|増|減|拡大|上昇|改善)|である|です|を掲げ|$|。|\(|、|程度)/.test(
      after,
    )
  )
    return named.how === 'colon' ? /目標|指標|KPI/.test(text) || cued : true
  return false
}

const noteAfter = (after: string): string | undefined => {
  const bracket = /^[」]?\(([^()]*)\)/.exec(after)?.[1]
  return bracket && /見直し|同\d|から|比|前/.test(bracket) ? bracket : undefined
}

const baseYearNote = (
  text: string,
  years: readonly YearFound[],
  from: number,
  to: number,
): string | undefined => {
  const base = years.find(
    ({ start, end }) => start >= from && end <= to && /^比/.test(text.slice(end, end + 1)),
  )
  return base ? `${text.slice(base.start, base.end)}比` : undefined
}
