import { createHash } from 'node:crypto'
import { can } from '#domain/access/can.ts'
import { followUpOf } from '#domain/cycle/follow-up.ts'
import { subjectsOf } from '#domain/cycle/follow-up-subjects.ts'
import { asFrozen, type PlanYear, planYear } from '#domain/cycle/plan-year.ts'
import {
  type PublicationRecord,
  type PublicYear,
  type PublishedDepartment,
  type PublishedFollowUp,
  type PublishedOpinion,
  takeSnapshot,
  withoutNames,
  type YearSnapshot,
} from '#domain/cycle/snapshot.ts'
import { type MoveRefused, move, type YearMove } from '#domain/cycle/year-state.ts'
import { type Department, knownIn } from '#domain/government/department.ts'
import type { Judgement } from '#domain/indicator/judgement.ts'
import type { Scheme } from '#domain/indicator/scheme.ts'
import { DEFAULT_SCHEME, findScheme } from '#domain/indicator/schemes/all.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { type FiscalYear, fiscalYear, isFiscalYear } from '#domain/shared/year.ts'
import { listActuals } from '#store/actuals.ts'
import { writeDown } from '#store/changes.ts'
import { saveMove, yearState } from '#store/cycle.ts'
import { listDepartments } from '#store/departments.ts'
import { listFollowUpSteps } from '#store/follow-ups.ts'
import { findGovernment } from '#store/governments.ts'
import { listGiven, listJudgements, saveJudgements } from '#store/judgements.ts'
import { findPlan, lastPromisedYear } from '#store/plans.ts'
import { listPublications, type Publication, savePublication } from '#store/publications.ts'
import type { ReadTx, WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { settledOpinions } from './settled-opinions.ts'
import { runningYear } from './today.ts'

export type YearOf = { readonly plan: string; readonly year: number; readonly edition?: string }

export type ViewRefused = 'no-such-plan' | 'year-outside-plan' | 'no-such-scheme'

/** 計画の一年を見る: the plan in force, its record and its judgement, as known at the transaction's moment. */
export async function viewYear(
  tx: ReadTx,
  { plan: id, year, edition }: YearOf,
  schemeId: string = DEFAULT_SCHEME.id,
): Promise<Outcome<PlanYear, ViewRefused>> {
  const scheme: Scheme | undefined = findScheme(schemeId)
  if (!scheme) return refuse('no-such-scheme', { id: schemeId })
  const plan = await findPlan(tx, id, edition)
  if (!plan) return refuse('no-such-plan', { id })
  if (!isFiscalYear(year))
    return refuse('year-outside-plan', { year, from: String(plan.period.from), to: plan.period.to })
  const records = await listActuals(
    tx,
    plan.indicators.map((indicator) => indicator.id),
  )
  const today = planYear(plan, records, year, scheme)
  if ((await yearState(tx, id, year)) === 'open') return done(today)
  const frozen = (await listJudgements(tx, { plan: id, year })).filter(
    (each) => each.stage === 'computed' && each.scheme === scheme.id,
  )
  return done(
    frozen.length === 0
      ? today
      : asFrozen(today, new Map(frozen.map(({ commitment, outcome }) => [commitment, outcome as Judgement]))),
  )
}

export type MovedYear = { readonly state: string; readonly publication?: PublicationRecord }

/**
 * 年度を締める・開け直す・公表する. Closing freezes the computed judgements beside the record; publishing takes an immutable snapshot.
 * A second publication of a year is a correction, and wants a reason, as reopening does.
 */
export async function moveYear(
  tx: WriteTx,
  { actor, now }: Doing,
  { plan, year, how, reason }: YearOf & { readonly how: YearMove; readonly reason?: string },
): Promise<
  Outcome<
    MovedYear,
    ViewRefused | MoveRefused | 'not-allowed' | 'reason-missing' | 'year-not-over' | 'draft-edition'
  >
> {
  if (!can(actor, `year:${how}`)) return refuse('not-allowed')
  const viewed = await viewYear(tx, { plan, year })
  if (!viewed.ok) return viewed
  const { period, edition } = viewed.value.plan
  if (edition.stage === 'draft') return refuse('draft-edition')
  if (year > period.to || (period.from !== 'not-stated' && year < period.from))
    return refuse('year-outside-plan', { year, from: String(period.from), to: period.to })
  if (how !== 'reopen' && year >= runningYear(now)) return refuse('year-not-over', { year })
  const next = move(await yearState(tx, plan, year), how)
  if (!next.ok) return next
  const before = how === 'publish' ? await listPublications(tx, { plan, year }) : []
  if ((how === 'reopen' || before.length > 0) && !reason?.trim()) return refuse('reason-missing')

  const change = await writeDown(tx, {
    at: now,
    actor: actor.name,
    role: actor.role,
    action: `year:${how}`,
    subject: `plan:${plan}`,
    ...(reason ? { reason } : {}),
    detail: { year },
  })
  await saveMove(tx, change, {
    plan,
    year,
    move: how,
    ...(reason ? { reason } : {}),
    at: now,
    by: actor.name,
  })
  if (how === 'close') await freeze(tx, { actor, now }, change, viewed.value)
  if (how !== 'publish') return done({ state: next.value })

  const snapshot = JSON.stringify(await snapshotOf(tx, viewed.value, now))
  const publication: Publication = {
    plan,
    year,
    number: before.length + 1,
    snapshot,
    sha256: createHash('sha256').update(snapshot).digest('hex'),
    ...(reason ? { note: reason } : {}),
    publishedAt: now,
    publishedBy: actor.name,
  }
  await savePublication(tx, change, publication)
  const { snapshot: _, ...told } = publication
  return done({ state: next.value, publication: told })
}

const freeze = (tx: WriteTx, { actor, now }: Doing, change: string, { plan, year, scheme, rows }: PlanYear) =>
  saveJudgements(
    tx,
    change,
    rows.map(({ commitment, judgement }) => ({
      plan: plan.id,
      commitment: commitment.id,
      year,
      stage: 'computed' as const,
      scheme: scheme.id,
      schemeVersion: scheme.version,
      grade: judgement.kind === 'graded' ? judgement.grade : null,
      outcome: judgement,
      recordedAt: now,
      recordedBy: actor.name,
    })),
  )

async function snapshotOf(tx: ReadTx, viewed: PlanYear, takenAt: string): Promise<YearSnapshot> {
  const { code, name, nameEn, fictional } = (await findGovernment(tx, tx.government)) ?? {
    code: tx.government,
    name: tx.government,
    nameEn: undefined,
    fictional: false,
  }
  const opinions = (await settledOpinions(tx, { plan: viewed.plan.id }))
    .filter(({ year }) => year <= viewed.year)
    .map((opinion): PublishedOpinion => {
      const response = opinion.responses.at(-1)
      return {
        year: opinion.year,
        subject: opinion.subject,
        panel: opinion.panel,
        ...(opinion.affiliation ? { affiliation: opinion.affiliation } : {}),
        text: opinion.text,
        ...(response
          ? {
              response: {
                text: response.text,
                state: response.state ?? 'continuing',
                ...(response.department ? { department: response.department } : {}),
              },
            }
          : {}),
      }
    })
  const given = await listGiven(tx, { plan: viewed.plan.id, year: viewed.year })
  const departments = knownIn(await listDepartments(tx), viewed.year + 1)
  const named = new Set([
    ...viewed.plan.indicators.map(({ department }) => department),
    ...opinions.map(({ response }) => response?.department),
  ])
  const snapshot = takeSnapshot(
    { code, name, ...(nameEn ? { nameEn } : {}), fictional },
    viewed,
    opinions,
    takenAt,
    given,
    await decidedIn(tx, viewed),
  )
  return {
    ...withoutNames(snapshot),
    departments: departments.filter(({ id }) => named.has(id)).map(nameOnly),
  }
}

const nameOnly = ({ id, name, names }: Department): PublishedDepartment => ({
  ...{ id, name },
  ...(names ? { names } : {}),
})

/**
 * 公表された年: the publication in force at the transaction's moment. For a moment before the first publication of a year that
 * has been published since, the page is drawn from the record as it was known then, and says that it was not public yet.
 */
export async function publicYear(tx: ReadTx, { plan, year }: YearOf): Promise<PublicYear | undefined> {
  const all = await listPublications({ ...tx, asOf: undefined }, { plan, year })
  if (all.length === 0) return undefined
  const publications = all.map(({ snapshot: _, ...told }) => told)
  const shown =
    tx.asOf === undefined ? all[0] : all.find(({ publishedAt }) => publishedAt <= (tx.asOf as string))
  if (shown) {
    const { snapshot, ...publication } = shown
    const departments = knownIn(await listDepartments(tx), year + 1).map(nameOnly)
    return { snapshot: JSON.parse(snapshot) as YearSnapshot, publication, publications, departments }
  }
  const viewed = await viewYear(tx, { plan, year: fiscalYear(year) })
  if (!viewed.ok) return undefined
  return { snapshot: await snapshotOf(tx, viewed.value, tx.asOf ?? ''), publications }
}

/** 評価する年度: the year asked for; else the last one that is over and for which a plan promises anything. */
export async function evaluationYear(tx: ReadTx, asked: string | null, today: string): Promise<FiscalYear> {
  const value = Number(asked)
  if (asked && isFiscalYear(value)) return value
  const over = fiscalYear(runningYear(today) - 1)
  return fiscalYear((await lastPromisedYear(tx, over)) ?? over)
}

/** What was decided of the programs and projects of the year. */
async function decidedIn(tx: ReadTx, { plan, year }: PlanYear): Promise<readonly PublishedFollowUp[]> {
  const steps = Map.groupBy(await listFollowUpSteps(tx, { plan: plan.id, year }), ({ subject }) => subject)
  return subjectsOf(plan).flatMap(({ id, name, names }): PublishedFollowUp[] => {
    const decided = followUpOf(steps.get(id) ?? []).decided?.step
    return decided
      ? [{ subject: id, name, ...(names ? { names } : {}), choice: decided.choice, reason: decided.reason }]
      : []
  })
}
