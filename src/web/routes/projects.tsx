import { Link } from 'react-router'
import { type PreviousTotal, totalAppropriated, totalPrevious, totalPrinted } from '#domain/budget/total.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { type Placed, placedNodes } from '#domain/plan/walk.ts'
import { type Lang, nameIn } from '#domain/shared/lang.ts'
import { writeMoney } from '#domain/shared/money.ts'
import { findPlan, inForce, listEditions } from '#store/plans.ts'
import { langOf, useHere } from '../paths.ts'
import { Name } from '../ui/name.tsx'
import { FromSource } from '../ui/origin.tsx'
import { Scroll } from '../ui/scroll.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/projects'

export async function loader({ request, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const asked = new URL(request.url).searchParams.get('plan')
  return visit.read(async (tx) => {
    const plans: Plan[] = []
    for (const { id, edition } of inForce(await listEditions(tx))) {
      const plan = edition.stage === 'draft' ? undefined : await findPlan(tx, id, edition.id)
      if (plan && plan.listings.length > 0) plans.push(plan)
    }
    const plan =
      plans.find(({ id }) => id === asked) ??
      plans.find(({ listings }) => listings.some(({ amount }) => amount)) ??
      plans[0]
    if (!plan) return { plans: [], plan: undefined, parts: [], total: undefined }
    const places = [...placedNodes(plan)]
    const tops = places.filter(({ above }) => above.length === 0)
    const part = (ids: readonly string[]) => {
      const appropriated = totalAppropriated(plan, plan.period.to, ids)
      return {
        printed: totalPrinted(plan, ids),
        previous: totalPrevious(plan, ids),
        appropriated: appropriated.ok ? appropriated.value : undefined,
      }
    }
    return {
      plans: plans.map(({ id, title, titles }) => ({ id, title, titles })),
      plan,
      parts: tops
        .map(({ node, tree }) => ({
          id: node.id,
          number: node.number,
          name: node.name,
          names: node.names,
          tree: tree.name,
          kind: tree.kind,
          ...part([node.id]),
        }))
        .filter(({ printed }) => printed.projects > 0),
      total: part(tops.map(({ node }) => node.id)),
    }
  })
}

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.projects.title} | ${w.app.name}` }]
}

const inThousands = (yen: number) => writeMoney({ yen, unit: '千円' }).replace('千円', '')

export default function Projects({ loaderData: { plans, plan, parts, total } }: Route.ComponentProps) {
  const w = useWords()
  const { of, here, lang } = useHere()
  if (!plan || !total) return <Head title={w.projects.title} lead={w.projects.none} />
  const names = new Map(plan.projects.map((project) => [project.id, nameIn(lang, project)]))
  const places = new Map([...placedNodes(plan)].map((placed) => [placed.node.id, placed]))
  const byProject = Map.groupBy(plan.listings, ({ project }) => project)
  const withMoney = total.printed.yen > 0
  return (
    <>
      <Head title={w.projects.title} lead={<Name of={plan} />}>
        {plans
          .filter(({ id }) => id !== plan.id)
          .map(({ id, title, titles }) => (
            <Link key={id} className="button" to={here({ plan: id })}>
              <Name of={{ title, titles }} />
            </Link>
          ))}
      </Head>
      {withMoney && (
        <section className="card mb-8" aria-labelledby="totals">
          <header>
            <h2 id="totals">{w.projects.totals}</h2>
            <span className="mute small">{w.projects.unit}</span>
          </header>
          <Scroll label={w.projects.totals}>
            <table className="sheet">
              <thead>
                <tr>
                  <th scope="col">{w.projects.place}</th>
                  <th scope="col" className="num">
                    {w.projects.count}
                  </th>
                  <th scope="col" className="num">
                    {w.projects.printed}
                  </th>
                  <th scope="col" className="num">
                    {w.projects.appropriated(w.year(plan.period.to))}
                  </th>
                  <th scope="col" className="num">
                    {w.projects.unknown}
                  </th>
                  <th scope="col" className="num">
                    {w.projects.previous}
                  </th>
                </tr>
              </thead>
              <tbody>
                {parts.map(({ id, number, name, names: others, printed, appropriated, previous }) => (
                  <tr key={id}>
                    <th scope="row">
                      {number} <Name of={{ name, names: others }} />
                    </th>
                    <td className="num">{printed.projects}</td>
                    <td className="num">{inThousands(printed.yen)}</td>
                    <td className="num">{appropriated ? inThousands(appropriated.yen) : '—'}</td>
                    <td className="num">
                      {appropriated?.unknownSplit.projects
                        ? inThousands(appropriated.unknownSplit.yen)
                        : w.project.none}
                    </td>
                    <td className="num">
                      <Previous total={previous} />
                    </td>
                  </tr>
                ))}
                <tr className="total">
                  <th scope="row">{w.projects.once}</th>
                  <td className="num">{total.printed.projects}</td>
                  <td className="num">{inThousands(total.printed.yen)}</td>
                  <td className="num">{total.appropriated ? inThousands(total.appropriated.yen) : '—'}</td>
                  <td className="num">
                    {total.appropriated ? inThousands(total.appropriated.unknownSplit.yen) : '—'}
                  </td>
                  <td className="num">
                    <Previous total={total.previous} />
                  </td>
                </tr>
              </tbody>
            </table>
          </Scroll>
          <p className="small mute mt-3">{w.projects.how(total.printed.projects, plan.listings.length)}</p>
        </section>
      )}
      <section className="card" aria-labelledby="all">
        <h2 id="all" className="mb-2">
          {w.projects.all(byProject.size)}
        </h2>
        <table className="sheet stack">
          <thead>
            <tr>
              <th scope="col">{w.projects.project}</th>
              <th scope="col">{w.projects.places}</th>
              <th scope="col" className="num">
                {w.projects.amount}
              </th>
              <th scope="col" className="num">
                {w.projects.previous}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...byProject].map(([project, listings]) => {
              const amount = listings.find((each) => each.amount)?.amount
              const previous = listings.find((each) => each.previous)?.previous
              const booking = listings.find((each) => each.booking)?.booking
              return (
                <tr key={project}>
                  <th scope="row">
                    <Link to={of(`/projects/${project}`)}>{names.get(project)}</Link>
                  </th>
                  <td className="small">
                    {listings.map(({ on }) => placeOf(lang, places.get(on))).join(w.comma)}
                  </td>
                  <td className="num" data-label={w.projects.amount}>
                    <FromSource
                      source={listings.find((each) => each.amount)?.source}
                      documents={plan.documents}
                    >
                      {amount ? writeMoney(amount) : <span className="faint small">{w.app.notStated}</span>}
                    </FromSource>
                    {booking && <span className="slot block">{booking.printed}</span>}
                  </td>
                  <td className="num" data-label={w.projects.previous}>
                    {previous === 'none' ? (
                      w.project.none
                    ) : previous ? (
                      writeMoney(previous)
                    ) : (
                      <span className="faint small">{w.app.notStated}</span>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </>
  )
}

/** 前年度の掲載額: a sum only where an amount is printed; the dash and the blank keep their words. */
function Previous({
  total: { projects, none, notPrinted, yen },
}: {
  readonly total: Pick<PreviousTotal, 'projects' | 'none' | 'notPrinted' | 'yen'>
}) {
  const w = useWords()
  if (projects > none + notPrinted) return inThousands(yen)
  return none > 0 ? w.project.none : w.app.notStated
}

const placeOf = (lang: Lang, placed: Placed | undefined) => {
  const top = placed?.above[0] ?? placed?.node
  return top ? [top.number, nameIn(lang, top)].filter(Boolean).join(' ') : ''
}
