import type { Department } from '../government/department.ts'
import type { Judgement } from '../indicator/judgement.ts'
import type { RecordedActual } from '../indicator/recorded.ts'
import type { RollUp } from '../indicator/roll-up.ts'
import type { Scheme } from '../indicator/scheme.ts'
import type { Plan } from '../plan/plan.ts'
import type { Translations } from '../shared/lang.ts'
import type { FiscalYear } from '../shared/year.ts'
import type { FollowUpChoice } from './follow-up.ts'
import type { Given } from './given.ts'
import type { PlanYear } from './plan-year.ts'

/** 意見と対応方針 as published. */
export type PublishedOpinion = {
  readonly year: number
  readonly subject: string
  readonly panel: string
  /** 区分 of the member who said it, never a name. */
  readonly affiliation?: string
  readonly text: string
  readonly response?: { readonly text: string; readonly state: string; readonly department?: string }
}

/** 今後の方針 as published: what was decided of a program or project, and why. */
export type PublishedFollowUp = {
  readonly subject: string
  readonly name: string
  readonly names?: Translations
  readonly choice: FollowUpChoice
  readonly reason: string
}

/** 課 as it was called then; no other than those that the page names. */
export type PublishedDepartment = Pick<Department, 'id' | 'name' | 'names'>

type Counts = Omit<RollUp, 'onTrack'> & { readonly onTrack: Omit<RollUp['onTrack'], 'share'> }

/**
 * 公表の内容 (snapshot): all that the public page of a plan's year says, taken at one moment and never changed.
 * Everything that a page, a file or a paper of that publication shows comes from here, so it can be made again.
 */
export type YearSnapshot = {
  readonly format: 1
  readonly government: {
    readonly code: string
    readonly name: string
    readonly nameEn?: string
    readonly fictional: boolean
  }
  readonly plan: Plan
  readonly year: FiscalYear
  readonly takenAt: string
  readonly scheme: Scheme
  readonly rows: readonly {
    readonly commitment: string
    readonly goal: string
    readonly relistedOn: readonly string[]
    readonly records: readonly RecordedActual[]
    readonly judgement: Judgement
    /** 人による判定, where somebody gave one. */
    readonly given?: readonly Given[]
  }[]
  readonly goals: readonly { readonly goal: string; readonly counts: Counts }[]
  readonly total: Counts
  readonly opinions: readonly PublishedOpinion[]
  /** Absent in a snapshot taken before names were kept in it. */
  readonly departments?: readonly PublishedDepartment[]
  /** Absent where nothing was decided yet. */
  readonly followUps?: readonly PublishedFollowUp[]
}

const counts = ({ onTrack: { share: _, ...onTrack }, ...rollUp }: RollUp): Counts => ({ ...rollUp, onTrack })

/** Records of the year and before, and the corrections of those, even where a correction moved the value to a later year. */
function upTo(year: FiscalYear, records: readonly RecordedActual[]): readonly RecordedActual[] {
  const kept = new Set<string>()
  return records
    .toSorted((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1))
    .filter(({ id, actual, corrects }) => {
      const keep = actual.year <= year || (corrects !== undefined && kept.has(corrects))
      if (keep) kept.add(id)
      return keep
    })
}

function givenFor(all: readonly Given[], commitment: string): { readonly given?: readonly Given[] } {
  const given = all.filter((each) => each.commitment === commitment)
  return given.length > 0 ? { given } : {}
}

/** Takes the snapshot of a judged year. Same record, same snapshot: nothing in it depends on when it is drawn but `takenAt`. */
export function takeSnapshot(
  government: YearSnapshot['government'],
  { plan, year, scheme, rows, goals, total }: PlanYear,
  opinions: readonly PublishedOpinion[],
  takenAt: string,
  given: readonly Given[] = [],
  followUps: readonly PublishedFollowUp[] = [],
): YearSnapshot {
  return {
    format: 1,
    government,
    plan,
    year,
    takenAt,
    scheme,
    rows: rows.map(({ commitment, goal, relistedOn, records, judgement }) => ({
      commitment: commitment.id,
      goal: goal.id,
      relistedOn,
      records: upTo(year, records),
      judgement,
      ...givenFor(given, commitment.id),
    })),
    goals: goals.map(({ goal, rollUp }) => ({ goal: goal.id, counts: counts(rollUp) })),
    total: counts(total),
    opinions,
    ...(followUps.length > 0 ? { followUps } : {}),
  }
}

/**
 * 全体の状況: how many promises stand at each grade, by the scheme's one label of it, and how many cannot be judged yet. The label of one
 * judgement may say more (許容差のうち); a total never does, so that it is the same wherever it is counted.
 */
export const standingOf = ({ total }: Pick<YearSnapshot, 'total'>) => ({
  grades: total.grades
    .filter(({ count }) => count > 0)
    .map(({ grade, label, tone, count }) => ({ grade, label, tone, count })),
  ungraded: total.ungraded,
})

/** Without names of staff: residents are told which department answers, and nothing else on the page needs a person. */
export const withoutNames = (snapshot: YearSnapshot): YearSnapshot => ({
  ...snapshot,
  plan: {
    ...snapshot.plan,
    indicators: snapshot.plan.indicators.map(({ settled, ...indicator }) => ({
      ...indicator,
      ...(settled ? { settled: settled.map((each) => ({ ...each, by: '' })) } : {}),
    })),
  },
  rows: snapshot.rows.map((row) => ({
    ...row,
    records: row.records.map((record) => ({ ...record, recordedBy: '' })),
    ...(row.given ? { given: row.given.map((each) => ({ ...each, by: '' })) } : {}),
  })),
})

/** 公表の記録 (publication), without the snapshot itself. `number` counts the publications of that year from 1. */
export type PublicationRecord = {
  readonly plan: string
  readonly year: number
  readonly number: number
  readonly sha256: string
  /** Why it was published again. */
  readonly note?: string
  readonly publishedAt: string
  readonly publishedBy: string
}

/** What a public page of a year is drawn from. */
export type PublicYear = {
  readonly snapshot: YearSnapshot
  /** The publication shown; absent where the moment asked for lies before the first one, and the record of that moment is shown. */
  readonly publication?: PublicationRecord
  /** Every publication of the year up to now, newest first. */
  readonly publications: readonly PublicationRecord[]
  /** Departments of the government, for a snapshot that has no names of them. */
  readonly departments?: readonly PublishedDepartment[]
}
