import { data, Link } from 'react-router'
import { type FollowUp, type FollowUpKind, mayStep, neededFor } from '#domain/cycle/follow-up.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { writeMoney } from '#domain/shared/money.ts'
import { listAppropriations } from '#store/appropriations.ts'
import { listFollowUpSteps } from '#store/follow-ups.ts'
import { beginRevision, takeStep } from '#usecases/follow-up.ts'
import { dayInJapan } from '#usecases/today.ts'
import { viewFollowUps } from '#usecases/view-follow-ups.ts'
import { askedStep, FOLLOW_UP_KINDS } from '../follow-up/asked.ts'
import { Course } from '../follow-up/course.tsx'
import { StepForm, type StepProblem } from '../follow-up/forms.tsx'
import { readForm, statusOf } from '../form.ts'
import { langOf, useHere } from '../paths.ts'
import { Told } from '../ui/field.tsx'
import { JudgementBadge } from '../ui/judgement.tsx'
import { forgetWhenDone } from '../ui/kept-form.tsx'
import { Name } from '../ui/name.tsx'
import { Head } from '../ui/shell.tsx'
import { PromiseCells, PromiseHeads } from '../ui/value.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/follow-up'

export async function loader({ params, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  return visit.read(async (tx) => {
    const of = { plan: params.plan, year: visit.year }
    const viewed = await viewFollowUps(tx, { ...of, today: dayInJapan(visit.now) })
    if (!viewed.ok) throw data({ why: viewed.why, value: params.plan }, 404)
    const { plan, rows, choices, departments } = viewed.value
    const row = rows.find(({ id }) => id === params.subject)
    if (!row) throw data({ why: 'no-such-subject', value: params.subject }, 404)
    const owners = [row.owner, row.now.decided?.step.department]
    const open = visit.asOf === undefined && visit.user !== undefined
    return {
      ...{ row, choices, departments, year: visit.year },
      plan: { id: plan.id, title: plan.title, titles: plan.titles, documents: plan.documents },
      steps: await listFollowUpSteps(tx, { ...of, subject: row.id }),
      money: row.kind === 'project' ? await listAppropriations(tx, row.id) : [],
      may: FOLLOW_UP_KINDS.filter(
        (kind) =>
          open &&
          owners.some((owner) => mayStep(visit.actor, kind, owner)) &&
          (kind === 'propose' ? !row.now.decided : kind === 'decide' || row.now.decided),
      ),
    }
  })
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const kind = FOLLOW_UP_KINDS.find((each) => each === form.told('kind'))
  if (!kind) throw data({ why: 'bad-form' }, 400)
  const of = { plan: params.plan, year: visit.year, subject: params.subject, seen: form.told('seen') }
  const step = askedStep(kind, form, visit.year + 2)
  const result = await visit.act(neededFor(kind), (tx, doing) =>
    step
      ? takeStep(tx, doing, { ...of, step })
      : beginRevision(tx, doing, { ...of, label: form.told('label') }),
  )
  if (result.ok) return { ok: true as const, kind }
  const keys = [
    'choice',
    'reason',
    'department',
    'due',
    'number',
    'day',
    'year',
    'yen',
    'reference',
    'note',
    'label',
  ]
  const told = Object.fromEntries([...keys, 'state', 'text'].map((key) => [key, form.told(key)]))
  // What was typed as an amount is known here alone.
  const detail = result.why === 'yen-not-understood' ? { value: told.yen ?? '' } : result.detail
  const problem: StepProblem = { kind, told, why: result.why, detail }
  return data({ ok: false as const, problem }, statusOf(result.why))
}

/** What comes next for who is looking: a proposal or the decision, its number, then how it goes on. */
function nextStep({ decided, approval }: FollowUp, may: readonly FollowUpKind[]): FollowUpKind | undefined {
  const order: readonly FollowUpKind[] = decided
    ? [...(approval ? [] : (['approval'] as const)), 'progress']
    : ['decide', 'propose']
  return order.find((kind) => may.includes(kind))
}

/** What was typed is forgotten when the server has it. */
export const clientAction = (args: Route.ClientActionArgs) => forgetWhenDone(args)

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ loaderData, location }) => {
  const w = wordsOf(langOf(location))
  return [
    {
      title: `${loaderData ? nameIn(langOf(location), loaderData.row) : ''} ${w.followUp.title} | ${w.app.name}`,
    },
  ]
}

