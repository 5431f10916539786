import { redirect } from 'react-router'
import { keysOf, listSignedIn } from '#store/people.ts'
import { actOnAccount } from '../account/act.ts'
import { Codes } from '../account/codes.tsx'
import { deviceName } from '../account/device.ts'
import { PasswordForm } from '../account/password-form.tsx'
import { Sessions } from '../account/sessions.tsx'
import { servingContext } from '../context.ts'
import { readForm } from '../form.ts'
import { langOf, prefixAt, useHere } from '../paths.ts'
import { Told } from '../ui/field.tsx'
import { Footer, Head, PlainHeader } from '../ui/shell.tsx'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/account'

async function signedIn({ request, context }: Route.LoaderArgs | Route.ActionArgs) {
  const found = await context.get(servingContext).auth.api.getSession({ headers: request.headers })
  const site = prefixAt(request)
  if (!found) throw redirect(`${site}/sign-in?to=${encodeURIComponent(`${site}/account`)}`)
  return { session: found.session.id, user: found.user }
}

export async function loader(args: Route.LoaderArgs) {
  const { store, now } = args.context.get(servingContext)
  const { user, session } = await signedIn(args)
  const sessions = await listSignedIn(store.authPool, user.id, now())
  return {
    name: user.name,
    email: user.email,
    keys: await keysOf(store.authPool, user.id),
    sessions: sessions.map((each) => ({
      ...each,
      here: each.id === session,
      device: deviceName(each.device),
    })),
  }
}

export async function action(args: Route.ActionArgs) {
  const { user, session } = await signedIn(args)
  return actOnAccount(args.request, args.context, { user: user.id, session }, await readForm(args.request))
}

export const meta: Route.MetaFunction = ({ location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.account.title} | ${w.app.name}` }]
}

/** アカウント: one's own password, second step and sessions. */
export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const { name, email, keys, sessions } = loaderData
  const words = useWords()
  const w = words.account
  const { site } = useHere()
  const said = {
    password: w.changed,
    session: w.sessionEnded,
    'codes-on': w.started,
    'codes-off': w.stopped,
  } as const
  return (
    <>
      <PlainHeader signedIn />
      <main className="main" id="main">
        <Head
          title={w.title}
          lead={w.lead(name, email)}
          crumbs={[{ to: site('/'), name: words.app.toStart }]}
        />
        <Told
          done={actionData?.did && said[actionData.did]}
          refused={actionData?.why && words.refusal(actionData.why)}
        />
        <div className="two">
          <div>
            <Sessions sessions={sessions} />
          </div>
          <div>
            <PasswordForm has={keys.password} email={email} />
            <Codes {...keys} begun={actionData?.begun} />
          </div>
        </div>
      </main>
      <Footer />
    </>
  )
}
