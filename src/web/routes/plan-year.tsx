import { data, Form, Link, useNavigation } from 'react-router'
import { can } from '#domain/access/can.ts'
import type { YearMove } from '#domain/cycle/year-state.ts'
import { SCHEMES } from '#domain/indicator/schemes/all.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { listMoves, yearState } from '#store/cycle.ts'
import { listGiven } from '#store/judgements.ts'
import { listPublications } from '#store/publications.ts'
import type { ReadTx } from '#store/transaction.ts'
import { runningYear } from '#usecases/today.ts'
import { viewReports } from '#usecases/view-reports.ts'
import { moveYear, viewYear } from '#usecases/year.ts'
import { readForm, statusOf } from '../form.ts'
import { langOf, useHere } from '../paths.ts'
import { GivenJudgement } from '../ui/given.tsx'
import { JudgementBadge, WorkingLines } from '../ui/judgement.tsx'
import { Name } from '../ui/name.tsx'
import { Head } from '../ui/shell.tsx'
import { PromiseCells, PromiseHeads } from '../ui/value.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import { askedScheme, missingOf } from '../year-pages.ts'
import type { Route } from './+types/plan-year'

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const url = new URL(request.url)
  const year = Number(params.year)
  return visit.read(async (tx) => {
    const viewed = await viewYear(tx, { plan: params.plan, year }, askedScheme(url))
    if (!viewed.ok) throw data({ why: viewed.why, value: missingOf(viewed.why, params.plan, url) }, 404)
    const { plan, rows, scheme, goals, total, frozen = false } = viewed.value
    const { from, to } = plan.period
    if (year > to || (from !== 'not-stated' && year < from))
      throw data({ why: 'year-outside-plan', value: `${plan.title} ${year}` }, 404)
    const state = await yearState(tx, plan.id, year)
    return {
      // What departments have entered and nobody approved would be published as not reported.
      openReports:
        state === 'open' && can(visit.actor, 'year:close') ? await openReportsOf(tx, plan.id, year) : 0,
      plan: {
        id: plan.id,
        title: plan.title,
        titles: plan.titles,
        period: plan.period,
        documents: plan.documents,
      },
      rows,
      year,
      scheme,
      goals: goals.filter(({ rollUp }) => rollUp.commitments > 0).map(({ goal }) => goal),
      total,
      frozen,
      given: await listGiven(tx, { plan: plan.id, year }),
      state,
      moves: await listMoves(tx, plan.id, year),
      publications: (await listPublications(tx, { plan: plan.id, year })).map(
        ({ snapshot: _, ...told }) => told,
      ),
      may: Object.fromEntries(
        (['close', 'reopen', 'publish'] as const).map((how) => [
          how,
          visit.asOf === undefined &&
            plan.edition.stage !== 'draft' &&
            (how === 'reopen' || year < runningYear(visit.now)) &&
            can(visit.actor, `year:${how}`),
        ]),
      ) as Record<YearMove, boolean>,
    }
  })
}

/** Reports of a plan that were entered and are not approved. */
async function openReportsOf(tx: ReadTx, plan: string, year: number): Promise<number> {
  const { rows } = await viewReports(tx, { year })
  return rows.filter(
    (row) => row.plan.id === plan && ['entered', 'submitted', 'returned'].includes(row.state),
  ).length
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const { told } = await readForm(request)
  const how = told('how') as YearMove
  if (!['close', 'reopen', 'publish'].includes(how)) throw data({ why: 'no-such-page' }, 400)
  const reason = told('reason')
  const result = await visit.act(`year:${how}`, (tx, doing) =>
    moveYear(tx, doing, { plan: params.plan, year: Number(params.year), how, ...(reason ? { reason } : {}) }),
  )
  return result.ok
    ? { ok: true as const, how, number: result.value.publication?.number }
    : data({ ok: false as const, how, why: result.why, detail: result.detail, reason }, statusOf(result.why))
}

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ loaderData, location }) => {
  const w = wordsOf(langOf(location))
  return [
    {
      title: `${loaderData ? nameIn(langOf(location), loaderData.plan) : ''} ${w.year(loaderData?.year ?? 0)} | ${w.app.name}`,
    },
  ]
}

