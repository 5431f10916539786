import { normalQuantile } from './normal-quantile.ts'

/**
 * 数えて引く乱数 (counter-based): the draw of a path is a function of seed, area, stream and path, and of nothing that came before it. So any thread
 * may compute any path, in any order, and the shocks are the same.
 */
export type Stream = { readonly first: number; readonly second: number }

/** 32 bits well mixed: a bijection without fixed structure. Source: C. Wellons, “Prospecting for Hash Functions” (2018), lowbias32. */
function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d)
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b)
  return x ^ (x >>> 16)
}

/** 乱数の流れ: one for each seed, area and purpose. `seed` and `area` are whole numbers. */
export function streamOf(seed: number, area: number, purpose: number): Stream {
  const words = [seed, Math.floor(seed / 2 ** 32), area, purpose]
  const key = (start: number) => words.reduce((held, word) => mix(mix(held) + (word | 0)) | 0, start)
  return { first: key(0x243f6a88), second: key(0x13198a2e) }
}

/** 32 random bits of a path, as a signed integer. */
export function bitsOf(first: number, second: number, path: number): number {
  let x = Math.imul(path + 1, 0x9e3779b9) + first
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d)
  x = Math.imul((x ^ (x >>> 15)) + second, 0x846ca68b)
  x = Math.imul(x ^ (x >>> 16), 0x9e3779b1)
  return x ^ (x >>> 15)
}

/** Cells of equal probability between which the normal quantile is taken for straight; the outermost are computed. */
const CELLS = 4096
const OUTER = 16
const KNOTS = Float64Array.from({ length: CELLS + 1 }, (_, at) => normalQuantile(at / CELLS))

/** Fills `into` with standard normal draws of the paths from `from` on. In the straight cells the error is below 2e-4 standard deviations. */
export function fillNormal({ first, second }: Stream, from: number, into: Float64Array, count: number): void {
  for (let at = 0; at < count; at += 1) {
    const bits = bitsOf(first, second, from + at)
    const cell = bits >>> 20
    if (cell < OUTER || cell >= CELLS - OUTER) into[at] = normalQuantile(((bits >>> 0) + 0.5) / 2 ** 32)
    else {
      const below = KNOTS[cell] as number
      into[at] = below + ((KNOTS[cell + 1] as number) - below) * ((bits & 0xfffff) / 2 ** 20)
    }
  }
}

/** Fills `into` with what turns a normal draw into Student's t with ν = 4: √(ν ÷ χ²), where χ² of 4 = −2·ln(u·u′). */
export function fillHeaviness(
  one: Stream,
  other: Stream,
  from: number,
  into: Float64Array,
  count: number,
): void {
  for (let at = 0; at < count; at += 1) {
    const u = ((bitsOf(one.first, one.second, from + at) >>> 0) + 0.5) / 2 ** 32
    const w = ((bitsOf(other.first, other.second, from + at) >>> 0) + 0.5) / 2 ** 32
    into[at] = Math.sqrt(-2 / Math.log(u * w))
  }
}
