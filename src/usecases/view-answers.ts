import { type Actor, can } from '#domain/access/can.ts'
import { numbered, type StandingOpinion, standingOpinions, stateNow } from '#domain/cycle/opinion.ts'
import { type Department, knownIn } from '#domain/government/department.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { placedNodes } from '#domain/plan/walk.ts'
import type { Translations } from '#domain/shared/lang.ts'
import { listDepartments } from '#store/departments.ts'
import { listCharges, listOpinions } from '#store/opinions.ts'
import { findPlan } from '#store/plans.ts'
import type { ReadTx } from '#store/transaction.ts'
import { runningYear } from './today.ts'

/** 意見の一件 with who is to answer it. */
export type AnswerRow = Omit<StandingOpinion, 'author' | 'number'> & {
  readonly number: number
  /** What it is about, by name. */
  readonly about: { readonly name: string; readonly names?: Translations }
  readonly charged?: string
  /** The department that owns what it is about, to be proposed where none is charged. */
  readonly proposed?: string
  readonly chargedDue?: string
  readonly overdue: boolean
  readonly may: boolean
}

export type AnswersView = {
  readonly rows: readonly AnswerRow[]
  readonly departments: readonly Department[]
}

/** 対応方針の一覧: every opinion of the panel, newest year first, and where its answer stands. */
export async function viewAnswers(
  tx: ReadTx,
  { actor, today, now }: { readonly actor: Actor; readonly today: string; readonly now: string },
): Promise<AnswersView> {
  const charges = await listCharges(tx)
  const plans = new Map<string, Plan | undefined>()
  const rows: AnswerRow[] = []
  for (const { author: _, ...opinion } of numbered(standingOpinions(await listOpinions(tx)))) {
    if (!plans.has(opinion.plan)) plans.set(opinion.plan, await findPlan(tx, opinion.plan))
    const { about, owner } = aboutOf(plans.get(opinion.plan), opinion.subject)
    const charge = charges.get(opinion.id)
    const charged = charge?.department ?? opinion.responses.at(-1)?.department
    const due = opinion.responses.at(-1)?.due ?? charge?.due
    const state = stateNow(opinion)
    rows.push({
      ...{ ...opinion, about },
      ...(charged ? { charged } : {}),
      ...(owner ? { proposed: owner } : {}),
      ...(due ? { chargedDue: due } : {}),
      overdue: state !== 'done' && state !== 'not-taken' && due !== undefined && due < today,
      may: can(actor, 'opinion:answer', charged),
    })
  }
  return {
    rows: rows.toSorted((a, b) => b.year - a.year || a.number - b.number),
    departments: knownIn(await listDepartments(tx), runningYear(now)).filter(({ to }) => to === undefined),
  }
}

/** What an opinion is about, by name, and the department that owns it. */
export function aboutOf(
  plan: Plan | undefined,
  subject: string,
): { readonly about: AnswerRow['about']; readonly owner?: string | undefined } {
  const promise = plan?.commitments.find(({ id }) => id === subject)
  const indicator = plan?.indicators.find(({ id }) => id === (promise?.indicator ?? subject))
  if (indicator)
    return {
      about: { name: indicator.name, ...(indicator.names ? { names: indicator.names } : {}) },
      owner: indicator.department === 'not-stated' ? undefined : indicator.department,
    }
  const node = plan && [...placedNodes(plan)].find((placed) => placed.node.id === subject)?.node
  if (node)
    return {
      about: {
        name: [node.number, node.name].filter(Boolean).join(' '),
        ...(node.names ? { names: node.names } : {}),
      },
      owner: node.department,
    }
  return { about: { name: plan?.title ?? subject, ...(plan?.titles ? { names: plan.titles } : {}) } }
}
