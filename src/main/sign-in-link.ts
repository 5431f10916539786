import { type Auth, LOCAL_ADMINISTRATOR } from '#web/auth.ts'

/** A link that lets the local administrator in once. `links` is where the auth's `onLink` leaves it. */
export async function signInLink(auth: Auth, links: Map<string, string>): Promise<string> {
  await auth.api.signInMagicLink({
    body: { email: LOCAL_ADMINISTRATOR, callbackURL: '/', errorCallbackURL: '/sign-in' },
    headers: new Headers(),
  })
  return links.get(LOCAL_ADMINISTRATOR) ?? ''
}
