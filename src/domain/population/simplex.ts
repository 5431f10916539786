/**
 * 最小をさがす: the point near `start` at which `cost` is least, by a simplex that turns over, stretches and shrinks. Same start, same answer.
 * Source: Nelder & Mead, Computer Journal 7 (1965).
 */
export function leastNear(
  cost: (point: readonly number[]) => number,
  start: readonly number[],
  reach = 0.3,
  most = 1500,
): readonly number[] {
  const at = (point: readonly number[]) => ({ point, cost: cost(point) })
  const corners = [start, ...start.map((_, axis) => start.map((x, of) => (of === axis ? x + reach : x)))].map(
    at,
  )
  type Corner = ReturnType<typeof at>
  const along = (from: readonly number[], to: readonly number[], share: number) =>
    at(from.map((x, axis) => x + share * ((to[axis] as number) - x)))
  for (let turn = 0; turn < most; turn += 1) {
    corners.sort((a, b) => a.cost - b.cost)
    const [best, worst] = [corners[0] as Corner, corners.at(-1) as Corner]
    const second = corners.at(-2) as Corner
    if (worst.cost - best.cost < 1e-9) break
    const others = corners.slice(0, -1)
    const middle = start.map((_, axis) =>
      others.reduce((sum, { point }) => sum + (point[axis] as number) / others.length, 0),
    )
    const turned = along(middle, worst.point, -1)
    let next = turned
    if (turned.cost < best.cost) {
      const stretched = along(middle, worst.point, -2)
      if (stretched.cost < turned.cost) next = stretched
    } else if (turned.cost >= second.cost) {
      next = along(middle, worst.point, 0.5)
      if (next.cost >= worst.cost) {
        for (let corner = 1; corner < corners.length; corner += 1)
          corners[corner] = along(best.point, (corners[corner] as Corner).point, 0.5)
        continue
      }
    }
    corners[corners.length - 1] = next
  }
  return corners.sort((a, b) => a.cost - b.cost)[0]?.point ?? start
}
