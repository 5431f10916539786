import { type AskedOfFan, type Fan, fanOf, fanRoom } from '#domain/population/fan.ts'
import { outsetOf, type PublishedYear } from '#domain/population/projection.ts'
import { simulation1 } from '#domain/population/scenario.ts'

export type Measured = { readonly milliseconds: readonly number[]; readonly last: Fan }

/** スライダーを動かす: one fan for each place of the TFR slider, timed one by one, as a page would ask for them. */
export function slide(
  published: readonly PublishedYear[],
  to: number,
  asked: AskedOfFan,
  moves: number,
): Measured {
  const outset = outsetOf(published, published[0]?.year ?? 0)
  if (!outset.ok) throw new Error(outset.why)
  const { base, year } = outset.value
  const room = fanRoom({ groups: base.male.length, steps: (to - year) / 5 }, asked.paths)
  const milliseconds: number[] = []
  let last: Fan | undefined
  for (let move = 0; move < moves; move += 1) {
    const scenario = simulation1(outset.value, 1 + move / moves, year + 15)
    const from = performance.now()
    last = fanOf(outset.value, scenario, to, asked, room)
    milliseconds.push(performance.now() - from)
  }
  return { milliseconds, last: last as Fan }
}

Object.assign(globalThis, { slide })
