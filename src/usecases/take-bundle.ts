import { can } from '#domain/access/can.ts'
import type { CarriedAnswer, CarriedQuestion } from '#domain/cycle/bundle.ts'
import type { Choices } from '#domain/cycle/merge-answers.ts'
import type { TookBundle, TookLeft } from '#domain/cycle/took-bundle.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { saveTaken } from '#store/bundles.ts'
import { writeDown } from '#store/changes.ts'
import { listDepartments, saveDepartments } from '#store/departments.ts'
import { saveQuestion } from '#store/questions.ts'
import type { WriteTx } from '#store/transaction.ts'
import { attach } from './attach.ts'
import { moveReports } from './collect.ts'
import type { Doing } from './doing.ts'
import { importPlan } from './import-plan.ts'
import { openRound } from './open-round.ts'
import { mayReceive } from './receive-bundle.ts'
import { recordActual } from './record-actual.ts'
import { applyAnswers, carriedBy } from './save-answers.ts'
import { type Carried, isOwnKey, leftOf, questionsCame, weighBundle } from './weigh-bundle.ts'

export type ToTakeBundle = {
  readonly carried: Carried
  readonly year: number
  readonly own: string
  readonly choices: Choices
  file(sha256: string): Uint8Array | undefined
  /** 「むこうで承認ずみ」, as it stands beside the submission. */
  say(state: 'submitted' | 'approved', by: string, at: string): string
}

/**
 * 束を取り込む: all of it or nothing. Answers are merged three ways like a workbook's; what was approved there is submitted here, for whoever approves here. Nothing
 * of the plan changes at home.
 */
export async function takeBundle(
  tx: WriteTx,
  doing: Doing,
  { carried, year, own, choices, file, say }: ToTakeBundle,
): Promise<Outcome<TookBundle, string>> {
  const { actor, now } = doing
  const { manifest, content } = carried
  if (!can(actor, 'bundle:carry')) return refuse('not-allowed')
  const may = await mayReceive(tx, carried, { year, own })
  if (!may.ok) return may
  const before = await weighBundle(tx, carried, { choices, own })
  if (before.round === 'missing') return refuse('round-not-open', { year })
  const { departmentTwice: twice } = before
  if (twice) return refuse('department-twice', { name: twice.name, id: twice.id })
  const left: TookLeft[] = leftOf(before)
  const change = await writeDown(tx, {
    ...{ at: now, actor: actor.name, role: actor.role, action: 'bundle:take', subject: 'bundles' },
    detail: { year, bundle: manifest.id, from: manifest.installation },
  })
  if (before.departments.length > 0)
    await saveDepartments(tx, { id: change, at: now }, [
      ...(await listDepartments(tx)),
      ...before.departments,
    ])
  for (const plan of before.plans) {
    const taken = await importPlan(tx, doing, { plan, confirmed: true, reason: `bundle ${manifest.id}` })
    if (!taken.ok) return taken
  }
  let actuals = 0
  for (const { indicator, actual, note, source } of before.actuals) {
    const recorded = await recordActual(tx, doing, {
      ...{ indicator, actual },
      ...(note ? { note } : {}),
      ...(source ? { source } : {}),
    })
    if (recorded.ok) actuals += 1
    else left.push({ what: 'actual', name: before.names[indicator] ?? indicator, why: recorded.why })
  }
  if (before.round === 'open') {
    const opened = await openRound(tx, doing, { year, dates: content.dates })
    if (!opened.ok) return opened
  }
  const weighed = await weighBundle(tx, carried, { choices, own })
  const { merge, names } = weighed
  if (merge.conflicts.length > 0) return refuse('bundle-conflicts-left', { count: merge.conflicts.length })
  const named = (id: string) => names[id] ?? id
  const who = new Map(content.answers.map(({ indicator, savedBy }) => [indicator, savedBy]))
  const applied = await applyAnswers(tx, doing, {
    ...{ year, via: 'bundle' as const },
    rows: merge.save.map((row) => ({ ...row, from: who.get(row.indicator) ?? manifest.by })),
  })
  if (!applied.ok) return applied
  const submitted = await submitAll(tx, doing, year, weighed.submit, say)
  left.push(
    ...submitted.left.map(({ id, why }) => ({ what: 'not-submitted' as const, name: named(id), why })),
  )
  const questions = await bringQuestions(tx, doing, { year, change, own }, weighed.questions)
  let evidence = 0
  for (const { indicator, name, shows, sha256, by } of weighed.evidence) {
    const bytes = file(sha256)
    const from = { ...doing, actor: { ...actor, name: carriedBy(by, actor.name) } }
    const attached = bytes && (await attach(tx, from, { year, indicator, name, shows, bytes }))
    if (attached?.ok) evidence += 1
    else left.push({ what: 'evidence', name, ...(attached ? { why: attached.why } : {}) })
  }
  const took: TookBundle = {
    ...{ plans: before.plans.length, departments: before.departments.length },
    ...{ opened: before.round === 'open', actuals, answers: applied.value.saved, unchanged: merge.unchanged },
    ...{ submitted: submitted.moved, questions: Object.keys(questions).length, evidence, left },
  }
  await saveTaken(tx, change, {
    ...{ bundle: manifest.id, year, told: took, questions, at: now, by: actor.name },
    answers: Object.fromEntries(content.answers.map(({ indicator, fields }) => [indicator, fields])),
  })
  return done(took)
}

/** Submitted one by one: what is not ready here stays with the department, and is named. */
async function submitAll(
  tx: WriteTx,
  doing: Doing,
  year: number,
  answers: readonly CarriedAnswer[],
  say: ToTakeBundle['say'],
): Promise<{
  readonly moved: number
  readonly left: readonly { readonly id: string; readonly why: string }[]
}> {
  let moved = 0
  const left: { id: string; why: string }[] = []
  for (const { indicator, state, moves, savedAt, savedBy } of answers) {
    const last = moves.findLast(({ move }) => move === (state === 'approved' ? 'approve' : 'submit'))
    const reason = say(
      state === 'approved' ? 'approved' : 'submitted',
      last?.by ?? savedBy,
      last?.at ?? savedAt,
    )
    const moving = await moveReports(tx, doing, { year, indicators: [indicator], move: 'submit', reason })
    if (moving.ok) moved += 1
    else left.push({ id: indicator, why: moving.why })
  }
  return { moved, left }
}

/** Questions in their order, so that a thread is there before what was said on it. Returns what each became here. */
async function bringQuestions(
  tx: WriteTx,
  { actor, now }: Doing,
  { year, change, own }: { readonly year: number; readonly change: string; readonly own: string },
  questions: readonly CarriedQuestion[],
): Promise<Readonly<Record<string, string>>> {
  const became: Record<string, string> = {}
  const came = await questionsCame(tx, year)
  const ours = (key: string): string | undefined =>
    became[key] ?? came[key] ?? (isOwnKey(key, own) ? key.slice(own.length + 1) : undefined)
  for (const { key, answers, department, indicator, side, text, at, by } of questions) {
    if (ours(key) !== undefined) continue
    const thread = answers === undefined ? undefined : ours(answers)
    if (answers !== undefined && thread === undefined) continue
    became[key] = await saveQuestion(tx, change, {
      ...{ year, department, side, text, at: now },
      by: carriedBy(`${by} (${at.slice(0, 10)})`, actor.name),
      ...(indicator ? { indicator } : {}),
      ...(thread ? { answers: thread } : {}),
    })
  }
  return became
}
