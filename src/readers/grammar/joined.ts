import { plain } from './characters.ts'
import { type Heading, readHeading, VALUE_ROLES } from './heading.ts'
import { readQuantity } from './quantity.ts'
import { newRecord, put, type TableRecord } from './record.ts'
import type { Row } from './rows.ts'
import { isUnit, UNIT_HERE } from './units.ts'
import { FIELDS, type Role } from './vocabulary.ts'
import { type EraContext, findYears } from './years.ts'

/** 区切りのない表: a head whose headings run into one another, and rows whose cells do too. */
export function joinedTableAt(
  rows: readonly Row[],
  from: number,
):
  | { readonly records: readonly TableRecord[]; readonly headings: readonly Heading[]; readonly next: number }
  | undefined {
  const row = rows[from]
  if (row?.cells.length !== 1 || row.text.length < 10 || row.text.length > 140 || row.text.includes('。'))
    return undefined
  const headings = splitHeadings(plain(row.text).replace(/\s+/g, ''), row.context)
  if (!headings || headings.length < 4 || !headings.some(({ role }) => role === 'name')) return undefined
  if (headings.filter(({ role }) => VALUE_ROLES.has(role)).length < 2) return undefined
  const records: TableRecord[] = []
  let next = from + 1
  for (; next < rows.length; next += 1) {
    const below = rows[next] as Row
    const found = below.cells.length <= 2 ? splitRow(below, headings) : []
    if (found.length === 0) break
    records.push(...found)
  }
  return records.length > 0 ? { records, headings, next } : undefined
}

/** Parts a run of headings, longest first, going back where the rest cannot be parted. */
export function splitHeadings(text: string, context: EraContext): readonly Heading[] | undefined {
  const tried = new Map<number, readonly Heading[] | null>()
  const from = (at: number): readonly Heading[] | null => {
    if (at === text.length) return []
    const known = tried.get(at)
    if (known !== undefined) return known
    tried.set(at, null)
    for (let end = Math.min(text.length, at + 20); end > at; end -= 1) {
      const piece = text.slice(at, end)
      if (/^[)\]]|[([]$/.test(piece) || open(piece) || runsTogether(piece, context)) continue
      const heading = readHeading(piece, context)
      const rest = heading && from(end)
      if (heading && rest) {
        tried.set(at, [heading, ...rest])
        break
      }
    }
    return tried.get(at) ?? null
  }
  return from(0) ?? undefined
}

/** Two years, or a year before another word: two headings that only look like one. */
function runsTogether(piece: string, context: EraContext): boolean {
  const bare = piece.replace(/\([^()]*\)/g, ' ')
  const years = findYears(bare, context)
  const [year] = years
  if (!year) return false
  if (/[率度]\s*$/.test(bare.slice(0, year.start))) return true
  return years.length > 1 || (year.start === 0 && /^(?:末の?)?(?:達成|進捗|評価)/.test(bare.slice(year.end)))
}

const open = (text: string): boolean =>
  (text.match(/[([]/g)?.length ?? 0) !== (text.match(/[)\]]/g)?.length ?? 0)

/** One line may hold several records, each with as many values as the head has headings for. */
function splitRow(row: Row, headings: readonly Heading[]): readonly TableRecord[] {
  let text = plain(row.text).replace(/\s+/g, '')
  if (headings[0]?.role === 'label') text = text.replace(FIELDS, '')
  const records: TableRecord[] = []
  while (text.length > 0) {
    const read = takeRecord(text, row, headings)
    if (!read) break
    records.push(read.record)
    text = text.slice(read.length)
  }
  return text.length === 0 || records.length > 0 ? records : []
}

const NAME_END = /(?:割合|人数|件数|者数|[率数量額度])(?:\([^()]*\))?/g

function takeRecord(
  text: string,
  row: Row,
  headings: readonly Heading[],
): { record: TableRecord; length: number } | undefined {
  const record = newRecord({
    at: row.at,
    text: row.text,
    context: row.context,
    rule: 'joined-cells',
    fit: 0.97,
  })
  const valued = headings.filter(
    ({ role }) => VALUE_ROLES.has(role) || role === 'time' || role === 'direction',
  )
  const described =
    headings.findIndex(
      ({ role }, at) => role === 'label' && at > headings.findIndex((each) => each.role === 'name'),
    ) !== -1
  const hasUnit = headings.some(({ role }) => role === 'unit')
  for (const { name, start, unit } of nameEnds(text, described, hasUnit)) {
    const values = takeValues(text.slice(start), valued, row.context)
    if (!values) continue
    record.name = name
    if (unit) record.unit = unit
    for (const [at, value] of values.texts.entries()) {
      const heading = valued[at]
      if (value !== '' && heading) put(record, { text: value, x: at, blanks: 0, at: row.at }, heading, row)
    }
    return { record, length: start + values.length }
  }
  return undefined
}

