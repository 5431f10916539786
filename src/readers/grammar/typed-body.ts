import type {
  DraftBodyOf,
  DraftDonation,
  DraftIndicator,
  DraftPlace,
  DraftProject,
  DraftStep,
  DraftTarget,
  DraftValue,
} from '#domain/document/draft.ts'
import { readYear } from '#domain/shared/era.ts'
import { type Money, readMoney, writeMoney } from '#domain/shared/money.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { plain } from './characters.ts'
import { quantityCell } from './quantity.ts'
import { inUnit } from './typed-unit.ts'

/** 欄 (fields): an entry as texts that a person can correct, by name; what is not there is empty. */
export type Fields = Readonly<Record<string, string>>

export type FieldWrong =
  | 'empty-name'
  | 'year-not-understood'
  | 'number-not-understood'
  | 'unit-not-the-same'
  | 'amount-not-understood'

const shown = (value: DraftValue | undefined): string =>
  value === undefined
    ? ''
    : typeof value.value === 'string' && value.printed === ''
      ? value.value
      : value.printed
const year = (value: number | undefined): string => (value === undefined ? '' : String(value))
const money = (value: Money | 'none' | undefined): string =>
  value === undefined ? '' : value === 'none' ? 'なし' : writeMoney(value)

export const finalOf = (targets: readonly DraftTarget[]): DraftTarget | undefined =>
  targets.findLast(({ role }) => role === 'final')

/** An entry as fields, in the order in which they are shown. */
export function fieldsOf(body: DraftBodyOf): Fields {
  switch (body.kind) {
    case 'indicator': {
      const target = finalOf(body.targets)
      return {
        name: body.name,
        unit: body.unit ?? '',
        baseline: shown(body.baseline),
        baselineYear: year(body.baseline?.year),
        target: shown(target),
        targetYear: year(target?.year),
      }
    }
    case 'project':
      return { name: body.name, amount: money(body.amount), previous: money(body.previous) }
    case 'node':
      return { number: body.number ?? '', name: body.name, role: body.role }
    case 'donation':
      return {
        measure: body.measure ?? '',
        amount: money(body.estimate),
        from: year(body.from),
        to: year(body.to),
      }
    case 'term':
      return { number: body.number, name: body.term }
    case 'body':
      return { name: body.name }
    case 'step':
      return { name: body.name, from: year(body.from), to: year(body.to) }
    case 'section':
      return { number: body.number, name: body.title }
  }
}

const ROLES = ['goal', 'program', 'measure', 'effort', 'initiative', 'area', 'group'] as const

type Wrong = {
  readonly field: string
  readonly why: FieldWrong
  readonly value: string
  readonly unit?: string
}

/**
 * 直した内容を読む: what a person typed, over what was read. Years are read however they are written, values and amounts as in a document; a value comes out in the entry's unit. What was
 * not touched stays exactly as read. Refused with the field that cannot be understood; nothing is guessed.
 */
export function typedBody(
  read: DraftBodyOf,
  typed: Fields,
  at: DraftPlace,
): Outcome<DraftBodyOf, FieldWrong> {
  const before = fieldsOf(read)
  const text = (field: string) => (typed[field] ?? before[field] ?? '').trim()
  const same = (field: string) => text(field) === (before[field] ?? '').trim()
  try {
    return done(rebuilt(read, { text, same, at }))
  } catch (wrong) {
    if (!(wrong instanceof NotUnderstood)) throw wrong
    const { why, ...detail } = wrong.of
    return refuse(why, detail)
  }
}

class NotUnderstood extends Error {
  readonly of: Wrong
  constructor(of: Wrong) {
    super(of.why)
    this.of = of
  }
}

type Typed = {
  readonly text: (field: string) => string
  readonly same: (field: string) => boolean
  readonly at: DraftPlace
}

function rebuilt(read: DraftBodyOf, typed: Typed): DraftBodyOf {
  const { text } = typed
  const name = () => {
    const given = text('name')
    if (given === '') throw new NotUnderstood({ field: 'name', why: 'empty-name', value: '' })
    return given
  }
  switch (read.kind) {
    case 'indicator':
      return indicatorFrom(read, typed, name())
    case 'project':
      return projectFrom(read, typed, name())
    case 'node': {
      const { number: _, ...node } = read
      const role = ROLES.find((each) => each === text('role')) ?? read.role
      return { ...node, ...(text('number') ? { number: text('number') } : {}), name: name(), role }
    }
    case 'donation':
      return donationFrom(read, typed)
    case 'term':
      return { ...read, number: text('number'), term: name() }
    case 'body':
      return { ...read, name: name() }
    case 'step':
      return stepFrom(read, typed, name())
    case 'section':
      return { ...read, number: text('number'), title: name() }
  }
}

