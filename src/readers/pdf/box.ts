/** x, y, width, height in points from the upper left corner of the page. */
export type Box = readonly [number, number, number, number]

/** Affine matrix a b c d e f, as PDF writes it. */
export type Matrix = readonly [number, number, number, number, number, number]

export const product = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]

/** Which way the text runs on the page, clockwise: 0 to the right, 90 down, 180 to the left, 270 up. */
export type Way = 0 | 90 | 180 | 270

export type Size = { readonly width: number; readonly height: number }

/** A box as seen after the page is turned so that text running `way` runs to the right. */
export function turned([x, y, w, h]: Box, way: Way, { width, height }: Size): Box {
  if (way === 90) return [y, width - x - w, h, w]
  if (way === 270) return [height - y - h, x, h, w]
  return way === 180 ? [width - x - w, height - y - h, w, h] : [x, y, w, h]
}

/** The other way round: from the turned page to the page as it is. `size` is that of the page as it is. */
export function turnedBack([x, y, w, h]: Box, way: Way, { width, height }: Size): Box {
  if (way === 90) return [width - y - h, x, h, w]
  if (way === 270) return [y, height - x - w, h, w]
  return way === 180 ? [width - x - w, height - y - h, w, h] : [x, y, w, h]
}

export const around = (boxes: readonly Box[]): Box => {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  for (const [x, y, w, h] of boxes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + w)
    bottom = Math.max(bottom, y + h)
  }
  return boxes.length === 0 ? [0, 0, 0, 0] : [left, top, right - left, bottom - top]
}

const tenth = (value: number): number => Math.round(value * 10) / 10

export const rounded = ([x, y, w, h]: Box): Box => [tenth(x), tenth(y), tenth(w), tenth(h)]
