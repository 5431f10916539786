/**
 * 寄与 (contribution), independent of order: what each player adds, averaged over all orders in which they could come (Shapley 1953).
 * The contributions sum to value(all) − value(none). `value` is asked once for each of the 2ⁿ sets.
 */
export function contributions<Player>(
  players: readonly Player[],
  value: (present: readonly Player[]) => number,
): readonly number[] {
  const count = players.length
  const worth = Array.from({ length: 2 ** count }, (_, set) =>
    value(players.filter((_player, at) => set & (1 << at))),
  )
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1))
  return players.map((_, at) => {
    let total = 0
    for (let set = 0; set < worth.length; set += 1) {
      if (set & (1 << at)) continue
      const size = bits(set)
      const weight = (factorial(size) * factorial(count - size - 1)) / factorial(count)
      total += weight * ((worth[set | (1 << at)] ?? 0) - (worth[set] ?? 0))
    }
    return total
  })
}

const bits = (set: number): number => (set === 0 ? 0 : (set & 1) + bits(set >> 1))
