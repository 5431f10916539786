import { Form } from 'react-router'
import type { TrustedKey } from '#store/trusted-keys.ts'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words.tsx'

export type TypedKey = { readonly fingerprint: string; readonly name: string }

/** 鍵: our own fingerprint to be read out, whose keys are trusted, and the form that trusts another. */
export function Keys({
  own,
  installation,
  keys,
  mayTrust,
  refused,
  typed,
}: {
  readonly own: string
  readonly installation: string
  readonly keys: readonly TrustedKey[]
  readonly mayTrust: boolean
  readonly refused: string | undefined
  readonly typed: TypedKey | undefined
}) {
  const words = useWords()
  const w = words.bundle
  return (
    <section className="card" aria-labelledby="keys">
      <h2 id="keys">{w.keys}</h2>
      <p className="small mt-3">{w.own}</p>
      <p>
        <code className="text-xl break-words" id="own-fingerprint">
          {own}
        </code>
      </p>
      <p className="small mute">{w.ownHelp(installation)}</p>
      <h3 className="mt-4">{w.trusted}</h3>
      {keys.length === 0 && <p className="small">{w.noneTrusted}</p>}
      <ul className="grid gap-3 mt-2">
        {keys.map(({ fingerprint, name, state, at, by, reason }) => (
          <li key={fingerprint}>
            <b>{name}</b> <span className="tag">{w.states[state]}</span>
            <span className="block small">
              <code className="break-words">{fingerprint}</code>
            </span>
            <span className="block small mute">
              {words.moment(at)} {by} {reason}
            </span>
            {mayTrust && state === 'trusted' && <Distrust {...{ fingerprint, name }} />}
          </li>
        ))}
      </ul>
      {mayTrust ? (
        <Form method="post" className="grid gap-3 mt-4 max-w-xl no-print" preventScrollReset>
          <input type="hidden" name="do" value="trust" />
          <h3>{w.trust}</h3>
          <p className="small mute">{w.trustHelp}</p>
          <Field
            id="fingerprint"
            label={w.fingerprint}
            must={words.app.required}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={60}
            defaultValue={typed?.fingerprint}
            problem={refused}
          />
          <Field
            id="name"
            label={w.name}
            must={words.app.required}
            autoComplete="off"
            maxLength={60}
            help={w.nameHelp}
            defaultValue={typed?.name}
          />
          <p>
            <button className="button" type="submit">
              {w.trust}
            </button>
          </p>
        </Form>
      ) : (
        <p className="small mute mt-3">{w.onlyAdministrators}</p>
      )}
    </section>
  )
}

function Distrust({ fingerprint, name }: { readonly fingerprint: string; readonly name: string }) {
  const words = useWords()
  const w = words.bundle
  return (
    <details className="no-print">
      <summary aria-label={w.distrustOf(name)}>{w.distrust}</summary>
      <Form method="post" className="grid gap-3 mt-2 max-w-xl" preventScrollReset>
        <input type="hidden" name="do" value="distrust" />
        <input type="hidden" name="fingerprint" value={fingerprint} />
        <div className="field">
          <label htmlFor={`reason-${fingerprint}`}>{words.app.reason}</label>
          <input className="input" id={`reason-${fingerprint}`} name="reason" required />
        </div>
        <p className="small mute">{w.distrustHelp}</p>
        <p>
          <button className="button" type="submit">
            {w.distrust}
          </button>
        </p>
      </Form>
    </details>
  )
}
