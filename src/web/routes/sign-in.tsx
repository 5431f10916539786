import { langOf, useHere } from '../paths.ts'
import { Footer, Head, PlainHeader } from '../ui/shell.tsx'
import { userOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/sign-in'

export const loader = async ({ request, context }: Route.LoaderArgs) => ({
  name: (await userOf(request, context))?.name,
  failed: new URL(request.url).searchParams.has('error'),
})

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.app.signIn} | ${w.app.name}` }]
}

/** Who may sign in does so by a one-time link; this page says where to get one. */
export default function SignIn({ loaderData: { name, failed } }: Route.ComponentProps) {
  const w = useWords()
  const { site } = useHere()
  return (
    <>
      <PlainHeader signedIn={name !== undefined} />
      <main className="main" id="main">
        <Head
          title={w.app.signIn}
          lead={name ? w.signIn.already(name) : w.signIn.lead}
          crumbs={[{ to: site('/'), name: w.app.toStart }]}
        />
        {failed && <p className="notice error mb-6">{w.signIn.failed}</p>}
        <ol className="list-decimal pl-6 grid gap-2 max-w-2xl">
          <li>{w.signIn.stepStart}</li>
          <li>
            {w.signIn.stepAgain} <code className="small">npm run -s shirube -- sign-in-link</code>
          </li>
        </ol>
      </main>
      <Footer />
    </>
  )
}
