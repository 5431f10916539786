import { done, type Outcome, refuse } from '../shared/outcome.ts'
import { type FiscalYear, fiscalYear } from '../shared/year.ts'
import type { Department } from './department.ts'

/** 登録する課: as written in a list. */
export type NewDepartment = { readonly id?: string; readonly name: string; readonly nameEn?: string }

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** 課の一覧を読む: one a line, the name alone or code, name and English name parted by tabs or commas. */
export const departmentLines = (text: string): readonly NewDepartment[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.split(/[\t,，]/).map((cell) => cell.normalize('NFC').trim()))
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map(([first = '', second, third]) =>
      second !== undefined && (first === '' || ID.test(first))
        ? { ...(first ? { id: first } : {}), name: second, ...(third ? { nameEn: third } : {}) }
        : { name: first, ...(second ? { nameEn: second } : {}) },
    )

export type RegisterRefused = 'nothing-registered' | 'department-twice' | 'department-name-missing'

/**
 * 課を登録する: the departments with the new ones behind them, from the fiscal year that runs. One whose code and name are there already is
 * passed over, so that a longer list can be pasted again.
 */
export function registered(
  departments: readonly Department[],
  lines: readonly NewDepartment[],
  year: FiscalYear,
): Outcome<readonly Department[], RegisterRefused> {
  const all = [...departments]
  for (const { id: written, name, nameEn } of lines) {
    if (name === '') return refuse('department-name-missing')
    const same = all.find((each) => each.to === undefined && each.name === name)
    if (same && (written === undefined || written === same.id)) continue
    if (same || all.some(({ id }) => id === written))
      return refuse('department-twice', { name, id: written ?? '' })
    const id = written ?? freeId(all)
    all.push({ id, name, ...(nameEn ? { names: { en: nameEn } } : {}), from: year })
  }
  return all.length === departments.length ? refuse('nothing-registered') : done(all)
}

function freeId(taken: readonly Department[]): string {
  const ids = new Set(taken.map(({ id }) => id))
  let number = taken.length + 1
  while (ids.has(`department-${number}`)) number += 1
  return `department-${number}`
}

/** 課の名前を変える, from the fiscal year that runs; the former name holds for the years before. Twice in a year leaves no name between. */
export function renamed(
  department: Department,
  { name, nameEn }: NewDepartment,
  year: FiscalYear,
): Department {
  const { names, ...kept } = department
  const last = fiscalYear(year - 1)
  const next = { ...kept, name, ...(nameEn ? { names: { en: nameEn } } : {}) }
  const isNew = department.from !== undefined && department.from >= year
  if (isNew || department.former?.some(({ until }) => until >= last)) return next
  const before = { name: department.name, ...(names ? { names } : {}), until: last }
  return { ...next, former: [...(department.former ?? []), before] }
}

/** 課を終える with the fiscal year before the one that runs. */
export function ended(
  department: Department,
  successors: readonly string[],
  year: FiscalYear,
): Outcome<Department, 'department-too-young'> {
  if (department.from !== undefined && department.from >= year) return refuse('department-too-young')
  return done({
    ...department,
    to: fiscalYear(year - 1),
    ...(successors.length > 0 ? { successors } : {}),
  })
}
