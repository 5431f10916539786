import { isDeepStrictEqual } from 'node:util'
import {
  checkStep,
  FOLLOW_UP_CHOICES,
  type FollowUp,
  type FollowUpChoice,
  type FollowUpStep,
  followUpOf,
  mayStep,
  type StepRefused,
  USUAL_CHOICES,
} from '#domain/cycle/follow-up.ts'
import { subjectsOf } from '#domain/cycle/follow-up-subjects.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { writeDown } from '#store/changes.ts'
import { listDepartments } from '#store/departments.ts'
import { GOVERNMENT, loadElements } from '#store/elements.ts'
import { listFollowUpSteps, saveFollowUpStep } from '#store/follow-ups.ts'
import { findPlan } from '#store/plans.ts'
import type { ReadTx, WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { importPlan } from './import-plan.ts'
import { isDay } from './today.ts'

export type SubjectOf = { readonly plan: string; readonly year: number; readonly subject: string }

export async function findChoices(tx: ReadTx): Promise<readonly FollowUpChoice[]> {
  const settings = await loadElements(tx, GOVERNMENT, 'setting')
  const own = settings.find(({ id }) => id === FOLLOW_UP_CHOICES)?.body as
    | readonly FollowUpChoice[]
    | undefined
  return own && own.length > 0 ? own : USUAL_CHOICES
}

export type FollowUpRefused =
  | StepRefused
  | 'not-allowed'
  | 'no-such-plan'
  | 'no-such-subject'
  | 'draft-edition'
  | 'somebody-was-faster'
  | 'date-not-understood'
  | 'no-such-department'
  | 'no-such-edition'

/** A step as it is asked for: a choice by its id. */
export type AskedStep =
  | Exclude<FollowUpStep, { kind: 'propose' | 'decide' }>
  | (Omit<Extract<FollowUpStep, { kind: 'propose' }>, 'choice'> & { readonly choice: string })
  | (Omit<Extract<FollowUpStep, { kind: 'decide' }>, 'choice'> & { readonly choice: string })

/**
 * 今後の方針の一歩: proposes, decides, links or reports. `seen` is the last step that the person saw; if somebody was faster nothing is written.
 * The very step that stands last is not written twice.
 */
export async function takeStep(
  tx: WriteTx,
  { actor, now }: Doing,
  {
    plan: planId,
    year,
    subject: id,
    step: asked,
    seen,
  }: SubjectOf & { readonly step: AskedStep; readonly seen: string },
): Promise<Outcome<FollowUp, FollowUpRefused>> {
  const plan = await findPlan(tx, planId)
  if (!plan) return refuse('no-such-plan', { id: planId })
  if (plan.edition.stage === 'draft') return refuse('draft-edition')
  const subject = subjectsOf(plan).find((each) => each.id === id)
  if (!subject) return refuse('no-such-subject', { id })
  const steps = await listFollowUpSteps(tx, { plan: planId, year, subject: id })
  const before = followUpOf(steps)
  const owners = [subject.owner, before.decided?.step.department]
  if (!owners.some((owner) => mayStep(actor, asked.kind, owner))) return refuse('not-allowed')

  const step = await wholeStep(tx, asked)
  if (!step.ok) return step
  if (steps.at(-1)?.by === actor.name && isDeepStrictEqual(steps.at(-1)?.step, step.value))
    return done(before)
  if (before.last !== seen) return refuse('somebody-was-faster')
  const checked = checkStep(before, step.value)
  if (!checked.ok) return checked

  const reason = 'reason' in step.value ? step.value.reason : undefined
  const change = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: `follow-up:${asked.kind}` },
    subject: subject.kind === 'project' ? `project:${id}` : `plan:${planId}`,
    ...(reason ? { reason } : {}),
    detail: { year, of: subject.name, ...('choice' in step.value ? { value: step.value.choice.name } : {}) },
  })
  const made = { plan: planId, year, subject: id, step: step.value, at: now, by: actor.name }
  const saved = await saveFollowUpStep(tx, change, made)
  return done(followUpOf([...steps, { ...made, id: saved }]))
}

/** The step with its choice in full, and its days, departments and editions looked up. */
async function wholeStep(tx: ReadTx, asked: AskedStep): Promise<Outcome<FollowUpStep, FollowUpRefused>> {
  if (asked.kind === 'approval' && !isDay(asked.day))
    return refuse('date-not-understood', { value: asked.day })
  if (asked.kind === 'plan-change' && !(await findPlan(tx, asked.plan, asked.edition)))
    return refuse('no-such-edition')
  if (asked.kind !== 'propose' && asked.kind !== 'decide') return done(asked)
  const choice = (await findChoices(tx)).find(({ id }) => id === asked.choice)
  if (!choice) return refuse('no-such-choice')
  if (asked.kind === 'propose') return done({ ...asked, choice })
  if (asked.due !== undefined && !isDay(asked.due)) return refuse('date-not-understood', { value: asked.due })
  const departments = await listDepartments(tx)
  if (asked.department !== undefined && !departments.some((each) => each.id === asked.department))
    return refuse('no-such-department')
  return done({ ...asked, choice })
}

/**
 * 計画の改定を起こす: a draft edition that begins as the edition in force, linked to the decision that causes it. If a draft is already there
 * that another decision began, it is linked instead of making a second one.
 */
export async function beginRevision(
  tx: WriteTx,
  doing: Doing,
  { plan: id, year, subject, seen, label }: SubjectOf & { readonly seen: string; readonly label: string },
): Promise<Outcome<FollowUp, FollowUpRefused | 'empty-name' | string>> {
  const plan = await findPlan(tx, id)
  if (!plan) return refuse('no-such-plan', { id })
  if (label.trim() === '') return refuse('empty-name')
  const steps = await listFollowUpSteps(tx, { plan: id, year })
  const before = followUpOf(steps.filter((each) => each.subject === subject))
  if (!before.decided) return refuse('not-decided')
  const begun = steps.flatMap(({ step }) => (step.kind === 'plan-change' ? [step.edition] : [])).at(-1)
  const known = begun === undefined ? undefined : await findPlan(tx, id, begun)
  const edition =
    known?.edition.stage === 'draft' ? known.edition.id : await draftOf(tx, doing, plan, label.trim())
  if (typeof edition !== 'string') return edition
  return takeStep(tx, doing, {
    plan: id,
    year,
    subject,
    seen,
    step: { kind: 'plan-change', plan: id, edition },
  })
}

async function draftOf(tx: WriteTx, doing: Doing, plan: Plan, label: string) {
  const edition = `draft-${doing.now.replace(/\D/g, '').slice(0, 14)}`
  const { label: was, date } = plan.edition
  const taken = await importPlan(tx, doing, {
    plan: {
      ...plan,
      edition: {
        id: edition,
        label,
        stage: 'draft',
        revises: { label: was, ...(date ? { date } : {}), atHand: true },
      },
    },
  })
  return taken.ok ? edition : taken
}
