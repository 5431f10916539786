import type { Translations } from '../shared/lang.ts'
import type { FiscalYear } from '../shared/year.ts'

export type DepartmentName = {
  readonly name: string
  readonly names?: Translations
}

/** 旧称: a name that a department had until the end of a fiscal year. */
export type FormerName = DepartmentName & { readonly until: FiscalYear }

/**
 * 担当課 (department) with its life. A renamed department keeps its id and lists its `former` names, oldest first; one that is
 * merged or split ends (`to`) and names its `successors`, so that whatever it owned can be followed to whoever answers now.
 */
export type Department = DepartmentName & {
  readonly id: string
  /** First fiscal year, where known. */
  readonly from?: FiscalYear
  /** Last fiscal year. */
  readonly to?: FiscalYear
  readonly former?: readonly FormerName[]
  readonly successors?: readonly string[]
}

const exists = ({ from, to }: Department, year: number): boolean =>
  (from === undefined || from <= year) && (to === undefined || year <= to)

/** The name the department had in a fiscal year; undefined where it did not exist. */
export function nameAt(department: Department, year: number): DepartmentName | undefined {
  if (!exists(department, year)) return undefined
  const { name, names } = department.former?.find(({ until }) => year <= until) ?? department
  return { name, ...(names ? { names } : {}) }
}

/** The departments that answer in `year` for what this one owned: itself, or whatever it became by then. */
export function heirsOf(departments: readonly Department[], id: string, year: number): readonly Department[] {
  const byId = new Map(departments.map((each) => [each.id, each]))
  const seen = new Set<string>()
  const follow = (one: string): readonly Department[] => {
    const department = byId.get(one)
    if (!department || seen.has(one)) return []
    seen.add(one)
    if (department.to === undefined || year <= department.to)
      return exists(department, year) ? [department] : []
    return (department.successors ?? []).flatMap(follow)
  }
  return follow(id)
}

/** Departments as they could be known in a fiscal year: later ones, later names and later ends are left out. */
export const knownIn = (departments: readonly Department[], year: number): readonly Department[] =>
  departments
    .filter(({ from }) => from === undefined || from <= year)
    .map(({ id, name, names, from, to, former, successors }) => {
      const then = former?.find(({ until }) => year <= until) ?? { name, names }
      const before = former?.filter(({ until }) => until < year) ?? []
      const ended = to !== undefined && to < year
      return {
        id,
        name: then.name,
        ...(then.names ? { names: then.names } : {}),
        ...(from === undefined ? {} : { from }),
        ...(ended ? { to } : {}),
        ...(before.length > 0 ? { former: before } : {}),
        ...(ended && successors ? { successors } : {}),
      }
    })

/** Fiscal years in whose April the list changed: founded, renamed, merged or split. */
export const reorganisations = (departments: readonly Department[]): readonly number[] => [
  ...new Set(
    departments
      .flatMap(({ from, to, former }) => [
        from,
        to === undefined ? undefined : to + 1,
        ...(former ?? []).map(({ until }) => until + 1),
      ])
      .filter((year) => year !== undefined)
      .sort((a, b) => a - b),
  ),
]
