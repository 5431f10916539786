import { Form } from 'react-router'
import { useWords } from '../words.tsx'

export function RegisterForm({ typed }: { readonly typed: string | undefined }) {
  const w = useWords().departmentsPage
  return (
    <section className="card mb-6" aria-labelledby="register">
      <h2 id="register">{w.register}</h2>
      <Form method="post" className="grid gap-4 mt-3 max-w-2xl">
        <div className="field">
          <label htmlFor="list">{w.list}</label>
          <textarea
            className="input"
            id="list"
            name="list"
            rows={6}
            required
            defaultValue={typed}
            aria-describedby="list-help"
          />
          <p className="small mute" id="list-help">
            {w.registerHelp}
          </p>
        </div>
        <p>
          <button className="button primary" type="submit" name="do" value="register">
            {w.submit}
          </button>
        </p>
      </Form>
    </section>
  )
}
