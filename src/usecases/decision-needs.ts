import { followUpOf, isLate } from '#domain/cycle/follow-up.ts'
import { subjectsOf } from '#domain/cycle/follow-up-subjects.ts'
import type { Stages } from '#domain/cycle/stages.ts'
import { followUpNeeds, type Need, opinionNeeds } from '#domain/cycle/task.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { Translations } from '#domain/shared/lang.ts'
import { listFollowUpSteps } from '#store/follow-ups.ts'
import { listCharges } from '#store/opinions.ts'
import { findPlan } from '#store/plans.ts'
import type { ReadTx } from '#store/transaction.ts'
import { settledOpinions } from './settled-opinions.ts'
import { aboutOf } from './view-answers.ts'

type About = {
  readonly about: { readonly name: string; readonly names?: Translations }
  readonly plan: string
}

export type DecisionNeeds = {
  readonly needs: readonly Need[]
  /** What each is about, by kind and subject. */
  readonly named: ReadonlyMap<string, About>
}

/** 検証と方針決定から: opinions that wait for an answer, and follow-ups to be proposed, decided or looked after. Plans are read only where they are asked for. */
export async function decisionNeeds(
  tx: ReadTx,
  {
    year,
    stages,
    today,
    plans,
  }: {
    readonly year: number
    readonly stages: Stages
    readonly today: string
    /** Plans that ask for anything this year. */
    readonly plans: readonly string[]
  },
): Promise<DecisionNeeds> {
  const named = new Map<string, About>()
  const held = new Map<string, Plan | undefined>()
  const planOf = async (id: string) => {
    if (!held.has(id)) held.set(id, await findPlan(tx, id))
    return held.get(id)
  }
  const charges = await listCharges(tx)
  const waiting = (await settledOpinions(tx)).filter(
    (each) => each.year === year && each.responses.length === 0,
  )
  const opinions = opinionNeeds(
    waiting.map(({ id }) => {
      const charge = charges.get(id)
      return {
        ...{ id, answered: false },
        ...(charge ? { department: charge.department, ...(charge.due ? { due: charge.due } : {}) } : {}),
      }
    }),
  )
  for (const { id, plan, subject } of waiting)
    for (const { kind } of opinions.filter((need) => need.subject === id))
      named.set(`${kind} ${id}`, { about: aboutOf(await planOf(plan), subject).about, plan })

  const steps = Map.groupBy(await listFollowUpSteps(tx, { year }), ({ plan }) => plan)
  const asked =
    stages.decide.state === 'running' ? [...new Set([...plans, ...steps.keys()])] : [...steps.keys()]
  const followUps: Need[] = []
  for (const id of asked) {
    const plan = await planOf(id)
    const own = Map.groupBy(steps.get(id) ?? [], ({ subject }) => subject)
    const subjects = plan ? subjectsOf(plan) : []
    const needs = followUpNeeds(
      subjects.map(({ id: subject, owner }) => {
        const so = followUpOf(own.get(subject) ?? [])
        const { due, department } = so.decided?.step ?? {}
        return {
          ...{ subject, state: so.state },
          ...(owner ? { owner } : {}),
          ...(due && isLate(so, today) ? { late: { due, ...(department ? { department } : {}) } } : {}),
        }
      }),
      stages,
    )
    for (const need of needs) {
      const found = subjects.find((each) => each.id === need.subject)
      if (found)
        named.set(`${need.kind} ${need.subject}`, {
          about: { name: found.name, ...(found.names ? { names: found.names } : {}) },
          plan: id,
        })
    }
    followUps.push(...needs)
  }
  return { needs: [...opinions, ...followUps], named }
}
