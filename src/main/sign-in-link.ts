import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LinkFor } from '#cli/terminal.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import type { Store } from '#store/open.ts'
import { dropCodes, findPersonByEmail } from '#store/people.ts'
import { type Auth, ensureAdministrator, LOCAL_ADMINISTRATOR, makeAuth } from '#web/auth/auth.ts'
import { makeEntryLink } from '#web/auth/entry-link.ts'
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

/**
 * Another such link, for a service that runs or has run from this data; or, for a person, one to set a password by, which no administrator of a
 * government may make where the person serves another one too.
 */
export async function signInLinkAgain(
  config: Config,
  store: Store,
  { email, codesOff = false }: LinkFor,
): Promise<Outcome<string, 'not-serving' | 'no-such-person'>> {
  const baseUrl = (await readFile(urlFile(config), 'utf8').catch(() => '')).trim()
  if (!baseUrl) return refuse('not-serving')
  const now = new Date().toISOString()
  await ensureAdministrator(store.authPool, now)
  const links = new Map<string, string>()
  const secret = await sessionSecret(config.SHIRUBE_DATA, config.SHIRUBE_SECRET)
  const onLink = (of: string, link: string) => void links.set(of, link)
  const auth = makeAuth({ pool: store.authPool, baseUrl, secret, onLink })
  if (email === undefined) return done(await signInLink(auth, links))
  const person = await findPersonByEmail(store.authPool, email)
  if (!person) return refuse('no-such-person', { email })
  if (codesOff) await dropCodes(store.authPool, person.id)
  return done(await makeEntryLink(auth, person.id, 'reset', now))
}
