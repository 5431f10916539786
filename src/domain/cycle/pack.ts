import type { Outlook, OutlookWhy } from '../indicator/forecast/outlook.ts'
import type { PlanNode } from '../plan/tree.ts'
import { placedNodes } from '../plan/walk.ts'
import type { Translations } from '../shared/lang.ts'
import type { Money } from '../shared/money.ts'
import type { Outcome } from '../shared/outcome.ts'
import type { ReviewPanel } from './calendar.ts'
import type { Given } from './given.ts'
import type { StandingOpinion } from './opinion.ts'
import type { YearSnapshot } from './snapshot.ts'

/** 担当課 as it was called when the pack was fixed. */
export type PackDepartment = { readonly id: string; readonly name: string; readonly names?: Translations }

/** 根拠資料: a file that a department laid beside a value. */
export type PackEvidence = {
  readonly id: string
  readonly name: string
  readonly sha256: string
  /** What it shows. */
  readonly shows: string
}

/** One promise as the room shows it, beside what the snapshot holds of it. */
export type PackRow = {
  readonly commitment: string
  readonly department?: string
  /** 担当課の評価: what the department wrote with the value of the year, and where the value is from. */
  readonly note?: string
  readonly source?: string
  readonly recordedAt?: string
  /** 届く見込み. */
  readonly outlook: Outcome<Outlook, OutlookWhy>
  /** Files; absent where none were handed in. */
  readonly evidence?: readonly PackEvidence[]
}

/** 事業 below a program, with what was decided for the year and what was spent, where that is recorded. */
export type PackProject = {
  readonly on: string
  readonly id: string
  readonly name: string
  readonly names?: Translations
  readonly summary?: string
  readonly department?: string
  readonly printed?: Money
  readonly initial?: Money
  readonly outturn?: Money
  readonly outturnBefore?: Money
}

export type PackPlan = {
  readonly snapshot: Omit<YearSnapshot, 'opinions' | 'government'>
  readonly rows: readonly PackRow[]
  readonly projects: readonly PackProject[]
}

/** これまでの意見, without accounts. */
export type PackOpinion = Omit<StandingOpinion, 'author' | 'recordedBy' | 'before' | 'responses'> & {
  readonly number: number
  readonly responses: readonly Omit<StandingOpinion['responses'][number], 'author' | 'recordedBy'>[]
}

/**
 * 資料一式 (pack): all that the room shows, taken at one moment. The room is drawn from it alone, so what is corrected later changes
 * nothing that a member has read.
 */
export type Pack = {
  readonly format: 1
  readonly government: YearSnapshot['government']
  readonly review: string
  readonly year: number
  readonly takenAt: string
  readonly panel?: ReviewPanel
  readonly departments: readonly PackDepartment[]
  readonly events: readonly { readonly name: string; readonly names?: Translations; readonly year: number }[]
  readonly plans: readonly PackPlan[]
  readonly opinions: readonly PackOpinion[]
}

/** 見るところ (stop): a program, a goal with targets of its own, or the whole of a plan. */
export type Stop = {
  /** `plan` or `plan.node`. */
  readonly id: string
  readonly plan: string
  /** Absent for the whole of the plan. */
  readonly node?: PlanNode
  /** Nodes above, outermost first. */
  readonly above: readonly PlanNode[]
  /** The node and all below it. */
  readonly within: readonly string[]
  /** Promises shown here; those that are shown again (再掲) follow. */
  readonly commitments: readonly string[]
  readonly relisted: readonly string[]
}

/**
 * 見る順: the plan as a whole, then its programs, and whatever else carries a promise or a project of its own. A promise below a program is
 * shown with the program.
 */
export function stopsOf({ snapshot: { plan }, projects }: PackPlan): readonly Stop[] {
  const placed = [...placedNodes(plan)]
  const stopOf = new Map(
    placed.map(({ node, level, above, tree }) => {
      // What cuts across the plan is looked at as a whole.
      if (tree.kind !== 'main') return [node.id, above[0]?.id ?? node.id]
      const program = above.find((each) =>
        placed.some((at) => at.node === each && at.level.role === 'program'),
      )
      return [node.id, level.role === 'program' ? node.id : (program?.id ?? node.id)]
    }),
  )
  const carrying = new Set(
    [
      ...plan.commitments.map(({ on }) => on),
      ...plan.relistings.map(({ on }) => on),
      ...projects.map(({ on }) => on),
    ].flatMap((on) => stopOf.get(on) ?? []),
  )
  const stops = placed.flatMap(({ node, level, above, tree }): readonly Stop[] => {
    const own = stopOf.get(node.id) === node.id
    if (!own || !(carrying.has(node.id) || (level.role === 'program' && tree.kind === 'main'))) return []
    const within = placed.flatMap((each) => (stopOf.get(each.node.id) === node.id ? [each.node.id] : []))
    return [
      {
        id: `${plan.id}.${node.id}`,
        plan: plan.id,
        ...{ node, above, within },
        commitments: plan.commitments.filter(({ on }) => within.includes(on)).map(({ id }) => id),
        relisted: plan.relistings.filter(({ on }) => within.includes(on)).map(({ commitment }) => commitment),
      },
    ]
  })
  return [{ id: plan.id, plan: plan.id, above: [], within: [], commitments: [], relisted: [] }, ...stops]
}

/** Ids that an opinion may be about at a stop. */
export const subjectsAt = ({ plan, node, within, commitments, relisted }: Stop): readonly string[] =>
  node ? [node.id, ...within, ...commitments, ...relisted] : [plan]

/** The stop that shows what an opinion is about; a promise is looked for where it stands first. */
export const stopFor = (
  stops: readonly Stop[],
  { plan, subject }: { readonly plan: string; readonly subject: string },
): Stop | undefined => {
  const own = stops.filter((each) => each.plan === plan)
  return (
    own.find(({ node, commitments, within }) =>
      node ? commitments.includes(subject) || within.includes(subject) : subject === plan,
    ) ?? own.find(({ relisted }) => relisted.includes(subject))
  )
}

/** 人の判定 of a row by stage. */
export const givenAt = (given: readonly Given[] | undefined, stage: Given['stage']): Given | undefined =>
  given?.find((each) => each.stage === stage)