/** 一つの施策・事業の方針: the evidence on one side, what is proposed, decided and done on the other. */
export default function FollowUpPage({ loaderData, actionData }: Route.ComponentProps) {
  const { row, plan, steps, money, may, year, choices, departments } = loaderData
  const words = useWords()
  const w = words.followUp
  const { of, lang } = useHere()
  const problem = actionData?.ok === false ? actionData.problem : undefined
  const next = nextStep(row.now, may)
  const owner = departments.find(({ id }) => id === row.owner)
  return (
    <>
      <Head
        crumbs={[{ to: of('/follow-up', { plan: plan.id }), name: w.title }]}
        title={
          <>
            {row.number} <Name of={row} />
          </>
        }
        lead={`${words.year(year)}　${w.states[row.now.state]}　${owner ? nameIn(lang, owner) : w.noOwner}`}
      />
      <Told
        done={actionData?.ok ? w.saved(actionData.kind) : undefined}
        refused={
          problem && !may.includes(problem.kind) ? words.refusal(problem.why, problem.detail) : undefined
        }
      />
      <div className="two">
        <div>
          <section className="card" aria-labelledby="evidence">
            <h2 id="evidence">{w.evidence}</h2>
            {row.judged.length > 0 && (
              <table className="sheet stack mt-3">
                <thead>
                  <tr>
                    <th scope="col">{words.indicator.indicator}</th>
                    <PromiseHeads />
                    <th scope="col">{w.judged}</th>
                  </tr>
                </thead>
                <tbody>
                  {row.judged.map(({ commitment, indicator, latest, judgement }) => (
                    <tr key={commitment.id}>
                      <th scope="row">
                        <Link to={of(`/indicators/${indicator.id}`)}>
                          <Name of={indicator} />
                        </Link>
                        {indicator.unit !== 'not-stated' && <span className="unit">{indicator.unit}</span>}
                      </th>
                      <PromiseCells commitment={commitment} latest={latest} documents={plan.documents} />
                      <td data-label={w.judged}>
                        <JudgementBadge judgement={judgement} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            {row.kind === 'program' && row.judged.length === 0 && <p className="mute mt-2">{w.judgedNone}</p>}
            {row.kind === 'project' && (
              <p className="mt-2">
                <Link to={of(`/projects/${row.id}`)}>{w.project}</Link>
              </p>
            )}
            {money.length > 0 && (
              <ul className="small mt-2">
                {money.map(({ id, year: of, kind, amount }) => (
                  <li key={id}>
                    {words.year(of)} {words.history.detail({ kind })} {writeMoney(amount)}
                  </li>
                ))}
              </ul>
            )}
            <h3 className="mt-5">{w.opinions}</h3>
            {row.opinions.length === 0 && <p className="small mute">{w.noOpinions}</p>}
            <ul className="grid gap-2 mt-1">
              {row.opinions.map(({ id, panel, text }) => (
                <li key={id} className="wrap-anywhere">
                  {text} <span className="slot">{panel}</span>
                </li>
              ))}
            </ul>
            <h3 className="mt-5">{w.before}</h3>
            {row.before?.decided ? (
              <p className="wrap-anywhere">
                <b>
                  <Name of={row.before.decided.step.choice} />
                </b>{' '}
                {row.before.decided.step.reason} <span className="slot">{w.states[row.before.state]}</span>
              </p>
            ) : (
              <p className="small mute">{w.noBefore}</p>
            )}
          </section>
          <Course steps={steps} />
        </div>
        <div className="no-print">
          {may.map((kind) => (
            <StepForm
              key={`${kind} ${row.now.last}`}
              {...{ kind, year, choices, departments, now: row.now }}
              subject={`${plan.id}.${year}.${row.id}`}
              problem={problem?.kind === kind ? problem : undefined}
              next={kind === next}
            />
          ))}
        </div>
      </div>
    </>
  )
}
