import { redirect } from 'react-router'
import { goOnTo } from '../auth/ask.ts'
import { OTHER_DOOR } from '../auth/other-door.ts'
import { servingContext } from '../context.ts'
import type { Route } from './+types/sign-in-other'

/** もう一つの入口へ: sends the browser to the operator's own sign-in. A link and no form, because our pages may send forms to ourselves only. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { auth, otherDoor } = context.get(servingContext)
  if (otherDoor === undefined) throw redirect('/sign-in')
  const to = goOnTo(new URL(request.url).searchParams.get('to'), '/')
  const body = { provider: OTHER_DOOR, callbackURL: to, errorCallbackURL: '/sign-in', disableRedirect: true }
  const answer = await auth.api.signInSocial({ body, headers: request.headers, asResponse: true })
  const said = (await answer.json().catch(() => ({}))) as { readonly url?: string }
  const headers = new Headers()
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie)
  throw redirect(answer.ok && said.url ? said.url : '/sign-in?error=other-door-closed', { headers })
}
