import { data, Form, Link, redirect } from 'react-router'
import { askAuth, goOnTo, whyRefused } from '../auth/ask.ts'
import { servingContext } from '../context.ts'
import { readForm } from '../form.ts'
import { langOf, prefixAt, useHere } from '../paths.ts'
import { Field, Told } from '../ui/field.tsx'
import { Footer, Head, PlainHeader } from '../ui/shell.tsx'
import { userOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/sign-in'

export const loader = async ({ request, context }: Route.LoaderArgs) => {
  const url = new URL(request.url)
  return {
    name: (await userOf(request, context))?.name,
    failed: url.searchParams.get('error') ?? undefined,
    to: goOnTo(url.searchParams.get('to'), ''),
    otherDoor: context.get(servingContext).otherDoor,
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { told, typed } = await readForm(request)
  const site = prefixAt(request)
  const to = goOnTo(told('to'), site || '/')
  const email = told('email').normalize('NFKC')
  const answer = await askAuth(request, context, '/sign-in/email', { email, password: typed('password') })
  if (!answer.ok) return data({ email, why: whyRefused(answer) }, { status: 422, headers: answer.cookies })
  const next =
    answer.body.twoFactorRedirect === true ? `${site}/sign-in/code?to=${encodeURIComponent(to)}` : to
  throw redirect(next, { headers: answer.cookies })
}

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.app.signIn} | ${w.app.name}` }]
}

export default function SignIn({
  loaderData: { name, failed, to, otherDoor },
  actionData,
}: Route.ComponentProps) {
  const words = useWords()
  const w = words.signIn
  const { site } = useHere()
  return (
    <>
      <PlainHeader signedIn={name !== undefined} />
      <main className="main" id="main">
        <Head
          title={words.app.signIn}
          lead={name ? w.already(name) : w.lead}
          crumbs={[{ to: site('/'), name: words.app.toStart }]}
        />
        <Told refused={actionData ? words.refusal(actionData.why) : failed && w.failedBy(failed)} />
        {name === undefined && otherDoor !== undefined && (
          <p className="mb-6">
            <Link
              className="button"
              to={`/sign-in/other?${new URLSearchParams({ to: to || site('/') })}`}
              reloadDocument
            >
              {w.by(otherDoor)}
            </Link>
          </p>
        )}
        {name === undefined && (
          <Form method="post" className="grid gap-5 max-w-xl">
            <input type="hidden" name="to" value={to} />
            <Field
              id="email"
              type="email"
              label={w.email}
              must={words.app.required}
              autoComplete="username"
              defaultValue={actionData?.email}
            />
            <Field
              id="password"
              type="password"
              label={w.password}
              must={words.app.required}
              autoComplete="current-password"
            />
            <p className="flex gap-4 items-center flex-wrap">
              <button className="button primary" type="submit">
                {w.submit}
              </button>
              <Link to={site('/forgotten')}>{w.forgotten}</Link>
            </p>
          </Form>
        )}
        <details className="mt-8 max-w-2xl">
          <summary>{w.operator}</summary>
          <ol className="list-decimal pl-6 grid gap-2 mt-3">
            <li>{w.stepStart}</li>
            <li>
              {w.stepAgain} <code className="small">npm run -s shirube -- sign-in-link</code>
            </li>
          </ol>
        </details>
      </main>
      <Footer />
    </>
  )
}
