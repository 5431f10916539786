import type { DraftIndicator, DraftPlace, DraftTarget, DraftValue } from '#domain/document/draft.ts'
import { alike } from './alike.ts'
import { plain } from './characters.ts'
import type { Heading } from './heading.ts'
import { readName } from './names.ts'
import { isBlankMark } from './quantity.ts'
import type { Filled, TableRecord } from './record.ts'
import type { Role } from './vocabulary.ts'
import { NOT_INDICATORS } from './vocabulary.ts'
import { findYears } from './years.ts'

/** 手がかり (cue): what the text around a table says about values whose heading is only a year. */
export type Cue = {
  readonly years: 'target' | 'tracked' | 'actual' | undefined
  readonly unit?: string
  readonly topic?: string
}

export type Assembled = { readonly indicator: DraftIndicator; readonly confidence: number }

/** Makes an indicator of a record, or nothing where the record is none. */
export function indicatorFrom(
  record: TableRecord,
  cue: Cue,
  headings: readonly (Heading | undefined)[],
): Assembled | undefined {
  const named = record.name === undefined ? undefined : readName(record.name)
  if (!named?.name || NOT_INDICATORS.test(plain(named.name).replace(/\s/g, ''))) return undefined
  inOneMultiple(record)
  const roles = rolesOf(record, cue, headings)
  const quantities = record.filled.filter(
    ({ quantity }, at) => quantity && roles[at] !== 'rate' && roles[at] !== 'part',
  )
  const unit = unitOf(record, roles, named.unit, cue)
  let baseline: DraftValue | undefined
  const targets: DraftTarget[] = []
  const actuals: DraftValue[] = []
  let opening: DraftValue | undefined
  const notes = [...(named.note ? [named.note] : []), ...record.notes]
  let cumulative = named.cumulative
  for (const [at, filled] of record.filled.entries()) {
    const role = roles[at]
    const value = draftValue(filled)
    if (!value || role === undefined) continue
    if (filled.quantity?.cumulative && (role === 'target' || role === 'total')) cumulative ??= true
    if (role === 'baseline') baseline ??= value
    else if (role === 'opening') opening = value
    else if (role === 'target' || role === 'milestone')
      targets.push({ ...value, role: role === 'target' ? 'final' : 'milestone' })
    else if (role === 'total') {
      targets.push({ ...value, role: 'final' })
      cumulative ??= true
    } else if (role === 'actual' && filled.quantity) actuals.push(value)
    else if (role === 'former' && value.year !== undefined) targets.push({ ...value, role: 'former' })
    else if (role === 'former') notes.push(`見直し前 ${value.printed}`)
    else if (role === 'forecast') notes.push(`見込 ${value.printed}`)
  }
  if (opening && !baseline) baseline = opening
  else if (opening && !(opening.value === baseline?.value && opening.year === baseline?.year))
    actuals.unshift(opening)
  const wordsOnly = quantities.length === 0
  if (wordsOnly && targets.length === 0) return undefined
  if (!baseline && targets.length === 0 && actuals.length === 0) return undefined
  const indicator: DraftIndicator = {
    kind: 'indicator',
    name: named.name,
    ...(named.definition ? { definition: named.definition } : {}),
    ...(unit ? { unit } : {}),
    ...(baseline ? { baseline } : {}),
    targets: ordered(
      targets.filter(
        ({ role, year }) =>
          role !== 'former' || !targets.some((other) => other.role !== 'former' && other.year === year),
      ),
    ),
    actuals,
    ...(cumulative === undefined ? {} : { cumulative }),
    relisted: named.relisted,
    ...(record.grade ? { grade: record.grade } : {}),
    ...(notes.length > 0 ? { note: notes.join(' / ') } : {}),
  }
  const confidence =
    record.fit *
    (targets.length > 0 ? 1 : 0.85) *
    (wordsOnly ? 0.9 : 1) *
    (plain(named.name).length > 45 || plain(named.name).length < 3 ? 0.85 : 1)
  return { indicator, confidence }
}

/** 9,800人 beside 1.2万人: all values of a record in one multiple of its unit. */
function inOneMultiple({ filled }: TableRecord): void {
  for (const [at, quantity] of alike(filled.map((each) => each.quantity)).entries()) {
    const each = filled[at]
    if (each && quantity && quantity !== each.quantity) filled[at] = { ...each, quantity }
  }
}

/** Final and milestone by order of year where years are known. */
function ordered(targets: readonly DraftTarget[]): readonly DraftTarget[] {
  const own = targets.filter(({ role }) => role !== 'former')
  const last = own.reduce<DraftTarget | undefined>(
    (a, b) => (!a || (b.year ?? 0) >= (a.year ?? 0) ? b : a),
    undefined,
  )
  const known = own.every(({ year }) => year !== undefined)
  const final = known ? last : (own.findLast(({ role }) => role === 'final') ?? own.at(-1))
  return targets.map((target) => ({
    ...target,
    role: target === final ? 'final' : target.role === 'former' ? 'former' : 'milestone',
  }))
}

