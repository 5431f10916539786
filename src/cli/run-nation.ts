import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { FlatUnits } from '#domain/population/flat.ts'
import { keptOf, NATION_SHARES } from '#domain/population/nation.ts'
import { type NationShare, takeUnits } from './nation-units.ts'

export type NationAsked = {
  readonly seed: number
  readonly paths: number
  readonly threads: number
  readonly progress?: (share: number) => void
}

/**
 * 全国の試行: quantiles of the total, `[unit][step][share]`, on so many threads, this one among them. Units are taken as threads become free;
 * which thread runs a unit does not change its figures.
 */
export async function runNation(
  flat: FlatUnits,
  codes: Float64Array,
  { seed, paths, threads, progress }: NationAsked,
): Promise<Float64Array> {
  const into = shared(new Float64Array(flat.units * flat.steps * NATION_SHARES.length))
  const next = new Int32Array(new SharedArrayBuffer(8))
  const { base, change, additive, childWomanRatio, maleShare } = flat
  const workerData: NationShare = {
    flat: {
      ...flat,
      ...{ base: shared(base), change: shared(change), additive: shared(additive) },
      ...{ childWomanRatio: shared(childWomanRatio), maleShare: shared(maleShare) },
    },
    ...{ codes: shared(codes), kept: shared(keptOf(flat)), seed, paths, into, next },
  }
  const workers = Array.from(
    { length: Math.max(1, threads) - 1 },
    () => new Worker(new URL('./nation-worker.ts', import.meta.url), { workerData }),
  )
  try {
    const others = Promise.all(workers.map(finished))
    await Promise.all([others, takeUnits(workerData, () => breathe(next, flat.units, progress))])
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
  progress?.(1)
  return into.slice()
}

/** Lets a failed worker be heard, and says how far all threads are. */
async function breathe(next: Int32Array, units: number, progress: NationAsked['progress']): Promise<void> {
  progress?.(Atomics.load(next, 1) / units)
  await setImmediate()
}

const finished = (worker: Worker) =>
  new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('error', reject)
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`a thread of the national run ended with ${code}`))
    })
  })

function shared(values: Float64Array): Float64Array {
  const copy = new Float64Array(new SharedArrayBuffer(values.byteLength))
  copy.set(values)
  return copy
}

/** 入力のハッシュ: SHA-256 of all that a run depends on, so that two runs can be told to be of the same. */
export function inputsHash(flat: FlatUnits, codes: Float64Array, told: object): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify({ units: flat.units, steps: flat.steps, groups: flat.groups, ...told }))
  for (const values of [
    ...[flat.base, flat.change, flat.additive, flat.childWomanRatio, flat.maleShare, codes],
  ])
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
  return hash.digest('hex')
}
