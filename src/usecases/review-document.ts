import { can } from '#domain/access/can.ts'
import { clashes } from '#domain/document/bodies.ts'
import {
  isWithin,
  type Review,
  type ReviewedEntry,
  type ReviewStep,
  reviewOf,
} from '#domain/document/review.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { done, type Outcome, type Refusal, refuse } from '#domain/shared/outcome.ts'
import { findReading, listSteps, type Reading, saveStep } from '#store/readings.ts'
import type { ReadTx, WriteTx } from '#store/transaction.ts'
import type { Doing } from './doing.ts'
import { type Imported, type ImportRefused, importPlan } from './import-plan.ts'

export type Viewed = {
  readonly reading: Reading & { readonly id: string }
  readonly review: Review
  /** Id of the last step, and when it was saved. */
  readonly last?: { readonly id: string; readonly at: string }
}

/** 確認の状態を見る: the latest reading of a document and where its review stands. */
export async function viewReview(tx: ReadTx, document: string): Promise<Viewed | undefined> {
  const reading = await findReading(tx, document)
  if (!reading) return undefined
  const steps = await listSteps(tx, reading.id)
  const last = steps.at(-1)
  return {
    reading,
    review: reviewOf(
      reading.draft,
      steps.map(({ step }) => step),
    ),
    ...(last ? { last: { id: last.id, at: last.at } } : {}),
  }
}

export type ReviewRefused =
  | 'not-allowed'
  | 'no-such-document'
  | 'no-such-entry'
  | 'no-such-remark'
  | 'under-itself'
  | 'merge-with-itself'
  | 'merge-loses-values'
  | 'reason-missing'
  | 'somebody-was-faster'
  | 'nothing-to-undo'

/**
 * 一手を記録する. One step of a review is saved the moment it is made, so a closed browser loses nothing. `seen` is the last step the person
 * saw: what is taken back must be what they saw.
 */
export async function reviewDocument(
  tx: WriteTx,
  { actor, now }: Doing,
  { document, step, seen }: { readonly document: string; readonly step: ReviewStep; readonly seen?: string },
): Promise<Outcome<{ readonly id: string }, ReviewRefused>> {
  if (!can(actor, 'plan:import')) return refuse('not-allowed')
  const viewed = await viewReview(tx, document)
  if (!viewed) return refuse('no-such-document')
  const { review, reading, last } = viewed
  if (step.do === 'undo') {
    if (!review.last) return refuse('nothing-to-undo')
    if (seen !== undefined && seen !== last?.id) return refuse('somebody-was-faster')
  }
  if (step.do === 'accept-remark') {
    if (step.reason.trim() === '') return refuse('reason-missing')
    const marks = reading.remarks.map((remark) => 'mark' in remark && remark.mark)
    if (!marks.includes(step.mark)) return refuse('no-such-remark')
  }
  const known = new Set(review.entries.map(({ entry }) => entry.id))
  const unknown = namedBy(step).find((id) => !known.has(id))
  if (unknown !== undefined) return refuse('no-such-entry', { id: unknown })
  const wrong = wrongIn(step, review.entries)
  if (wrong) return wrong
  return done({ id: await saveStep(tx, reading.id, { step, at: now, by: actor.name }) })
}

function namedBy(step: ReviewStep): readonly string[] {
  if (step.do === 'accept' || step.do === 'leave-out') return step.entries
  if (step.do === 'merge') return [step.entry, step.with]
  if (step.do === 'correct') return step.under === undefined ? [step.entry] : [step.entry, step.under]
  return step.do === 'split' ? [step.entry] : []
}

/** What would make entries vanish: a circle of places, an entry merged with itself, a value that only one of two can keep. */
function wrongIn(
  step: ReviewStep,
  entries: readonly ReviewedEntry[],
): Refusal<'under-itself' | 'merge-with-itself' | 'merge-loses-values'> | undefined {
  if (step.do === 'correct' && step.under !== undefined && isWithin(entries, step.under, step.entry))
    return refuse('under-itself')
  if (step.do !== 'merge') return undefined
  if (step.entry === step.with) return refuse('merge-with-itself')
  const [first, second] = [step.entry, step.with].map((id) => entries.find(({ entry }) => entry.id === id))
  const fields = first && second ? clashes(first.entry, second.entry) : []
  return fields.length > 0 ? refuse('merge-loses-values', { fields: fields.join(',') }) : undefined
}

/** 案を取り込む: the accepted entries as a draft edition, and the note in the review that they were taken in, both or neither. */
export async function takeIn(
  tx: WriteTx,
  doing: Doing,
  input: {
    readonly document: string
    readonly plan: Plan
    readonly reason?: string
    readonly confirmed?: boolean
  },
): Promise<Outcome<Imported, ImportRefused | 'no-such-document'>> {
  const viewed = await viewReview(tx, input.document)
  if (!viewed) return refuse('no-such-document')
  const { plan } = input
  const imported = await importPlan(tx, doing, input)
  if (!imported.ok) return imported
  const step: ReviewStep = { do: 'take-in', plan: plan.id, edition: plan.edition.id }
  await saveStep(tx, viewed.reading.id, { step, at: doing.now, by: doing.actor.name })
  return imported
}
