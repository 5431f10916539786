import { type FollowUp, type FollowUpChoice, followUpOf, isLate } from '#domain/cycle/follow-up.ts'
import { type Subject, subjectsOf } from '#domain/cycle/follow-up-subjects.ts'
import type { RecordedOpinion } from '#domain/cycle/opinion.ts'
import type { PlanYear } from '#domain/cycle/plan-year.ts'
import type { Department } from '#domain/government/department.ts'
import type { PlanNode } from '#domain/plan/tree.ts'
import { placedNodes } from '#domain/plan/walk.ts'
import { done, type Outcome } from '#domain/shared/outcome.ts'
import { listDepartments } from '#store/departments.ts'
import { listFollowUpSteps } from '#store/follow-ups.ts'
import { inForce, listEditions, type PlanHeader } from '#store/plans.ts'
import type { ReadTx } from '#store/transaction.ts'
import { findChoices } from './follow-up.ts'
import { settledOpinions } from './settled-opinions.ts'
import { type ViewRefused, viewYear } from './year.ts'

/** 今後の方針の一行: a program or project with the evidence for it, last year's decision and this year's. */
export type FollowUpRow = Subject & {
  readonly goal: PlanNode
  readonly number?: string
  readonly judged: PlanYear['rows']
  readonly opinions: readonly RecordedOpinion[]
  readonly before?: FollowUp
  readonly now: FollowUp
  readonly late: boolean
}

export type FollowUpsView = {
  readonly plan: PlanYear['plan']
  readonly year: number
  readonly rows: readonly FollowUpRow[]
  readonly choices: readonly FollowUpChoice[]
  readonly departments: readonly Department[]
}

/** Plans whose year, or the one after it, has programs or projects to decide on; an action plan is of the year to come. */
export async function plansToDecide(tx: ReadTx, year: number): Promise<readonly PlanHeader[]> {
  return inForce(await listEditions(tx)).filter(
    ({ edition, period: { from, to } }) =>
      edition.stage !== 'draft' && year <= to && (from === 'not-stated' || from <= year + 1),
  )
}

/** 今後の方針を見る: everything of a plan's year that is to be decided, as known at the transaction's moment. `today` is the day in Japan. */
export async function viewFollowUps(
  tx: ReadTx,
  { plan: id, year, today }: { readonly plan: string; readonly year: number; readonly today: string },
): Promise<Outcome<FollowUpsView, ViewRefused>> {
  const viewed = await viewYear(tx, { plan: id, year })
  if (!viewed.ok) return viewed
  const { plan, rows } = viewed.value
  const steps = await listFollowUpSteps(tx, { plan: id })
  const of = (subject: string, asked: number) =>
    followUpOf(steps.filter((each) => each.subject === subject && each.year === asked))
  const places = new Map([...placedNodes(plan)].map((placed) => [placed.node.id, placed]))
  const opinions = (await settledOpinions(tx, { plan: id })).filter((each) => each.year === year)
  return done({
    ...{ plan, year, choices: await findChoices(tx), departments: await listDepartments(tx) },
    rows: subjectsOf(plan).flatMap((subject): FollowUpRow[] => {
      const place = places.get(subject.on)
      if (!place) return []
      const { node, above } = place
      const within = (on: string) =>
        on === node.id || (places.get(on)?.above.some((each) => each.id === node.id) ?? false)
      const judged = subject.kind === 'program' ? rows.filter((row) => within(row.on.id)) : []
      const about = new Set([subject.id, ...judged.map(({ commitment }) => commitment.id)])
      const [before, now] = [of(subject.id, year - 1), of(subject.id, year)]
      return [
        {
          ...subject,
          goal: above[0] ?? node,
          ...(subject.kind === 'program' && node.number ? { number: node.number } : {}),
          judged,
          opinions: opinions.filter((each) => about.has(each.subject)),
          ...(before.decided ? { before } : {}),
          now,
          late: isLate(now, today),
        },
      ]
    }),
  })
}
