import { isDeepStrictEqual } from 'node:util'
import { acceptedDraft } from '#domain/document/review.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { againstPlan, asEditionOf } from '#readers/grammar/against-plan.ts'
import { draftEdition } from '#readers/grammar/draft-edition.ts'
import { documentBytes, findDocument } from '#store/documents.ts'
import { loadShared } from '#store/plans.ts'
import type { ReadTx } from '#store/transaction.ts'
import { reviewDocument, takeIn, viewReview } from '#usecases/review-document.ts'
import type { SentForm } from '../form.ts'
import type { Visit } from '../visit.ts'
import { aboutFrom } from './act.ts'
import { basePlan } from './view.ts'

/** 確認ずみのものを下書きの版にする: of a new plan, or another edition of the plan that it goes on with. */
async function editionFrom(
  tx: ReadTx,
  id: string,
  government: Visit['government'],
): Promise<Outcome<Plan, 'no-such-document' | 'nothing-accepted' | 'nothing-read' | 'no-period-read'>> {
  const [document, viewed, bytes] = [
    await findDocument(tx, id),
    await viewReview(tx, id),
    await documentBytes(tx, id),
  ]
  if (!document || !viewed || !bytes) return refuse('no-such-document')
  const { review, reading } = viewed
  const draft = acceptedDraft(reading.draft, review)
  if (draft.entries.length === 0) return refuse('nothing-accepted')
  const known = await loadShared(tx)
  const made = draftEdition({
    bytes,
    document: reading.source,
    draft,
    government,
    known,
    period: review.about,
  })
  if (!made.ok) return made
  const label = review.about.edition ?? made.value.edition.label
  const plan: Plan = {
    ...made.value,
    ...(review.about.kind ? { kind: review.about.kind } : {}),
    documents: made.value.documents.map((each) => ({ ...each, title: document.name })),
  }
  const base = await basePlan(tx, document, viewed)
  const mark = document.sha256.slice(0, 8)
  if (!base) return done({ ...plan, edition: { ...plan.edition, label } })
  const edition = {
    id: `draft-${mark}`,
    label,
    stage: 'draft' as const,
    revises: { label: base.edition.label, atHand: true },
  }
  return done(asEditionOf(plan, base, againstPlan(draft, base), { prefix: `i-${mark}-`, edition }))
}

/** What a form asks to take in. What it says of the plan is settled first, as one step more. */
export async function takeInReviewed(visit: Visit, document: string, form: SentForm) {
  const step = aboutFrom(form)
  if (!step.ok) return step
  const now = await visit.read((tx) => viewReview(tx, document))
  if (now && !isDeepStrictEqual(now.review.about, step.value.about)) {
    const settled = await visit.act('plan:import', (tx, doing) =>
      reviewDocument(tx, doing, { document, step: step.value }),
    )
    if (!settled.ok) return settled
  }
  const edition = await visit.read((tx) => editionFrom(tx, document, visit.government))
  if (!edition.ok) return edition
  const reason = form.told('reason')
  const taken = await visit.act('plan:import', (tx, doing) =>
    takeIn(tx, doing, {
      document,
      plan: edition.value,
      confirmed: form.has('confirmed'),
      ...(reason ? { reason } : {}),
    }),
  )
  return taken.ok ? done({ plan: edition.value.id, edition: edition.value.edition.id }) : taken
}
