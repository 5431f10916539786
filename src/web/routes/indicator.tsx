import { data, Link } from 'react-router'
import { can } from '#domain/access/can.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { listEvidence } from '#store/evidence.ts'
import { settleAttribute } from '#usecases/settle-attribute.ts'
import { type IndicatorView, viewIndicator } from '#usecases/view-indicator.ts'
import type { Words } from '#words/words.ts'
import { seriesSvg } from '../charts/series.ts'
import { readForm, statusOf } from '../form.ts'
import { langOf, useHere } from '../paths.ts'
import { EvidenceList } from '../reports/evidence.tsx'
import { IndicatorAnswer, IndicatorFacts, JudgedUnder, Promises, Records } from '../ui/indicator-parts.tsx'
import { Name } from '../ui/name.tsx'
import { OutlookCard, printForetold } from '../ui/outlook.tsx'
import { Picture } from '../ui/picture.tsx'
import { Settle } from '../ui/settle.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/indicator'

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const url = new URL(request.url)
  const lang = langOf(url)
  const w = wordsOf(lang)
  const { year } = visit
  const schemes = url.searchParams.getAll('scheme')
  const [view, evidence] = await visit.read(async (tx) => [
    await viewIndicator(tx, params.indicator, year, schemes),
    visit.serves ? await listEvidence(tx, year, params.indicator) : [],
  ])
  if (!view) throw data({ why: 'no-such-indicator', value: params.indicator }, 404)
  const draw = (width: number, height: number) =>
    view.actuals.length === 0 && view.promises.every(({ commitment }) => commitment.targets.length === 0)
      ? ''
      : seriesSvg(
          {
            actuals: view.actuals,
            promises: view.promises.map(({ plan, commitment }) => ({
              plan: w.plans.short(nameIn(lang, plan)),
              commitment,
            })),
            events: view.events.map((event) => ({ name: nameIn(lang, event), year: event.year })),
            sayYear: w.shortYear,
            label: w.indicator.chart(nameIn(lang, view.indicator)),
            targetWord: w.indicator.target,
            ...fanOf(view.outlook, w),
          },
          width,
          height,
        )
  return {
    ...view,
    year,
    evidence: evidence.filter(({ removed }) => !removed),
    wide: draw(920, 360),
    narrow: draw(358, 300),
    mayRecord:
      visit.asOf === undefined && can(visit.actor, 'actual:write', ownerOf(view.indicator.department)),
    maySettle: visit.asOf === undefined && can(visit.actor, 'indicator:settle'),
  }
}

/** The fan and what stands at its end. */
function fanOf(outlook: IndicatorView['outlook'], w: Words) {
  if (!outlook?.told.ok) return {}
  const { value } = outlook.told
  const { years } = value.forecast
  const [, low = 0, , middle = 0, , high = 0] = years.at(-1)?.quantiles ?? []
  const [a, b, c] = [middle, low, high].map((each) => printForetold(each, value))
  const target = value.target === undefined ? {} : { target: value.target }
  return {
    outlook: {
      years,
      words: {
        middle: `${w.forecast.middle} ${a}`,
        band: `80% ${w.forecast.range(b ?? '', c ?? '')}`,
        ...target,
      },
    },
  }
}

const ownerOf = (department: string) => (department === 'not-stated' ? undefined : department)

export async function action({ request, params, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const { told } = await readForm(request)
  const typed = { what: told('what'), value: told('value'), reason: told('reason') }
  const result = await visit.act('indicator:settle', (tx, doing) =>
    settleAttribute(tx, doing, { indicator: params.indicator, ...typed }),
  )
  return result.ok
    ? { ok: true as const }
    : data({ ok: false as const, why: result.why, detail: result.detail, typed }, statusOf(result.why))
}

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ loaderData, location }) => [
  {
    title: `${loaderData ? nameIn(langOf(location), loaderData.indicator) : ''} | ${wordsOf(langOf(location)).app.name}`,
  },
]

export default function IndicatorPage({ loaderData, actionData }: Route.ComponentProps) {
  const { indicator, year, wide, narrow, mayRecord, maySettle, opinions, open, evidence } = loaderData
  const w = useWords()
  const { of } = useHere()
  return (
    <>
      <Head
        crumbs={[{ to: of('/indicators'), name: w.menu.indicators }]}
        title={
          <>
            <Name of={indicator} />
            {indicator.unit !== 'not-stated' && <span className="unit">{indicator.unit}</span>}
          </>
        }
        lead={indicator.definition}
      >
        <a className="button" href={of(`/indicators/${indicator.id}/series.csv`)}>
          CSV
        </a>
        {mayRecord && (
          <Link className="button primary" to={of(`/indicators/${indicator.id}/record`)}>
            {w.indicator.record}
          </Link>
        )}
      </Head>
      {actionData && (
        <p
          className={`notice mb-6 ${actionData.ok ? 'done' : 'error'}`}
          role={actionData.ok ? 'status' : 'alert'}
        >
          {actionData.ok ? w.indicator.settledDone : w.refusal(actionData.why, actionData.detail)}
        </p>
      )}
      <IndicatorAnswer view={loaderData} />
      <div className="two">
        <div>
          <section className="card" aria-labelledby="series">
            <header>
              <h2 id="series">{w.indicator.series}</h2>
              <a className="more" href="#records">
                {w.indicator.asTable}
              </a>
            </header>
            {wide ? (
              <>
                <Picture svg={wide} className="hidden md:block" />
                <Picture svg={narrow} className="md:hidden" />
                <p className="small mute mt-2">
                  {w.indicator.chartKey} {loaderData.outlook?.told.ok && w.forecast.chartKey}
                </p>
              </>
            ) : (
              <p className="small">{w.indicator.noSeries}</p>
            )}
          </section>
          <Records view={loaderData} />
          <Promises view={loaderData} />
          {evidence.length > 0 && (
            <section className="card" aria-labelledby="evidence">
              <h2 id="evidence">
                {w.cycle.evidence.title} <span className="small mute">{w.year(year)}</span>
              </h2>
              <EvidenceList evidence={evidence} />
            </section>
          )}
          {opinions.length > 0 && (
            <section className="card" aria-labelledby="opinions">
              <h2 id="opinions">{w.indicator.opinions}</h2>
              <ul className="grid gap-3 mt-2 small">
                {opinions.map(({ id, year: of_, panel, text, response }) => (
                  <li key={id}>
                    <b>
                      {panel} {w.year(of_)}
                    </b>{' '}
                    {text}
                    {response && (
                      <p className="mute">
                        → {response.state && w.responseStates[response.state]} {response.text}
                      </p>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <div>
          <OutlookCard view={loaderData} />
          <JudgedUnder view={loaderData} year={year} />
          <IndicatorFacts view={loaderData} />
          {maySettle && open.length > 0 && (
            <Settle open={open} typed={actionData && !actionData.ok ? actionData.typed : undefined} />
          )}
        </div>
      </div>
    </>
  )
}
