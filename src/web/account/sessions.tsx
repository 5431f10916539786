import { Form } from 'react-router'
import { useWords } from '../words.tsx'

type Listed = {
  readonly id: string
  readonly since: string
  readonly seen: string
  readonly address: string | undefined
  readonly device: string | undefined
  readonly here: boolean
}

/** サインインしている端末: each can be signed out, or all but this one. */
export function Sessions({ sessions }: { readonly sessions: readonly Listed[] }) {
  const words = useWords()
  const w = words.account
  return (
    <section className="card mb-6" aria-labelledby="sessions">
      <h2 id="sessions" className="mb-2">
        {w.sessions}
      </h2>
      <table className="sheet stack">
        <thead>
          <tr>
            <th scope="col">{w.device}</th>
            <th scope="col">{w.since}</th>
            <th scope="col">{w.seen}</th>
            <th scope="col">{w.address}</th>
            <th scope="col">{w.end}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, since, seen, address, device, here }) => (
            <tr key={id}>
              <th scope="row">
                {device ?? w.unknownDevice} {here && <span className="tag">{w.here}</span>}
              </th>
              <td data-label={w.since}>{words.moment(since)}</td>
              <td data-label={w.seen}>{words.moment(seen)}</td>
              <td data-label={w.address}>{address ?? '—'}</td>
              <td data-label={w.end}>
                {!here && (
                  <Form method="post">
                    <input type="hidden" name="session" value={id} />
                    <button className="button small" type="submit" name="do" value="end">
                      {w.end}
                    </button>
                  </Form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sessions.length > 1 && (
        <Form method="post" className="mt-4">
          <button className="button" type="submit" name="do" value="end-others">
            {w.endOthers}
          </button>
        </Form>
      )}
    </section>
  )
}
