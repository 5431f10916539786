import type { Plan } from '../plan/plan.ts'
import { placedNodes } from '../plan/walk.ts'
import { addYen } from '../shared/money.ts'
import { done, type Outcome, refuse } from '../shared/outcome.ts'
import { isStated } from '../shared/stated.ts'
import type { FiscalYear } from '../shared/year.ts'
import type { Booking, Listing } from './project.ts'

type Placements = Pick<Plan, 'trees' | 'listings'>

/** 食い違い (conflict): what two placements of one project print differently. The first of `printed` is the one that is counted. */
export type Conflict = {
  readonly project: string
  readonly what: 'amount' | 'previous' | 'booking'
  readonly printed: readonly { readonly on: string; readonly value: number | string }[]
}

/** 数えたもの: what a total counts. Every project once, however many placements it has in what was asked. */
type Counted = {
  readonly projects: number
  readonly placements: number
  /** Projects that print no amount in what was asked. They add nothing to the total, and are not worth 0. */
  readonly withoutAmount: number
  readonly conflicts: readonly Conflict[]
}

/** 掲載額: the amounts as they stand in the plan, each project once. */
export type PrintedTotal = Counted & { readonly total: 'printed'; readonly yen: number }

/** 前年度の掲載額: last year's amounts in parentheses. `none` are printed as a dash, `notPrinted` not at all. */
export type PreviousTotal = Omit<Counted, 'withoutAmount'> & {
  readonly total: 'previous'
  readonly yen: number
  readonly none: number
  readonly notPrinted: number
}

type Share = { readonly yen: number; readonly projects: number }

/** 年度別計上額: what was appropriated in one fiscal year, as far as the plan tells. `yen` is the sum of the three parts. */
export type AppropriatedTotal = Counted & {
  readonly total: 'appropriated'
  readonly year: FiscalYear
  readonly yen: number
  /** 当初. */
  readonly initial: Share
  /** 補正. */
  readonly supplementary: Share
  /** うち年度内訳不明: counted here whole, though an unwritten share of it sits in the year of the supplementary. */
  readonly unknownSplit: Share
  /** Not counted here but in the plan's year, though an unwritten share of it belongs to this year. */
  readonly unknownShareElsewhere: Share
  /** Projects whose note is printed only at a placement outside what was asked. It holds for the project all the same. */
  readonly notedElsewhere: readonly string[]
}

/**
 * 掲載額の合計. `nodes` with all that stands below them; without `nodes`, the whole plan.
 * @throws RangeError for a node that the plan does not have.
 */
export function totalPrinted(plan: Placements, nodes?: readonly string[]): PrintedTotal {
  const projects = byProject(plan, nodes)
  const amounts = projects.map(amountOf)
  return {
    total: 'printed',
    yen: addYen(amounts.map(({ value }) => value ?? 0)),
    ...counted(projects, amounts),
  }
}

/** 前年度の掲載額の合計. A dash in one place and an amount in another is a conflict; the first in reading order counts. */
export function totalPrevious(plan: Placements, nodes?: readonly string[]): PreviousTotal {
  const projects = byProject(plan, nodes)
  const found = projects.map((project) =>
    firstPrinted(project, 'previous', ({ previous }) =>
      typeof previous === 'object' ? previous.yen : previous,
    ),
  )
  const { withoutAmount: notPrinted, ...rest } = counted(projects, found)
  return {
    total: 'previous',
    yen: addYen(found.map(({ value }) => (typeof value === 'number' ? value : 0))),
    none: found.filter(({ value }) => value === 'none').length,
    notPrinted,
    ...rest,
  }
}

/**
 * 年度別計上額の合計. 全額R5.2補計上 counts in the year of that supplementary and not in the plan's year, because a
 * supplementary belongs to the year whose budget it amends (地方自治法 208条・218条, as of 2024). 一部 and 含む count in the
 * plan's year as printed, since the plan does not write the share down, and are told apart as `unknownSplit`.
 * Refused for a plan of several years: its amounts do not say which year they are for.
 */
