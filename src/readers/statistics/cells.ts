import type { Area } from '#domain/population/statistics.ts'
import { type AgeLabel, ageLabel, groupingOf, type SexLabel } from './labels.ts'
import type { Line } from './people.ts'

/** 一つの値 of a table that has one value a line: area, year, sex and the label of its age. */
export type Cell = {
  readonly area: Area
  readonly year: number
  readonly sex: SexLabel
  readonly age: string
  readonly value: number | undefined
  readonly origin: string
}

/** Single values → lines by area, year and sex; of a cell that comes twice the first counts. */
export function linesOf(cells: readonly Cell[]): {
  readonly lines: readonly Line[]
  readonly missing: readonly string[]
} {
  const groups = new Map<string, { readonly first: Cell; readonly values: Map<string, number | undefined> }>()
  for (const cell of cells) {
    const key = `${cell.area.code} ${cell.year} ${cell.sex}`
    const group = groups.get(key) ?? { first: cell, values: new Map<string, number | undefined>() }
    if (!group.values.has(cell.age)) group.values.set(cell.age, cell.value)
    groups.set(key, group)
  }
  const lines: Line[] = []
  const missing: string[] = []
  for (const { first, values } of groups.values()) {
    const found = [...values].map(([text, value]) => ({ label: ageLabel(text), value }))
    const labels = found.flatMap(({ label }, at): { label: AgeLabel; at: number }[] =>
      label ? [{ label, at }] : [],
    )
    const ages = groupingOf(labels)?.places.map((places) =>
      places.reduce<number | undefined>((sum, at) => {
        const value = found[at]?.value
        return sum === undefined || value === undefined ? undefined : sum + value
      }, 0),
    )
    if (!ages || ages.includes(undefined)) {
      missing.push(first.origin)
      continue
    }
    const of = (kind: AgeLabel['kind']) => found.find(({ label }) => label?.kind === kind)?.value
    const [total, unknown] = [of('total'), of('unknown')]
    const { area, year, sex, origin } = first
    lines.push({
      ...{ area, year, sex, origin, ages: ages as number[] },
      ...(total === undefined ? {} : { total }),
      ...(unknown === undefined ? {} : { unknown }),
    })
  }
  return { lines, missing }
}

/** 性別か年齢の軸か, by the texts that an axis uses. */
export function axisKind(texts: readonly string[]): 'age' | 'sex' | 'other' {
  const different = [...new Set(texts)]
  const groups = different.filter((text) => /^(group|open)$/.test(ageLabel(text)?.kind ?? ''))
  if (groups.length >= 15) return 'age'
  const sexes = new Set(different.map(sexOnly).filter((sex) => sex !== undefined))
  return sexes.size === 2 && different.length <= 6 ? 'sex' : 'other'
}

const sexOnly = (text: string): SexLabel | undefined =>
  /^(男|男性)$/.test(text.trim()) ? 'male' : /^(女|女性)$/.test(text.trim()) ? 'female' : undefined

/** Of an axis that is neither (表章項目, 国籍), the class that means all; undefined where it is not said. */
export const wholeOf = (texts: readonly string[]): string | undefined => {
  const different = [...new Set(texts)]
  return different.length === 1
    ? different[0]
    : different.find((text) => /^(総数|計|合計|人口|総人口|国籍総数)/.test(text.trim()))
}
