import type { DraftIndicator, DraftTarget } from '#domain/document/draft.ts'
import { plain } from './characters.ts'
import type { Found } from './collect.ts'

type FoundIndicator = Found & { readonly of: DraftIndicator }

/** 同じものを一つに: what was found twice in two ways – in a sentence and in a table, in a line and in a series – becomes one. */
export function merge(found: readonly Found[]): readonly Found[] {
  const sorted = [...found].sort((a, b) => a.order - b.order)
  const kept: Found[] = []
  for (const each of sorted) {
    const at = isIndicator(each) ? kept.findIndex((other) => isIndicator(other) && same(other, each)) : -1
    const before = kept[at]
    if (at === -1 || !before || !isIndicator(before) || !isIndicator(each)) kept.push(each)
    else kept[at] = together(before, each)
  }
  return kept
}

const isIndicator = (found: Found): found is FoundIndicator => found.of.kind === 'indicator'

const key = (name: string) =>
  plain(name)
    .replace(/[\s()・「」]/g, '')
    .toLowerCase()

const fromSentence = ({ grounds }: Found) =>
  grounds.rule.startsWith('sentence') || grounds.rule === 'colon' || grounds.rule === 'arrow'

function same(a: FoundIndicator, b: FoundIndicator): boolean {
  if (a.of.relisted || b.of.relisted) return false
  if (!fromSentence(a) && !fromSentence(b)) return false
  if (a.grounds.rule === 'arrow' && b.grounds.rule === 'arrow') return false
  const [x, y] = [key(a.of.name), key(b.of.name)]
  // The same name far away with other values is another promise, not the same one told twice.
  if (x === y) return sharesTarget(a.of, b.of) || Math.abs(a.order - b.order) <= NEAR
  return within(x, y) && sameValues(a.of, b.of)
}

/** One name holds the letters of the other in order, and begins and ends alike. */
function within(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  if (short.length < 4 || (long.slice(0, 2) !== short.slice(0, 2) && long.slice(-2) !== short.slice(-2)))
    return false
  let at = 0
  for (const letter of long) if (letter === short[at]) at += 1
  return at === short.length
}

const NEAR = 12

const sharesTarget = (a: DraftIndicator, b: DraftIndicator): boolean =>
  a.targets.length === 0 ||
  b.targets.length === 0 ||
  a.targets.some(({ value }) =>
    b.targets.some((other) => JSON.stringify(other.value) === JSON.stringify(value)),
  )

const finalOf = ({ targets }: DraftIndicator) => targets.find(({ role }) => role === 'final')?.value

const sameValues = (a: DraftIndicator, b: DraftIndicator) =>
  JSON.stringify(finalOf(a)) === JSON.stringify(finalOf(b)) &&
  (a.baseline === undefined || b.baseline === undefined || a.baseline.value === b.baseline.value)

/** The fuller of the two stays; a cumulative total that a line states replaces the last year of a series. */
function together(a: FoundIndicator, b: FoundIndicator): FoundIndicator {
  const [main, other] = weight(b) > weight(a) ? [b, a] : [a, b]
  const stated = other.of.targets.filter((target) => target.role === 'final' && fromSentence(other))
  const baseline = main.of.baseline ?? other.of.baseline
  const replaced = (target: DraftTarget) =>
    stated.some(({ year }) => year !== undefined && year === target.year)
  const extra = main.grounds.rule === 'series' ? stated : main.of.targets.length === 0 ? other.of.targets : []
  const targets = [...main.of.targets.filter((target) => !(extra.length > 0 && replaced(target))), ...extra]
    .filter(
      ({ year, value }) =>
        !(baseline?.year !== undefined && year === baseline.year && value === baseline.value),
    )
    .sort((x, y) => (x.year ?? 9999) - (y.year ?? 9999))
  const last = targets.at(-1)
  const cumulative = main.of.cumulative ?? other.of.cumulative
  const unit = main.of.unit ?? other.of.unit
  return {
    ...main,
    of: {
      ...main.of,
      ...(unit ? { unit } : {}),
      ...(baseline ? { baseline } : {}),
      ...(cumulative === undefined ? {} : { cumulative }),
      targets: targets.map((target) => ({ ...target, role: target === last ? 'final' : 'milestone' })),
      actuals: main.of.actuals.length > 0 ? main.of.actuals : other.of.actuals,
    },
    grounds: { ...main.grounds, confidence: Math.max(main.grounds.confidence, other.grounds.confidence) },
    order: Math.min(a.order, b.order),
  }
}

const weight = ({ of, grounds }: FoundIndicator) =>
  of.targets.length +
  of.actuals.length +
  (of.baseline ? 1 : 0) +
  (grounds.rule.startsWith('sentence') ? -0.5 : 0.5)
