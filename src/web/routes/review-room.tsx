import { data, Link, redirect } from 'react-router'
import { can } from '#domain/access/can.ts'
import type { OpinionFields } from '#domain/cycle/opinion.ts'
import { isSettled, signOffOf, takesOpinions } from '#domain/cycle/review.ts'
import { listReviewMembers } from '#store/reviews.ts'
import { changedSince } from '#usecases/fix-pack.ts'
import { EMPTY_OPINION } from '#usecases/hand-in-opinion.ts'
import { type RoomOpinion, viewRoom } from '#usecases/view-room.ts'
import { readForm, statusOf } from '../form.ts'
import { langOf, prefixAt, useHere } from '../paths.ts'
import { actInRoom, judgementFrom } from '../room/act-in-room.ts'
import { opinionFrom } from '../room/asked.ts'
import { Earlier } from '../room/earlier.tsx'
import { Evidence } from '../room/evidence.tsx'
import { OpinionForm } from '../room/opinion-form.tsx'
import { OpinionList } from '../room/opinion-list.tsx'
import { RoomHead } from '../room/room-head.tsx'
import { RoomKeys } from '../room/room-keys.tsx'
import { chosenStop, showStop, stopLines } from '../room/show-stop.ts'
import { ELSEWHERE, StopChoice, StopList } from '../room/stop-list.tsx'
import { SummaryCard } from '../room/summary-card.tsx'
import { textFrom } from '../room/texts.ts'
import { Told } from '../ui/field.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/review-room'

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const url = new URL(request.url)
  const words = wordsOf(langOf(url))
  const { actor } = visit
  if (!can(actor, 'room:read')) throw data({ why: 'not-allowed' }, 403)
  const asked = url.searchParams.get('pack')
  return visit.read(async (tx) => {
    const view = await viewRoom(tx, params.review, actor.id, asked ? Number(asked) : undefined)
    if (!view) throw data({ why: 'no-such-review', value: params.review }, 404)
    const { read, seat, state, drafts } = view
    const present = visit.asOf === undefined
    const runs = present && can(actor, 'room:run')
    const pack = read?.pack
    const chosen = pack && chosenStop(pack, url.searchParams.get('at'))
    const stop = chosen && showStop(view, pack, chosen, words)
    const editing = stop?.opinions.find(
      ({ id, own, spoken }) => (own || (runs && spoken)) && id === url.searchParams.get('edit'),
    )
    const place = `${stop?.id ?? ''}${editing ? `#${editing.id}` : ''}`
    const draft = drafts.get(place)
    // A draft that arrived after the opinion it became is no draft any more.
    const isOpen =
      draft &&
      draft.fields.text !== '' &&
      !stop?.opinions.some((each) => each.own && each.text === draft.fields.text)
    const signed = signOffOf(view.moves)
    return {
      ...{ review: view.review, meeting: view.meeting, state, runs },
      record: read?.record,
      latest: read?.all.at(-1)?.number,
      papers: read !== undefined,
      minutes: isSettled(state) && view.minutes !== undefined,
      stops: pack ? stopLines(view, pack, words) : [],
      stop,
      place,
      start: isOpen
        ? draft.fields
        : (startOf(view.opinions.find(({ id }) => id === editing?.id)) ?? {
            ...EMPTY_OPINION,
            subject: stop?.subject ?? '',
          }),
      savedAt: isOpen ? draft.savedAt : undefined,
      editing: editing && { id: editing.id, standing: editing.standing },
      seat: seat && { affiliation: seat.affiliation, chair: seat.chair },
      writes: present && takesOpinions(state) && can(actor, 'opinion:write') && seat !== undefined,
      members:
        runs && !seat && takesOpinions(state)
          ? (await listReviewMembers(tx, params.review)).map(({ user, affiliation }) => ({
              user,
              affiliation,
            }))
          : undefined,
      mayJudge: (runs || (present && seat?.chair === true)) && (state === 'reading' || state === 'closed'),
      maySummarise: !present
        ? undefined
        : seat?.chair
          ? ('chair' as const)
          : runs
            ? ('planner' as const)
            : undefined,
      summary: view.summary && {
        id: view.summary.id,
        fields: view.summary.fields,
        savedAt: view.summary.savedAt,
      },
      signed: signed && { at: signed.at, reference: signed.how === 'paper' ? signed.reference : undefined },
      // Once opinions are closed nothing is fixed anew, and what changes is next year's affair.
      changed:
        runs && pack && state === 'reading' && read?.record.number === read?.all.at(-1)?.number
          ? await changedSince(tx, pack)
          : [],
    }
  })
}

