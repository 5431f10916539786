import { data, Form, Link, redirect } from 'react-router'
import { can } from '#domain/access/can.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { inForce, listEditions } from '#store/plans.ts'
import { openReview } from '#usecases/open-review.ts'
import { settledOpinions } from '#usecases/settled-opinions.ts'
import { runningYear } from '#usecases/today.ts'
import { viewReviews } from '#usecases/view-room.ts'
import { readForm, statusOf } from '../form.ts'
import { langOf, prefixAt, useHere } from '../paths.ts'
import { meetingFrom } from '../room/asked.ts'
import { MeetingFields } from '../room/meeting-fields.tsx'
import { Told } from '../ui/field.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/reviews'

export async function loader({ context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const { actor, year } = visit
  if (!can(actor, 'room:read')) throw data({ why: 'not-allowed' }, 403)
  const staff = can(actor, 'staff:read')
  return visit.read(async (tx) => ({
    year,
    staff,
    over: year < runningYear(visit.now),
    mayOpen: visit.asOf === undefined && can(actor, 'room:run'),
    reviews: await viewReviews(tx, actor.id),
    plans: staff
      ? inForce(await listEditions(tx))
          .filter(
            ({ edition, period }) =>
              edition.stage !== 'draft' &&
              year <= period.to &&
              (period.from === 'not-stated' || year >= period.from),
          )
          .map(({ id, title, titles, kind }) => ({ id, title, titles, kind }))
      : [],
    earlier: staff ? (await settledOpinions(tx)).filter(({ review }) => review === undefined).length : 0,
  }))
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const asked = { year: visit.year, plans: form.all('plan'), meeting: meetingFrom(form) }
  const opened = await visit.act('room:run', (tx, doing) => openReview(tx, doing, asked))
  if (opened.ok) throw redirect(`${prefixAt(request)}/g/${params.code}/reviews/${opened.value.id}/run`)
  return data({ why: opened.why, detail: opened.detail, asked }, statusOf(opened.why))
}

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.room.title} | ${w.app.name}` }]
}

/** 検証の回の一覧: a member sees theirs, staff see all. */
export default function Reviews({ loaderData, actionData: problem }: Route.ComponentProps) {
  const { reviews, year, over, mayOpen, plans, staff, earlier } = loaderData
  const words = useWords()
  const w = words.room
  const { of, lang } = useHere()
  return (
    <>
      <Head title={w.title} lead={w.lead}>
        {staff && (
          <Link className="button" to={of('/reviews/answers')}>
            {w.toAnswers}
          </Link>
        )}
      </Head>
      <Told refused={problem && !mayOpen ? words.refusal(problem.why, problem.detail) : undefined} />
      {reviews.length === 0 ? (
        <p className="notice mb-6">{staff ? w.none : w.noneForMember}</p>
      ) : (
        <table className="sheet stack mb-6">
          <thead>
            <tr>
              <th scope="col">{w.name}</th>
              <th scope="col">{w.year}</th>
              <th scope="col">{w.when}</th>
              <th scope="col">{w.state}</th>
              <th scope="col" className="num">
                {w.opinions}
              </th>
            </tr>
          </thead>
          <tbody>
            {reviews.map(({ id, year: evaluated, meeting, state, opinions, seat }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={of(`/reviews/${id}`)}>{meeting.title}</Link>{' '}
                  {seat && <span className="tag">{w.seat(seat)}</span>}
                </th>
                <td data-label={w.year}>{words.year(evaluated)}</td>
                <td data-label={w.when}>
                  {w.meeting(meeting.day, meeting.time, meeting.place, meeting.due)}
                </td>
                <td data-label={w.state}>{w.states[state]}</td>
                <td className="num" data-label={w.opinions}>
                  {opinions}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {earlier > 0 && (
        <p className="small mb-6">
          {w.earlier(earlier)} <Link to={of('/reviews/answers')}>{w.toAnswers}</Link>
        </p>
      )}
      {mayOpen && (
        <section className="card max-w-3xl no-print" aria-labelledby="opening">
          <h2 id="opening">{w.opening}</h2>
          {!over ? (
            <p className="small mute mt-2">{words.refusal('year-not-over', { year })}</p>
          ) : plans.length === 0 ? (
            <p className="small mute mt-2">{w.noPlans(year)}</p>
          ) : (
            <Form method="post" className="grid gap-4 mt-3">
              {problem && (
                <p className="problem" role="alert">
                  {words.refusal(problem.why, problem.detail)}
                </p>
              )}
              <p>
                {w.year} <b>{words.year(year)}</b>
              </p>
              <fieldset className="choices">
                <legend>{w.plans}</legend>
                {plans.map((plan) => (
                  <label className="option" key={plan.id}>
                    <input
                      type="checkbox"
                      name="plan"
                      value={plan.id}
                      defaultChecked={
                        problem
                          ? problem.asked.plans.includes(plan.id)
                          : plan.kind === 'comprehensive-strategy'
                      }
                    />
                    {nameIn(lang, plan)}
                  </label>
                ))}
              </fieldset>
              <MeetingFields meeting={problem?.asked.meeting} />
              <p>
                <button className="button primary" type="submit">
                  {w.open}
                </button>
              </p>
            </Form>
          )}
        </section>
      )}
    </>
  )
}
