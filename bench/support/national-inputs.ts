import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FlatUnits } from '#domain/population/flat.ts'

/** The inputs of the national run, outside the repository. */
export const INPUTS = join(import.meta.dirname, '../../../shared/data/bench')

export const hasInputs = (): boolean => existsSync(join(INPUTS, 'k.c'))

const UNITS = 1_799
const STEPS = 6
const GROUPS = 19

/** 1,799 units, 6 steps, 19 ages; control totals `[step][sex][age]` after each step. */
export function readInputs(): {
  readonly flat: FlatUnits
  readonly totals: Float64Array
  readonly codes: Float64Array
} {
  const read = (name: string) => new Float64Array(new Uint8Array(readFileSync(join(INPUTS, name))).buffer)
  const boys = read('sr.f64')
  return {
    flat: {
      ...{ units: UNITS, steps: STEPS, groups: GROUPS },
      base: read('base.f64'),
      change: read('ccr.f64'),
      additive: new Float64Array(STEPS * UNITS * 2 * GROUPS),
      childWomanRatio: read('cwr.f64'),
      maleShare: Float64Array.from(
        { length: STEPS * UNITS },
        (_, at) => boys[Math.floor(at / UNITS)] as number,
      ),
    },
    totals: read('nat.f64').subarray(2 * GROUPS),
    codes: Float64Array.from({ length: UNITS }, (_, at) => at),
  }
}
