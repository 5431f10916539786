import { data, Link } from 'react-router'
import { can } from '#domain/access/can.ts'
import { stateNow } from '#domain/cycle/opinion.ts'
import { answerOpinion, chargeOpinion } from '#usecases/answer-opinion.ts'
import { dayInJapan } from '#usecases/today.ts'
import { viewAnswers } from '#usecases/view-answers.ts'
import { readForm, statusOf } from '../form.ts'
import { langOf, useHere } from '../paths.ts'
import { AnswerCard } from '../room/answer-card.tsx'
import { responseState } from '../room/asked.ts'
import { Told } from '../ui/field.tsx'
import { forgetWhenDone } from '../ui/kept-form.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/review-answers'

export async function loader({ context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const { actor, now } = visit
  // A member of the panel reads answers in the room; this list is staff's.
  if (!(can(actor, 'room:read') && can(actor, 'staff:read'))) throw data({ why: 'not-allowed' }, 403)
  const present = visit.asOf === undefined
  const view = await visit.read((tx) => viewAnswers(tx, { actor, now, today: dayInJapan(now) }))
  return {
    departments: view.departments.map(({ id, name, names }) => ({ id, name, names })),
    rows: view.rows.map(({ recordedBy: _, before: __, ...row }) => ({ ...row, may: present && row.may })),
    mayCharge: present && can(actor, 'opinion:answer'),
    own: actor.department,
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const { told } = await readForm(request)
  const wanted = told('do')
  const opinion = told('opinion')
  const asked = {
    ...{ opinion, text: told('text'), department: told('department') },
    ...{ due: told('due').normalize('NFKC'), state: told('state'), seen: told('seen') },
  }
  const state = responseState(asked.state)
  if (wanted !== 'charge' && !state) throw data({ why: 'bad-form' }, 400)
  const result =
    wanted === 'charge' || !state
      ? await visit.act('opinion:answer', (tx, doing) =>
          chargeOpinion(tx, doing, { opinion, department: asked.department, due: asked.due }),
        )
      : await visit.act('opinion:answer', (tx, doing) => answerOpinion(tx, doing, { ...asked, state }))
  return result.ok
    ? { ok: true as const, do: wanted, asked }
    : data(
        { ok: false as const, do: wanted, why: result.why, detail: result.detail, asked },
        statusOf(result.why),
      )
}

/** What was typed is forgotten when the server has it. */
export const clientAction = (args: Route.ClientActionArgs) => forgetWhenDone(args)

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.answers.title} | ${w.app.name}` }]
}

const SHOWN = ['all', 'waiting', 'overdue', 'own'] as const

/** 対応方針: what the panel said and who answers by when; what is overdue first to be seen. */
export default function ReviewAnswers({ loaderData, actionData }: Route.ComponentProps) {
  const { rows, departments, mayCharge, own } = loaderData
  const words = useWords()
  const w = words.answers
  const { of, here, location } = useHere()
  const query = new URLSearchParams(location.search)
  const shown = SHOWN.find((each) => each === query.get('show')) ?? 'all'
  const department = query.get('department')
  const isWaiting = (row: (typeof rows)[number]) => stateNow(row) === 'waiting'
  const matching = rows.filter(
    (row) =>
      (shown !== 'waiting' || isWaiting(row)) &&
      (shown !== 'overdue' || row.overdue) &&
      (shown !== 'own' || row.charged === own) &&
      (!department || (row.charged ?? 'none') === department),
  )
  const names: Readonly<Record<(typeof SHOWN)[number], string>> = {
    ...{ all: w.showAll, waiting: w.showWaiting, overdue: w.showOverdue, own: w.showOwn },
  }
  const years = [...Map.groupBy(matching, ({ year }) => year)]
  const problem = actionData?.ok === false ? actionData : undefined
  return (
    <>
      <Head
        crumbs={[{ to: of('/reviews'), name: words.room.title }]}
        title={w.title}
        lead={
          rows.length === 0
            ? w.none
            : w.lead(rows.length, rows.filter(isWaiting).length, rows.filter(({ overdue }) => overdue).length)
        }
      />
      <Told
        done={actionData?.ok && (actionData.do === 'charge' ? w.charged : w.saved)}
        refused={problem && words.refusal(problem.why, problem.detail)}
      />
      {rows.length > 0 && (
        <nav className="tabs no-print" aria-label={w.title}>
          {SHOWN.filter((each) => each !== 'own' || own !== undefined).map((each) => (
            <Link
              key={each}
              to={here({ show: each === 'all' ? undefined : each, department: undefined })}
              aria-current={each === shown ? 'page' : undefined}
            >
              {names[each]}
            </Link>
          ))}
        </nav>
      )}
      {rows.length > 0 && matching.length === 0 && (
        <p className="mute">
          {w.noneHere} <Link to={here({ show: undefined, department: undefined })}>{w.clear}</Link>
        </p>
      )}
      {years.map(([year, of_]) => (
        <section key={year} aria-labelledby={`y${year}`} className="mb-6">
          <h2 id={`y${year}`} className="mb-3">
            {words.room.of(year)}
          </h2>
          <div className="grid gap-4">
            {of_.map((row) => (
              <AnswerCard
                key={`${row.id} ${row.responses.length} ${row.charged} ${row.chargedDue}`}
                {...{ row, departments, mayCharge }}
                problem={problem?.asked.opinion === row.id ? problem : undefined}
              />
            ))}
          </div>
        </section>
      ))}
    </>
  )
}
