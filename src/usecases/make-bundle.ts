import { can } from '#domain/access/can.ts'
import {
  BUNDLE_FORMAT,
  BUNDLE_VERSION,
  type BundleContent,
  type CarriedQuestion,
  directionAfter,
  LARGEST_BUNDLE,
  type Manifest,
} from '#domain/cycle/bundle.ts'
import { EMPTY_ANSWER } from '#domain/cycle/report.ts'
import { standingRecord } from '#domain/indicator/series.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { listActuals } from '#store/actuals.ts'
import { listArrived, listMade, listTaken, saveMade } from '#store/bundles.ts'
import { writeDown } from '#store/changes.ts'
import { listDepartments } from '#store/departments.ts'
import { findEvidence, listEvidence } from '#store/evidence.ts'
import { findGovernment } from '#store/governments.ts'
import { findPlan, inForce, listEditions } from '#store/plans.ts'
import { listQuestions } from '#store/questions.ts'
import type { ReadTx, WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { type ReportsView, viewReports } from './view-reports.ts'

/** Years of an indicator that go along: what a department looks at when it answers, and what a judgement is drawn from. */
const LAST_VALUES = 12

export type Packed = {
  readonly manifest: Omit<Manifest, 'parts'>
  readonly content: BundleContent
  readonly plans: readonly Plan[]
  readonly files: ReadonlyMap<string, Uint8Array>
}

export type ToMake = {
  readonly year: number
  readonly id: string
  /** Of this installation. */
  readonly installation: string
  readonly fingerprint: string
  /** Makes the signed bytes. */
  readonly write: (packed: Packed) => { readonly manifest: Manifest; readonly bytes: Uint8Array }
}

/** 束を作る: the stage of a year as it stands, written, signed and kept, so that it can be fetched again when a stick is lost. */
export async function makeBundle(
  tx: WriteTx,
  { actor, now }: Doing,
  { year, id, installation, fingerprint, write }: ToMake,
): Promise<Outcome<Manifest, 'not-allowed' | 'round-not-open' | 'bundle-too-large'>> {
  if (!can(actor, 'bundle:carry')) return refuse('not-allowed')
  const known = (await listMade(tx)).find(({ manifest }) => manifest.id === id)
  if (known) return done(known.manifest)
  const view = await viewReports(tx, { year })
  const government = await findGovernment(tx, tx.government)
  if (!view.round || !government) return refuse('round-not-open', { year })
  const content = await contentOf(tx, year, view, fingerprint)
  const size = [...new Map(content.evidence.map((each) => [each.sha256, each.size])).values()]
  if (size.reduce((sum, each) => sum + each, 0) > LARGEST_BUNDLE * 0.9)
    return refuse('bundle-too-large', { most: LARGEST_BUNDLE / 1_000_000 })
  const plans = await plansFor(tx, year)
  const last = (await listTaken(tx, year)).at(-1)
  const from = (await listArrived(tx, year)).find(({ manifest }) => manifest.id === last?.bundle)
  const { manifest, bytes } = write({
    ...{ content, plans, files: await filesOf(tx, year, content) },
    manifest: {
      ...{ format: BUNDLE_FORMAT, version: BUNDLE_VERSION, id, government: tx.government },
      ...{ governmentName: government.name, year, stage: 'report' as const },
      direction: directionAfter(from?.manifest.direction),
      ...(last ? { after: last.bundle } : {}),
      ...{ madeAt: now, by: actor.name, installation },
      counts: {
        ...{ plans: plans.length, departments: content.departments.length },
        ...{ indicators: content.indicators.length, answers: content.answers.length },
        ...{ questions: content.questions.length, evidence: content.evidence.length },
      },
    },
  })
  if (bytes.length > LARGEST_BUNDLE) return refuse('bundle-too-large', { most: LARGEST_BUNDLE / 1_000_000 })
  const change = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'bundle:make', subject: 'bundles' },
    detail: { year, bundle: id },
  })
  await saveMade(tx, change, { manifest, at: now, by: actor.name }, bytes)
  return done(manifest)
}

async function plansFor(tx: ReadTx, year: number): Promise<readonly Plan[]> {
  const plans: Plan[] = []
  for (const { id, edition, period } of inForce(await listEditions(tx))) {
    const covers = year <= period.to && (period.from === 'not-stated' || year >= period.from)
    const plan = covers && edition.stage !== 'draft' ? await findPlan(tx, id, edition.id) : undefined
    if (plan) plans.push(plan)
  }
  return plans
}