export function totalAppropriated(
  plan: Placements & Pick<Plan, 'period'>,
  year: FiscalYear,
  nodes?: readonly string[],
): Outcome<AppropriatedTotal, 'amounts-of-several-years'> {
  const { from, to: planYear } = plan.period
  if (!isStated(from) || from !== planYear)
    return refuse('amounts-of-several-years', { from: String(from), to: planYear })

  const projects = byProject(plan, nodes)
  const everywhere = new Map(byProject(plan).map((each) => [each.project, each]))
  const lots = projects.map((each) => {
    const amount = amountOf(each)
    return { ...each, ...amount, ...noteOn(amount.value, everywhere.get(each.project) ?? each) }
  })
  const share = (mine: (lot: (typeof lots)[number]) => boolean): Share => {
    const yen = lots.filter((lot) => lot.value !== undefined && mine(lot)).map(({ value }) => value ?? 0)
    return { yen: addYen(yen), projects: yen.length }
  }
  const whole = (booking?: Booking) => booking?.kind === 'all-in-supplementary'
  const initial = share(({ booking }) => !booking && year === planYear)
  const supplementary = share(({ booking }) => whole(booking) && year === booking?.year)
  const unknownSplit = share(({ booking }) => !!booking && !whole(booking) && year === planYear)
  const unknownShareElsewhere = share(
    ({ booking }) => !!booking && !whole(booking) && year === booking.year && year !== planYear,
  )
  const { conflicts, ...counts } = counted(projects, lots)
  return done({
    total: 'appropriated',
    year,
    yen: addYen([initial.yen, supplementary.yen, unknownSplit.yen]),
    initial,
    supplementary,
    unknownSplit,
    unknownShareElsewhere,
    notedElsewhere: lots
      .filter((lot) => lot.booking && !lot.listings.some(({ booking }) => booking))
      .map(({ project }) => project),
    ...counts,
    conflicts: [...conflicts, ...lots.flatMap(({ differently }) => differently ?? [])],
  })
}

/** A project with its placements in what is asked, in reading order. */
type Together = { readonly project: string; readonly listings: readonly Listing[] }
type Found<T> = { readonly value?: T; readonly conflict?: Conflict }

/** Reading order is that of the trees, so the order of `listings` in the file does not matter. */
function byProject(plan: Placements, nodes?: readonly string[]): readonly Together[] {
  const place = new Map<string, number>()
  const asked = nodes && new Set(nodes)
  const inside = new Set<string>()
  for (const { node, above } of placedNodes(plan)) {
    place.set(node.id, place.size)
    if (!asked || asked.has(node.id) || above.some(({ id }) => asked.has(id))) inside.add(node.id)
  }
  const unknown = nodes?.find((id) => !place.has(id))
  if (unknown !== undefined) throw new RangeError(`no such node in the plan: ${unknown}`)
  const order = ({ on }: Listing) => place.get(on) ?? 0
  const listings = plan.listings
    .filter(({ on }) => inside.has(on))
    .toSorted((a, b) => order(a) - order(b) || (a.project < b.project ? -1 : 1))
  return [...Map.groupBy(listings, ({ project }) => project)].map(([project, mine]) => ({
    project,
    listings: mine,
  }))
}

const amountOf = (project: Together): Found<number> =>
  firstPrinted(project, 'amount', ({ amount }) => amount?.yen)

/** The first that is printed, and a conflict where a later placement prints another. A placement that prints none agrees with all. */
function firstPrinted<T extends number | string>(
  { project, listings }: Together,
  what: Conflict['what'],
  read: (listing: Listing) => T | undefined,
): Found<T> {
  const printed = listings.flatMap((listing) => {
    const value = read(listing)
    return value === undefined ? [] : [{ on: listing.on, value }]
  })
  const [first] = printed
  if (!first) return {}
  const differ = printed.some(({ value }) => value !== first.value)
  return {
    value: first.value,
    ...(differ ? { conflict: { project, what, printed } } : {}),
  }
}

/** 計上の注記: the note that goes with this amount, wherever in the plan it is printed. A note beside another amount is not about it. */
function noteOn(
  yen: number | undefined,
  { project, listings }: Together,
): { readonly booking?: Booking; readonly differently?: Conflict } {
  const about = listings.filter(({ amount }) => amount === undefined || amount.yen === yen)
  const booking = about.find((each) => each.booking)?.booking
  if (!booking) return {}
  const { conflict } = firstPrinted({ project, listings: about }, 'booking', (each) =>
    each.booking ? `${each.booking.kind} ${each.booking.year}` : undefined,
  )
  return { booking, ...(conflict ? { differently: conflict } : {}) }
}

const counted = (projects: readonly Together[], found: readonly Found<number | string>[]): Counted => ({
  projects: projects.length,
  placements: projects.reduce((sum, { listings }) => sum + listings.length, 0),
  withoutAmount: found.filter(({ value }) => value === undefined).length,
  conflicts: found.flatMap(({ conflict }) => conflict ?? []),
})
