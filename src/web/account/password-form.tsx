import { Form } from 'react-router'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words.tsx'

/** The same lengths as `auth/password.ts`, which a browser cannot load. */
const LEAST = 12

export function PasswordForm({ has, email }: { readonly has: boolean; readonly email: string }) {
  const words = useWords()
  const w = words.account
  return (
    <section className="card mb-6" aria-labelledby="password-title">
      <h2 id="password-title">{w.password}</h2>
      {!has && <p className="small mute mt-1">{w.noPassword}</p>}
      <Form method="post" className="grid gap-4 mt-3">
        <input type="hidden" name="username" value={email} autoComplete="username" />
        {has && (
          <Field
            id="current"
            type="password"
            label={w.current}
            must={words.app.required}
            autoComplete="current-password"
          />
        )}
        <Field
          id="fresh"
          type="password"
          label={w.fresh}
          must={words.app.required}
          minLength={LEAST}
          autoComplete="new-password"
          help={w.rule(LEAST)}
        />
        <p>
          <button className="button" type="submit" name="do" value="password">
            {w.change}
          </button>
        </p>
      </Form>
    </section>
  )
}
