import { useEffect } from 'react'
import { data, Form, Link } from 'react-router'
import { can } from '#domain/access/can.ts'
import { isWritable, MINUTES_FIELDS, signOffOf } from '#domain/cycle/review.ts'
import { listReviewTexts } from '#store/review-texts.ts'
import { listPacks, listReviewMembers } from '#store/reviews.ts'
import { changedSince } from '#usecases/fix-pack.ts'
import { reviewersOf } from '#usecases/seat-member.ts'
import { viewRoom } from '#usecases/view-room.ts'
import { readForm, statusOf } from '../form.ts'
import { langOf, useHere } from '../paths.ts'
import { actInRun } from '../room/act-in-run.ts'
import { meetingFrom } from '../room/asked.ts'
import { MeetingFields } from '../room/meeting-fields.tsx'
import { CloseCard, Members, Packs } from '../room/run-parts.tsx'
import { SummaryCard } from '../room/summary-card.tsx'
import { TextEditor } from '../room/text-editor.tsx'
import { textFrom } from '../room/texts.ts'
import { forgetDraft } from '../room/use-draft.ts'
import { Told } from '../ui/field.tsx'
import { useOwner } from '../ui/kept-key.ts'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/review-run'

export async function loader({ params, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const { actor } = visit
  if (!can(actor, 'room:run')) throw data({ why: 'not-allowed' }, 403)
  const present = visit.asOf === undefined
  return visit.read(async (tx) => {
    const view = await viewRoom(tx, params.review, actor.id)
    if (!view) throw data({ why: 'no-such-review', value: params.review }, 404)
    const reviewers = await reviewersOf(tx)
    const names = new Map(reviewers.map(({ user, name }) => [user, name]))
    const members = (await listReviewMembers(tx, params.review)).map((each) => ({
      ...each,
      name: names.get(each.user) ?? '',
    }))
    const signed = signOffOf(view.moves)
    return {
      ...{ review: view.review, meeting: view.meeting, state: view.state, members, reviewers, present },
      moves: view.moves.map(({ move, at, by, reason }) => ({ move, at, by, reason })),
      packs: await listPacks(tx, params.review),
      changed: view.read && view.state === 'reading' ? await changedSince(tx, view.read.pack) : [],
      minutes: view.minutes,
      versions: await listReviewTexts<Record<string, string>>(tx, params.review, 'minutes'),
      summary: view.summary,
      signed: signed && { at: signed.at, reference: signed.how === 'paper' ? signed.reference : undefined },
    }
  })
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const wanted = form.told('do')
  const result = await actInRun(visit, params.review, form)
  if (!result.ok)
    return data(
      {
        ...{ ok: false as const, do: wanted, why: result.why, detail: result.detail },
        ...{
          reason: form.told('reason'),
          meeting: meetingFrom(form),
          summary: textFrom(form, 'summary').summary,
        },
      },
      statusOf(result.why),
    )
  const number = 'number' in result.value ? result.value.number : undefined
  return { ok: true as const, do: wanted, number }
}

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ loaderData, location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.room.run} ${loaderData?.meeting.title ?? ''} | ${w.app.name}` }]
}

/** 進行と記録: members, pack, closing, minutes, summary and sign-off, by planning. */
export default function ReviewRun({ loaderData, actionData }: Route.ComponentProps) {
  const { review, meeting, state, members, reviewers, packs, changed, minutes, versions, moves, present } =
    loaderData
  const words = useWords()
  const w = words.room
  const { of } = useHere()
  const problem = actionData?.ok === false ? actionData : undefined
  const done = actionData?.ok ? actionData : undefined
  const writable = present && isWritable(state)
  const owner = useOwner()
  useEffect(() => {
    if (done?.do === 'minutes' || done?.do === 'summary') forgetDraft(owner, `${review.id}/${done.do}`)
  }, [done, review.id, owner])
  const said: Readonly<Record<string, string>> = {
    ...{ seat: w.seated, unseat: w.unseated, fix: w.fixed(done?.number ?? 0), minutes: w.textSaved },
    ...{
      summary: w.textSaved,
      change: w.changed,
      sign: w.signedDone,
      reopen: w.reopened,
      close: w.closedDone,
    },
  }
  const attendees = members.map(({ affiliation, chair }) =>
    chair ? `${w.chair}（${affiliation}）` : affiliation,
  )
  return (
    <>
      <Head
        crumbs={[
          { to: of('/reviews'), name: w.title },
          { to: of(`/reviews/${review.id}`), name: meeting.title },
        ]}
        title={`${w.run} ${meeting.title}`}
        lead={
          <>
            {w.of(review.year)} {w.meeting(meeting.day, meeting.time, meeting.place, meeting.due)}{' '}
            <span className="tag">{w.states[state]}</span>
          </>
        }
      >
        <Link className="button primary" to={of(`/reviews/${review.id}`)}>
          {w.toRoom}
        </Link>
      </Head>
      <Told done={done && said[done.do]} refused={problem && words.refusal(problem.why, problem.detail)} />
      <div className="two">
        <div>
          <Packs
            {...{ review: review.id, packs, changed }}
            mayFix={present && (state === 'preparing' || state === 'reading')}
            typed={problem?.do === 'fix' ? problem.reason : undefined}
          />
          <Members members={members} reviewers={reviewers} writable={writable} />
          <section className="card" aria-labelledby="minutes">
            <header>
              <h2 id="minutes">{w.minutes}</h2>
              {minutes && (
                <span className="more flex gap-3">
                  <a href={of(`/reviews/${review.id}/minutes.pdf`)}>PDF</a>
                  <a href={of(`/reviews/${review.id}/minutes.docx`)}>Word</a>
                </span>
              )}
            </header>
            {writable ? (
              <TextEditor
                review={review.id}
                kind="minutes"
                names={MINUTES_FIELDS}
                labels={w.minutesFields}
                start={
                  minutes?.fields ?? {
                    attendees: attendees.join(words.comma),
                    agenda: '',
                    discussion: '',
                    conclusion: '',
                  }
                }
                saved={minutes}
              />
            ) : (
              <dl className="facts">
                {MINUTES_FIELDS.map((name) => (
                  <div key={name} className="contents">
                    <dt>{w.minutesFields[name]}</dt>
                    <dd className="whitespace-pre-line">{minutes?.fields[name] || '—'}</dd>
                  </div>
                ))}
              </dl>
            )}
            {versions.length > 1 && (
              <details className="small mt-3">
                <summary>{w.versions(versions.length)}</summary>
                <ol className="said">
                  {versions.toReversed().map(({ id, savedAt, savedBy, setAside, fields }) => (
                    <li key={id}>
                      <span className="mute">
                        {words.moment(savedAt)} {savedBy}{' '}
                        {setAside && <span className="tag">{w.setAside}</span>}
                      </span>
                      <details>
                        <summary>{w.minutes}</summary>
                        {MINUTES_FIELDS.map((name) => (
                          <p key={name} className="whitespace-pre-line wrap-anywhere">
                            <b>{w.minutesFields[name]}</b> {fields[name]}
                          </p>
                        ))}
                      </details>
                    </li>
                  ))}
                </ol>
              </details>
            )}
          </section>
          <SummaryCard
            {...{ review: review.id, state, summary: loaderData.summary, signed: loaderData.signed }}
            may={present ? 'planner' : undefined}
            shown={problem?.why === 'summary-changed' ? problem.summary : undefined}
          />
        </div>
        <div>
          {present && (
            <CloseCard state={state} typed={problem?.do === 'reopen' ? problem.reason : undefined} />
          )}
          {writable && (
            <section className="card" aria-labelledby="schedule">
              <h2 id="schedule">{w.schedule}</h2>
              <Form
                method="post"
                preventScrollReset
                className="grid gap-4 mt-3"
                key={JSON.stringify(meeting)}
              >
                <MeetingFields meeting={problem?.do === 'change' ? problem.meeting : meeting} />
                <p>
                  <button className="button" type="submit" name="do" value="change">
                    {w.change}
                  </button>
                </p>
              </Form>
            </section>
          )}
          <section className="card" aria-labelledby="moves">
            <h2 id="moves">{w.history}</h2>
            <ol className="small mt-2 grid gap-1">
              {moves.map(({ move, at, by, reason }) => (
                <li key={`${at}${move}`}>
                  {words.moment(at)} {w.moves[move]} <span className="mute">{by}</span>{' '}
                  {reason && <b>{reason}</b>}
                </li>
              ))}
            </ol>
          </section>
        </div>
      </div>
    </>
  )
}
