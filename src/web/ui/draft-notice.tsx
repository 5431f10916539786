import { Form, Link } from 'react-router'
import type { Plan } from '#domain/plan/plan.ts'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'

export type DraftProblem = {
  readonly do: string
  readonly why: string
  readonly detail?: Readonly<Record<string, string | number>> | undefined
  readonly typed: { readonly label: string; readonly date: string; readonly reason: string }
}

/** 下書きの版: counts for nothing yet; adopt it with the day of the decision, or discard it with a reason. */
export function DraftNotice({
  edition,
  review,
  today,
  problem,
}: {
  readonly edition: Plan['edition']
  /** The document it was taken in from, where we hold it. */
  readonly review: string | undefined
  readonly today: string
  readonly problem: DraftProblem | undefined
}) {
  const words = useWords()
  const w = words.plans.draft
  const { of } = useHere()
  const said = (what: string) =>
    problem?.do === what && (
      <p className="problem" role="alert">
        {words.refusal(problem.why, problem.detail)}
      </p>
    )
  return (
    <section className="notice warning mb-6 no-print" aria-labelledby="draft">
      <h2 id="draft">{w.title}</h2>
      <p className="small">
        {w.explain} {review && <Link to={of(`/documents/${review}`)}>{w.toReview}</Link>}
      </p>
      <details className="mt-2" open={problem?.do === 'adopt'}>
        <summary>{w.adopt}</summary>
        <Form method="post" className="flex gap-3 items-end flex-wrap mt-2">
          <input type="hidden" name="edition" value={edition.id} />
          <label className="field">
            <span className="label">{words.intake.editionLabel}</span>
            <input
              className="input dense"
              name="label"
              required
              defaultValue={problem?.typed.label || (edition.label === '下書き' ? '' : edition.label)}
            />
          </label>
          <label className="field">
            <span className="label">{w.date}</span>
            <input
              className="input dense"
              type="date"
              name="date"
              required
              defaultValue={problem?.typed.date || today}
            />
          </label>
          <button className="button primary" type="submit" name="do" value="adopt">
            {w.adopt}
          </button>
          {said('adopt')}
        </Form>
      </details>
      <details className="mt-2" open={problem?.do === 'discard'}>
        <summary>{w.discard}</summary>
        <Form method="post" className="flex gap-3 items-end flex-wrap mt-2">
          <input type="hidden" name="edition" value={edition.id} />
          <label className="field grow">
            <span className="label">
              {words.app.reason}
              <span className="must">{words.app.required}</span>
            </span>
            <input
              className="input dense w-full"
              name="reason"
              required
              defaultValue={problem?.typed.reason}
            />
          </label>
          <button className="button" type="submit" name="do" value="discard">
            {w.discard}
          </button>
          {said('discard')}
        </Form>
        <p className="small mute mt-1">{w.discardHelp}</p>
      </details>
    </section>
  )
}
