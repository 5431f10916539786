import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store } from '#store/open.ts'
import { type Auth, ensureAdministrator, LOCAL_ADMINISTRATOR, makeAuth } from '#web/auth/auth.ts'
import type { Config } from './config.ts'
import { sessionSecret } from './secret.ts'

/** Where the address of the running service is left for the command line. */
export const urlFile = (config: Pick<Config, 'SHIRUBE_DATA'>): string => join(config.SHIRUBE_DATA, 'url')

/** A link that lets the local administrator in once. `links` is where the auth's `onLink` leaves it. */
export async function signInLink(auth: Auth, links: ReadonlyMap<string, string>): Promise<string> {
  await auth.api.signInMagicLink({
    body: { email: LOCAL_ADMINISTRATOR, callbackURL: '/', errorCallbackURL: '/sign-in' },
    headers: new Headers(),
  })
  return links.get(LOCAL_ADMINISTRATOR) ?? ''
}

/** Another such link, for a service that runs or has run from this data; undefined where none has. */
export async function signInLinkAgain(config: Config, store: Store): Promise<string | undefined> {
  const baseUrl = (await readFile(urlFile(config), 'utf8').catch(() => '')).trim()
  if (!baseUrl) return undefined
  await ensureAdministrator(store.authPool, new Date().toISOString())
  const links = new Map<string, string>()
  const secret = await sessionSecret(config.SHIRUBE_DATA, config.SHIRUBE_SECRET)
  const auth = makeAuth({
    pool: store.authPool,
    baseUrl,
    secret,
    onLink: (email, link) => void links.set(email, link),
  })
  return signInLink(auth, links)
}
