import type { Matrix } from './box.ts'
import { OPS } from './library.ts'
import type { Rule } from './run.ts'

/** Codes of pdf.js in the data of a path, with how many numbers follow each. */
const MOVE = 0
const LINE = 1
const FOLLOW = [2, 2, 6, 4, 0]
const CLOSE = 4

const STROKES = new Set<number>([
  ...[OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke],
  ...[OPS.closeFillStroke, OPS.closeEOFillStroke],
])
const FILLS = new Set<number>([OPS.fill, OPS.eoFill])

/** A filled shape thinner than this is a rule. */
const THIN = 2.6
const SHORTEST = 4
const STRAIGHT = 0.6

type Point = readonly [number, number]

/** The rules that a path draws: its straight edges where it is stroked, itself where it is filled and thin. */
export function rulesOf(
  [operator, [data] = [null], bounds]: readonly [number, readonly [Float32Array | null], Float32Array | null],
  ctm: Matrix,
): readonly Rule[] {
  if (!data || !bounds) return []
  const found: Rule[] = []
  if (STROKES.has(operator)) {
    for (const path of subpaths(data, ctm))
      for (let at = 1; at < path.length; at++) addEdge(found, path[at - 1], path[at])
  } else if (FILLS.has(operator)) {
    for (const path of subpaths(data, ctm)) addThin(found, path)
  }
  return found
}

function* subpaths(data: Float32Array, [a, b, c, d, e, f]: Matrix): Generator<readonly Point[]> {
  let path: Point[] = []
  let at = 0
  while (at < data.length) {
    const code = data[at] ?? 0
    const count = FOLLOW[code] ?? 0
    const [x = 0, y = 0] = data.subarray(at + 1 + Math.max(0, count - 2), at + 1 + count)
    at += count + 1
    if (code === CLOSE) {
      if (path[0]) path.push(path[0])
      continue
    }
    if (code === MOVE && path.length > 0) {
      yield path
      path = []
    }
    const point: Point = [a * x + c * y + e, b * x + d * y + f]
    // The end of a curve begins anew: a rounded corner is no edge.
    if (code !== MOVE && code !== LINE) {
      yield path
      path = []
    }
    path.push(point)
  }
  if (path.length > 0) yield path
}

function addEdge(found: Rule[], one: Point | undefined, other: Point | undefined): void {
  if (!one || !other) return
  const [dx, dy] = [Math.abs(one[0] - other[0]), Math.abs(one[1] - other[1])]
  if (dy < STRAIGHT && dx >= SHORTEST) found.push(between(true, (one[1] + other[1]) / 2, one[0], other[0]))
  else if (dx < STRAIGHT && dy >= SHORTEST)
    found.push(between(false, (one[0] + other[0]) / 2, one[1], other[1]))
}

function addThin(found: Rule[], path: readonly Point[]): void {
  const xs = path.map(([x]) => x)
  const ys = path.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (bottom - top < THIN && right - left >= SHORTEST)
    found.push(between(true, (top + bottom) / 2, left, right))
  else if (right - left < THIN && bottom - top >= SHORTEST)
    found.push(between(false, (left + right) / 2, top, bottom))
}

const between = (across: boolean, at: number, one: number, other: number): Rule => ({
  across,
  at,
  from: Math.min(one, other),
  to: Math.max(one, other),
})
