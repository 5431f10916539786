import type { DraftBodyOf } from './draft.ts'

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
  if (both.kind !== 'indicator' || first.kind !== 'indicator' || second.kind !== 'indicator') return both
  const final = first.targets.some(({ role }) => role === 'final')
  return {
    ...both,
    targets: [...first.targets, ...second.targets.filter(({ role }) => role !== 'final' || !final)],
    actuals: [...first.actuals, ...second.actuals],
  }
}
