import { data, Link } from 'react-router'
import type { Plan } from '#domain/plan/plan.ts'
import { placedNodes } from '#domain/plan/walk.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { writeMoney } from '#domain/shared/money.ts'
import { listAppropriations } from '#store/appropriations.ts'
import { versions } from '#store/elements.ts'
import { findPlan, listEditions, loadShared } from '#store/plans.ts'
import { langOf, useHere } from '../paths.ts'
import { Name } from '../ui/name.tsx'
import { Origin } from '../ui/origin.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/project'

export async function loader({ params, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  return visit.read(async (tx) => {
    const project = (await loadShared(tx)).projects.find(({ id }) => id === params.project)
    if (!project) throw data({ why: 'no-such-project', value: params.project }, 404)
    const owners = await versions(tx)
      .where('kind', '=', 'listings')
      .where('project', '=', project.id)
      .select('owner')
      .distinct()
      .orderBy('owner')
      .execute()
    const of = new Set(owners.map(({ owner }) => owner))
    const listings = []
    for (const { id, edition } of await listEditions(tx)) {
      const plan = of.has(`${id}/${edition.id}`) ? await findPlan(tx, id, edition.id) : undefined
      if (plan) listings.push(...placesIn(plan, project.id))
    }
    return { project, listings, appropriations: await listAppropriations(tx, project.id) }
  })
}

function placesIn(plan: Plan, project: string) {
  const places = new Map([...placedNodes(plan)].map((placed) => [placed.node.id, placed]))
  const { id, title, titles, edition, documents, period } = plan
  return plan.listings
    .filter((listing) => listing.project === project)
    .map((listing) => {
      const placed = places.get(listing.on)
      return {
        plan: { id, title, titles, edition, documents, period },
        listing,
        place: placed
          ? [...placed.above, placed.node].map(({ number, name }) => [number, name].filter(Boolean).join(' '))
          : [],
        tables: plan.tables.filter((table) => table.project === project),
      }
    })
}

export const meta: Route.MetaFunction = ({ loaderData, location }) => [
  {
    title: `${loaderData ? nameIn(langOf(location), loaderData.project) : ''} | ${wordsOf(langOf(location)).app.name}`,
  },
]

export default function ProjectPage({
  loaderData: { project, listings, appropriations },
}: Route.ComponentProps) {
  const w = useWords()
  const { of } = useHere()
  return (
    <>
      <Head
        crumbs={[{ to: of('/projects'), name: w.menu.projects }]}
        title={<Name of={project} />}
        lead={project.summary}
      />
      <div className="grid gap-6">
        {listings.map(({ plan, listing, place }) => (
          <section className="card" key={`${plan.id}/${plan.edition.id}/${listing.on}`}>
            <header>
              <h2>
                <Link to={of(`/plans/${plan.id}`, { edition: plan.edition.id })}>
                  <Name of={plan} />
                </Link>
              </h2>
              <span className="mute small">{place.join(' › ')}</span>
            </header>
            <dl className="facts">
              <dt>{w.projects.amount}</dt>
              <dd>
                {listing.amount ? <b>{writeMoney(listing.amount)}</b> : w.app.notStated}
                {listing.booking && <span className="slot">{listing.booking.printed}</span>}
              </dd>
              <dt>{w.projects.previous}</dt>
              <dd>
                {listing.previous === 'none'
                  ? w.project.none
                  : listing.previous
                    ? writeMoney(listing.previous)
                    : w.app.notStated}
              </dd>
              {listing.changes?.map(({ what, from, to, unit, fromYear, toYear }) => (
                <div className="contents" key={what}>
                  <dt>{w.project.change}</dt>
                  <dd>
                    {what}: {fromYear && w.shortYear(fromYear)} {from} {(from || fromYear) && '→'}{' '}
                    {toYear && w.shortYear(toYear)} {to} {unit}
                  </dd>
                </div>
              ))}
              {listing.otherAmounts?.map(({ kind, label, amount, about }) => (
                <div className="contents" key={`${kind}${label}`}>
                  <dt>{w.project.otherAmounts[kind]}</dt>
                  <dd>
                    {label} {writeMoney(amount)}
                    {about && w.qualifier.roughly} <span className="faint">{w.project.notSummed}</span>
                  </dd>
                </div>
              ))}
              {listing.note && (
                <>
                  <dt>{w.record.note}</dt>
                  <dd>{listing.note}</dd>
                </>
              )}
              <dt>{w.indicator.from}</dt>
              <dd>
                <Origin source={listing.source} documents={plan.documents} />
              </dd>
            </dl>
          </section>
        ))}
        {appropriations.length > 0 && (
          <section className="card" aria-labelledby="money">
            <h2 id="money" className="mb-2">
              {w.project.appropriations}
            </h2>
            <table className="sheet">
              <thead>
                <tr>
                  <th scope="col">{w.app.fiscalYear}</th>
                  <th scope="col">{w.project.kind}</th>
                  <th scope="col" className="num">
                    {w.projects.amount}
                  </th>
                  <th scope="col">{w.project.funding}</th>
                  <th scope="col">{w.indicator.from}</th>
                </tr>
              </thead>
              <tbody>
                {appropriations.map(
                  ({ id, year, kind, month, amount, fundingSource, source, recordedAt, recordedBy }) => (
                    <tr key={id}>
                      <th scope="row">{w.year(year)}</th>
                      <td>
                        {w.project.kinds[kind]} {month && w.project.month(month)}
                      </td>
                      <td className="num">{writeMoney(amount)}</td>
                      <td>{fundingSource ?? w.app.notStated}</td>
                      <td className="small">
                        {source} {w.moment(recordedAt)} {recordedBy}
                      </td>
                    </tr>
                  ),
                )}
              </tbody>
            </table>
          </section>
        )}
      </div>
    </>
  )
}