/** Where the name may end and the values begin, most likely first. */
function nameEnds(text: string, described: boolean, hasUnit: boolean) {
  const found: { name: string; start: number; unit?: string }[] = []
  if (described) {
    const stop = text.indexOf('。')
    const [first] = [...text.slice(0, stop === -1 ? 0 : stop).matchAll(NAME_END)]
    if (stop > 0 && first) found.push({ name: text.slice(0, first.index + first[0].length), start: stop + 1 })
  }
  for (let start = 2; start < Math.min(text.length, 60); start += 1) {
    if (!/[\d約-]/.test(text[start] ?? '') || /[\d.,]/.test(text[start - 1] ?? '')) continue
    const before = text.slice(0, start)
    const unit = hasUnit ? unitAtEnd(before) : undefined
    if (hasUnit && !unit) continue
    found.push({ name: unit ? before.slice(0, -unit.length) : before, start, ...(unit ? { unit } : {}) })
  }
  return found
}

function unitAtEnd(text: string): string | undefined {
  for (let size = Math.min(8, text.length - 2); size > 0; size -= 1)
    if (isUnit(text.slice(-size))) return text.slice(-size)
  return undefined
}

const DIRECTION = /^(?:アップ|ダウン|↑|↓|→|増加|減少|維持|向上)/

/** Takes values for all headings from the start of a text; values without units between them are parted together. */
function takeValues(
  text: string,
  headings: readonly Heading[],
  context: EraContext,
): { texts: string[]; length: number } | undefined {
  const texts: string[] = []
  let at = 0
  for (let index = 0; index < headings.length; index += 1) {
    const rest = text.slice(at)
    const role = headings[index]?.role as Role
    const taken =
      role === 'time' ? yearHere(rest, context) : role === 'direction' ? DIRECTION.exec(rest)?.[0] : undefined
    if (role === 'time' || role === 'direction') {
      texts.push(taken ?? '')
      at += taken?.length ?? 0
      continue
    }
    const bare = /^[\d.,]+(?![\d.,])/.exec(rest)?.[0] ?? ''
    const after = rest.slice(bare.length)
    const left = headings.slice(index)
    const alone = left.filter((each) => each.role !== 'time' && each.role !== 'direction').length
    if (
      alone > 1 &&
      bare.length > 0 &&
      left.every((each) => VALUE_ROLES.has(each.role)) &&
      !UNIT_HERE.test(after)
    ) {
      const parts = partNumbers(
        bare,
        left.map((each) => each.role),
      )
      if (!parts) return undefined
      return { texts: [...texts, ...parts], length: at + bare.length }
    }
    const read = readQuantity(rest, context)
    const dash = /^[-―—]/.exec(rest)?.[0]
    if (!read && !dash) return undefined
    const length = read ? read.end : (dash?.length ?? 0)
    texts.push(rest.slice(0, length))
    at += length
  }
  return { texts, length: at }
}

const yearHere = (text: string, context: EraContext): string | undefined => {
  const [year] = findYears(text, context)
  return year && year.start === 0 ? text.slice(0, year.end) : undefined
}

const NUMBER = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/

/**
 * 「93.0062.0066.766.6071.669.5074.7」: digits that run together, parted into a number a heading, so that numbers of one kind have as
 * many decimals, and a rate is the actual by the target.
 */
export function partNumbers(text: string, roles: readonly Role[]): readonly string[] | undefined {
  let best: { parts: readonly string[]; cost: number } | undefined
  let tries = 0
  const walk = (at: number, parts: readonly string[], cost: number): void => {
    tries += 1
    if (tries > 200_000 || (best && cost >= best.cost)) return
    if (parts.length === roles.length) {
      if (at === text.length) best = { parts, cost }
      return
    }
    for (let end = at + 1; end <= Math.min(text.length, at + 12); end += 1) {
      const piece = text.slice(at, end)
      if (!NUMBER.test(piece) || /^0\d/.test(piece)) continue
      if (/^[.,]/.test(text.slice(end))) continue
      walk(end, [...parts, piece], cost + costOf(piece, parts, roles))
    }
  }
  walk(0, [], 0)
  return best?.parts
}

const decimals = (text: string) => text.split('.')[1]?.length ?? 0
const number = (text: string) => Number(text.replaceAll(',', ''))

function costOf(piece: string, parts: readonly string[], roles: readonly Role[]): number {
  const role = roles[parts.length] as Role
  const sameKind = (other: Role) => (role === 'rate') === (other === 'rate')
  const earlier = parts.filter((_, at) => sameKind(roles[at] as Role))
  const last = earlier.at(-1)
  let cost = last === undefined ? 0 : Math.abs(decimals(piece) - decimals(last)) * 2
  if (role === 'rate') {
    const actual = parts.at(-1)
    const target = parts[roles.indexOf('target')]
    const rate =
      actual && target && number(target) !== 0 ? (number(actual) / number(target)) * 100 : undefined
    if (rate !== undefined)
      cost += Math.abs(rate - number(piece)) <= 0.6 * 10 ** -Math.min(decimals(piece), 1) ? 0 : 4
  } else if (last !== undefined) {
    const [a, b] = [Math.max(number(piece), 0.01), Math.max(number(last), 0.01)]
    cost += Math.abs(Math.log10(a / b))
    if (number(piece) >= 10_000 && !piece.includes(',') && parts.some((each) => each.includes(','))) cost += 3
  }
  return cost
}