export default function PlanYearPage({ loaderData, actionData }: Route.ComponentProps) {
  const { plan, rows, year, scheme, goals, total, frozen, state, moves, publications, given } = loaderData
  const w = useWords()
  const { of, site, lang, code, location } = useHere()
  const query = new URLSearchParams(location.search)
  return (
    <>
      <Head
        crumbs={[
          { to: of('/plans'), name: w.menu.plans },
          { to: of(`/plans/${plan.id}`), name: nameIn(lang, plan) },
        ]}
        title={w.planYear.title(year)}
        lead={`${w.yearStates[state]} · ${w.home.lead(total)}`}
      >
        <Link className="button" to={of(`/plans/${plan.id}/years/${year}/judge`)}>
          {w.judge.title}
        </Link>
        {publications.length > 0 && (
          <a className="button" href={site(`/p/${code}/${plan.id}/${year}`)}>
            {w.planYear.toPublic}
          </a>
        )}
      </Head>
      {actionData &&
        (actionData.ok ? (
          <p className="notice done mb-6" role="status">
            {w.planYear.done(actionData.how, actionData.number)}
          </p>
        ) : (
          <p className="notice error mb-6" role="alert">
            {w.refusal(actionData.why, actionData.detail)}
          </p>
        ))}
      <div className="two">
        <div>
          <section className="card" aria-labelledby="judged">
            <header>
              <h2 id="judged">{w.planYear.judged}</h2>
              <form method="get" className="more flex gap-2 no-print">
                {query.get('asOf') && <input type="hidden" name="asOf" value={query.get('asOf') ?? ''} />}
                <label className="sr" htmlFor="scheme">
                  {w.indicator.scheme}
                </label>
                <select className="input dense" id="scheme" name="scheme" defaultValue={scheme.id}>
                  {SCHEMES.map((each) => (
                    <option key={each.id} value={each.id}>
                      {w.label(each.title)}
                    </option>
                  ))}
                </select>
                <button className="button small" type="submit">
                  {w.app.show}
                </button>
              </form>
            </header>
            <p className="small mute mb-2">
              {scheme.source.citation}
              {frozen && <span className="tag ml-2">{w.planYear.frozen}</span>}
            </p>
            {goals.map((goal) => (
              <table className="sheet stack mb-6" key={goal.id}>
                <caption>
                  {goal.number} <Name of={goal} />
                </caption>
                <thead>
                  <tr>
                    <th scope="col">{w.indicator.indicator}</th>
                    <PromiseHeads />
                    <th scope="col">{w.indicator.judgement}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows
                    .filter((row) => row.goal.id === goal.id)
                    .map(({ commitment, indicator, latest, judgement }) => (
                      <tr key={commitment.id}>
                        <th scope="row">
                          <Link to={of(`/indicators/${indicator.id}`)}>
                            <Name of={indicator} />
                          </Link>
                          {indicator.unit !== 'not-stated' && <span className="unit">{indicator.unit}</span>}
                        </th>
                        <PromiseCells commitment={commitment} latest={latest} documents={plan.documents} />
                        <td>
                          <details>
                            <summary>
                              <JudgementBadge judgement={judgement} />
                            </summary>
                            <WorkingLines judgement={judgement} />
                          </details>
                          {given
                            .filter((each) => each.commitment === commitment.id)
                            .map((each) => (
                              <div key={each.stage} className="mt-2">
                                <span className="small mute">{w.judge.stages[each.stage]}</span>
                                <GivenJudgement given={each} />
                              </div>
                            ))}
                        </td>
                      </tr>
                    ))}
                </tbody>
              </table>
            ))}
            <p className="small mute">{w.planYear.counted(total)}</p>
          </section>
        </div>
        <div>
          <Moves loaderData={loaderData} typed={actionData && !actionData.ok ? actionData.reason : ''} />
          <section className="card" aria-labelledby="moves">
            <h2 id="moves">{w.planYear.history}</h2>
            {moves.length === 0 && <p className="small mt-2">{w.planYear.noMoves}</p>}
            <ol className="grid gap-2 mt-2 small">
              {moves.map(({ move, at, by, reason }) => (
                <li key={at + move}>
                  {w.moment(at)} {w.planYear.moves[move]}（{by}）
                  {reason && <span className="block mute">{reason}</span>}
                </li>
              ))}
              {publications.map(({ number, sha256, publishedAt }) => (
                <li key={number}>
                  {w.planYear.publication(number)} {w.moment(publishedAt)}
                  <span className="block faint break-all">SHA-256 {sha256}</span>
                </li>
              ))}
            </ol>
          </section>
        </div>
      </div>
    </>
  )
}

function Moves({
  loaderData: { state, may, total, publications, openReports },
  typed,
}: {
  readonly loaderData: Route.ComponentProps['loaderData']
  readonly typed: string
}) {
  const w = useWords()
  const { of } = useHere()
  const busy = useNavigation().state === 'submitting'
  const offers: readonly YearMove[] =
    state === 'open' ? ['close'] : state === 'closed' ? ['publish', 'reopen'] : ['reopen']
  const allowed = offers.filter((how) => may[how])
  if (allowed.length === 0) return null
  return (
    <section className="card no-print" aria-labelledby="next">
      <h2 id="next">{w.planYear.next}</h2>
      {allowed.map((how) => {
        const needsReason = how === 'reopen' || (how === 'publish' && publications.length > 0)
        return (
          <Form method="post" key={how} className="grid gap-3 mt-3">
            <input type="hidden" name="how" value={how} />
            <p className="small">{w.planYear.explain(how, total.ungraded)}</p>
            {how === 'close' && openReports > 0 && (
              <p className="notice warning small">
                {w.planYear.openReports(openReports)} <Link to={of('/reports')}>{w.menu.reports}</Link>
              </p>
            )}
            {needsReason && (
              <div className="field">
                <label htmlFor={`reason-${how}`}>
                  {w.app.reason}
                  <span className="must">{w.app.required}</span>
                </label>
                <input className="input" id={`reason-${how}`} name="reason" required defaultValue={typed} />
              </div>
            )}
            <p>
              <button className={`button ${how === 'reopen' ? '' : 'primary'}`} type="submit" disabled={busy}>
                {w.planYear.buttons[how]}
              </button>
            </p>
          </Form>
        )
      })}
    </section>
  )
}
