import { data, Form, Link, redirect } from 'react-router'
import { askAuth, whyRefused } from '../auth/ask.ts'
import { bearerOf } from '../auth/entry-link.ts'
import { PASSWORD } from '../auth/password.ts'
import { servingContext } from '../context.ts'
import { readForm } from '../form.ts'
import { langOf, prefixAt, useHere } from '../paths.ts'
import { Field, Told } from '../ui/field.tsx'
import { Footer, Head, PlainHeader } from '../ui/shell.tsx'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/set-password'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { store, now } = context.get(servingContext)
  const token = new URL(request.url).searchParams.get('token') ?? ''
  return { token, bearer: await bearerOf(store.authPool, token, now()) }
}

/** Sets the password and signs its owner in, who then still needs a second step where they use one. */
export async function action({ request, context }: Route.ActionArgs) {
  const { store, now } = context.get(servingContext)
  const { told, typed } = await readForm(request)
  const token = told('token')
  const password = typed('password')
  const bearer = await bearerOf(store.authPool, token, now())
  const set = await askAuth(request, context, '/reset-password', { token, newPassword: password })
  if (!set.ok || !bearer) return data({ why: bearer ? whyRefused(set) : 'link-used-up' }, 422)
  const site = prefixAt(request)
  const entered = await askAuth(request, context, '/sign-in/email', { email: bearer.email, password })
  const to = entered.body.twoFactorRedirect === true ? `${site}/sign-in/code` : site || '/'
  throw redirect(entered.ok ? to : `${site}/sign-in`, { headers: entered.cookies })
}

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.signIn.setTitle} | ${w.app.name}` }]
}

/** パスワードを決める: where the link of an invitation or of a forgotten password leads. */
export default function SetPassword({ loaderData: { token, bearer }, actionData }: Route.ComponentProps) {
  const words = useWords()
  const w = words.signIn
  const { site } = useHere()
  return (
    <>
      <PlainHeader signedIn={false} />
      <main className="main" id="main">
        <Head
          title={w.setTitle}
          lead={bearer ? w.setLead(bearer.name, bearer.email) : w.linkGone}
          crumbs={[{ to: site('/sign-in'), name: words.app.signIn }]}
        />
        <Told refused={actionData && words.refusal(actionData.why)} />
        {bearer ? (
          <Form method="post" className="grid gap-5 max-w-xl">
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="username" value={bearer.email} autoComplete="username" />
            <Field
              id="password"
              type="password"
              label={words.account.fresh}
              must={words.app.required}
              minLength={PASSWORD.least}
              maxLength={PASSWORD.most}
              autoComplete="new-password"
              help={words.account.rule(PASSWORD.least)}
            />
            <p>
              <button className="button primary" type="submit">
                {w.setSubmit}
              </button>
            </p>
          </Form>
        ) : (
          <p>
            <Link to={site('/sign-in')}>{words.app.signIn}</Link>
          </p>
        )}
      </main>
      <Footer />
    </>
  )
}
