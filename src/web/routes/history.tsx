import { listChanges } from '#store/changes.ts'
import { listLife } from '#store/governments.ts'
import { langOf } from '../paths.ts'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/history'

export const loader = ({ context }: Route.LoaderArgs) => {
  const { read, government } = visitOf(context)
  return read(async (tx) => ({
    changes: await listChanges(tx, undefined, 300),
    life: await listLife(tx, government.code),
  }))
}

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.menu.history} | ${w.app.name}` }]
}

/** 変更の記録: who did what, when and why, newest first. */
export default function History({ loaderData: { changes, life } }: Route.ComponentProps) {
  const w = useWords()
  return (
    <>
      <Head title={w.menu.history} lead={w.history.lead} />
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
          {changes.map(({ id, at, actor, action, subject, reason, detail }) => (
            <tr key={id}>
              <th scope="row">{w.moment(at)}</th>
              <td>{actor}</td>
              <td>{w.history.action(action)}</td>
              <td>
                {subject}{' '}
                <span className="slot">
                  {Object.entries((detail ?? {}) as Record<string, unknown>)
                    .map(([key, value]) => `${key}: ${value}`)
                    .join(' ')}
                </span>
              </td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
