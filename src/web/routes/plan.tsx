import { data, Link, redirect } from 'react-router'
import { can } from '#domain/access/can.ts'
import { SCHEMES } from '#domain/indicator/schemes/all.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { documentId, heldDocuments } from '#store/documents.ts'
import { listEditions } from '#store/plans.ts'
import { adoptEdition, discardDraft } from '#usecases/settle-edition.ts'
import { dayInJapan } from '#usecases/today.ts'
import { listVisions } from '#usecases/view-population.ts'
import { viewYear } from '#usecases/year.ts'
import { sparkSvg } from '../charts/series.ts'
import { readForm, statusOf } from '../form.ts'
import { langOf, prefixAt, useHere } from '../paths.ts'
import { DraftNotice } from '../ui/draft-notice.tsx'
import { PlanFacts } from '../ui/plan-facts.tsx'
import { Head } from '../ui/shell.tsx'
import { TreeTable } from '../ui/tree-table.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import { askedScheme, missingOf } from '../year-pages.ts'
import type { Route } from './+types/plan'

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const url = new URL(request.url)
  const asked = url.searchParams.get('edition') ?? undefined
  return visit.read(async (tx) => {
    const editions = (await listEditions(tx)).filter(({ id }) => id === params.plan)
    const last = editions[0]?.period
    const year = url.searchParams.has('year') ? visit.year : Math.min(last?.to ?? visit.year, visit.year)
    const viewed = await viewYear(
      tx,
      { plan: params.plan, year, ...(asked ? { edition: asked } : {}) },
      askedScheme(url),
    )
    if (!viewed.ok) throw data({ why: viewed.why, value: missingOf(viewed.why, params.plan, url) }, 404)
    const { plan, rows, scheme, total } = viewed.value
    const word = wordsOf(langOf(url)).indicator.spark
    const hashes = plan.documents.flatMap(({ sha256 }) => sha256 ?? [])
    const mayAdopt = can(visit.actor, 'plan:import') && visit.user !== undefined && visit.asOf === undefined
    return {
      plan,
      vision: (await listVisions(tx)).find(({ plan: of }) => of === plan.id),
      draft:
        plan.edition.stage === 'draft' && mayAdopt
          ? {
              review: Object.keys(await heldDocuments(tx, hashes)).map(documentId)[0],
              today: dayInJapan(visit.now),
            }
          : undefined,
      rows,
      total,
      year,
      scheme: { id: scheme.id, title: scheme.title },
      editions: editions.map(({ edition }) => edition),
      sparks: Object.fromEntries(
        rows.map(({ indicator, actuals }) => [
          indicator.id,
          sparkSvg(actuals, year - 9, year, word(nameIn(langOf(url), indicator))),
        ]),
      ),
    }
  })
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const what = form.told('do')
  const typed = { label: form.told('label'), date: form.told('date'), reason: form.told('reason') }
  const of = { plan: params.plan, edition: form.told('edition') }
  const result = await visit.act('plan:import', (tx, doing) =>
    what === 'discard'
      ? discardDraft(tx, doing, { ...of, ...typed })
      : adoptEdition(tx, doing, { ...of, ...typed }),
  )
  if (!result.ok)
    return data({ do: what, why: result.why, detail: result.detail, typed }, statusOf(result.why))
  const plans = `${prefixAt(request)}/g/${params.code}/plans`
  throw redirect(
    what === 'discard' ? plans : `${plans}/${params.plan}?edition=${encodeURIComponent(of.edition)}`,
  )
}

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ loaderData, location }) => [
  {
    title: `${loaderData ? nameIn(langOf(location), loaderData.plan) : ''} | ${wordsOf(langOf(location)).app.name}`,
  },
]

