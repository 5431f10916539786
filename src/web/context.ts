import { createContext, RouterContextProvider } from 'react-router'
import type { Store } from '#store/open.ts'
import type { Auth } from './auth/auth.ts'

/** What a request needs from the process that serves it. */
export type Serving = {
  readonly store: Store
  readonly auth: Auth
  readonly now: () => string
  /** Address from which the request came. */
  readonly client: string
  /** Whether letters can be sent by e-mail. */
  readonly mail: boolean
  /** What single sign-on is called, where there is one. */
  readonly otherDoor: string | undefined
  /** Address under which people reach the service. */
  readonly baseUrl: string
}

export const servingContext = createContext<Serving>()

/** Made once a request by the server; loaders and actions read it. */
export function makeContext(serving: Serving): RouterContextProvider {
  const context = new RouterContextProvider()
  context.set(servingContext, serving)
  return context
}
