// The national run beside C -O3 and NumPy, in one run: 1,799 units × 6 steps, quantiles 10/50/90 of each area and year. The controlled run is
// checked cell by cell against both. The peers keep their own, simpler shocks: one factor for all ages.
//   node bench/population-national.ts [--paths 1000] [--rounds 5]
// Claims: at most 1.5 × C on the same number of threads; at least 3 × as fast as NumPy on all cores; below 300 MB.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { inputsHash, runNation } from '#cli/run-nation.ts'
import { controlledRates } from '#domain/population/nation.ts'
import { hasInputs, INPUTS, readInputs } from './support/national-inputs.ts'

const option = (name: string, or: number) => Number(process.argv[process.argv.indexOf(name) + 1 || 1e9] ?? or)
const paths = option('--paths', 1_000)
const rounds = option('--rounds', 5)
const all = availableParallelism()
const there = (command: string, ...args: string[]) => spawnSync(command, args).status === 0

if (!hasInputs()) console.log(`skipped: ${INPUTS} is not there`)
else {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-bench-'))
  try {
    await compare(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function compare(folder: string): Promise<void> {
  const { flat, totals, codes } = readInputs()
  const from = performance.now()
  const { flat: controlled, path } = controlledRates(flat, totals)
  console.log(`controlled run, 6 steps: ${(performance.now() - from).toFixed(1)} ms`)
  console.log(
    `inputs ${inputsHash(controlled, codes, { seed: 1, paths }).slice(0, 16)}, ${paths} paths, ${rounds} rounds`,
  )
  const peers = peersIn(folder)
  const took = new Map<string, number[]>()
  const note = (name: string, seconds: number) => took.set(name, [...(took.get(name) ?? []), seconds])
  const results: Float64Array[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const threads of new Set([1, all])) {
      const begun = performance.now()
      results.push(await runNation(controlled, codes, { seed: 1, paths, threads }))
      note(`しるべ ${threads}`, (performance.now() - begun) / 1000)
      if (peers.c) note(`C ${threads}`, peers.c(threads))
    }
    if (peers.numpy) note('NumPy', peers.numpy())
  }
  const [first] = results
  const same = results.every((each) => each.every((value, at) => value === first?.[at]))
  console.log(`same quantiles on every number of threads and in every round: ${same ? 'yes' : 'NO'}`)
  const cells = path.subarray(flat.units * 2 * flat.groups)
  for (const [name, file] of peers.cells) {
    const theirs = new Float64Array(new Uint8Array(readFileSync(file)).buffer)
    const furthest = cells.reduce(
      (most, cell, at) => Math.max(most, Math.abs(cell - (theirs[at] ?? Number.NaN))),
      0,
    )
    console.log(
      `controlled run against ${name}: ${theirs.length} cells, furthest ${furthest.toExponential(1)} persons`,
    )
  }
  const median = (name: string) => (took.get(name) ?? []).toSorted((a, b) => a - b)[rounds >> 1] as number
  for (const name of took.keys()) console.log(`${name.padEnd(10)} ${median(name).toFixed(3)} s (median)`)
  for (const threads of new Set([1, all]))
    if (peers.c)
      console.log(
        `しるべ ÷ C, ${threads} threads: ${(median(`しるべ ${threads}`) / median(`C ${threads}`)).toFixed(2)} (claim ≤ 1.5)`,
      )
  if (peers.numpy)
    console.log(
      `NumPy ÷ しるべ, ${all} threads: ${(median('NumPy') / median(`しるべ ${all}`)).toFixed(2)} (claim ≥ 3)`,
    )
  console.log(`memory: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most (claim < 300)`)
}

/** The peers that this machine can run; what is missing is said. */
function peersIn(folder: string) {
  const cells: [string, string][] = []
  const support = join(import.meta.dirname, 'support')
  const run = (command: string, args: readonly string[], env = {}) =>
    (
      JSON.parse(
        execFileSync(command, args, { cwd: INPUTS, env: { ...process.env, ...env } }).toString(),
      ) as { seconds: number }
    ).seconds
  const program = join(folder, 'national')
  const compiled =
    there('gcc', '--version') &&
    there(
      'gcc',
      '-O3',
      '-march=native',
      '-fopenmp',
      '-I',
      INPUTS,
      join(support, 'national.c'),
      '-o',
      program,
      '-lm',
    )
  if (compiled) cells.push(['C', join(folder, 'c.f64')])
  else console.log('skipped C: gcc with OpenMP is not there')
  const numpy = there('python3', '-c', 'import numpy')
  if (numpy) cells.push(['NumPy', join(folder, 'numpy.f64')])
  else console.log('skipped NumPy: python3 with numpy is not there')
  return {
    cells,
    ...(compiled
      ? {
          c: (threads: number) =>
            run(program, [String(paths), join(folder, 'c.f64')], { OMP_NUM_THREADS: String(threads) }),
        }
      : {}),
    ...(numpy
      ? {
          numpy: () =>
            run('python3', [join(support, 'national.py'), String(paths), join(folder, 'numpy.f64')]),
        }
      : {}),
  }
}