async function contentOf(
  tx: ReadTx,
  year: number,
  { round, rows }: ReportsView,
  fingerprint: string,
): Promise<BundleContent> {
  const last = (await listTaken(tx, year)).at(-1)
  const records = Map.groupBy(
    await listActuals(
      tx,
      rows.map(({ indicator }) => indicator.id),
    ),
    ({ indicator }) => indicator,
  )
  const asked = new Set(rows.map(({ indicator }) => indicator.id))
  return {
    departments: await listDepartments(tx),
    dates: round?.dates ?? [],
    indicators: rows.map(({ indicator: { id, name } }) => ({ id, name })),
    actuals: rows.flatMap(({ indicator: { id }, actuals }) =>
      actuals.slice(-LAST_VALUES).map((actual) => {
        const told = standingRecord(records.get(id) ?? [], actual.year, actual.vintage)
        return {
          ...{ indicator: id, actual },
          ...(told?.note ? { note: told.note } : {}),
          ...(told?.source ? { source: told.source } : {}),
        }
      }),
    ),
    answers: rows.flatMap(({ indicator: { id }, answer, moves, state }) =>
      answer
        ? [
            {
              ...{ indicator: id, fields: answer.fields, base: last?.answers[id] ?? EMPTY_ANSWER, state },
              ...{ savedAt: answer.savedAt, savedBy: answer.savedBy },
              moves: moves.map(({ move, at, by, reason }) => ({
                ...{ move, at, by },
                ...(reason ? { reason } : {}),
              })),
            },
          ]
        : [],
    ),
    questions: [...(await questionsOf(tx, year, fingerprint)), ...returnsOf(rows, fingerprint)],
    evidence: (await listEvidence(tx, year))
      .filter(({ removed, indicator }) => !removed && asked.has(indicator))
      .map(({ indicator, name, size, sha256, shows, at, by }) => ({
        ...{ indicator, name, size, sha256, shows, at, by },
      })),
  }
}

/** A question keeps the key under which it came; one that was asked here gets ours. */
async function questionsOf(
  tx: ReadTx,
  year: number,
  fingerprint: string,
): Promise<readonly CarriedQuestion[]> {
  const came = new Map(
    (await listTaken(tx, year)).flatMap(({ questions }) =>
      Object.entries(questions).map(([key, id]) => [id, key] as const),
    ),
  )
  const keyOf = (id: string) => came.get(id) ?? `${fingerprint}:${id}`
  return (await listQuestions(tx, year)).flatMap(({ replies, ...thread }) => {
    const where = {
      department: thread.department,
      ...(thread.indicator ? { indicator: thread.indicator } : {}),
    }
    const said = ({ side, text, at, by }: (typeof replies)[number]) => ({ side, text, at, by })
    return [
      { key: keyOf(thread.id), ...where, ...said(thread) },
      ...replies.map((reply) => ({
        ...{ key: keyOf(reply.id), answers: keyOf(thread.id), ...where, ...said(reply) },
      })),
    ]
  })
}

/** 差し戻しの理由 goes along as a question of planning, so that whoever corrects the answer elsewhere knows why. */
const returnsOf = (rows: ReportsView['rows'], fingerprint: string): readonly CarriedQuestion[] =>
  rows.flatMap(({ indicator: { id }, department, state, moves }) => {
    const last = moves.findLast(({ move }) => move === 'return')
    if (state !== 'returned' || !last?.reason || !department) return []
    const { at, by, reason } = last
    return [
      {
        ...{ key: `${fingerprint}:return ${id} ${at}`, department, indicator: id },
        ...{ side: 'planning' as const, text: reason, at, by },
      },
    ]
  })

async function filesOf(
  tx: ReadTx,
  year: number,
  { evidence }: BundleContent,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = new Set(evidence.map(({ sha256 }) => sha256))
  const files = new Map<string, Uint8Array>()
  for (const { id, sha256, removed } of await listEvidence(tx, year)) {
    if (removed || !wanted.has(sha256) || files.has(sha256)) continue
    const found = await findEvidence(tx, id)
    if (found) files.set(sha256, new Uint8Array(found.content))
  }
  return files
}