export default function PlanPage({
  loaderData: { plan, draft, vision, rows, year, scheme, editions, sparks, total },
  actionData,
}: Route.ComponentProps) {
  const w = useWords()
  const { of, here, lang, location } = useHere()
  const query = new URLSearchParams(location.search)
  const depth = query.get('depth') ?? 'measure'
  const over = query.get('over') ?? ''
  const initiatives = plan.trees.filter(({ kind }) => kind === 'initiative')
  const overlay = initiatives.flatMap(({ nodes }) => nodes).find(({ id }) => id === over)
  const title = nameIn(lang, plan)
  return (
    <>
      <Head
        crumbs={[{ to: of('/plans'), name: w.menu.plans }]}
        title={title}
        lead={w.plans.summary(plan, total.commitments, total.relisted)}
      >
        <a className="button" href={of(`/plans/${plan.id}/plan.yaml`, { edition: plan.edition.id })}>
          {w.plans.download('YAML')}
        </a>
        <a className="button" href={of(`/plans/${plan.id}/plan.pdf`, { edition: plan.edition.id })}>
          PDF
        </a>
        {rows.length > 0 && (
          <Link className="button primary" to={of(`/plans/${plan.id}/years/${year}`)}>
            {w.plans.toYear(year)}
          </Link>
        )}
      </Head>
      {draft && <DraftNotice edition={plan.edition} {...draft} problem={actionData} />}
      {vision && (
        <p className="notice mb-4">
          {w.population.visionOf(title)}: <Link to={of('/population')}>{vision.scenario.name}</Link>{' '}
          <b>{w.population.savedLine(vision.scenario.to, vision.scenario.totals.at(-1)?.people ?? 0)}</b>{' '}
          <span className="small mute">
            {w.population.adopted(w.moment(vision.adoptedAt), vision.adoptedBy)}
          </span>
        </p>
      )}
      {editions.length > 1 && (
        <p className="small mb-4 flex gap-3 flex-wrap">
          {w.plans.editions}:
          {editions.map((edition) =>
            edition.id === plan.edition.id ? (
              <b key={edition.id}>{edition.label}</b>
            ) : (
              <Link key={edition.id} to={here({ edition: edition.id })}>
                {edition.label} {edition.date}
              </Link>
            ),
          )}
        </p>
      )}
      <form method="get" className="flex flex-wrap gap-3 items-end mb-4 no-print small">
        {['asOf', 'edition'].map(
          (key) =>
            query.get(key) && <input key={key} type="hidden" name={key} value={query.get(key) ?? ''} />,
        )}
        <label>
          {w.app.fiscalYear}{' '}
          <input
            className="input dense w-24"
            type="number"
            name="year"
            min="1868"
            max="2200"
            defaultValue={year}
          />
        </label>
        <label>
          {w.plans.depth}{' '}
          <select className="input dense" name="depth" defaultValue={depth}>
            {(['program', 'measure', 'effort'] as const).map((each) => (
              <option key={each} value={each}>
                {w.plans.depths[each]}
              </option>
            ))}
          </select>
        </label>
        {initiatives.length > 0 && (
          <label>
            {w.plans.overlay}{' '}
            <select className="input dense" name="over" defaultValue={over}>
              <option value="">{w.plans.noOverlay}</option>
              {initiatives.flatMap(({ nodes }) =>
                nodes.map((node) => (
                  <option key={node.id} value={node.id}>
                    {node.number} {nameIn(lang, node)}
                  </option>
                )),
              )}
            </select>
          </label>
        )}
        <label>
          {w.indicator.scheme}{' '}
          <select className="input dense" name="scheme" defaultValue={scheme.id}>
            {SCHEMES.map((each) => (
              <option key={each.id} value={each.id}>
                {w.label(each.title)}
              </option>
            ))}
          </select>
        </label>
        <button className="button small" type="submit">
          {w.app.show}
        </button>
      </form>
      {plan.trees.map((tree) => (
        <section key={tree.id} className="mb-8" aria-labelledby={`tree-${tree.id}`}>
          <h2 id={`tree-${tree.id}`} className="mb-2">
            {tree.name}
          </h2>
          <TreeTable plan={plan} tree={tree} rows={rows} depth={depth} overlay={overlay} sparks={sparks} />
        </section>
      ))}
      <PlanFacts plan={plan} />
    </>
  )
}
