import type { DraftBodyOf, DraftTarget } from './draft.ts'

/** What an entry is called. */
export const nameOf = (body: DraftBodyOf): string => {
  if ('name' in body) return body.name
  if (body.kind === 'term') return body.term
  return body.kind === 'section' ? body.title : (body.measure ?? '')
}

/** The same entry under another name. */
export const renamed = (body: DraftBodyOf, name: string): DraftBodyOf => {
  if ('name' in body) return { ...body, name }
  if (body.kind === 'term') return { ...body, term: name }
  return body.kind === 'section' ? { ...body, title: name } : { ...body, measure: name }
}

/**
 * 一つにする: two entries of one kind that were torn apart. The names are put together, values come from the first that has them, and lists of
 * values from both.
 */
export function joined(first: DraftBodyOf, second: DraftBodyOf): DraftBodyOf {
  const both = renamed({ ...second, ...first } as DraftBodyOf, `${nameOf(first)}${nameOf(second)}`)
  if (both.kind === 'project' && first.kind === 'project' && second.kind === 'project') {
    const changes = [...(first.changes ?? []), ...(second.changes ?? [])]
    return { ...both, ...(changes.length > 0 ? { changes } : {}) }
  }
  if (both.kind !== 'indicator' || first.kind !== 'indicator' || second.kind !== 'indicator') return both
  const hasFinal = first.targets.some(({ role }) => role === 'final')
  return {
    ...both,
    targets: [...first.targets, ...second.targets.filter(({ role }) => role !== 'final' || !hasFinal)],
    actuals: [...first.actuals, ...second.actuals],
  }
}

const final = (targets: readonly DraftTarget[]) => targets.findLast(({ role }) => role === 'final')

/** What an entry says that only one of two can keep, by the name of its field. */
function valuesOf(body: DraftBodyOf): Readonly<Record<string, unknown>> {
  switch (body.kind) {
    case 'indicator':
      return {
        definition: body.definition,
        unit: body.unit,
        baseline: body.baseline,
        target: final(body.targets),
        grade: body.grade,
        note: body.note,
      }
    case 'project':
      return { amount: body.amount, previous: body.previous, booking: body.booking, note: body.note }
    case 'donation':
      return { amount: body.estimate, from: body.from, to: body.to }
    case 'step':
      return { from: body.from, to: body.to }
    case 'term':
      return { number: body.number, gloss: body.gloss }
    case 'node':
    case 'section':
      return { number: body.number }
    case 'body':
      return {}
  }
}

/** An amount is the same in any unit, and a value wherever it stands. */
const told = (value: unknown): string =>
  JSON.stringify(value, (key, each) =>
    key === 'at' || key === 'printed' || key === 'headingYear'
      ? undefined
      : each && typeof each === 'object' && 'yen' in each
        ? each.yen
        : each,
  )

/** 食い違う欄: fields in which both say something and not the same, so that one of them would be lost by {@link joined}. */
export function clashes(first: DraftBodyOf, second: DraftBodyOf): readonly string[] {
  const other = valuesOf(second)
  return Object.entries(valuesOf(first)).flatMap(([field, value]) =>
    value === undefined || value === '' || other[field] === undefined || other[field] === ''
      ? []
      : told(value) === told(other[field])
        ? []
        : [field],
  )
}
