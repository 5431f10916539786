import { Link } from 'react-router'
import { can } from '#domain/access/can.ts'
import { BY_APPROVAL } from '#domain/indicator/recorded.ts'
import { listChanges } from '#store/changes.ts'
import { listLife } from '#store/governments.ts'
import { listEditions, loadShared } from '#store/plans.ts'
import { langOf, useHere } from '../paths.ts'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/history'

/** Changes on one page. */
const PAGE = 100

export const loader = ({ request, context }: Route.LoaderArgs) => {
  const { read, government, actor } = visitOf(context)
  const asked = new URL(request.url).searchParams.get('before') ?? ''
  const before = /^[1-9]\d{0,14}$/.test(asked) ? asked : undefined
  return read(async (tx) => {
    const changes = await listChanges(tx, { before, limit: PAGE + 1 })
    const { indicators, projects } = await loadShared(tx)
    const shared = (kind: string, list: readonly { id: string; name: string }[]) =>
      list.map(({ id, name }) => [`${kind}:${id}`, { name, to: `/${kind}s/${id}` }] as const)
    const plans = (await listEditions(tx)).map(
      ({ id, title }) => [`plan:${id}`, { name: title, to: `/plans/${id}` }] as const,
    )
    const subjects = new Map<string, { name: string; to: string }>([
      ...shared('indicator', indicators),
      ...shared('project', projects),
      ...plans,
    ])
    return {
      changes: changes.slice(0, PAGE).map((change) => ({ ...change, of: subjects.get(change.subject) })),
      next: changes.length > PAGE ? changes[PAGE - 1]?.id : undefined,
      audit: can(actor, 'audit:read'),
      life: before ? [] : await listLife(tx, government.code),
    }
  })
}

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.menu.history} | ${w.app.name}` }]
}

/** 変更の記録: who did what, when and why, newest first. */
export default function History({ loaderData: { changes, life, next, audit } }: Route.ComponentProps) {
  const w = useWords()
  const { of: path, here } = useHere()
  return (
    <>
      <Head title={w.menu.history} lead={w.history.lead}>
        {audit && (
          <Link className="button" to={path('/audit')}>
            {w.audit.title}
          </Link>
        )}
      </Head>
      {life.length > 0 && (
        <section className="card mb-6" aria-labelledby="life">
          <h2 id="life">{w.history.life}</h2>
          <ul className="small mt-2">
            {life.map(({ code, day, what, other, note }) => (
              <li key={`${code}${day}${what}`}>
                {day} {code} {w.history.lifeWhat[what]} {other} {note}
              </li>
            ))}
          </ul>
        </section>
      )}
      <table className="sheet stack">
        <thead>
          <tr>
            <th scope="col">{w.history.at}</th>
            <th scope="col">{w.history.who}</th>
            <th scope="col">{w.history.what}</th>
            <th scope="col">{w.history.subject}</th>
            <th scope="col">{w.app.reason}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ id, at, actor, action, subject, of, reason, detail }) => (
            <tr key={id}>
              <th scope="row">{w.moment(at)}</th>
              <td>{actor}</td>
              <td>{w.history.action(action)}</td>
              <td>
                {of ? <Link to={path(of.to)}>{of.name}</Link> : w.history.about(subject)}{' '}
                <span className="slot">
                  {w.history.detail((detail ?? {}) as Readonly<Record<string, unknown>>)}
                </span>
              </td>
              <td>{reason === BY_APPROVAL ? w.history.byApproval : reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {next && (
        <p className="mt-4 no-print">
          <Link className="button" to={here({ before: next })}>
            {w.history.earlier}
          </Link>
        </p>
      )}
    </>
  )
}
