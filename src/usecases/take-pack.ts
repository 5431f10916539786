import { setImmediate as otherWork } from 'node:timers/promises'
import type { RecordedAppropriation } from '#domain/budget/appropriation.ts'
import { REVIEW_PANEL, type ReviewPanel } from '#domain/cycle/calendar.ts'
import { type Event, eventYear } from '#domain/cycle/event.ts'
import type { Evidence } from '#domain/cycle/evidence.ts'
import { numbered } from '#domain/cycle/opinion.ts'
import type { Pack, PackOpinion, PackPlan, PackProject, PackRow } from '#domain/cycle/pack.ts'
import type { CommitmentYear, PlanYear } from '#domain/cycle/plan-year.ts'
import { takeSnapshot, type YearSnapshot } from '#domain/cycle/snapshot.ts'
import { knownIn } from '#domain/government/department.ts'
import { outlookOf } from '#domain/indicator/forecast/outlook.ts'
import { currentActuals, standingRecord } from '#domain/indicator/series.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { Money } from '#domain/shared/money.ts'
import { done, type Outcome } from '#domain/shared/outcome.ts'
import { listAppropriations } from '#store/appropriations.ts'
import { listDepartments } from '#store/departments.ts'
import { GOVERNMENT, loadElements } from '#store/elements.ts'
import { listEvidence } from '#store/evidence.ts'
import { findGovernment } from '#store/governments.ts'
import { listGiven } from '#store/judgements.ts'
import type { Review } from '#store/reviews.ts'
import type { ReadTx } from '#store/transaction.ts'
import { settledOpinions } from './settled-opinions.ts'
import { type ViewRefused, viewYear } from './year.ts'

/** 資料一式をとる: everything that the room will show, as known at the transaction's moment; without names of staff. */
export async function takePack(tx: ReadTx, review: Review, now: string): Promise<Outcome<Pack, ViewRefused>> {
  const { year } = review
  const plans: PackPlan[] = []
  const amounts = Map.groupBy(await listAppropriations(tx), ({ project }) => project)
  for (const plan of review.plans) {
    const viewed = await viewYear(tx, { plan, year })
    if (!viewed.ok) return viewed
    plans.push(await packPlan(tx, viewed.value, now, amounts))
  }
  const settings = await loadElements(tx, GOVERNMENT, 'setting')
  const panel = settings.find(({ id }) => id === REVIEW_PANEL)?.body as ReviewPanel | undefined
  const events = (await loadElements(tx, GOVERNMENT, 'event')).map(({ body }) => body as Event)
  return done({
    ...{ format: 1, government: await governmentOf(tx), review: review.id, year, takenAt: now },
    ...(panel ? { panel } : {}),
    departments: knownIn(await listDepartments(tx), year + 1).map(({ id, name, names }) => ({
      ...{ id, name },
      ...(names ? { names } : {}),
    })),
    events: events.map((each) => ({
      name: each.name,
      ...(each.names ? { names: each.names } : {}),
      year: eventYear(each),
    })),
    plans,
    opinions: (await earlierOpinions(tx)).filter((each) => each.year < year),
  })
}

async function governmentOf(tx: ReadTx): Promise<YearSnapshot['government']> {
  const found = await findGovernment(tx, tx.government)
  const { code, name, nameEn, fictional } = found ?? {
    ...{ code: tx.government, name: tx.government, nameEn: undefined, fictional: false },
  }
  return { code, name, ...(nameEn ? { nameEn } : {}), fictional }
}

/** これまでの意見 with what became of them: of every plan, for a plan is followed by another. Numbers are those of the year. */
async function earlierOpinions(tx: ReadTx): Promise<readonly PackOpinion[]> {
  return numbered(await settledOpinions(tx)).map(({ recordedBy: _, before: __, responses, ...opinion }) => ({
    ...opinion,
    responses: responses.map(({ recordedBy: ___, author: ____, ...response }) => response),
  }))
}

