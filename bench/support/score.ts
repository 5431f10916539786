// Scores of one method over many series, by item and over all of them.
import type { Told } from './naive.ts'

export const METHODS = ['しるべ', '前年のまま', '直線'] as const
export type Method = (typeof METHODS)[number]

/** What came, what errors are measured by (0 where the history never moved), and the thresholds that were fixed before. */
export type Came = {
  readonly item: string
  readonly value: number
  readonly usual: number
  readonly thresholds: readonly number[]
}

type Sums = {
  n: number
  in50: number
  in80: number
  scaled: number
  errors: number
  brier: number
  asked: number
}

/** A tally of what three methods told of the same series. */
export function makeTally() {
  const sums = new Map<string, Sums>()
  const add = (item: string, method: Method, { value, usual, thresholds }: Came, told: Told) => {
    const key = `${item}|${method}`
    const sum = sums.get(key) ?? { n: 0, in50: 0, in80: 0, scaled: 0, errors: 0, brier: 0, asked: 0 }
    sums.set(key, sum)
    sum.n++
    for (const [share, name] of [
      [0.5, 'in50'],
      [0.8, 'in80'],
    ] as const) {
      const [low, high] = told.band(share)
      if (value >= low && value <= high) sum[name]++
    }
    if (usual > 0) {
      sum.errors++
      sum.scaled += Math.abs(value - told.middle) / usual
    }
    for (const threshold of thresholds) {
      sum.asked++
      sum.brier += (told.atLeast(threshold) - (value >= threshold ? 1 : 0)) ** 2
    }
  }
  return {
    add(came: Came, told: Readonly<Record<Method, Told>>) {
      for (const method of METHODS) for (const item of [came.item, ALL]) add(item, method, came, told[method])
    },
    of(item: string, method: Method): Sums & { readonly mase: number; readonly meanBrier: number } {
      const sum = sums.get(`${item}|${method}`) ?? NONE
      return { ...sum, mase: sum.scaled / sum.errors, meanBrier: sum.brier / sum.asked }
    },
    items: (): readonly string[] => [
      ...new Set([...sums.keys()].map((key) => key.split('|')[0] ?? '').filter((item) => item !== ALL)),
    ],
  }
}

const NONE: Sums = { n: 0, in50: 0, in80: 0, scaled: 0, errors: 0, brier: 0, asked: 0 }
export const ALL = '全体'

/** One line of Markdown an item, the whole last. */
export function printTable(tally: ReturnType<typeof makeTally>): string {
  const figures = (item: string) => {
    const cells = METHODS.map((method) => tally.of(item, method))
    const row = (pick: (of: (typeof cells)[number]) => number, digits: number) =>
      cells.map((of) => pick(of).toFixed(digits)).join(' / ')
    return `| ${item} | ${cells[0]?.n} | ${row((of) => of.in50 / of.n, 2)} | ${row((of) => of.in80 / of.n, 2)} | ${row((of) => of.mase, 3)} | ${row((of) => of.meanBrier, 4)} |`
  }
  return [
    '| 項目 | n | 50%の幅 | 80%の幅 | MASE | Brier |',
    '| --- | ---: | --- | --- | --- | --- |',
    ...[...tally.items(), ALL].map(figures),
  ].join('\n')
}
