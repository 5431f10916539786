import { data, Form, Link, redirect, useNavigation } from 'react-router'
import { can } from '#domain/access/can.ts'
import type { Finding } from '#domain/shared/finding.ts'
import { listDocuments } from '#store/documents.ts'
import { listEditions } from '#store/plans.ts'
import { listReviews } from '#store/readings.ts'
import { readForm, statusOf } from '../form.ts'
import { takeDocument } from '../intake.ts'
import { langOf, prefixAt, useHere } from '../paths.ts'
import { useUpload } from '../review/use-upload.ts'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/documents'

export async function loader({ context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const { documents, reviews, editions } = await visit.read(async (tx) => ({
    editions: new Set((await listEditions(tx)).map(({ id, edition }) => `${id}/${edition.id}`)),
    documents: await listDocuments(tx),
    reviews: await listReviews(tx),
  }))
  const stillHere = (taken: { plan: string; edition: string } | undefined) =>
    taken && editions.has(`${taken.plan}/${taken.edition}`) ? taken : undefined
  const byId = new Map(reviews.map((each) => [each.document, { ...each, takenIn: stillHere(each.takenIn) }]))
  return {
    documents: documents.map((each) => ({ ...each, review: byId.get(each.id) })),
    mayReceive: can(visit.actor, 'plan:import') && visit.user !== undefined && visit.asOf === undefined,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request)
  const taken = await takeDocument(visitOf(context), form.file('file'))
  if (!taken.ok) return data(taken, statusOf(taken.why))
  throw redirect(`${prefixAt(request)}/g/${params.code}/documents/${taken.id}`)
}

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.intake.title} | ${w.app.name}` }]
}

/** 文書: what was received, how far its review is, and the form that takes in another. */
export default function Documents({
  loaderData: { documents, mayReceive },
  actionData,
}: Route.ComponentProps) {
  const words = useWords()
  const w = words.intake
  const { of } = useHere()
  const busy = useNavigation().state === 'submitting'
  const upload = useUpload(of('/documents/upload'), (id) => of(`/documents/${id}`))
  const failed = upload.failed ?? (actionData && !actionData.ok ? actionData : undefined)
  return (
    <>
      <Head title={w.title} lead={w.lead(documents.length)} />
      {mayReceive ? (
        <Form
          method="post"
          encType="multipart/form-data"
          className="card max-w-2xl mb-6 grid gap-3 no-print"
          onSubmit={upload.submit}
        >
          <h2>{w.upload}</h2>
          <div className="field">
            <label htmlFor="file">{w.file}</label>
            <input className="input" id="file" name="file" type="file" required />
            <p className="small mute">{w.help}</p>
          </div>
          <p className="flex gap-3 items-center flex-wrap">
            <button className="button primary" type="submit" disabled={busy || upload.stage !== undefined}>
              {w.send}
            </button>
            {upload.stage && (
              <span role="status" className="flex gap-3 items-center">
                {upload.stage.kind === 'sending'
                  ? w.sending(upload.stage.percent)
                  : w.reading(upload.stage.seconds)}
                <progress
                  className="progress"
                  max={100}
                  {...(upload.stage.kind === 'sending' ? { value: upload.stage.percent } : {})}
                  aria-label={w.upload}
                />
              </span>
            )}
          </p>
          {failed && <Failed why={failed.why} findings={failed.findings} />}
        </Form>
      ) : (
        <p className="notice mb-6">{w.signInFirst}</p>
      )}
      {documents.length > 0 && (
        <table className="sheet stack">
          <thead>
            <tr>
              <th scope="col">{w.columns.document}</th>
              <th scope="col">{w.columns.received}</th>
              <th scope="col">{w.columns.pages}</th>
              <th scope="col">{w.columns.state}</th>
            </tr>
          </thead>
          <tbody>
            {documents.map(({ id, name, size, receivedAt, receivedBy, review }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={of(`/documents/${id}`)}>{name}</Link>{' '}
                  <span className="slot">{w.bytes(size)}</span>
                </th>
                <td>
                  {words.moment(receivedAt)} {receivedBy}
                </td>
                <td>{w.pages(review?.pages ?? 0)}</td>
                <td>
                  {review?.takenIn ? (
                    <Link to={of(`/plans/${review.takenIn.plan}`, { edition: review.takenIn.edition })}>
                      {w.states.taken}
                    </Link>
                  ) : review && review.steps > 0 ? (
                    w.states.going(review.steps)
                  ) : (
                    w.states.none
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Failed({ why, findings }: { readonly why: string; readonly findings: readonly Finding[] }) {
  const words = useWords()
  return (
    <div className="notice error" role="alert">
      <p className="font-bold">{why === 'cut' ? words.intake.cut : words.refusal(why)}</p>
      <ul className="small">
        {findings.map((finding) => (
          <li key={finding.code}>{words.finding(finding)}</li>
        ))}
      </ul>
    </div>
  )
}