async function packPlan(
  tx: ReadTx,
  viewed: PlanYear,
  now: string,
  amounts: ReadonlyMap<string, readonly RecordedAppropriation[]>,
): Promise<PackPlan> {
  const given = await listGiven(tx, { plan: viewed.plan.id, year: viewed.year })
  const {
    opinions: _,
    government: __,
    ...snapshot
  } = takeSnapshot(
    { code: tx.government, name: '', fictional: false },
    viewed,
    [],
    now,
    given.map((each) => ({ ...each, by: '' })),
  )
  const files = Map.groupBy(
    (await listEvidence(tx, viewed.year)).filter(({ removed }) => !removed),
    ({ indicator }) => indicator,
  )
  const rows: PackRow[] = []
  for (const row of viewed.rows) {
    // A forecast takes tens of milliseconds; other requests get their turn in between.
    await otherWork()
    rows.push({ ...packRow(viewed, row), ...besideOf(files.get(row.indicator.id)) })
  }
  return {
    snapshot: {
      ...snapshot,
      rows: snapshot.rows.map((row) => ({
        ...row,
        records: row.records.map((record) => ({ ...record, recordedBy: '' })),
      })),
    },
    rows,
    projects: projectsOf(viewed.plan, viewed.year, amounts),
  }
}

/** 根拠資料 of an indicator's year, as they lay there when the pack was fixed. */
const besideOf = (files: readonly Evidence[] | undefined): Pick<PackRow, 'evidence'> =>
  files ? { evidence: files.map(({ id, name, sha256, shows }) => ({ id, name, sha256, shows })) } : {}

function packRow(
  { plan, year }: PlanYear,
  { commitment, indicator, records, actuals }: CommitmentYear,
): PackRow {
  const known = currentActuals(records.filter(({ actual }) => actual.year <= year))
  const vintage = actuals.findLast((each) => each.vintage !== undefined)?.vintage
  const standing = standingRecord(records, year, vintage)
  return {
    commitment: commitment.id,
    ...(indicator.department === 'not-stated' ? {} : { department: indicator.department }),
    ...(standing?.note ? { note: standing.note } : {}),
    ...(standing?.source ? { source: standing.source } : {}),
    ...(standing ? { recordedAt: standing.recordedAt } : {}),
    outlook: outlookOf(indicator, commitment, known, plan.period.to),
  }
}

function projectsOf(
  plan: Plan,
  year: number,
  amounts: ReadonlyMap<string, readonly RecordedAppropriation[]>,
): readonly PackProject[] {
  const byId = new Map(plan.projects.map((each) => [each.id, each]))
  return plan.listings.flatMap((listing): readonly PackProject[] => {
    const project = byId.get(listing.project)
    if (!project) return []
    const all = amounts.get(project.id) ?? []
    const of = (name: string, amount: Money | undefined) => (amount ? { [name]: amount } : {})
    const { id, names, summary, department } = project
    return [
      {
        ...{ on: listing.on, id, name: listing.printedName ?? project.name },
        ...(names ? { names } : {}),
        ...(summary ? { summary } : {}),
        ...(department ? { department } : {}),
        ...of('printed', listing.amount),
        ...of('initial', sumOf(all, year, 'initial')),
        ...of('outturn', sumOf(all, year, 'outturn')),
        ...of('outturnBefore', sumOf(all, year - 1, 'outturn')),
      },
    ]
  })
}

/** One kind of a year over its funding sources; absent where nothing is recorded, which is not 0. */
function sumOf(all: readonly RecordedAppropriation[], year: number, kind: string): Money | undefined {
  const replaced = new Set(all.flatMap(({ corrects }) => (corrects === undefined ? [] : [corrects])))
  const parts = all.filter((each) => each.year === year && each.kind === kind && !replaced.has(each.id))
  const [first] = parts
  return first && { yen: parts.reduce((sum, { amount }) => sum + amount.yen, 0), unit: first.amount.unit }
}
