import type { Placed } from '#domain/plan/walk.ts'
import type { Page, Promised } from './page.ts'

/** One line of the published list: an indicator where it hangs, or 再掲 at a second place. */
export type Listing = { readonly row: Promised; readonly relisted: boolean }

/** Every goal that shows an indicator, in the order of the plan, with its lines; those shown again come last. */
export function goalListings(
  page: Page,
): readonly { readonly goal: Placed; readonly listings: readonly Listing[] }[] {
  const goalAbove = (node: string) => {
    const place = page.places.get(node)
    return place && (place.above[0]?.id ?? place.node.id)
  }
  return [...page.places.values()].flatMap((goal) => {
    const own = page.rows.filter((row) => row.goal === goal.node.id)
    const again = page.rows.flatMap((row) =>
      row.relistedOn.filter((on) => goalAbove(on) === goal.node.id).map(() => row),
    )
    const listings = [
      ...own.map((row) => ({ row, relisted: false })),
      ...again.map((row) => ({ row, relisted: true })),
    ]
    return listings.length > 0 ? [{ goal, listings }] : []
  })
}