function yearFrom({ text }: Typed, field: string): number | undefined {
  const written = text(field)
  if (written === '') return undefined
  const found = readYear(written)
  if (!found.ok) throw new NotUnderstood({ field, why: 'year-not-understood', value: written })
  return found.value.year
}

function valueFrom(typed: Typed, field: string, read: DraftValue | undefined): DraftValue | undefined {
  const written = typed.text(field)
  if (written === '') return undefined
  const of = yearFrom(typed, `${field}Year`)
  const dated = of === undefined ? {} : { year: of }
  if (read && typed.same(field)) {
    const { year: _, ...rest } = read
    return { ...rest, ...dated }
  }
  const found = quantityCell(written)
  if (!found && /\d/.test(plain(written)))
    throw new NotUnderstood({ field, why: 'number-not-understood', value: written })
  const unit = typed.text('unit')
  const value = found && inUnit(found, unit)
  if (found && !value) throw new NotUnderstood({ field, why: 'unit-not-the-same', value: written, unit })
  return {
    value: value ?? { words: written },
    ...(found?.qualifier ? { qualifier: found.qualifier } : {}),
    ...dated,
    printed: written,
    at: read?.at ?? typed.at,
  }
}

function indicatorFrom(read: DraftIndicator, typed: Typed, name: string): DraftIndicator {
  const { unit: _, baseline: __, ...rest } = read
  const final = finalOf(read.targets)
  const baseline = valueFrom(typed, 'baseline', read.baseline)
  const target = valueFrom(typed, 'target', final)
  const unit = typed.text('unit')
  return {
    ...rest,
    name,
    ...(unit ? { unit } : {}),
    ...(baseline ? { baseline } : {}),
    targets: [
      ...read.targets.filter((each) => each !== final),
      ...(target ? [{ ...target, role: 'final' as const }] : []),
    ],
  }
}

function moneyFrom({ text }: Typed, field: string): Money | 'none' | undefined {
  const written = text(field)
  if (written === '') return undefined
  if (/^(なし|無し|none|-|－|皆増)$/i.test(written)) return 'none'
  const found = readMoney(plain(written).replace(/\s/g, ''))
  if (!found) throw new NotUnderstood({ field, why: 'amount-not-understood', value: written })
  return found
}

function projectFrom(read: DraftProject, typed: Typed, name: string): DraftProject {
  const { amount: _, previous: __, ...rest } = read
  const amount = moneyFrom(typed, 'amount')
  const previous = moneyFrom(typed, 'previous')
  return {
    ...rest,
    name,
    ...(amount && amount !== 'none' ? { amount } : {}),
    ...(previous ? { previous } : {}),
  }
}

function donationFrom(read: DraftDonation, typed: Typed): DraftDonation {
  const estimate = moneyFrom(typed, 'amount')
  if (!estimate || estimate === 'none')
    throw new NotUnderstood({ field: 'amount', why: 'amount-not-understood', value: typed.text('amount') })
  const [from, to] = [yearFrom(typed, 'from'), yearFrom(typed, 'to')]
  return {
    kind: 'donation',
    ...(typed.text('measure') ? { measure: typed.text('measure') } : {}),
    estimate: typed.same('amount') ? read.estimate : estimate,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}

/** 年間の流れ: months of the year, 1–12. */
function stepFrom({ from: _, to: __, ...read }: DraftStep, typed: Typed, name: string): DraftStep {
  const month = (field: string) => {
    const written = plain(typed.text(field)).replace(/月.*$/, '')
    if (written === '') return undefined
    const found = Number(written)
    if (!Number.isInteger(found) || found < 1 || found > 12)
      throw new NotUnderstood({ field, why: 'number-not-understood', value: typed.text(field) })
    return found
  }
  const [from, to] = [month('from'), month('to')]
  return { ...read, name, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}