/** The fields of an opinion that is to be changed. */
function startOf(opinion: RoomOpinion | undefined): OpinionFields | undefined {
  if (!opinion) return undefined
  const { subject, kind = '', stance = '', text, cites = [] } = opinion
  return { subject, kind, stance, text, cites }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const wanted = form.told('do')
  const result = await actInRoom(visit, params.review, form)
  const asked = {
    place: form.told('place'),
    edits: form.told('edits'),
    opinion: opinionFrom(form),
    judgement: judgementFrom(form),
    summary: textFrom(form, 'summary').summary,
  }
  if (!result.ok)
    return data(
      { ok: false as const, do: wanted, why: result.why, detail: result.detail, asked },
      statusOf(result.why),
    )
  const number = 'number' in result.value ? result.value.number : undefined
  if (wanted === 'hand-in' && asked.edits) {
    // What was changed is handed in: the form is for a new opinion again.
    const query = new URL(request.url).searchParams
    query.delete('edit')
    query.set('handed', String(number))
    throw redirect(`${prefixAt(request)}/g/${params.code}/reviews/${params.review}?${query}`)
  }
  return { ok: true as const, do: wanted, number, asked }
}

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ loaderData, location }) => {
  const w = wordsOf(langOf(location))
  return [
    {
      title: `${loaderData?.meeting.title ?? ''} ${loaderData?.stop?.name ?? ''} | ${w.room.title} | ${w.app.name}`,
    },
  ]
}

/** 検証の部屋: one place's evidence, the department's own view, and the field for an opinion. */
export default function ReviewRoom({ loaderData, actionData }: Route.ComponentProps) {
  const { review, stop, stops, place, state, writes, members, editing, changed } = loaderData
  const words = useWords()
  const w = words.room
  const { of, here, location } = useHere()
  const at = stops.findIndex(({ id }) => id === stop?.id)
  const to = (place_: number) => {
    const found = at < 0 ? undefined : stops[at + place_]
    return found && here({ at: found.id, ...ELSEWHERE })
  }
  const problem = actionData?.ok === false ? actionData : undefined
  const aboutOpinion = problem?.do === 'hand-in' || problem?.do === 'draft'
  const done = actionData?.ok ? actionData : undefined
  const handed = new URLSearchParams(location.search).get('handed')
  const said = done
    ? done.do === 'hand-in'
      ? w.handedIn(w.number(review.year, done.number ?? 0))
      : { draft: w.draftSaved, judge: w.judged, summary: w.textSaved, sign: w.signedDone }[done.do]
    : handed && !problem && w.handedIn(w.number(review.year, Number(handed)))
  const own = stop?.opinions.filter((each) => each.own || each.spoken)
  return (
    <>
      <RoomHead {...loaderData} />
      <Told
        done={said}
        refused={
          problem && !aboutOpinion && problem.do !== 'judge'
            ? words.refusal(problem.why, problem.detail)
            : undefined
        }
      />
      {problem && (aboutOpinion ? !writes && !members : problem.do === 'judge' && !loaderData.mayJudge) && (
        <div className="notice error mb-6" role="alert">
          <p>{words.refusal(problem.why, problem.detail)}</p>
          <p className="small whitespace-pre-line wrap-anywhere">
            {problem.asked.opinion.text || problem.asked.judgement.comment}
          </p>
        </div>
      )}
      {changed.length > 0 && (
        <div className="notice warning mb-6 no-print">
          <p>{w.changedSince(changed.length)}</p>
          <details className="small">
            <summary>{w.changedNames}</summary>
            {changed.join(words.comma)}
          </details>
          <p className="mt-2">
            <Link className="button small" to={of(`/reviews/${review.id}/run`)}>
              {w.fixAgain}
            </Link>
          </p>
        </div>
      )}
      {!stop && <p className="notice">{loaderData.runs ? w.noPackStaff : w.noPack}</p>}
      {stop && (
        <>
          <StopChoice stops={stops} at={stop.id} />
          <div className="room">
            <StopList stops={stops} at={stop.id} />
            <div className="middle">
              <Evidence
                stop={stop}
                mayJudge={loaderData.mayJudge}
                problem={problem?.do === 'judge' ? { ...problem, asked: problem.asked.judgement } : undefined}
              />
              <Earlier stop={stop} all={new URLSearchParams(location.search).has('all')} />
              {stop.isWhole && (
                <SummaryCard
                  {...{ review: review.id, state, summary: loaderData.summary, signed: loaderData.signed }}
                  may={loaderData.maySummarise}
                  shown={problem?.why === 'summary-changed' ? problem.asked.summary : undefined}
                />
              )}
            </div>
            <div className="side">
              {(writes || (members && members.length > 0)) && (
                <OpinionForm
                  key={`${place} ${own?.map(({ standing }) => standing).join(' ')}`}
                  {...{ review: review.id, stop, place, editing, next: to(1) }}
                  {...{ start: loaderData.start, savedAt: loaderData.savedAt }}
                  members={writes ? undefined : members}
                  problem={problem && aboutOpinion ? { ...problem, asked: problem.asked.opinion } : undefined}
                />
              )}
              {!writes && !members && (
                <p className="small mute">
                  {state === 'closed' || state === 'signed' ? w.closedNote : w.readOnly}
                </p>
              )}
              <OpinionList stop={stop} mayRevise={writes} maySpoken={members !== undefined} />
            </div>
          </div>
          <nav className="room-bar no-print" aria-label={w.stops}>
            {to(-1) && (
              <Link className="button small" to={to(-1) ?? ''}>
                {w.previous}
              </Link>
            )}
            {(writes || members) && (
              <a className="button small primary" href="#write">
                {w.write}
              </a>
            )}
            {to(1) && (
              <Link className="button small" to={to(1) ?? ''}>
                {w.next}
              </Link>
            )}
          </nav>
          <RoomKeys next={to(1)} previous={to(-1)} />
        </>
      )}
    </>
  )
}
