import { data } from 'react-router'
import { joined, renamed } from '#domain/document/bodies.ts'
import type { About, Review, ReviewStep } from '#domain/document/review.ts'
import type { PlanKind } from '#domain/plan/plan.ts'
import { readYear } from '#domain/shared/era.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { typedBody } from '#readers/grammar/typed-body.ts'
import { reviewDocument, viewReview } from '#usecases/review-document.ts'
import type { SentForm } from '../form.ts'
import type { Visit } from '../visit.ts'
import { sureOnes, viewIntake } from './view.ts'

/** One step of a review as a form sends it: `do`, and what it is about. */
export async function actOnReview(visit: Visit, document: string, form: SentForm) {
  const viewed = await visit.read((tx) => viewReview(tx, document))
  if (!viewed) throw data({ why: 'no-such-document', value: document }, 404)
  const step = await stepOf(visit, document, viewed.review, form)
  if (!step.ok) return step
  const seen = form.told('seen')
  return visit.act('plan:import', (tx, doing) =>
    reviewDocument(tx, doing, { document, step: step.value, ...(seen ? { seen } : {}) }),
  )
}

async function stepOf(
  visit: Visit,
  document: string,
  review: Review,
  form: SentForm,
): Promise<Outcome<ReviewStep, string>> {
  const wanted = form.told('do')
  const ids = form.told('entry').split(' ').filter(Boolean)
  const entry = review.entries.find((each) => each.entry.id === ids[0])?.entry
  if (wanted === 'undo') return done({ do: 'undo' })
  if (wanted === 'accept' || wanted === 'leave-out') return done({ do: wanted, entries: ids })
  if (wanted === 'accept-sure' || wanted === 'accept-all') return manyOf(visit, document, wanted)
  if (wanted === 'accept-remark')
    return done({ do: 'accept-remark', mark: form.told('mark'), reason: form.told('reason') })
  if (wanted === 'describe') return aboutFrom(form)
  if (!entry) return refuse('no-such-entry', { id: ids[0] ?? '' })
  if (wanted === 'correct') {
    const fields = Object.fromEntries(
      FIELDS.flatMap((name) => (form.has(`f-${name}`) ? [[name, form.told(`f-${name}`)]] : [])),
    )
    const body = typedBody(entry, fields, entry.grounds.at)
    const under = form.told('under')
    return body.ok
      ? done({ do: 'correct', entry: entry.id, body: body.value, ...(under ? { under } : {}) })
      : body
  }
  if (wanted === 'split') {
    const [first, second] = [form.told('first'), form.told('second')]
    if (!first || !second) return refuse('empty-name', { field: first ? 'second' : 'first' })
    return done({ do: 'split', entry: entry.id, into: [renamed(entry, first), renamed(entry, second)] })
  }
  const other = review.entries.find((each) => each.entry.id === form.told('with'))?.entry
  if (wanted === 'merge' && other?.kind === entry.kind)
    return done({ do: 'merge', entry: entry.id, with: other.id, body: joined(entry, other) })
  return refuse('no-such-entry', { id: form.told('with') })
}

const FIELDS = [
  ...['name', 'unit', 'baseline', 'baselineYear', 'target', 'targetYear'],
  ...['amount', 'previous', 'number', 'role', 'measure', 'from', 'to'],
]

async function manyOf(
  visit: Visit,
  document: string,
  wanted: 'accept-sure' | 'accept-all',
): Promise<Outcome<ReviewStep, string>> {
  const rows = await visit.read((tx) => viewIntake(tx, document, {}))
  const open = rows?.open ?? []
  const entries = (wanted === 'accept-sure' ? sureOnes(open) : open).map(({ id }) => id)
  return entries.length > 0 ? done({ do: 'accept', entries }) : refuse('nothing-changed')
}

const KINDS: readonly PlanKind[] = [
  ...([
    'comprehensive-strategy',
    'comprehensive-plan',
    'action-plan',
    'regional-revitalization-plan',
  ] as const),
  ...(['basic-policy', 'population-vision', 'manifesto', 'other'] as const),
]

export { KINDS as PLAN_KINDS }

/** What a form says of the plan as a whole. */
export function aboutFrom(form: SentForm): Outcome<Extract<ReviewStep, { do: 'describe' }>, string> {
  const years: { from?: number; to?: number } = {}
  for (const field of ['from', 'to'] as const) {
    const written = form.told(field)
    if (!written) continue
    const read = readYear(written)
    if (!read.ok) return refuse('year-not-understood', { field, value: written })
    years[field] = read.value.year
  }
  if (years.from !== undefined && years.to !== undefined && years.from > years.to)
    return refuse('period-backwards', { from: years.from, to: years.to })
  const kind = KINDS.find((each) => each === form.told('kind'))
  const about: About = {
    ...(form.told('title') ? { title: form.told('title') } : {}),
    ...(kind ? { kind } : {}),
    ...(form.told('plan') ? { plan: form.told('plan') } : {}),
    ...(form.told('edition') ? { edition: form.told('edition') } : {}),
    ...years,
  }
  return done({ do: 'describe', about })
}
