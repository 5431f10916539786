import type { DraftIndicator, DraftTarget, DraftValue } from '#domain/document/draft.ts'
import { alike } from './alike.ts'
import { plain } from './characters.ts'
import { readHeading } from './heading.ts'
import { canBeName, readName } from './names.ts'
import { isBlankMark, type Quantity, quantityCell, readQuantity } from './quantity.ts'
import type { Row } from './rows.ts'
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
export function arrowLine(row: Row, above?: Row): Made | undefined {
  const text = plain(row.text).replace(/^(.*?)[(]([^()]*(?:→|⇒)[^()]*)[)]$/, '$1:$2')
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
  const indicator: DraftIndicator = {
    kind: 'indicator',
    name: named.name,
    ...(unit ? { unit } : {}),
    ...(current ? { baseline: valueFrom(current, row) } : {}),
    targets: [{ ...valueFrom(target, row), role: 'final' }],
    actuals: [],
    ...(named.cumulative === undefined ? {} : { cumulative: named.cumulative }),
    relisted: relisted || named.relisted,
    ...(named.note ? { note: named.note } : {}),
  }
  return { indicator, rule: 'arrow', confidence: before.marked ? 0.97 : 0.95, row }
}

/** 「体験教室：1.5回/年」 in a name and its first value; a dash is a value that is not there. */
function splitName(
  left: string,
  row: Row,
): { name: string; quantity?: Quantity; marked: boolean } | undefined {
  const colon = /^(.*?)\s*[::]\s*(.*)$/.exec(left)
  const spaced = /^(.*\S)\s+(\S.*)$/.exec(left)
  for (const [found, marked] of [
    [colon, true],
    [spaced, false],
  ] as const) {
    const [, name = '', value = ''] = found ?? []
    if (!found || name === '') continue
    const quantity = quantityCell(value, row.context)
    if (quantity) return { name, quantity, marked }
    if (isBlankMark(value) || /^[-―—ー]\S{1,6}$/.test(value)) return { name, marked }
  }
  return undefined
}

/** The name with the letters it was printed in (full width kept). */
function nameAsPrinted(row: Row, name: string): string {
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

/** 「観光入込客数 850,000人（R1：720,000人）」: the target, and in the bracket the value it starts from. */
export function bracketLine(row: Row, cued: boolean): Made | undefined {
  const text = plain(row.text)
  const found = /^(.*?\S)[\s:]+(\S+?)\s*\((?:現状|基準)?(?:値)?\s*([^():]{0,12}?)\s*:\s*([^():]+)\)$/.exec(
    text,
  )
  const [, left = '', aimed = '', when = '', was = ''] = found ?? []
  const [target, baseline] = [quantityCell(aimed, row.context), quantityCell(was, row.context)]
  if (!found || !target?.unit || !baseline || !(cued || /KPI|指標|目標/.test(left))) return undefined
  const year = wholeYear(when, row.context)?.year
  if (when !== '' && year === undefined) return undefined
  const named = readName(nameAsPrinted(row, left))
  if (!isIndicatorName(named.name)) return undefined
  const indicator: DraftIndicator = {
    kind: 'indicator',
    name: named.name,
    unit: target.unit,
    baseline: valueFrom(baseline, row, year),
    targets: [{ ...valueFrom(target, row), role: 'final' }],
    actuals: [],
    relisted: named.relisted,
  }
  return { indicator, rule: 'value-and-bracket', confidence: 0.88, row }
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
  if (!found || !quantity || quantity.unit === undefined) return undefined
  const raw = nameAsPrinted(row, found[1] ?? '')
  const years = findYears(plain(raw), row.context)
  const span = /[(（][^()（）]*(?:~|～|から)[^()（）]*[)）]/.exec(raw)
  const name = readName(span ? raw.replace(span[0], '') : raw)
  if (!isIndicatorName(name.name) || wholeYear(name.name, row.context) || !(cued || span)) return undefined
  const year = years.at(-1)?.year ?? said
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
function pairsIn(
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
  if (!canBeName(name) || !isIndicatorName(name)) return undefined
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
