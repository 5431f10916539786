import { Link } from 'react-router'
import { totalPrinted } from '#domain/budget/total.ts'
import { nodesOf } from '#domain/plan/walk.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { yearState } from '#store/cycle.ts'
import { findPlan, inForce, listEditions } from '#store/plans.ts'
import { type CycleView, type StripView, viewCycle, viewStrip } from '#usecases/view-cycle.ts'
import { sparkSvg } from '../charts/series.ts'
import { StageStrip } from '../cycle/stage-strip.tsx'
import { OwnTasks } from '../cycle/tasks.tsx'
import { langOf, useHere } from '../paths.ts'
import { Budget, PlanCard, Targets, Waiting } from '../ui/home-cards.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import { askedScheme, plansOfYear } from '../year-pages.ts'
import type { Route } from './+types/home'

export async function loader({ request, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const url = new URL(request.url)
  const { year } = visit
  return visit.read(async (tx) => {
    const headers = inForce(await listEditions(tx))
    const judged = await plansOfYear(tx, year, askedScheme(url))
    const plans = []
    for (const each of judged) plans.push({ ...each, state: await yearState(tx, each.plan.id, year) })
    // 予算: the action plan in force next year shows what the coming year costs.
    const money =
      headers.find(
        ({ kind, period, edition }) =>
          kind === 'action-plan' && edition.stage !== 'draft' && period.to >= year,
      ) ?? undefined
    const plan = money ? await findPlan(tx, money.id) : undefined
    const budgets = plan
      ? nodesOf(plan, 'goal').map(({ node }) => ({
          id: node.id,
          number: node.number,
          name: node.name,
          names: node.names,
          ...totalPrinted(plan, [node.id]),
        }))
      : []
    const goals = plan
      ? totalPrinted(
          plan,
          nodesOf(plan, 'goal').map(({ node }) => node.id),
        )
      : undefined
    const sparks = Object.fromEntries(
      plans.flatMap(({ rows }) =>
        rows.map(({ indicator, actuals }) => [
          indicator.id,
          sparkSvg(
            actuals,
            year - 9,
            year,
            wordsOf(langOf(url)).indicator.spark(nameIn(langOf(url), indicator)),
          ),
        ]),
      ),
    )
    const cycle =
      visit.user && visit.actor.role !== 'viewer'
        ? await viewCycle(tx, { year, now: visit.asOf ?? visit.now, named: false })
        : undefined
    const own = cycle?.tasks.filter(({ holders }) => holders.some(({ user }) => user === visit.user?.id))
    return {
      strip: cycle ? stripOf(cycle) : stripOf(await viewStrip(tx, { year, now: visit.asOf ?? visit.now })),
      ...(cycle && own ? { own, approved: approvedOf(cycle.reports) } : {}),
      year,
      plans,
      headers,
      money: plan ? { id: plan.id, title: plan.title, year: plan.period.to, budgets, goals } : undefined,
      sparks,
    }
  })
}

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.menu.home} | ${w.app.name}` }]
}

const approvedOf = (reports: CycleView['reports']): readonly [number, number] => [
  reports.filter(({ state }) => state === 'approved').length,
  reports.length,
]

/** Only what the strip shows. */
const stripOf = ({ year, today, dates, stages, now, opened, over }: StripView): StripView => ({
  ...{ year, today, dates, stages, opened, over },
  ...(now === undefined ? {} : { now }),
})

export default function Home({ loaderData }: Route.ComponentProps) {
  const { year, plans, headers, money, sparks, strip, own, approved } = loaderData
  const w = useWords()
  const { of } = useHere()
  if (headers.length === 0)
    return (
      <>
        <Head title={w.home.title(year)} />
        <section className="card max-w-2xl">
          <h2>{w.home.noPlan}</h2>
          <p className="mt-2">{w.home.noPlanNext}</p>
          <p className="mt-4">
            <Link className="button primary" to={of('/plans')}>
              {w.plans.import}
            </Link>
          </p>
        </section>
      </>
    )
  const first = plans[0]
  return (
    <>
      <Head title={w.home.title(year)} lead={first ? w.home.lead(first.total) : w.home.noneCovers(year)} />
      {strip.over && <StageStrip {...strip} now={strip.now} approved={approved} />}
      <div className={own ? 'two turned' : 'two'}>
        {own && (
          <div>
            <OwnTasks tasks={own} year={year} today={strip.today} toCycle />
          </div>
        )}
        <div>
          {plans.map((plan) => (
            <PlanCard key={plan.plan.id} plan={plan} />
          ))}
          {plans.map((plan) => (
            <Targets key={plan.plan.id} plan={plan} sparks={sparks} />
          ))}
          {plans.length === 0 && (
            <section className="card">
              <h2>{w.plans.title}</h2>
              <ul className="grid gap-2 mt-2">
                {headers.map(({ id, title }) => (
                  <li key={id}>
                    <Link to={of(`/plans/${id}`)}>{title}</Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <div>
          {plans.map((plan) => (
            <Waiting key={plan.plan.id} plan={plan} />
          ))}
          {money && <Budget money={money} />}
        </div>
      </div>
    </>
  )
}
