import type { DraftIndicator, DraftTarget, DraftValue } from '#domain/document/draft.ts'
import { alike } from './alike.ts'
import { plain } from './characters.ts'
import { readHeading } from './heading.ts'
import { canBeName, readName } from './names.ts'
import { isBlankMark, type Quantity, quantityCell, readQuantity } from './quantity.ts'
import type { Row } from './rows.ts'
import { isUnit } from './units.ts'
import { NOT_INDICATORS } from './vocabulary.ts'
import { findYears, wholeYear } from './years.ts'

export type Made = {
  readonly indicator: DraftIndicator
  readonly rule: string
  readonly confidence: number
  readonly row: Pick<Row, 'at' | 'text'>
  readonly text?: string
  readonly group?: string
}

const ARROW = /\s*(?:→|⇒|➡|➔|=>|->)\s*/

export const valueFrom = (quantity: Quantity, row: Row, year?: number): DraftValue => ({
  value: quantity.value,
  ...(quantity.qualifier ? { qualifier: quantity.qualifier } : {}),
  ...((quantity.year ?? year) === undefined ? {} : { year: (quantity.year ?? year) as number }),
  ...(quantity.calendar ? { calendarYear: true } : {}),
  ...(quantity.relative ? { relative: true } : {}),
  printed: quantity.printed,
  at: row.at,
})

/** 矢印 (arrow): 「来訪者数　300人 → 420人」「りんご出荷額：1億250万円 → 1億5,000万円（再掲）」. */
export function arrowLine(row: Row, above?: Row, yearsOf: () => ArrowYears = () => ({})): Made | undefined {
  if (row.text.length > 120 || !/[→⇒➡➔]|[=-]>|から/.test(row.text)) return undefined
  const text = plain(row.text)
    .replace(/^(.*?)[(]([^()]*(?:→|⇒)[^()]*)[)]$/, '$1:$2')
    // 「25.4％（2021年度）から18％（2026年度）へ」.
    .replace(/^([^→⇒。]*\d[^→⇒。]*)から([^→⇒。]*\d[^→⇒。]*?)(?:へ|に)$/, '$1→$2')
  if (!ARROW.test(text) || text.includes('。') || text.length > 90 || (row.tabular && row.cells.length > 3))
    return undefined
  const sides = text.split(ARROW)
  const [left = '', right = ''] = sides
  if (sides.length !== 2 || /^R\d+:|☑/.test(text) || (above && /☑/.test(above.text))) return undefined
  const relisted = /\(再掲\)|\[再掲\]|【再掲】/.test(text)
  const after = right.replace(/[([【]再掲[)\]】]/, '').trim()
  const aimed = quantityCell(after, row.context)
  const before = splitName(left, row)
  if (!aimed || !before) return undefined
  const [target = aimed, current] = alike([aimed, before.quantity])
  const named = readName(nameAsPrinted(row, before.name))
  if (!isIndicatorName(named.name)) return undefined
  const unit = target.unit ?? current?.unit ?? named.unit
  const years = yearsOf()
  const indicator: DraftIndicator = {
    kind: 'indicator',
    name: named.name,
    ...(unit ? { unit } : {}),
    ...(current ? { baseline: valueFrom(current, row, years.from) } : {}),
    targets: [{ ...valueFrom(target, row, years.to), role: 'final' }],
    actuals: [],
    ...(named.cumulative === undefined ? {} : { cumulative: named.cumulative }),
    relisted: relisted || named.relisted,
    ...(named.note ? { note: named.note } : {}),
  }
  return { indicator, rule: 'arrow', confidence: before.marked ? 0.97 : 0.95, row }
}

/** Years that a head gives for both sides of the arrow: 「現状（2019）→目標（2024）」. */
export type ArrowYears = { readonly from?: number; readonly to?: number }

const REACH = 12

export function arrowYears(rows: readonly Row[], at: number): ArrowYears {
  for (const { text, context } of rows.slice(Math.max(0, at - REACH), at).reverse()) {
    const [left = '', right = '', ...more] = plain(text).split(ARROW)
    const [from, to] = [readHeading(left.split(/\s+/).at(-1) ?? '', context), readHeading(right, context)]
    if (more.length > 0 || from?.role !== 'baseline' || to?.role !== 'target') continue
    return {
      ...(from.year === undefined ? {} : { from: from.year }),
      ...(to.year === undefined ? {} : { to: to.year }),
    }
  }
  return {}
}

/** 「体験教室：1.5回/年」 in a name and its first value; a dash is a value that is not there. */
function splitName(
  left: string,
  row: Row,
): { name: string; quantity?: Quantity; marked: boolean } | undefined {
  const colon = /^(.*?)\s*[::]\s*(.*)$/.exec(left)
  // 「新規就農者数 年平均 5人」: the value begins as early as it can.
  const spaced = [...left.matchAll(/\s+(?=\S)/g)].map(
    (gap) => [left, left.slice(0, gap.index), left.slice(gap.index + gap[0].length)] as const,
  )
  for (const [found, marked] of [[colon, true] as const, ...spaced.map((each) => [each, false] as const)]) {
    const [, name = '', value = ''] = found ?? []
    if (!found || name === '') continue
    const quantity = quantityCell(value, row.context)
    if (quantity) return { name, quantity, marked }
    if (isBlankMark(value) || /^[-―—ー]\S{1,6}$/.test(value)) return { name, marked }
  }
  return undefined
}

/** The name with the letters it was printed in (full width kept). */
export function nameAsPrinted(row: Row, name: string): string {
  const wanted = name.replace(/\s+/g, '')
  for (let end = 1; end <= row.text.length; end += 1)
    if (plain(row.text.slice(0, end)).replace(/\s+/g, '') === wanted)
      return lastCell(row, row.text.slice(0, end))
  return lastCell(row, name)
}

