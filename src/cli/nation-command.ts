import { availableParallelism } from 'node:os'
import { NATION_SHARES } from '#domain/population/nation.ts'
import { SEEN_AHEAD } from '#domain/population/spread.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import type { NationPrinted } from '#readers/uncertainty-schemas.ts'
import { reading } from '#store/transaction.ts'
import { type NationUnits, nationUnits } from '#usecases/project-nation.ts'
import { ja } from '#words/ja.ts'
import { inputsHash, runNation } from './run-nation.ts'
import { aligned, whole, yearOf } from './table-text.ts'
import type { Call, CliCommand } from './terminal.ts'

const said = ja.fan.nation

/** 全国の試行: `project --national`. */
export const projectNation: CliCommand = async (call) => {
  const { options, store, tell } = call
  const counted = countsOf(options, 1_000)
  if (!counted.ok) return counted
  const [base, to] = [yearOf(options.base), yearOf(options.to)]
  for (const [typed, year] of [
    [options.base, base],
    [options.to, to],
  ])
    if (typed !== undefined && year === undefined) return refuse('not-a-year', { value: String(typed) })
  const found = await reading(store, { government: '' }, (tx) =>
    nationUnits(tx, {
      ...(base === undefined ? {} : { base }),
      ...(to === undefined ? {} : { to }),
      ...(typeof options.dataset === 'string' ? { dataset: options.dataset } : {}),
    }),
  )
  if (!found.ok) return found
  const { flat, codes } = found.value
  const { paths, seed, threads } = counted.value
  const quantiles = await runNation(flat, codes, { paths, seed, threads, progress: bar(tell) })
  tell('\n')
  const data = printed(found.value, counted.value, quantiles)
  return done({ text: summary(data), data })
}

export type Counts = { readonly paths: number; readonly seed: number; readonly threads: number }

const MOST = { paths: 100_000, seed: Number.MAX_SAFE_INTEGER, threads: 256 } as const

/** 本数・種・スレッド as they were typed. */
export function countsOf(options: Call['options'], usual: number): Outcome<Counts, 'not-a-count'> {
  const typed = {
    paths: options.paths ?? String(usual),
    seed: options.seed ?? '1',
    threads: options.threads ?? String(availableParallelism()),
  }
  for (const option of ['paths', 'seed', 'threads'] as const) {
    const [value, least] = [String(typed[option]), option === 'seed' ? 0 : 1]
    if (!/^\d+$/.test(value) || Number(value) < least || Number(value) > MOST[option])
      return refuse('not-a-count', { option, value, least, most: MOST[option] })
  }
  return done({ paths: Number(typed.paths), seed: Number(typed.seed), threads: Number(typed.threads) })
}

/** 進みぐあい, told when another twentieth is done. */
function bar(tell: Call['tell']): (share: number) => void {
  let told = -1
  return (share) => {
    const parts = Math.floor(share * 20)
    if (parts === told) return
    told = parts
    tell(said.progress(parts * 5, '█'.repeat(parts) + '░'.repeat(20 - parts)))
  }
}

function printed(units: NationUnits, counts: Counts, quantiles: Float64Array): NationPrinted {
  const { dataset, areas, base, to, published, control, incomplete, flat, codes, central } = units
  const { id, title, source, vintage, file, sha256 } = dataset
  const persons = (value: number | undefined) => Math.round(value ?? 0)
  const { paths, seed, threads } = counts
  return {
    dataset: { id, title, source, vintage, file, sha256 },
    ...{ base, to, published, control, paths, seed, threads },
    hash: inputsHash(flat, codes, { paths, seed, base, to }),
    incomplete,
    areas: areas.map(({ code, name }, unit) => ({
      ...{ code, name },
      years: Array.from({ length: flat.steps }, (_, step) => {
        const at = (unit * flat.steps + step) * NATION_SHARES.length
        return {
          year: base + (step + 1) * 5,
          extrapolated: (step + 1) * 5 > SEEN_AHEAD,
          deterministic: persons(central[(step + 1) * areas.length + unit]),
          q10: persons(quantiles[at]),
          q50: persons(quantiles[at + 1]),
          q90: persons(quantiles[at + 2]),
        }
      }),
    })),
  }
}

function summary(data: NationPrinted): string {
  const { columns } = said
  const steps = (data.to - data.base) / 5
  const percent = (share: number | undefined) => `${((share ?? 0) * 100).toFixed(1)}%`
  const rows = Array.from({ length: steps }, (_, step) => {
    const years = data.areas.flatMap(({ years: of }) => of[step] ?? [])
    const widths = years
      .flatMap(({ q10, q50, q90 }) => (q50 > 0 ? [(q90 - q10) / q50] : []))
      .toSorted((a, b) => a - b)
    const year = data.base + (step + 1) * 5
    return [
      `${year}${(step + 1) * 5 > SEEN_AHEAD ? '＊' : ''}`,
      String(years.length),
      whole(years.reduce((sum, { deterministic }) => sum + deterministic, 0)),
      percent(widths[widths.length >> 1]),
      percent(widths[Math.floor(widths.length * 0.9)]),
    ]
  })
  const lines = [
    said.title(data.dataset.title, data.dataset.id),
    said.run(data.areas.length, steps, data.paths, data.seed, data.threads),
    said.control[data.control],
    ...aligned([[columns.year, columns.areas, columns.central, columns.narrow, columns.wide], ...rows]),
    said.width,
    ...(steps * 5 > SEEN_AHEAD ? [ja.fan.extrapolated] : []),
    ...(data.incomplete > 0 ? [said.incomplete(data.incomplete)] : []),
    ja.fan.hash(data.hash),
  ]
  return `${lines.join('\n')}\n`
}
