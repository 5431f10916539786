import { Form } from 'react-router'
import { nameIn } from '#domain/shared/lang.ts'
import { dayInJapan } from '#usecases/today.ts'
import type { TokensView } from '#usecases/tokens.ts'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'

/** 発行したトークン: what each may do, until when, and when it was last used. */
export function TokenTable({ tokens, departments, present }: TokensView & { readonly present: boolean }) {
  const words = useWords()
  const w = words.tokens
  const { lang } = useHere()
  const called = (id: string | undefined) => {
    const found = departments.find((each) => each.id === id)
    return found ? nameIn(lang, found) : id
  }
  if (tokens.length === 0) return <p className="mute mb-6">{w.none}</p>
  return (
    <section className="card mb-6" aria-labelledby="tokens">
      <h2 id="tokens" className="sr">
        {w.title}
      </h2>
      <table className="sheet stack">
        <thead>
          <tr>
            {[w.name, w.role, w.scopes, w.issuedAt, w.until, w.lastUsed, w.state].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tokens.map(
            ({ id, name, hat, scopes, issuedAt, issuedBy, expiresAt, lastUsed, state, revoked }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td data-label={w.role}>
                  {words.people.roles[hat.role]} {called(hat.department)}
                </td>
                <td data-label={w.scopes} className="small">
                  {scopes.map((scope) => w.actions[scope]).join(words.comma)}
                </td>
                <td data-label={w.issuedAt} className="small">
                  {w.issued(dayInJapan(issuedAt), issuedBy)}
                </td>
                <td data-label={w.until}>{dayInJapan(expiresAt)}</td>
                <td data-label={w.lastUsed}>{lastUsed ?? w.neverUsed}</td>
                <td data-label={w.state}>
                  <span className="tag">{w.states[state]}</span>
                  {revoked && (
                    <span className="small mute block">
                      {w.issued(dayInJapan(revoked.at), revoked.by)} {revoked.reason}
                    </span>
                  )}
                  {present && state === 'live' && <Revoke id={id} name={name} />}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  )
}

function Revoke({ id, name }: { readonly id: string; readonly name: string }) {
  const words = useWords()
  const w = words.tokens
  return (
    <details className="no-print">
      <summary aria-label={w.revokeOf(name)}>{w.revoke}</summary>
      <Form method="post" className="grid gap-3 mt-2" preventScrollReset>
        <input type="hidden" name="id" value={id} />
        <div className="field">
          <label htmlFor={`reason-${id}`}>{words.app.reason}</label>
          <input className="input" id={`reason-${id}`} name="reason" />
        </div>
        <p className="small mute">{w.revokeHelp}</p>
        <p>
          <button className="button" type="submit" name="do" value="revoke">
            {w.revoke}
          </button>
        </p>
      </Form>
    </details>
  )
}