/** Of 「2 項目[KPI]　林業産出額」 only what follows the label. */
function lastCell(row: Row, name: string): string {
  const parts = name.split(/\u3000+| {2,}/)
  const [first = ''] = parts
  return parts.length > 1 &&
    (readHeading(first.replace(/^[\d.\s]+/, ''), row.context) || /^[\d①-⑳.]+$/.test(first))
    ? parts.slice(1).join(' ')
    : name
}

/** 「起業数（R2～R6累計）：120件」: a name, a colon and one value under a word for targets. */
export function colonLines(row: Row, cued: boolean, year: number | undefined): readonly Made[] {
  // 「A：10人　B：5件」: several in one line.
  const parts =
    row.cells.length > 1 && row.cells.every(({ text }) => /[:：]/.test(text)) ? row.cells : undefined
  const lines = parts?.map((cell): Row => ({ ...row, text: cell.text, cells: [cell] })) ?? [row]
  const made = lines.map((line) => colonLine(line, cued, year))
  return made.every((each) => each !== undefined) ? made : []
}

function colonLine(row: Row, cued: boolean, said: number | undefined): Made | undefined {
  const text = plain(row.text)
  if (text.includes('。') || text.length > 70 || row.tabular || ARROW.test(text)) return undefined
  const found = /^(.*?)\s*[::]\s*([^::]+)$/.exec(text)
  const quantity = found && quantityCell(found[2] ?? '', row.context)
  if (!found || !quantity || quantity.unit === undefined || isUnit(found[2] ?? '')) return undefined
  const raw = nameAsPrinted(row, found[1] ?? '')
  const years = findYears(plain(raw), row.context)
  // 「3件（令和2年度～令和6年度の累計）」: a sum over the years of a plan is what it wants.
  const total = /\([^()]*~[^()]*計\)/.test(found[2] ?? '')
  const span = /[(（][^()（）]*(?:~|～|から)[^()（）]*[)）]/.exec(raw)
  const name = readName(span ? raw.replace(span[0], '') : raw)
  if (!isIndicatorName(name.name) || wholeYear(name.name, row.context) || !(cued || span || total))
    return undefined
  const year = years.at(-1)?.year ?? quantity.year ?? said
  const cumulative = /累計|合計|計/.test(span?.[0] ?? '') || name.cumulative
  const indicator: DraftIndicator = {
    kind: 'indicator',
    name: name.name,
    unit: quantity.unit,
    targets: [{ ...valueFrom(quantity, row, year), role: 'final' }],
    actuals: [],
    ...(cumulative === undefined ? {} : { cumulative }),
    relisted: name.relisted,
  }
  return { indicator, rule: 'colon', confidence: 0.9, row }
}

/** 「■平成25年度：50%　■平成32年度：54%」 as years and quantities, where the line is nothing else. */
export function pairsIn(
  text: string,
  row: Row,
): readonly { readonly year: number; readonly quantity: Quantity }[] | undefined {
  const pairs: { year: number; quantity: Quantity }[] = []
  for (
    let rest = text.replace(/^[・■□●○◆◇\s:、]+/, '');
    rest !== '';
    rest = rest.replace(/^[・■□●○◆◇\s:、→]+/, '')
  ) {
    const [year] = findYears(rest, row.context)
    if (year?.start !== 0) return undefined
    const after = rest.slice(year.end).replace(/^(?:末|まで)?[\s:]*(?:に)?/, '')
    const quantity = readQuantity(after, row.context)
    if (!quantity) return undefined
    pairs.push({ year: year.year, quantity })
    rest = after.slice(quantity.end)
  }
  return pairs.length > 0 ? pairs : undefined
}

/** 年ごとの値: 「■平成25年度：50%　■平成32年度：54%」 under the line that names them. */
export function yearValues(
  rows: readonly Row[],
  at: number,
  cued: boolean,
): { made: Made; next: number } | undefined {
  const row = rows[at]
  const above = rows[at - 1]
  if (!row || !above || !cued || above.cells.length > 2) return undefined
  const pairs = pairsIn(plain(row.text), row)
  if (!pairs) return undefined
  const named = readName(above.text)
  const note = /[(（]([^()（）]*)[)）]$/.exec(named.name)
  const name =
    note && /対する|比|基準|割合/.test(note[1] ?? '') ? named.name.slice(0, -note[0].length) : named.name
  const isValue = above.cells.length > 1 && readHeading(above.cells[0]?.text ?? '', above.context)
  if (!canBeName(name) || !isIndicatorName(name) || isValue) return undefined
  const targets = pairs.map(
    ({ year, quantity }, index): DraftTarget => ({
      ...valueFrom(quantity, row, year),
      role: index === pairs.length - 1 ? 'final' : 'milestone',
    }),
  )
  const unit = pairs.at(-1)?.quantity?.unit
  const indicator: DraftIndicator = {
    kind: 'indicator',
    name,
    ...(unit ? { unit } : {}),
    targets,
    actuals: [],
    relisted: named.relisted,
    ...(note && name !== named.name ? { note: note[1] as string } : {}),
  }
  return {
    made: {
      indicator,
      rule: 'years-under-name',
      confidence: 0.92,
      row: above,
      text: `${above.text} ${row.text}`,
    },
    next: at + 1,
  }
}

export const isIndicatorName = (name: string): boolean =>
  canBeName(name) && !NOT_INDICATORS.test(plain(name).replace(/\s/g, ''))
