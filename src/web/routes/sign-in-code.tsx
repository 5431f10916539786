import { data, Form, redirect } from 'react-router'
import { askAuth, goOnTo, whyRefused } from '../auth/ask.ts'
import { readForm } from '../form.ts'
import { langOf, useHere } from '../paths.ts'
import { Field, Told } from '../ui/field.tsx'
import { Footer, Head, PlainHeader } from '../ui/shell.tsx'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/sign-in-code'

export const loader = ({ request }: Route.LoaderArgs) => ({
  to: goOnTo(new URL(request.url).searchParams.get('to'), '/'),
})

/** Six digits are a code of the application; anything else is taken for a backup code. */
export async function action({ request, context }: Route.ActionArgs) {
  const { told } = await readForm(request)
  const code = told('code').normalize('NFKC').replace(/\s/g, '')
  const path = /^\d{6}$/.test(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code'
  const answer = await askAuth(request, context, path, { code })
  if (!answer.ok) return data({ why: whyRefused(answer) }, { status: 422, headers: answer.cookies })
  throw redirect(goOnTo(told('to'), '/'), { headers: answer.cookies })
}

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.signIn.codeTitle} | ${w.app.name}` }]
}

/** 二段階の確認: the second step of signing in. */
export default function SignInCode({ loaderData: { to }, actionData }: Route.ComponentProps) {
  const words = useWords()
  const w = words.signIn
  const { site } = useHere()
  return (
    <>
      <PlainHeader signedIn={false} />
      <main className="main" id="main">
        <Head
          title={w.codeTitle}
          lead={w.codeLead}
          crumbs={[{ to: site('/sign-in'), name: words.app.signIn }]}
        />
        <Told refused={actionData && words.refusal(actionData.why)} />
        <Form method="post" className="grid gap-5 max-w-xl">
          <input type="hidden" name="to" value={to} />
          <Field id="code" label={w.code} must={words.app.required} autoComplete="one-time-code" />
          <p>
            <button className="button primary" type="submit">
              {w.codeSubmit}
            </button>
          </p>
        </Form>
      </main>
      <Footer />
    </>
  )
}
