/** 道すじの点: a value in a year. */
export type Point = { readonly year: number; readonly value: number }

/** 道すじ (path): straight between its points, held before the first and after the last. Points in any order; one at least. */
export function valueOn(path: readonly Point[], year: number): number {
  const sorted = path.toSorted((a, b) => a.year - b.year)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last) throw new RangeError('a path without points')
  if (year <= first.year) return first.value
  const next = sorted.find((point) => point.year >= year)
  if (!next) return last.value
  const before = sorted[sorted.indexOf(next) - 1] ?? first
  const share = (year - before.year) / (next.year - before.year)
  return before.value + (next.value - before.value) * share
}

/** 5年間の合計: of the years after `from` up to and with `from + 5`, for amounts of a year. */
export const fiveYearsOf = (path: readonly Point[], from: number): number =>
  [1, 2, 3, 4, 5].reduce((total, ahead) => total + valueOn(path, from + ahead), 0)
