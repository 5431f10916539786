import { Form } from 'react-router'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words.tsx'
import type { AccountTold } from './act.ts'

type Props = {
  readonly password: boolean
  readonly codes: boolean
  readonly begun: AccountTold['begun']
}

/** 二段階の確認: begun with the password, on once the application's digits were entered. */
export function Codes({ password, codes, begun }: Props) {
  const words = useWords()
  const w = words.account
  return (
    <section className="card mb-6" aria-labelledby="codes">
      <h2 id="codes">{w.codes}</h2>
      <p className="small mute mt-1">{w.codesLead}</p>
      <p className="mt-2">{codes ? w.codesOn : w.codesOff}</p>
      {begun ? (
        <Begun {...begun} />
      ) : password ? (
        <Form method="post" className="grid gap-4 mt-3">
          <div className="field">
            <label htmlFor="codes-password">
              {w.current}
              <span className="must">{words.app.required}</span>
            </label>
            <input
              className="input"
              id="codes-password"
              name="password"
              type="password"
              required
              autoComplete="current-password"
            />
          </div>
          <p>
            <button className="button" type="submit" name="do" value={codes ? 'codes-stop' : 'codes-begin'}>
              {codes ? w.stop : w.begin}
            </button>
          </p>
        </Form>
      ) : (
        <p className="small mt-2">{w.codesWantPassword}</p>
      )}
    </section>
  )
}

function Begun({ secret, address, backup }: NonNullable<AccountTold['begun']>) {
  const words = useWords()
  const w = words.account
  return (
    <div className="grid gap-4 mt-3">
      <p>{w.scan}</p>
      <dl className="facts">
        <dt>{w.secret}</dt>
        <dd>
          <a href={address}>
            <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
          </a>
        </dd>
      </dl>
      <div className="notice">
        <h3>{w.backup}</h3>
        <p className="small">{w.backupHelp}</p>
        <ul className="grid gap-1 mt-2">
          {backup.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </div>
      <p>{w.address6}</p>
      <Form method="post" className="grid gap-4">
        <Field
          id="code"
          label={w.code}
          must={words.app.required}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
        <p>
          <button className="button primary" type="submit" name="do" value="codes-confirm">
            {w.confirm}
          </button>
        </p>
      </Form>
    </div>
  )
}