/** Yearly values that go up and down between the first and the last are what has been: steps to a target all go its way. */
function isBent(filled: readonly Filled[]): boolean {
  const years = filled.filter(({ heading, quantity }) => heading?.role === 'year' && quantity)
  const values = filled.flatMap(({ quantity }) => (quantity ? [Number(quantity.value)] : []))
  const steps = values.slice(1).map((value, at) => Math.sign(value - (values[at] ?? value)))
  return years.length > 2 && steps.includes(1) && steps.includes(-1)
}

/** Years between a baseline and a target; values of neighbouring years are a record. */
const FAR = 3
/** Where the lines above speak of targets, a whole plan must lie between: the nearer of two targets is none to start from. */
const PLAN = 5

/** Roles of the filled cells: those of their headings, and for bare years what the surroundings say. */
function rolesOf(
  { filled }: TableRecord,
  cue: Cue,
  headings: readonly (Heading | undefined)[],
): readonly (Role | undefined)[] {
  const has = (role: Role) =>
    headings.some((heading) => heading?.role === role) || filled.some(({ heading }) => heading?.role === role)
  // 「KPI | 2018 | 2024」: two years far apart are where it starts and what it aims at.
  const [one, two] = filled.map(({ heading }) => (heading?.role === 'year' ? heading.year : undefined))
  const apart = filled.length === 2 && one !== undefined && two !== undefined ? two - one : 0
  const least = cue.years === 'target' ? PLAN : FAR
  if (apart >= least && cue.years !== 'actual' && headings.some((heading) => heading?.role === 'name'))
    return ['baseline', 'target']
  const firstSaid = filled.findIndex(({ heading }) => heading && heading.role !== 'year')
  const bent = isBent(filled)
  const lastSaid = filled.findLastIndex(({ heading }) => heading?.role === 'target')
  return filled.map(({ heading }, at) => {
    const role = heading?.role
    if (role === 'value') return cue.years === 'target' ? 'target' : 'actual'
    if (role !== 'year' && role !== 'order') return role
    if (role === 'order') return 'target'
    const [saysTarget, saysBaseline, saysActual] = [has('target'), has('baseline'), has('actual')]
    if (saysTarget && !saysBaseline && saysActual && at < firstSaid) return 'baseline'
    if (has('rate') && saysTarget) return 'actual'
    if (saysTarget && saysBaseline)
      return lastSaid !== -1 && at > lastSaid
        ? 'actual'
        : cue.years === 'actual' || bent
          ? 'actual'
          : 'milestone'
    if (saysBaseline) return cue.years === 'actual' ? 'actual' : 'target'
    if (saysTarget && !saysBaseline)
      return at === 0 && filled[1]?.heading?.role !== 'year' ? 'baseline' : 'actual'
    return cue.years === 'target' ? 'target' : cue.years === 'tracked' ? 'actual' : undefined
  })
}

/** 「99.0～99.5%」: no one value, and yet what is wanted. */
const RANGE = /^[\d.,]+[^\d~]{0,4}~[\d.,]+[^\d]{0,5}$/

function draftValue({
  quantity,
  words,
  heading,
  year,
  calendar: beside,
  at,
}: Filled): DraftValue | undefined {
  const place = at as DraftPlace
  const said = quantity?.year ?? year
  const own = said ?? heading?.year
  const dated = {
    ...(own === undefined ? {} : { year: own }),
    ...(said !== undefined && heading?.year !== undefined && said !== heading.year
      ? { headingYear: heading.year }
      : {}),
  }
  if (quantity) {
    const { value, qualifier, calendar, relative, printed } = quantity
    return {
      value,
      ...(qualifier ? { qualifier } : {}),
      ...dated,
      ...(calendar || beside ? { calendarYear: true } : {}),
      ...(relative ? { relative: true } : {}),
      printed,
      at: place,
    }
  }
  if (words === undefined || isBlankMark(words)) return undefined
  if (heading?.role !== 'target' && heading?.role !== 'milestone') return undefined
  const said2 = plain(words)
  if (said2.length > 20 || (/^[\d.]/.test(said2) && !RANGE.test(said2)) || /[○△×]/.test(said2))
    return undefined
  const by = own === undefined ? findYears(said2).at(-1)?.year : undefined
  return {
    value: { words: words.trim() },
    ...dated,
    ...(by === undefined ? {} : { year: by }),
    printed: words.trim(),
    at: place,
  }
}

/** 単位: the column's, the name's, or what stands after the values – the target's before the baseline's. */
function unitOf(
  { unit, filled }: TableRecord,
  roles: readonly (Role | undefined)[],
  ofName: string | undefined,
  cue: Cue,
): string | undefined {
  const printed = (wanted: readonly Role[]) =>
    filled.find(({ quantity }, at) => quantity?.unit && wanted.includes(roles[at] as Role))?.quantity?.unit
  const own =
    printed(['target', 'total', 'milestone']) ?? printed(['baseline', 'actual', 'opening', 'former'])
  const heading = filled.find(({ heading }) => heading?.unit)?.heading?.unit
  const column = unit && own && !unit.includes(own) && !own.includes(unit) ? own : (unit ?? own)
  return column ?? ofName ?? heading ?? cue.unit
}
