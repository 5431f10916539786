import type { AreaCode } from '#domain/government/area-code.ts'
import type { Area, PeopleRow } from '#domain/population/statistics.ts'
import type { Finding } from '#domain/shared/finding.ts'
import { foundAt } from './found.ts'
import type { SexLabel } from './labels.ts'

/** One line of a table: one area, year and sex, youngest first. */
export type Line = {
  readonly area: Area
  readonly year: number
  readonly sex: SexLabel
  readonly ages: readonly number[]
  readonly unknown?: number
  readonly total?: number
  readonly origin: string
}

export type People = {
  readonly areas: readonly Area[]
  readonly people: readonly PeopleRow[]
  readonly findings: readonly Finding[]
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/**
 * Lines → people by area and year. Totals in the file are not kept but held against the parts; what does not add up is a finding with
 * its first place. A man or a woman of an area and year alone is no population.
 */
export function peopleOf(lines: readonly Line[]): People {
  const areas = new Map<AreaCode, Area>()
  const found = new Map<string, Partial<Record<SexLabel, Line>> & { readonly first: Line }>()
  const [doubled, uneven, apart, alone]: [string[], string[], string[], string[]] = [[], [], [], []]
  for (const line of lines) {
    if (!areas.has(line.area.code)) areas.set(line.area.code, line.area)
    const key = `${line.area.code} ${line.year}`
    const before = found.get(key)
    if (before?.[line.sex]) doubled.push(line.origin)
    else found.set(key, { first: line, ...before, [line.sex]: line })
    if (line.total !== undefined && line.total !== sum(line.ages) + (line.unknown ?? 0))
      uneven.push(line.origin)
  }
  const people: PeopleRow[] = []
  for (const { male, female, both, first } of found.values()) {
    if (!male || !female) {
      alone.push(first.origin)
      continue
    }
    if (both?.ages.some((value, age) => value !== (male.ages[age] ?? 0) + (female.ages[age] ?? 0)))
      apart.push(both.origin)
    people.push({
      area: first.area.code,
      year: first.year,
      male: male.ages,
      female: female.ages,
      ...(male.unknown === undefined || female.unknown === undefined
        ? {}
        : { unknown: { male: male.unknown, female: female.unknown } }),
      origin: `${male.origin},${female.origin}`,
    })
  }
  return {
    areas: [...areas.values()],
    people,
    findings: [
      ...foundAt('row-twice', doubled),
      ...foundAt('ages-do-not-add-up', uneven),
      ...foundAt('sexes-do-not-add-up', apart),
      ...foundAt('one-sex-only', alone),
    ],
  }
}
