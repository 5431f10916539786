import type { Hat, Role } from '../access/can.ts'
import { type CycleStage, dayAfter, daysBetween, type StageDates, stageDays } from './calendar.ts'
import type { FollowUp } from './follow-up.ts'
import { ANSWER_DAYS, lastSaid, type Thread, waitsFor } from './question.ts'
import type { ReportState } from './report.ts'
import { type Stages, stageNow } from './stages.ts'

/**
 * しごとの種類: who is to do it, of whichever role is found first in the department, and in which stage. Another kind of work is one more line and
 * the needs that it makes.
 */
export const TASK_KINDS = {
  'round-to-open': { stage: 'report', roles: ['planner', 'administrator'] },
  'report-to-enter': { stage: 'report', roles: ['reporter', 'approver'] },
  'report-to-fix': { stage: 'report', roles: ['reporter', 'approver'] },
  'report-to-approve': { stage: 'report', roles: ['approver'] },
  'owner-to-name': { stage: 'report', roles: ['planner', 'administrator'] },
  'question-to-answer': { stage: 'report', roles: ['reporter', 'approver'] },
  'planning-to-answer': { stage: 'report', roles: ['planner', 'administrator'] },
  'judgement-first': { stage: 'assess', roles: ['approver'] },
  'judgement-second': { stage: 'steering', roles: ['planner', 'administrator'] },
  'opinion-to-charge': { stage: 'decide', roles: ['planner', 'administrator'] },
  'opinion-to-answer': { stage: 'decide', roles: ['reporter', 'approver'] },
  'follow-up-to-propose': { stage: 'decide', roles: ['approver', 'reporter'] },
  'follow-up-to-decide': { stage: 'decide', roles: ['planner', 'administrator'] },
  'follow-up-late': { stage: 'decide', roles: ['approver', 'reporter'] },
  'year-to-publish': { stage: 'publish', roles: ['planner', 'administrator'] },
  'stage-to-begin': { stage: 'report', roles: ['planner', 'administrator'] },
  'stage-to-finish': { stage: 'report', roles: ['planner', 'administrator'] },
} as const satisfies Readonly<Record<string, { readonly stage: CycleStage; readonly roles: readonly Role[] }>>
export type TaskKind = keyof typeof TASK_KINDS

/** すべきこと: one thing that is open, before it is known who holds it. A need without a department is planning's. */
export type Need = {
  readonly kind: TaskKind
  /** Id of what it is about: an indicator, a question, a stage. */
  readonly subject: string
  readonly department?: string
  /** The person who was named for it. */
  readonly named?: string
  /** The day it is due; the last day of the stage where left out. */
  readonly due?: string
}

export type Holder = { readonly user: string; readonly name: string; readonly deputyFor?: string }

/** しごと (task): a need with who holds it, when it is due and by how many days it is late (0 while it is not). */
export type Task = Omit<Need, 'named'> & { readonly holders: readonly Holder[]; readonly overdue: number }

/** A person who serves, with every hat, also those worn for somebody else. */
export type Staff = {
  readonly user: string
  readonly name: string
  readonly hats: readonly (Hat & { readonly deputyFor?: string })[]
}

export type TaskFacts = {
  readonly year: number
  readonly today: string
  readonly dates: readonly StageDates[]
  readonly staff: readonly Staff[]
}

/** しごとにする: each need with its holders, latest first, then by day. */
export const tasksOf = (needs: readonly Need[], facts: TaskFacts): readonly Task[] =>
  needs
    .map(({ named, ...need }): Task => {
      const due = need.due ?? stageDays(TASK_KINDS[need.kind].stage, facts.year, facts.dates)?.to
      return {
        ...need,
        ...(due === undefined ? {} : { due }),
        holders: holdersOf(need, named, facts.staff),
        overdue: due === undefined ? 0 : Math.max(0, daysBetween(due, facts.today)),
      }
    })
    .sort((a, b) => b.overdue - a.overdue || (a.due ?? '9').localeCompare(b.due ?? '9'))

/** 持っている人: the named one while they serve the department, else all of the first role that anybody has there. */
function holdersOf(
  { kind, department }: Pick<Need, 'kind' | 'department'>,
  named: string | undefined,
  staff: readonly Staff[],
): readonly Holder[] {
  const planning = TASK_KINDS[kind].roles.some((role) => role === 'planner')
  const wearing = (role: Role) =>
    staff.flatMap(({ user, name, hats }): readonly Holder[] => {
      const hat = hats.find((each) => each.role === role && (planning || each.department === department))
      return hat ? [{ user, name, ...(hat.deputyFor ? { deputyFor: hat.deputyFor } : {}) }] : []
    })
  const found = TASK_KINDS[kind].roles.map(wearing)
  const one = found.flat().find(({ user }) => user === named)
  return one ? [one] : (found.find((holders) => holders.length > 0) ?? [])
}

export type ReportStanding = {
  readonly indicator: string
  readonly department?: string
  readonly state: ReportState
  readonly named?: string
}

