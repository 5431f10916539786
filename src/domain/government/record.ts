import type { Appropriation } from '../budget/appropriation.ts'
import type { ReviewPanel, StageDates } from '../cycle/calendar.ts'
import type { Event } from '../cycle/event.ts'
import type { Meeting, MINUTES_FIELDS } from '../cycle/review.ts'
import type { YearMove } from '../cycle/year-state.ts'
import type { RecordedActual } from '../indicator/recorded.ts'
import type { Department } from './department.ts'
import type { LifeEvent } from './life.ts'

/** Who wrote it down and when (ISO moment, UTC). */
export type Told = { readonly recordedAt: string; readonly recordedBy: string }

/** A record of an actual that has no id yet. With a `reason` it replaces the standing one of the same year and vintage. */
export type ToldActual = Omit<RecordedActual, 'id' | 'corrects'>

export type ToldAppropriation = Appropriation & Told

/** 対応方針 to an opinion. Several, where it went on for years. */
export type ToldResponse = Told & {
  readonly state: 'done' | 'begun' | 'continuing' | 'not-taken'
  readonly text: string
  readonly department?: string
}

export type ToldOpinion = Told & {
  readonly plan: string
  readonly year: number
  /** Id of a commitment or node of the plan, or the plan's own. */
  readonly subject: string
  readonly text: string
  readonly responses: readonly ToldResponse[]
}

/**
 * 検証の回 that was held and signed off. The opinions on its year and plans that were recorded while it took opinions are its own; a member is known
 * by the name that stands with them, and shown by the affiliation.
 */
export type ToldReview = {
  readonly year: number
  readonly plans: readonly string[]
  readonly meeting: Meeting
  readonly members: readonly { readonly name: string; readonly affiliation: string }[]
  readonly minutes: Readonly<Record<(typeof MINUTES_FIELDS)[number], string>>
  readonly summary: string
  /** The paper that the chair confirmed. */
  readonly reference: string
  readonly openedAt: string
  readonly fixedAt: string
  readonly closedAt: string
  readonly signedAt: string
  readonly by: string
}

export type ToldMove = {
  readonly plan: string
  readonly year: number
  readonly move: YearMove
  readonly reason?: string
  readonly at: string
  readonly by: string
}

/**
 * 団体の記録 (record): what a government knows beside its plans, from the day it began to keep it. Lists are in no particular
 * order; the moments say what was known when.
 */
export type GovernmentRecord = {
  readonly government: string
  /** The day on which it began, and by whom. */
  readonly began: Told
  readonly panel: ReviewPanel
  readonly dates: readonly StageDates[]
  readonly departments: readonly Department[]
  /** 団体の変遷, without the government's own code. */
  readonly life: readonly Omit<LifeEvent, 'code'>[]
  readonly events: readonly (Event & Told)[]
  readonly actuals: readonly ToldActual[]
  readonly appropriations: readonly ToldAppropriation[]
  readonly opinions: readonly ToldOpinion[]
  readonly reviews: readonly ToldReview[]
  readonly moves: readonly ToldMove[]
}

/** One place in a series that can hold one standing value. */
export const slotOf = ({ indicator, actual }: Pick<ToldActual, 'indicator' | 'actual'>): string =>
  `${indicator} ${actual.year} ${actual.vintage ?? ''}`
