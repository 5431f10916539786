import { data, Form } from 'react-router'
import { emailOf } from '#domain/access/invitation.ts'
import { askAuth, whyRefused } from '../auth/ask.ts'
import { servingContext } from '../context.ts'
import { readForm } from '../form.ts'
import { langOf, useHere } from '../paths.ts'
import { Field, Told } from '../ui/field.tsx'
import { Footer, Head, PlainHeader } from '../ui/shell.tsx'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/forgotten'

export const loader = ({ context }: Route.LoaderArgs) => ({ mail: context.get(servingContext).mail })

/** Says the same whether or not somebody has the address. */
export async function action({ request, context }: Route.ActionArgs) {
  const { told } = await readForm(request)
  const email = emailOf(told('email'))
  if (!context.get(servingContext).mail) return { sent: false, why: undefined }
  if (email) {
    const answer = await askAuth(request, context, '/request-password-reset', { email })
    if (answer.status === 429) return data({ sent: false, why: whyRefused(answer) }, 429)
  }
  return { sent: true, why: undefined }
}

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.signIn.forgotten} | ${w.app.name}` }]
}

/** パスワードを忘れたとき: a link by mail, or whom to ask where there is no mail. */
export default function Forgotten({ loaderData: { mail }, actionData }: Route.ComponentProps) {
  const words = useWords()
  const w = words.signIn
  const { site } = useHere()
  return (
    <>
      <PlainHeader signedIn={false} />
      <main className="main" id="main">
        <Head
          title={w.forgotten}
          lead={mail ? w.forgottenLead : w.forgottenNoMail}
          crumbs={[{ to: site('/sign-in'), name: words.app.signIn }]}
        />
        <Told
          done={actionData?.sent ? w.forgottenSent : undefined}
          refused={actionData?.why && words.refusal(actionData.why)}
        />
        {mail && (
          <Form method="post" className="grid gap-5 max-w-xl">
            <Field
              id="email"
              type="email"
              label={w.email}
              must={words.app.required}
              autoComplete="username"
            />
            <p>
              <button className="button primary" type="submit">
                {w.send}
              </button>
            </p>
          </Form>
        )}
      </main>
      <Footer />
    </>
  )
}