const AFTER: Readonly<Partial<Record<ReportState, TaskKind>>> = {
  empty: 'report-to-enter',
  entered: 'report-to-enter',
  returned: 'report-to-fix',
  submitted: 'report-to-approve',
}

/** 報告から: what is to be entered, mended, approved; an indicator that nobody owns is planning's to give away. */
export const reportNeeds = (
  reports: readonly ReportStanding[],
  locked: (department: string | undefined) => boolean,
): readonly Need[] =>
  reports.flatMap(({ indicator, department, state, named }): readonly Need[] => {
    const kind = AFTER[state]
    if (!kind || locked(department)) return []
    if (department === undefined) return [{ kind: 'owner-to-name', subject: indicator }]
    const who = named !== undefined && kind !== 'report-to-approve' ? { named } : {}
    return [{ kind, subject: indicator, department, ...who }]
  })

/** 質問から: who owes an answer, some days after it was asked. `dayOf` says on which day a moment fell in Japan. */
export const questionNeeds = (
  threads: readonly Thread[],
  dayOf: (moment: string) => string,
): readonly Need[] =>
  threads.flatMap((thread): readonly Need[] => {
    const side = waitsFor(thread)
    if (!side) return []
    const due = dayAfter(dayOf(lastSaid(thread).at), ANSWER_DAYS)
    return side === 'planning'
      ? [{ kind: 'planning-to-answer', subject: thread.id, department: thread.department, due }]
      : [{ kind: 'question-to-answer', subject: thread.id, department: thread.department, due }]
  })

/** 評価から: first judgements while the offices assess, second ones until the meeting. */
export const judgementNeeds = (
  promises: readonly {
    readonly commitment: string
    readonly department?: string
    readonly given: readonly string[]
  }[],
  stages: Stages,
): readonly Need[] =>
  promises.flatMap(({ commitment, department, given }): readonly Need[] => {
    const wants = (stage: CycleStage, which: string) =>
      stages[stage].state === 'running' && !given.includes(which)
    return [
      ...(wants('assess', 'first') && department !== undefined
        ? [{ kind: 'judgement-first', subject: commitment, department } as const]
        : []),
      ...(wants('steering', 'second') ? [{ kind: 'judgement-second', subject: commitment } as const] : []),
    ]
  })

/** 委員会の意見から: one that nobody was given, and one that waits for its answer. */
export const opinionNeeds = (
  opinions: readonly {
    readonly id: string
    readonly answered: boolean
    readonly department?: string
    readonly due?: string
  }[],
): readonly Need[] =>
  opinions.flatMap(({ id, answered, department, due }): readonly Need[] => {
    if (answered) return []
    if (department === undefined) return [{ kind: 'opinion-to-charge', subject: id }]
    return [{ kind: 'opinion-to-answer', subject: id, department, ...(due ? { due } : {}) }]
  })

/** 今後の方針から: what a department proposes and the body decides while that stage runs; what was decided and is past its day, at any time. */
export const followUpNeeds = (
  rows: readonly {
    readonly subject: string
    readonly owner?: string
    readonly state: FollowUp['state']
    readonly late?: { readonly due: string; readonly department?: string }
  }[],
  { decide }: Stages,
): readonly Need[] =>
  rows.flatMap(({ subject, owner, state, late }): readonly Need[] => {
    const running = decide.state === 'running'
    if (running && state === 'none' && owner !== undefined)
      return [{ kind: 'follow-up-to-propose', subject, department: owner }]
    if (running && state === 'proposed') return [{ kind: 'follow-up-to-decide', subject }]
    const department = late?.department ?? owner
    return late
      ? [{ kind: 'follow-up-late', subject, due: late.due, ...(department ? { department } : {}) }]
      : []
  })

/** 公表から: the plans whose year is still to be published, while that stage runs. */
export const publicationNeeds = (
  plans: readonly { readonly plan: string; readonly published: boolean }[],
  { publish }: Stages,
): readonly Need[] =>
  publish.state === 'running'
    ? plans.flatMap(({ plan, published }) => (published ? [] : [{ kind: 'year-to-publish', subject: plan }]))
    : []

/** 段階から: a stage whose last day has come is to be finished, and the next one, whose first day has come, to be begun. */
export function stageNeeds(
  stages: Stages,
  { year, today, dates }: Pick<TaskFacts, 'year' | 'today' | 'dates'>,
): readonly Need[] {
  const next = stageNow(stages)
  return dates.flatMap(({ stage }): readonly Need[] => {
    const days = stageDays(stage, year, dates)
    if (!days) return []
    const { state } = stages[stage]
    if (state === 'running' && days.to <= today)
      return [{ kind: 'stage-to-finish', subject: stage, due: days.to }]
    return state === 'waiting' && stage === next && days.from <= today
      ? [{ kind: 'stage-to-begin', subject: stage, due: days.from }]
      : []
  })
}
