/** Standard normal distribution: P(Z ≤ z), to 1e-15. Source: G. West, Better approximations to cumulative normal functions (2005). */
export function normalCdf(z: number): number {
  const x = Math.abs(z)
  if (x > 37) return z > 0 ? 1 : 0
  const e = Math.exp((-x * x) / 2)
  const tail =
    x < 7.07106781186547
      ? (e * horner(TOP, x)) / horner(BOTTOM, x)
      : e / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) / 2.506628274631
  return z > 0 ? 1 - tail : tail
}

const TOP = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
  221.213596169931, 220.206867912376,
]
const BOTTOM = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
  637.333633378831, 793.826512519948, 440.413735824752,
]

const horner = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, each) => sum * x + each, 0)

/** Logarithm of the normal density with a variance. */
export const logDensity = (distance: number, variance: number): number =>
  -0.5 * (Math.log(2 * Math.PI * variance) + (distance * distance) / variance)
